"""Names that the index knows are found where no rule found them, or found them too short."""

import pytest

from kg.articles.article import Article
from kg.facts import Entity, Evidence, Fact, Mention, Reading, Span
from kg.link.index import Index
from kg.link.item import Item
from kg.link.offline import IndexNames
from kg.link.readings import linked
from kg.link.spotting import spans

CLASSES = {"Person": "Q5", "Organization": "Q43229", "Place": "Q618123"}
ITEMS = [
    ("Q1", "QRZF", "Organization"),
    ("Q2", "Quill's Gazette", "Organization"),
    ("Q3", "Gazette", "Organization"),
    ("Q4", "Help Line (Norland and Sudland)", "Organization"),
    ("Q5", "Norland", "Place"),
    ("Q6", "U.S. Tide Office", "Organization"),
    ("Q7", "UnitedMills", "Organization"),
    ("Q8", "Blue Door", "Organization"),
    ("Q9", "Tide and Dyke Board", "Organization"),
    ("Q10", "Ann Quill", "Person"),
    ("Q11", "The Harbour Post", "Organization"),
    ("Q12", "Bread", "Organization"),
]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    with Index(tmp_path_factory.mktemp("index") / "index.sqlite", create=True) as index:
        for name, label, kind in ITEMS:
            index.add(Item(name, label, claims={"P31": (CLASSES[kind],)}, sitelinks=30))
        index.finish(CLASSES)
        yield IndexNames(index)


def mention(text: str, words: str, kind: str, entity: str, form="name") -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), words, kind, entity, form)


def read(text: str, *said: tuple[str, ...]) -> Reading:
    mentions = tuple(mention(text, *each) for each in said)
    entities = {each.entity: Entity(each.entity, each.kind, each.text) for each in mentions}
    return Reading(Article("a", text), mentions, tuple(entities.values()), (), (), ())


GAZETTE = ("Gazette", "Organization", "organization/gazette")
NORLAND = ("Norland", "Place", "place/norland")


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        pytest.param("Grants of QRZF fell.", [], {"QRZF": "Q1"}, id="a sign"),
        pytest.param("QRZF's grants fell.", [], {"QRZF": "Q1"}, id="a sign with a possessive"),
        pytest.param("She wrote to UnitedMills.", [], {"UnitedMills": "Q7"}, id="capitals within"),
        pytest.param("GRANTS OF QRZF FELL", [], {}, id="all is in capitals"),
        pytest.param("Bread is cheap, Gazette readers say.", [], {}, id="one plain word"),
        pytest.param("He wrote for Quill's Gazette then.", [GAZETTE], {"Quill's Gazette": "Q2"}, id="longer"),
        pytest.param("He wrote for the Gazette.", [GAZETTE], {"Gazette": "Q3"}, id="no longer"),
        pytest.param("The Blue Door shut.", [], {"Blue Door": "Q8"}, id="two words"),
        pytest.param("Oldham Blue Door Inns shut.", [], {}, id="a piece of a longer name"),
        pytest.param("The new Highgate Blue Door shut.", [], {}, id="the end of a longer name"),
        pytest.param("He read The Harbour Post.", [], {}, id="an article begins no name"),
        pytest.param(
            "Help Line (Norland and Sudland) said so.",
            [NORLAND],
            {"Help Line (Norland and Sudland)": "Q4"},
            id="brackets",
        ),
        pytest.param(
            "He leads the U.S. Tide Office now.",
            [("U.S.", "Place", "place/united-states")],
            {"U.S. Tide Office": "Q6"},
            id="letters with dots",
        ),
        pytest.param(
            "A spokeswoman for Tide and Dyke Board spoke.",
            [("spokeswoman for Tide", "Role", "role/spokeswoman")],
            {"Tide and Dyke Board": "Q9"},
            id="a role cuts it",
        ),
        pytest.param(
            "The Tide and Dyke Boards met.",
            [("Dyke Boards", "Organization", "organization/dyke-boards")],
            {},
            id="a name cuts it",
        ),
        pytest.param(
            "Quill's Gazette of Norland",
            [("Quill's Gazette of Norland", "Organization", "organization/x")],
            {},
            id="within a name",
        ),
    ],
)
def test_what_is_found(source, text, said, found):
    (reading,) = linked([read(text, *said)], source)
    ids = {entity.key: entity.qid for entity in reading.entities}
    assert {each.text: ids[each.entity] for each in reading.mentions if ids.get(each.entity)} == found


def test_what_is_named_only_by_a_part_is_the_whole(source):
    text = "Quill's Gazette was sold. Norland is glad of Help Line (Norland and Sudland)."
    before = read(text, GAZETTE, NORLAND)
    sold = Fact("headquarteredIn", before.mentions[0], before.mentions[1], Evidence(Span(0, 25), "r", 0.9))
    (reading,) = linked([Reading(before.article, before.mentions, before.entities, (sold,), (), ())], source)
    assert [(each.text, each.entity) for each in reading.mentions] == [
        ("Quill's Gazette", "organization/quill-s-gazette"),
        ("Norland", "place/norland"),
        ("Help Line (Norland and Sudland)", "organization/help-line-norland-and-sudland"),
    ]
    (fact,) = reading.facts
    assert (fact.subject.entity, fact.object.entity) == ("organization/quill-s-gazette", "place/norland")


def test_spans_end_with_their_lines_and_are_no_longer_than_a_name():
    assert list(spans("Ann\nQuill")) == []
    assert max(s.end - s.start for s in spans("Ann " * 5_000)) < 40
