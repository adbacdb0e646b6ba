"""Who is said to have said what: exact fragments, cue and speaker, and texts that quote nobody."""

from functools import cache

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.extract.quotes.lookup import said_by
from kg.facts import Quote, Reading, Span


@cache
def reading(text: str) -> Reading:
    return next(iter(readings([Article("article", text)])))


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def said(text: str) -> list[tuple[str, list[str], str | None, str | None]]:
    return [
        (q.kind, [text[f.start : f.end] for f in q.fragments], words(text, q.cue), words(text, q.speaker))
        for q in reading(text).quotes
    ]


def only(text: str) -> Quote:
    (quote,) = reading(text).quotes
    return quote


DIRECT = [
    pytest.param('Anna Lee said: "We will win."', ['"We will win."'], "said", "Anna Lee", id="cue before, colon"),
    pytest.param('Anna Lee said, "We will win."', ['"We will win."'], "said", "Anna Lee", id="cue before, comma"),
    pytest.param('"We will win," Anna Lee said.', ['"We will win,"'], "said", "Anna Lee", id="cue after"),
    pytest.param('"We will win," said Anna Lee.', ['"We will win,"'], "said", "Anna Lee", id="inverted"),
    pytest.param("“We will win,” said Anna Lee.", ["“We will win,”"], "said", "Anna Lee", id="curly"),
    pytest.param("'We will win,' said Anna Lee.", ["'We will win,'"], "said", "Anna Lee", id="single"),
    pytest.param("''We will win,'' said Anna Lee.", ["''We will win,''"], "said", "Anna Lee", id="two apostrophes"),
    pytest.param("«We will win», said Anna Lee.", ["«We will win»"], "said", "Anna Lee", id="foreign"),
    pytest.param('"We will win," she said.', ['"We will win,"'], "said", "she", id="pronoun"),
    pytest.param(
        '"We will win," a police source told reporters.', ['"We will win,"'], "told", "a police source", id="unnamed"
    ),
    pytest.param(
        '"We will win," Anna Lee said, "and we will stay."',
        ['"We will win,"', '"and we will stay."'],
        "said",
        "Anna Lee",
        id="interrupted",
    ),
    pytest.param(
        '"We will win," Anna Lee said. "We will stay."',
        ['"We will win,"', '"We will stay."'],
        "said",
        "Anna Lee",
        id="a sentence more",
    ),
    pytest.param(
        'Anna Lee said: "We will win.\n\n:: Read more here\n\n"We will stay."',
        ['"We will win.', '"We will stay."'],
        "said",
        "Anna Lee",
        id="paragraphs, a link between them",
    ),
    pytest.param('Anna Lee said:\n\n"We will win."', ['"We will win."'], "said", "Anna Lee", id="announced"),
    pytest.param('"We will win," Anna Lee thundered.', ['"We will win,"'], "thundered", "Anna Lee", id="any verb"),
    pytest.param('"We will win." — Anna Lee', ['"We will win."'], "—", "Anna Lee", id="signed"),
    pytest.param(
        "“He told me ‘we will win’,” said Anna Lee.", ["“He told me ‘we will win’,”"], "said", "Anna Lee", id="nested"
    ),
    pytest.param(
        'Anna Lee, a teacher from Leeds, said: "We will win."',
        ['"We will win."'],
        "said",
        "Anna Lee",
        id="apposition",
    ),
    pytest.param(
        'Ministers said the plan was wrong and added: "We will win."',
        ['"We will win."'],
        "added",
        "Ministers",
        id="the second of two cues",
    ),
]


@pytest.mark.parametrize(("text", "fragments", "cue", "speaker"), DIRECT)
def test_direct(text: str, fragments: list[str], cue: str, speaker: str) -> None:
    assert ("direct", fragments, cue, speaker) in said(text)


REPORTED = [
    pytest.param("Anna Lee said that taxes would rise.", ["that taxes would rise"], "said", "Anna Lee", id="that"),
    pytest.param("Anna Lee said taxes would rise.", ["taxes would rise"], "said", "Anna Lee", id="no that"),
    pytest.param("Taxes would rise, Anna Lee said.", ["Taxes would rise"], "said", "Anna Lee", id="cue last"),
    pytest.param(
        "Taxes, Anna Lee said, would rise in May.",
        ["Taxes", "would rise in May"],
        "said",
        "Anna Lee",
        id="in the midst",
    ),
    pytest.param(
        "The company has claimed the plant is safe.", ["the plant is safe"], "has claimed", "The company", id="company"
    ),
    pytest.param("The report shows that crime fell.", ["that crime fell"], "shows", "The report", id="document"),
    pytest.param(
        "Crime fell last year, according to the report.",
        ["Crime fell last year"],
        "according",
        "the report",
        id="according to, after",
    ),
    pytest.param(
        "According to the mayor, crime fell last year.",
        ["crime fell last year"],
        "According",
        "the mayor",
        id="according to, before",
    ),
    pytest.param("Anna Lee vowed to cut taxes.", ["to cut taxes"], "vowed", "Anna Lee", id="infinitive"),
    pytest.param("Anna Lee condemned the attack.", ["the attack"], "condemned", "Anna Lee", id="object"),
    pytest.param("Anna Lee called for an inquiry.", ["an inquiry"], "called", "Anna Lee", id="preposition"),
    pytest.param(
        "He rejected Anna Lee's claim that crime fell.", ["that crime fell"], "claim", "Anna Lee's", id="noun"
    ),
    pytest.param("The attack was condemned by Anna Lee.", ["The attack"], "was condemned", "Anna Lee", id="passive"),
    pytest.param(
        "Ministers issued a statement saying that taxes would rise.",
        ["that taxes would rise"],
        "saying",
        "Ministers",
        id="who issues a statement says it",
    ),
    pytest.param(
        "Anna Lee said near the gate that the road should be closed.",
        ["that the road should be closed"],
        "said",
        "Anna Lee",
        id="said where, that",
    ),
    pytest.param(
        "Anna Lee told a joint news conference that the city needs time.",
        ["that the city needs time"],
        "told",
        "Anna Lee",
        id="told an occasion",
    ),
    pytest.param(
        "The port is run by the harbour board, whose chairman, Karl Reed, said no ship would sail.",
        ["no ship would sail"],
        "said",
        "Karl Reed",
        id="whose chairman",
    ),
    pytest.param(
        "According to Karl Reed, first head of the city's board on roads, the bridge may close.",
        ["the bridge may close"],
        "According",
        "Karl Reed",
        id="according to a man of office",
    ),
    pytest.param("Anna Lee: we will not be cowed", ["we will not be cowed"], ":", "Anna Lee", id="headline"),
]


@pytest.mark.parametrize(("text", "fragments", "cue", "speaker"), REPORTED)
def test_reported(text: str, fragments: list[str], cue: str, speaker: str) -> None:
    assert ("indirect", fragments, cue, speaker) in said(text)


def test_quoted_words_inside_a_clause_make_it_mixed() -> None:
    expected = ("mixed", ['it was a "truly terrible" day'], "said", "Anna Lee")
    assert said('Anna Lee said it was a "truly terrible" day.') == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The so-called "tiger economy" grew by 3 per cent.', id="scare quotes"),
        pytest.param("The '90s were the voters' choice.", id="apostrophes"),
        pytest.param('She wrote "Emma" in 1815 and lived in Bath.', id="a title"),
        pytest.param("The bus stopped at the bridge at 9:30.", id="nobody speaks"),
        pytest.param("Readers can tell red from green.", id="tell apart"),
        pytest.param("He found the key under the mat.", id="found a thing"),
        pytest.param("Match report: City 3 United 1", id="a colon after no name"),
    ],
)
def test_nobody_is_quoted(text: str) -> None:
    assert said(text) == []


def test_cues_inside_quoted_words_are_the_speaker_s_own() -> None:
    assert len(reading('"They said we would lose," Anna Lee said.').quotes) == 1


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Anna Lee told Sky News that taxes would rise.", "Sky News"),
        ('"We will win," Anna Lee told reporters.', "reporters"),
        ("Anna Lee said to the crowd that taxes would rise.", "the crowd"),
        ("Anna Lee told voters they will not lose.", "voters"),
    ],
)
def test_addressee(text: str, addressee: str) -> None:
    listener = only(text).addressee
    assert listener is not None
    assert listener.text == addressee


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lee told a square that was packed: “We will win.”",
        "Anna Lee told the church that taxes would rise.",
        "Anna Lee told the stadium: “We will win.”",
        '"We will win," Anna Lee told a hall full of supporters.',
    ],
)
def test_words_for_where_people_listen_are_neither_who_listens_nor_a_place(text: str) -> None:
    assert (only(text).addressee, only(text).place) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Lee said in Berlin that taxes would rise.", "Berlin"),
        ("Anna Lee told a rally in Ohio that taxes would rise.", "Ohio"),
        ('"We will win," Anna Lee said at a news conference in Berlin.', "Berlin"),
    ],
)
def test_place(text: str, place: str) -> None:
    where = reading(text).quotes[0].place
    assert where is not None
    assert where.text == place


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Anna Lee said that taxes would rise.", "asserted"),
        ("Anna Lee did not say that taxes would rise.", "denied"),
        ("Anna Lee never said that taxes would rise.", "denied"),
        ("Anna Lee refused to say that taxes would rise.", "denied"),
        ("Anna Lee may say that taxes would rise.", "planned"),
        ("Did Anna Lee say that taxes would rise?", "planned"),
    ],
)
def test_modality_of_the_saying(text: str, modality: str) -> None:
    saying = [quote for quote in reading(text).quotes if (words(text, quote.fragments[0]) or "").startswith("that")]
    assert {quote.evidence.modality for quote in saying} == {modality}


def test_pronouns_and_short_names_mean_the_person() -> None:
    text = 'Sir Tom Reed, the mayor, spoke on Friday.\n\nMr Reed said: "We will win."\n\nHe added: "We will stay."'
    first, second = reading(text).quotes
    assert first.speakers[0].entity == second.speakers[0].entity


def test_said_by_tells_whose_words_an_offset_stands_in() -> None:
    text = 'Anna Lee said: "We will win." Nobody replied.'
    lookup = said_by(reading(text).quotes)
    owner = lookup(text.index("win"))
    assert owner is not None
    assert words(text, owner.speaker) == "Anna Lee"
    assert lookup(text.index("Nobody")) is None


@pytest.mark.parametrize(
    "text",
    [
        "The offer was made to Anna Lee. She refused it.",
        "Anna Lee said nothing.",
        "The court was told nothing.",
        "The union has called two strikes this year.",
        "A gang called the Mill Street Boys fled.",
        "Anna Lee announced this in a letter on Friday.",
        "The judge must be confirmed by the Senate.",
        "He was responding to Anna Lee.",
    ],
)
def test_verbs_of_saying_without_a_content(text: str) -> None:
    assert said(text) == []


def test_a_dateline_is_nobodys_words() -> None:
    text = "MARROWA, Nigeria, May 12 (Reuters) - Gunmen fled on Friday, police said."
    assert [fragments for _, fragments, *_ in said(text)] == [["Gunmen fled on Friday"]]


def test_a_source_does_not_listen_to_itself() -> None:
    assert only("According to the newspaper Jutro, the mayor will resign.").addressee is None


def test_quoted_paragraphs_left_open_go_on_with_the_speaker() -> None:
    text = '"We will win," Anna Lee said.\n\n"We will stay. We must.\n\n"We will not leave."'
    (quote,) = reading(text).quotes
    assert len(quote.fragments) == 3


@pytest.mark.parametrize(
    ("text", "content", "listener"),
    [
        ("Judge Anna Lee told the jury to ignore the papers.", "to ignore the papers", "the jury"),
        ("Mr Reed told Radio Kelham on Sunday he would meet the union.", "he would meet the union", "Radio Kelham"),
    ],
)
def test_who_listens_and_when_is_not_said(text: str, content: str, listener: str) -> None:
    quote = only(text)
    assert words(text, quote.fragments[0]) == content
    assert quote.addressee is not None
    assert quote.addressee.text == listener
