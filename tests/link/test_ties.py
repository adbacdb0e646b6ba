"""What an item is tied to tells which is meant where it is another thing's: never by what the thing itself may be."""

import tracemalloc
from dataclasses import dataclass, field

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.article import Article
from kg.facts import Entity, Reading
from kg.graph.store import Store
from kg.graph.terms import news
from kg.link.choose import About, ranked, ties
from kg.link.finding import links
from kg.link.index import Index
from kg.link.item import Item
from kg.link.offline import IndexNames
from kg.link.readings import linked
from kg.link.telling import named_beside
from kg.vocabulary import BASE, PREFIXES

TYPE, LABEL = NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{PREFIXES['rdfs']}label")
CLASSES = {"Person": "Q5", "Organization": "Q43229", "Place": "Q618123"}
#: The city Norland lies in the state Norland, the other Elmbridge in Sudland; Eve Quill of two works for Mills.
ITEMS = [
    ("Q1", "Norland", "Place", 200, {}),
    ("Q2", "Norland", "Place", 40, {"P131": ("Q1",)}),
    ("Q3", "Sudland", "Place", 90, {}),
    ("Q4", "Elmbridge", "Place", 12, {}),
    ("Q5", "Elmbridge", "Place", 8, {"P131": ("Q3",)}),
    ("Q6", "Tide Mills", "Organization", 30, {}),
    ("Q7", "Eve Quill", "Person", 8, {"P108": ("Q6",)}),
    ("Q8", "Eve Quill", "Person", 9, {}),
    ("Q9", "Westerland", "Place", 60, {}),
    ("Q10", "Westerland", "Place", 20, {"P131": ("Q9",)}),
]
Named = tuple[tuple[str, str, str], ...]
NORLAND = ("place/norland", "Place", "Norland")
STATE = ("place/state-of-norland", "Place", "Norland")
WEST = ("place/westerland", "Place", "Westerland")
SUDLAND = ("place/sudland", "Place", "Sudland")
ELM = ("place/elmbridge", "Place", "Elmbridge")
EVE = ("person/eve-quill", "Person", "Eve Quill")
MILLS = ("organization/tide-mills", "Organization", "Tide Mills")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    with Index(tmp_path_factory.mktemp("index") / "index.sqlite", create=True) as index:
        for name, label, kind, wikis, claims in ITEMS:
            index.add(Item(name, label, claims={"P31": (CLASSES[kind],), **claims}, sitelinks=wikis))
        index.finish(CLASSES)
        yield IndexNames(index)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store") as store:
        yield store


def tell(store: Store, article: str, *things: tuple[str, str, str]) -> None:
    for path, kind, label in things:
        node = NamedNode(BASE + path)
        store.db.extend([Quad(node, TYPE, news(kind)), Quad(node, LABEL, Literal(label))])
        store.db.add(Quad(NamedNode(f"{BASE}article/{article}"), news("mentions"), node))


def best(store: Store, source, thing: tuple[str, str, str]):
    return {link.entity.value: link.best for link in links(store, source)}[BASE + thing[0]]


def test_a_thing_is_no_evidence_for_what_is_tied_to_it_of_its_name(store, source):
    tell(store, "a", NORLAND, WEST)
    (found, west) = (best(store, source, each) for each in (NORLAND, WEST))
    assert (found.candidate.iri.rpartition("/")[2], found.confidence) == ("Q1", 0.875)
    assert west.candidate.iri.endswith("/Q9")
    assert "tied" not in f"{found.reason}{west.reason}{west.others[0].reason}"


def test_nor_is_it_in_readings(source):
    entities = tuple(Entity(*each) for each in (NORLAND, STATE))
    (reading,) = linked([Reading(Article("a", "Norland"), (), entities[:1], (), (), ())], source)
    assert [each.qid for each in reading.entities] == ["Q1"]
    (reading,) = linked([Reading(Article("a", "Norland"), (), entities, (), (), ())], source)
    assert [each.qid for each in reading.entities] == ["Q1", "Q1"]


@pytest.mark.parametrize(
    ("thing", "beside", "item"),
    [
        pytest.param(ELM, (), "Q4", id="the better known"),
        pytest.param(ELM, (SUDLAND,), "Q5", id="lies in what is named"),
        pytest.param(EVE, (), "Q8", id="nobody's"),
        pytest.param(EVE, (MILLS,), "Q7", id="works for what is named"),
        pytest.param(EVE, (SUDLAND,), "Q8", id="not for what else is named"),
    ],
)
def test_another_thing_that_a_candidate_is_tied_to_speaks_for_it(store, source, thing, beside, item):
    tell(store, "a", thing, *beside)
    tell(store, "b", MILLS, SUDLAND)
    assert best(store, source, thing).candidate.iri.endswith(f"/{item}")


def test_ties_are_to_others_than_the_candidates(source):
    found = list(source.candidates("Place", ["Norland"]))
    assert ties(found) == frozenset()
    assert ties(list(source.candidates("Place", ["Elmbridge"]))) == {"Q3"}
    assert ranked(found, About(beside=ties(found))).confidence == 0.875


@dataclass
class Counted:
    """A source that notes of what kinds it is asked."""

    source: IndexNames
    kinds: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.source.name

    def candidates(self, kind, names):
        self.kinds.append(kind)
        return self.source.candidates(kind, names)


def test_links_are_found_kind_by_kind(store, source):
    tell(store, "a", EVE, MILLS, ELM)
    asked = Counted(source)
    found = links(store, asked)
    assert (next(found).kind, set(asked.kinds)) == ("Place", {"Place"})
    assert [link.kind for link in found] == ["Organization", "Person"]


def test_what_is_beside_one_thing_takes_no_memory_of_all_that_is_named(store):
    mentions = ((f"article/{n // 4}", f"place/{n}") for n in range(20_000))
    store.db.bulk_extend(Quad(NamedNode(BASE + a), news("mentions"), NamedNode(BASE + p)) for a, p in mentions)
    bearers = {"Q1": [f"{BASE}place/{n}" for n in (1, 9)], "Q2": [f"{BASE}place/0"], "Q3": [f"{BASE}place/4"]}
    tracemalloc.start()
    try:
        found = named_beside(store, NamedNode(f"{BASE}place/0"), ["Q1", "Q2", "Q3", "Q4"], bearers)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == {"Q1"}
    assert most < 200_000
