"""Names: whole, without what is not theirs, of one kind and one entity for the whole article."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span

from kg.api import extract
from kg.articles.article import Article
from kg.extract.extract import readings
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import gender_of, title_of
from kg.extract.names import acronyms
from kg.extract.names.find import names
from kg.extract.names.referents import referents
from kg.extract.names.wholes import full_name
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import off_spacy


def doc(text: str, *entities: tuple[int, int, str], tags: dict[int, str] | None = None) -> Doc:
    """A Doc of words between blanks with these entities; words with capitals are proper nouns."""
    words = text.split(" ")
    named = ["NNP" if word[:1].isupper() else "NN" for word in words]
    for place, tag in (tags or {}).items():
        named[place] = tag
    made = SpacyDoc(English().vocab, words, tags=named, deps=["dep"] * len(words), heads=[0] * len(words))
    made.set_ents([Span(made, start, end, label) for start, end, label in entities])
    return off_spacy(made)


def read(text: str):
    [reading] = readings([Article("a", text)])
    return reading


@pytest.mark.parametrize(
    ("made", "found"),
    [
        pytest.param(doc("the Treaty Office closed", (0, 3, "ORG")), ["Treaty Office"], id="article"),
        pytest.param(doc("Ann Lee 's house", (0, 3, "PERSON")), ["Ann Lee"], id="possessive"),
        pytest.param(doc("Carmaker Quill Motors closed", (0, 3, "ORG")), ["Quill Motors"], id="what it is"),
        pytest.param(doc("Network Rail closed", (0, 2, "ORG")), ["Network Rail"], id="a noun that begins names"),
        pytest.param(doc("Mr. Ann Lee left", (0, 3, "PERSON")), ["Ann Lee"], id="title"),
        pytest.param(doc("Ann Lee , left", (0, 3, "PERSON")), ["Ann Lee"], id="comma"),
        pytest.param(doc("Ann Lee \n\n Oslo", (0, 4, "PERSON")), ["Ann Lee", "Oslo"], id="two lines"),
        pytest.param(doc("Judge Ann Lee KC said", (1, 3, "PERSON"), (3, 4, "ORG")), ["Ann Lee"], id="honour beside"),
        pytest.param(doc("Judge Ann Lee KC said", (1, 4, "PERSON")), ["Ann Lee"], id="honour inside"),
        pytest.param(
            doc("Sentencing Quill , Ann Lee", (0, 2, "PERSON"), (3, 5, "PERSON")), ["Quill", "Ann Lee"], id="ing"
        ),
        pytest.param(doc("sagte Ann Lee", (0, 3, "PERSON")), ["Ann Lee"], id="small letters"),
        pytest.param(doc("then de Quill", (1, 3, "PERSON")), ["de Quill"], id="particle"),
        pytest.param(doc("Interior Minister Ann Lee", (0, 1, "ORG"), (2, 4, "PERSON")), ["Ann Lee"], id="portfolio"),
        pytest.param(doc("Sen. Ann Lee ( D-Qt )", (1, 3, "PERSON"), (4, 5, "GPE")), ["Ann Lee"], id="seat"),
        pytest.param(doc("in St Giles ' Cathedral", (1, 3, "GPE")), ["St Giles ' Cathedral"], id="saint"),
        pytest.param(doc("Mayor of Lyon Mary Quill", (2, 5, "ORG")), ["Lyon", "Mary Quill"], id="place and holder"),
        pytest.param(doc("on Monday", (1, 2, "ORG")), [], id="not a name"),
        pytest.param(doc("' the '", (0, 3, "ORG")), [], id="nothing left"),
        pytest.param(doc("in Norway and Oslo"), ["Norway", "Oslo"], id="missed by NER, in the gazetteer"),
        pytest.param(doc("as Mary Quillfeather left"), ["Mary Quillfeather"], id="missed by NER, after a first name"),
    ],
)
def test_names_are_whole_and_clean(made, found):
    assert [name.text for name in names(made) if name.label or gazetteer.known(name.text)] == found


def test_a_name_found_once_is_found_everywhere():
    made = doc("Ann Lee sang . then Lee left", (0, 2, "PERSON"))
    assert [name.text for name in names(made)] == ["Ann Lee", "Lee"]


def test_the_kind_of_a_surname_is_that_of_the_whole_name():
    made = doc("Ann Lee sang . Lee left . Lee", (0, 2, "PERSON"), (4, 5, "ORG"), (7, 8, "ORG"))
    assert [thing.key for thing in referents("a", made, names(made))] == ["person/ann-lee"] * 3


def test_a_surname_that_is_a_word_is_one_where_it_acts_as_a_person():
    found = [
        [(m.text, m.span.start) for m in reading.mentions if m.entity == "person/steve-jobs"]
        for reading in extract("Steve Jobs spoke in Leeds. Jobs said that it is late. Jobs were lost in Leeds.")
    ]
    assert found == [[("Steve Jobs", 0), ("Jobs", 27)]]


@pytest.mark.parametrize("kind", ["Organization", "Person"])
def test_who_wins_in_a_headline_in_capitals_is_no_town_of_a_dateline(kind):
    made = doc("TORVE WIN AGAIN . Torve said so", (0, 1, "GPE"), (4, 5, "GPE"))
    found = referents("a", made, names(made), lambda _, told: {name.text: kind for name in told})
    assert {thing.kind for thing in found} == {kind}


def test_persons_with_one_surname_stay_apart():
    made = doc(
        "John Hale met Mary Hale . Mr. Hale spoke . Mrs. Hale left",
        (0, 2, "PERSON"), (3, 5, "PERSON"), (7, 8, "PERSON"), (11, 12, "PERSON"),
    )  # fmt: skip
    keys = [thing.key for thing in referents("a", made, names(made))]
    assert keys == ["person/john-hale", "person/mary-hale", "person/john-hale", "person/mary-hale"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("Maria Soler Quill sued. Soler won.", 1, id="first of two surnames"),
        pytest.param("Dr. Ngozi Eze-Quill spoke. Eze left.", 1, id="first of two with a hyphen"),
        pytest.param("Elena Petrova (nee Sidorova) ran. Sidorova won gold.", 1, id="name at birth"),
        pytest.param("Mohammed al-Harbi spoke. Al-Harbi left.", 1, id="article of a surname"),
        pytest.param("Joseph P. Quill spoke. Joe Quill left.", 1, id="short first name"),
        pytest.param("Bill Quill spoke. William Quill left.", 1, id="long first name"),
        pytest.param('William "Bill" Tate spoke. Bill Tate left.', 1, id="byname"),
        pytest.param("Mayor Rolf Guardian spoke. Guardian said no.", 1, id="a paper's name"),
        pytest.param("Maria Soler Quill met Leo Soler Moss. Soler left.", 3, id="part of two names"),
        pytest.param("Mary Jane Quill spoke. Jane left.", 2, id="a first name"),
        pytest.param("Sir Keith Soler Quill spoke. Lady Soler waved.", 2, id="another gender"),
        pytest.param("Joseph Quill spoke. Joe Hale left.", 2, id="other surnames"),
        pytest.param("Joan Quill spoke. Jean Quill left.", 2, id="other first names"),
        pytest.param("Joseph Quill, known as Joe Quill, spoke.", 1, id="short first name in an apposition"),
        pytest.param("Joe Quill, 40, spoke. On Monday Joseph Quill, 41, left.", 1, id="a birthday"),
        pytest.param("Joe Quill met his father, Joseph Quill.", 2, id="father and son"),
        pytest.param("Steve Quill shot Steven Quill.", 2, id="subject and object"),
        pytest.param("Steve Quill and Steven Quill left.", 2, id="two side by side"),
        pytest.param("Joe Quill, 40, spoke. On Monday Joseph Quill, 70, left.", 2, id="two ages"),
        pytest.param("Rolf Guardian reads the Guardian.", 1, id="the paper is none"),
    ],
)
def test_persons_by_several_names(text, people):
    found = {m.entity: m.text for m in read(text).mentions if m.kind == "Person" and m.form == "name"}
    assert len(found) == people, found


def test_a_bare_surname_is_known_only_inside_its_article():
    made = doc("then Quill sang", (1, 2, "PERSON"))
    assert [thing.key for thing in referents("a1", made, names(made))] == ["article/a1/person/quill"]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Ann B. Lee", "Ann Lee"),
        ("John Hale Jr.", "John Hale"),
        ("Ann Maria Lee", "Ann Maria Lee"),
        ('Vincent "Vin" Lee', "Vincent Lee"),
        ("Lee", "Lee"),
    ],
)
def test_a_full_name_has_no_initials_inside(words, whole):
    assert full_name(words.split()) == whole


@pytest.mark.parametrize(
    ("names_", "short"),
    [
        ([("Lake Bird Council", "Organization"), ("LBC", "Organization")], {"LBC": "Lake Bird Council"}),
        ([("Council of Lake Birds", "Organization"), ("CLB", "Organization")], {"CLB": "Council of Lake Birds"}),
        ([("Quill AG", "Organization"), ("Quill", "Organization")], {"Quill": "Quill AG"}),
        (
            [("Caucus of Blue Counties", "Organization"), ("CBC", "Organization")],
            {"CBC": "Caucus of Blue Counties"},
        ),
        ([("United Sailors", "Organization"), ("US", "Place")], {}),
        ([("University of Quillia", "Organization"), ("UoQ", "Organization")], {"UoQ": "University of Quillia"}),
        ([("Houses of Parliament", "Place"), ("Parliament", "Organization")], {"Parliament": "Houses of Parliament"}),
        ([("Bank of Quillia", "Organization"), ("Quillia", "Place")], {}),
        ([("London Bridge", "Place"), ("London", "Place")], {}),
        ([("Quill Motors", "Organization"), ("Quill Motors Workers' Union", "Organization")], {}),
        ([("Quill Motors", "Organization"), ("Quill Motors Fan Club", "Organization")], {}),
        ([("Quill", "Organization"), ("Quill Family Foundation", "Organization")], {}),
        (
            [("Quill Motors Corp.", "Organization"), ("Quill Motors", "Organization")],
            {"Quill Motors": "Quill Motors Corp."},
        ),
        ([("Quill Foundation", "Organization"), ("Quill", "Organization")], {"Quill": "Quill Foundation"}),
        ([("Quillers Union", "Organization"), ("Quillers", "Organization")], {"Quillers": "Quillers Union"}),
    ],
)
def test_short_names_of_organizations(names_, short):
    assert acronyms.longer_names(names_) == short


def test_the_gazetteer_knows_many_names_of_one_thing():
    keys = {gazetteer.known(name).key for name in ("U.S.", "United States", "America", "USA")}
    assert keys == {"place/united-states"}
    assert gazetteer.demonym("British").qid == "Q145"
    # Who is North, South or Latin American is of no United States.
    assert [gazetteer.demonym(f"{part} American").name for part in ("North", "South", "Latin")] == [
        "North America",
        "South America",
        "Latin America",
    ]
    assert gazetteer.known("Quillia") is None


def test_what_the_gazetteer_says_of_first_names():
    assert [gazetteer.gender(name) for name in ("Mary", "Peter", "Quillon")] == ["f", "m", None]


def test_titles():
    assert (title_of("Mrs."), title_of("Oslo")) == ("mrs", None)
    assert [gender_of(title) for title in ("mrs", "sir", "dr")] == ["f", "m", None]


def test_an_article_names_each_thing_once():
    reading = read(
        "Norway's Prime Minister Mary Quill met John Hale, head of the Lake Bird Council (LBC), in Oslo.\n\n"
        "Mrs Quill praised the LBC. Hale, 52, who is British, thanked Quill."
    )
    entities = {m.text: (m.kind, m.entity) for m in reading.mentions if m.form == "name"}
    assert entities["Mary Quill"] == entities["Quill"] == ("Person", "person/mary-quill")
    assert entities["John Hale"] == entities["Hale"] == ("Person", "person/john-hale")
    assert entities["LBC"] == entities["Lake Bird Council"] == ("Organization", "organization/lake-bird-council")
    assert entities["British"] == ("Place", "place/united-kingdom")
    assert entities["Norway"] == ("Place", "place/norway")
    qids = {entity.key: entity.qid for entity in reading.entities}
    assert qids["place/norway"] == "Q20"
    assert qids["person/john-hale"] is None


def test_a_courtesy_title_belongs_to_the_mention_but_not_to_the_name():
    reading = read("Mr Hale sang. Ms Mary Quill listened to Dr Hale.")
    spans = [m.text for m in reading.mentions if m.kind == "Person" and m.form == "name"]
    assert spans == ["Mr Hale", "Ms Mary Quill", "Hale"]
    assert {entity.label for entity in reading.entities if entity.kind == "Person"} == {"Hale", "Mary Quill"}


def test_a_demonym_names_its_country_and_is_no_label_of_it():
    reading = read("The British minister John Hale met Londoners.")
    entities = {entity.key: entity for entity in reading.entities}
    country = entities["place/united-kingdom"]
    assert (country.label, country.aliases, country.qid) == ("United Kingdom", (), "Q145")
    assert entities["group/londoners"].kind == "Group"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Lee resigns\n\nMax Lee resigned on Friday.", "Lee", "person/max-lee"),
        ("Mark Lee met his wife, Ann Lee, in Oslo. Later Lee spoke.", "Lee", "person/mark-lee"),
        ("Lee was born in Oslo to Max Lee, a teacher.", "Lee", "article/a/person/lee"),
    ],
)
def test_a_relative_does_not_take_over_the_surname(text, name, entity):
    found = [mention.entity for mention in read(text).mentions if mention.text == name and mention.form == "name"]
    assert found == [entity]


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Ann Lee, mayor of Penbrook, left. Penbrook Police Department said so.", "Penbrook", "place/penbrook"),
        ("He was shot in Torsk. Torsk General Hospital closed.", "Torsk", "place/torsk"),
        ("Olten Holdings, the maker of jam, said it lost. Olten fell.", "Olten", "organization/olten-holdings"),
        ("Ann Lee met Karo Corp on Monday. Shares in Karo fell.", "Karo", "organization/karo-corp"),
        ("Ann Lee met the Harn Rovers coach.", "Harn Rovers", "organization/harn-rovers"),
        ("Harn Athletic beat Oxmoor City on Monday.", "Oxmoor City", "organization/oxmoor-city"),
        ("Harn Athletic beat Oxmoor City on Monday. City had led at half-time.", "City", "organization/oxmoor-city"),
        ("They will play Harn Rovers or Ashby Town.", "Ashby Town", "organization/ashby-town"),
        ("Ann Lee lives in Oxmoor City.", "Oxmoor City", "place/oxmoor-city"),
    ],
)
def test_a_town_is_no_body_and_a_business_no_person(text, name, entity):
    assert {m.entity for m in read(text).mentions if m.text == name} == {entity}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Sen. Ann Lee (D-Vt.) voted.", {("Ann Lee", "Sen.")}),
        ("Councilwoman Ann Lee voted. Parliament Speaker Bo Hale left.", {
            ("Ann Lee", "Councilwoman"), ("Bo Hale", "Parliament Speaker"),
        }),
        ("Mayor of Lyon Claire Quill spoke.", {("Claire Quill", "Mayor of Lyon")}),
        ("The mayor of Lyon told Claire Quill so. The speaker met Bo Hale.", set()),
    ],
)  # fmt: skip
def test_who_bears_a_title(text, roles):
    reading = read(text)
    labels = {entity.key: entity.label for entity in reading.entities}
    held = {(labels[f.subject.entity], f.object.text) for f in reading.facts if f.relation == "holdsRole"}
    assert held == roles


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two men are held at Torsby prison. One of them left Torsby jail in May.", "Torsby", "Place"),
        ("The governors of Torsby and Vann counties met.", "Vann", "Place"),
        ("He played for Real Madrid before he joined Chelsea.", "Real Madrid", "Organization"),
        ("He left Inter Milan for Spartak Moscow.", "Inter Milan", "Organization"),
        ("Skarvik Marine bought a ferry. Skarvik's chief executive, Ann Lee, said so.", "Skarvik", "Organization"),
        ("Tornby Freight rejected the offer on Monday.", "Tornby Freight", "Organization"),
    ],
)
def test_the_word_beside_a_name_tells_what_it_names(text, name, kind):
    kinds = {mention.text: mention.kind for mention in read(text).mentions if mention.form == "name"}
    assert kinds[name] == kind


@pytest.mark.parametrize(
    "text",
    ["Gunman kills five in Leeds\n\nA gunman killed five people.", "Police released two men in Leeds on Monday."],
)
def test_the_capital_of_a_first_word_makes_no_name(text):
    assert {mention.text for mention in read(text).mentions if mention.form == "name"} == {"Leeds"}


def test_a_first_word_that_is_a_name_elsewhere_is_one():
    text = "Farmer wins seat in Leeds\n\nAnn Farmer won a seat in Leeds on Monday."
    assert {mention.text for mention in read(text).mentions if mention.form == "name"} >= {"Farmer", "Ann Farmer"}


def test_the_letter_of_a_party_is_no_name_of_it():
    (letter,) = (mention for mention in read("Sen. Ann Lee (D-Vt.) spoke in Leeds.").mentions if mention.text == "D")
    assert (letter.form, letter.entity) == ("nominal", "organization/democratic-party")
