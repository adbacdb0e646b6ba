"""What is said beside a name and tells of its kind, in the examples of the rules themselves and in whole sentences."""

import pytest

from kg.articles.article import Article
from kg.extract.dates.dateline import dateline
from kg.extract.extract import readings
from kg.extract.lexicon import gazetteer
from kg.extract.names.ballot import AROUND, SHAPES, Shape
from kg.extract.names.name import named
from kg.extract.names.pieces import ended
from kg.extract.names.signs import SIGNS, Sign
from kg.language.parsed.off_spacy import off_spacy
from kg.language.pipeline import load
from kg.resolve.readings import resolved


def tells(sign: Sign, example: str) -> bool:
    """Ask a sign of the name in brackets, as NER would have taken it."""
    start, end = example.index("["), example.index("]") - 1
    doc = off_spacy(load()(example.replace("[", "").replace("]", "")))
    words = doc.char_span(start, end)
    return sign.tells(doc, named(doc, words.start, words.end, sign.label))


@pytest.mark.parametrize("sign", [*SIGNS, *AROUND], ids=lambda sign: sign.name)
def test_a_cue_tells_in_its_examples_alone(sign: Sign):
    assert [example for example in sign.examples if not tells(sign, example)] == []
    assert [example for example in sign.never if tells(sign, example)] == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_words_of_a_name_tell_in_their_examples_alone(shape: Shape):
    first = {text: next((s for s in SHAPES if s.tells(text)), None) for text in (*shape.examples, *shape.never)}
    assert [text for text in shape.examples if first[text] != shape] == []
    assert [text for text in shape.never if first[text] == shape] == []


@pytest.mark.parametrize("sign", [*SIGNS, *AROUND], ids=lambda sign: sign.name)
def test_a_name_of_blanks_alone_tells_nothing(sign: Sign):
    doc = off_spacy(load()("\n \n, a maker of valves, fell 4 percent."))
    assert doc[0].text.isspace()
    assert not sign.tells(doc, named(doc, 0, 1, "PERSON"))


def kinds(text: str) -> dict[str, str]:
    [reading] = readings([Article("a", text)])
    return {m.text: m.entity for m in reading.mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("Tolvane's finance director, Paul Kell, told staff on Monday. Tolvane said so.", "Tolvane", "organization/"),
        (
            "Tamsin's finance director left. Workers at Tamsin fear for it. Tamsin was founded by Keith Tamsin.",
            "Tamsin",
            "organization/",
        ),
        ("Keith Tamsin spoke. Tamsin told staff that he would leave. Tamsin's lawyer agreed.", "Tamsin", "person/"),
        ("Alder, the Riga maker of valves, said it would close. Alder fell 4 percent.", "Alder", "organization/"),
        ("Collingdale captain Jim Dole scored twice, and Collingdale won.", "Collingdale", "organization/"),
        ("Councillor Jim Dole, of Seahame, called for talks.", "Seahame", "place/"),
        ("Mayor Jim Dole of Jackson praised the deputies.", "Jackson", "place/"),
        ("Hon. Jim Dole (QDP, Imo) spoke in Abuja.", "QDP", "organization/"),
    ],
)
def test_a_short_name_is_of_a_kind(text: str, name: str, path: str):
    assert path in kinds(text)[name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The All Farmers Congress said that it would wait.", {"All Farmers Congress"}),
        ("All Norwegian schools in Oslo closed.", {"Norwegian", "Oslo"}),
        ("Students of Mewan University welcomed the plan.", {"Mewan University"}),
        ("Davao del Norte and Leyte meet on Sunday.", {"Davao del Norte", "Leyte"}),
        ("The Commissioner of Police, Jim Dole, left.", {"Jim Dole"}),
        ("The BJP named former Union minister Harish Rathore.", {"BJP", "Harish Rathore"}),
        (
            "She was Vice President for Global Sales & Planning and Product Research at Tolvane Motors.",
            {"Tolvane Motors"},
        ),
        ("Rathore sahib knows the district, Ann Lee said.", {"Rathore", "Ann Lee"}),
        ("Eskal chief executive Andre Boe told the committee that it would be back.", {"Eskal", "Andre Boe"}),
        ("Rathore ji knows the district, Ann Lee said.", {"Rathore", "Ann Lee"}),
    ],
)
def test_a_name_has_its_pieces_and_no_more(text: str, names: set[str]):
    assert set(kinds(text)) == names


def entities(text: str, word: str) -> list[str]:
    [reading] = readings([Article("a", text)])
    return [m.entity for m in reading.mentions if m.text == word]


SPORT = "Leeds striker Jim Dole scored in the second half and the league's coach was glad of the goal. "


@pytest.mark.parametrize(
    ("text", "word", "paths"),
    [
        (SPORT + "Two men were held in Leeds.", "Leeds", ["organization/leeds", "place/leeds"]),
        (SPORT + "Leeds won.", "Leeds", ["place/leeds", "place/leeds"]),
        ("Leeds striker Jim Dole was held in Leeds.", "Leeds", ["place/leeds", "place/leeds"]),
        (
            "NEW DELHI: Congress named Harish Rathore on Tuesday.",
            "Congress",
            ["organization/indian-national-congress"],
        ),
        ("Congress named Ana Rojas in Lima, Peru, on Tuesday.", "Congress", ["organization/congress"]),
        ("Omar Khan, the leader of PTI, spoke in Lahore.", "PTI", ["organization/pakistan-tehreek-e-insaf"]),
        ("India wrote to Pakistan, and PTI left Pakistan's cabinet.", "PTI", ["organization/pakistan-tehreek-e-insaf"]),
        ("Two people died in Delhi, PTI reported.", "PTI", ["organization/press-trust-of-india"]),
        ("Two people died, PTI reported.", "PTI", ["organization/pti"]),
        ("National Front leader Lise Roche spoke in Lyon.", "National Front", ["organization/national-rally"]),
        ("Lise Roche left the National Rally.", "National Rally", ["organization/national-rally"]),
        ("The National Front won two seats in Leeds, England.", "National Front", ["organization/national-front"]),
        ("BNP leader Karim Ali was freed in Bangladesh.", "BNP", ["organization/bangladesh-nationalist-party"]),
        ("BNP leader Jim Dole was freed in London.", "BNP", ["organization/british-national-party"]),
        ("BNP leader Jim Dole was freed.", "BNP", ["organization/bnp"]),
        ("Congress named Harish Rathore on Tuesday.", "Congress", ["organization/united-states-congress"]),
        (
            "India and the White House agreed, Congress heard.",
            "Congress",
            ["organization/united-states-congress"],
        ),
        ("The Greens said that they would vote against it.", "Greens", ["organization/greens"]),
        ("Its plant in Washington, near Sunderland, will close.", "Washington", ["place/washington"]),
        ("Its plant in Washington will close.", "Washington", ["place/washington-d-c"]),
        ("Lib Dem Roger Dobson won Brampton.", "Lib Dem", ["organization/liberal-democrats"]),
    ],
)
def test_a_name_means_what_it_does_here(text: str, word: str, paths: list[str]):
    assert entities(text, word) == paths


def test_bodies_of_several_countries_are_of_countries_and_bodies_that_the_gazetteer_has():
    rows = [(name, *row) for name, bodies in gazetteer.homes().items() for row in bodies.items()]
    assert {country for _, country, _ in rows} - gazetteer.countries() == {""}
    assert {body for name, _, body in rows if body != name} <= {thing.name for thing in gazetteer.by_key().values()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DELHI: The minister left on Tuesday.", "New Delhi"),
        ("WARNING: The minister left on Tuesday.", None),
        ("Saturday, May 5: The fair opens.", None),
    ],
)
def test_a_dateline_may_end_with_a_colon(text: str, place: str | None):
    line = dateline(text)
    assert (line and text[line.place.start : line.place.end].title()) == place


@pytest.mark.parametrize(
    ("text", "word", "paths"),
    [
        (
            "Tamsin's finance director, Paul Kell, left Tamsin. Workers at Tamsin fear. Keith Tamsin founded it.",
            "Tamsin",
            {"organization/tamsin"},
        ),
        (
            SPORT + "Two men were held in Leeds, and Joan Leeds spoke.",
            "Leeds",
            {"organization/leeds", "place/leeds"},
        ),
    ],
)
def test_who_is_who_keeps_apart_what_an_article_does(text: str, word: str, paths: set[str]):
    [reading] = resolved(readings([Article("a", text)]))
    assert {m.entity for m in reading.mentions if m.text == word} == paths


def test_a_small_word_alone_stays_as_it_is():
    doc = off_spacy(load()("Two nurses were killed in la\n5, police said."))
    at = next(token.i for token in doc if token.text == "la")
    assert ended(doc, named(doc, at, at + 1, "GPE")) is None


@pytest.mark.parametrize(
    ("text", "word", "paths"),
    [
        (
            "Halden Steel cut 400 jobs. Halden Steel said it was sorry.",
            "Halden Steel",
            2 * ["organization/halden-steel"],
        ),
        ("Ann Steel, a nurse, resigned.", "Ann Steel", ["person/ann-steel"]),
        ("J. Power, a nurse, resigned.", "J. Power", ["person/j-power"]),
        ("Harbourmaster Jim Dole left. The harbourmaster was calm.", "The harbourmaster", ["person/jim-dole"]),
        ("Jim Dole, an eyewitness, left. The eyewitness was calm.", "The eyewitness", ["person/jim-dole"]),
        ("The Green Party lost. Ann Lee told reporters at the party's office that it was late.", "party's office", []),
    ],
)
def test_firms_by_their_goods_persons_by_their_posts_and_offices_of_nobody(text: str, word: str, paths: list[str]):
    assert entities(text, word) == paths
