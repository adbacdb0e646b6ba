"""What is tested graph by graph is what pySHACL says: no graph that it finds wrong is passed by."""

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.constraints import Constraints, UnknownShapeError
from kg.graph.quads import quads
from kg.graph.shapes import checked, reports, suspects
from kg.graph.store import Store
from kg.graph.terms import LABEL, TYPE, Names, decimal, integer, news, oa
from kg.vocabulary import XSD
from tests.graph.readings import rudd

ARTICLE = Names("rudd").article
WHOLE = sorted(quads(rudd(), content_hash="x", read_by="test"), key=str)
WORDS, CLAIM = (NamedNode(f"{ARTICLE.value}#{name}") for name in ("char=15,25", "spokeAt-15-25-35-40"))
TEN = Literal("ten", datatype=NamedNode(f"{XSD}integer"))
STATEMENT = next(q.subject for q in WHOLE if q.predicate == TYPE and q.object == news("Statement"))
EVENT = next(q.subject for q in WHOLE if q.predicate == TYPE and "/event/" in str(q.subject))
#: A node, a predicate, and what it is to have in place of what it has.
DAMAGE = [
    (CLAIM, oa("hasSelector"), []),
    (CLAIM, oa("hasSelector"), [STATEMENT]),
    (CLAIM, oa("hasSource"), [ARTICLE, STATEMENT]),
    (CLAIM, oa("hasSource"), [STATEMENT]),
    (CLAIM, news("rule"), [integer(3)]),
    (CLAIM, news("confidence"), [decimal(1.5)]),
    (CLAIM, news("confidence"), [Literal("0.5")]),
    (CLAIM, news("modality"), [Literal("guessed")]),
    (CLAIM, news("modality"), [Literal("asserted", language="en")]),
    (WORDS, oa("exact"), [Literal("Amber Rudd"), Literal("Amber")]),
    (WORDS, oa("start"), [integer(-3)]),
    (WORDS, oa("start"), [integer(14)]),
    (WORDS, oa("exact"), [TEN]),
    (WORDS, oa("end"), [integer(3)]),
    (WORDS, oa("end"), []),
    (ARTICLE, LABEL, []),
    (ARTICLE, TYPE, []),
    (EVENT, LABEL, []),
    (NamedNode(f"{ARTICLE.value}#char=0,{len(rudd().article.text)}"), news("wholeOf"), []),
    (STATEMENT, TYPE, [news("Bombing")]),
    (EVENT, TYPE, [news("Meeting"), news("Attack")]),
]


def damaged(node, predicate, values):
    kept = {quad for quad in WHOLE if (quad.subject, quad.predicate) != (node, predicate)}
    return kept | {Quad(node, predicate, value, ARTICLE) for value in values}


def said(store: Store) -> tuple[bool, bool]:
    """Whether the tests find the article, and whether pySHACL finds it wrong."""
    return list(suspects(store)) == [ARTICLE], bool(checked(store, ARTICLE).violations)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("shapes") / "store") as made:
        yield made


@pytest.mark.parametrize("damage", DAMAGE, ids=str)
def test_what_is_wrong_for_pyshacl_is_found_and_nothing_else(store, damage):
    store.replace(ARTICLE, damaged(*damage))
    found, wrong = said(store)
    assert found == wrong


@settings(max_examples=12, deadline=None)
@given(st.sets(st.sampled_from(WHOLE), min_size=1, max_size=4))
def test_whatever_is_missing_is_found_where_pyshacl_misses_it(store, missing):
    store.replace(ARTICLE, set(WHOLE) - missing)
    found, wrong = said(store)
    assert found >= wrong


def test_what_is_whole_is_passed_by(store):
    store.replace(ARTICLE, WHOLE)
    assert said(store) == (False, False)
    assert not list(reports(store))


def test_a_shape_of_another_kind_is_not_passed_by_in_silence():
    shapes = rdflib.Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <#s> a sh:NodeShape ; sh:closed true .", format="turtle"
    )
    with pytest.raises(UnknownShapeError):
        _ = Constraints(shapes, lambda kind: frozenset({str(kind)})).tests
