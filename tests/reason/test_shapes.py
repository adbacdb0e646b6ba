"""What articles are built into keeps to the shapes; what is damaged is found, with its article."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.quads import quads
from kg.graph.shapes import reports
from kg.graph.store import Store
from kg.graph.terms import ALTERNATIVE, LABEL, TYPE, Names, integer, news, oa
from tests.graph.readings import rudd

ARTICLE = Names("rudd").article
WORDS = NamedNode(f"{ARTICLE.value}#char=15,25")
CLAIM = NamedNode(f"{ARTICLE.value}#spokeAt-15-25-35-40")
KILLING = NamedNode("https://w3id.org/newskg/id/article/rudd/event/9")


def found(store: Store) -> set[tuple[str, str]]:
    return {(each.node, each.message) for report in reports(store) for each in report.violations}


def without(quads: set[Quad], node: NamedNode, predicate: NamedNode) -> set[Quad]:
    return {quad for quad in quads if (quad.subject, quad.predicate) != (node, predicate)}


DAMAGE = [
    pytest.param(lambda q: without(q, CLAIM, news("rule")), CLAIM, "a claim has the rule that found it", id="rule"),
    pytest.param(
        lambda q: without(q, CLAIM, news("confidence")), CLAIM, "a claim has a confidence from 0 to 1", id="confidence"
    ),
    pytest.param(lambda q: without(q, CLAIM, oa("hasSource")), CLAIM, "a claim has one article", id="article"),
    pytest.param(
        lambda q: without(q, WORDS, oa("start")), WORDS, "a passage has the offset at which it starts", id="offset"
    ),
    pytest.param(
        lambda q: {*without(q, WORDS, oa("start")), Quad(WORDS, oa("start"), integer(14), ARTICLE)},
        ARTICLE,
        f"at the offsets of {WORDS.value} are other words than its own",
        id="other words",
    ),
    pytest.param(
        lambda q: {*q, Quad(KILLING, TYPE, news("Bombing"), ARTICLE), Quad(KILLING, LABEL, Literal("x"), ARTICLE)},
        KILLING,
        "an attack has a place, a date, a victim, a target, a perpetrator or a weapon",
        id="attack",
    ),
    pytest.param(lambda q: without(q, ARTICLE, LABEL), ARTICLE, "a thing has a label", id="label"),
    pytest.param(
        lambda q: {*q, Quad(KILLING, TYPE, news("Gathering"), ARTICLE)},
        KILLING,
        "an event has a label, or a word for it",
        id="event",
    ),
]


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store") as made:
        yield made


def test_what_is_built_keeps_to_the_shapes(store):
    store.replace(ARTICLE, quads(rudd(), content_hash="x", read_by="test"))
    assert found(store) == set()


def test_an_event_that_other_articles_label_has_its_own_word_here(store):
    told = {Quad(KILLING, TYPE, news("Gathering"), ARTICLE), Quad(KILLING, ALTERNATIVE, Literal("rally"), ARTICLE)}
    store.replace(ARTICLE, {*quads(rudd(), content_hash="x", read_by="test"), *told})
    assert found(store) == set()


@pytest.mark.parametrize(("damage", "node", "message"), DAMAGE)
def test_what_is_damaged_is_found(store, damage, node, message):
    store.replace(ARTICLE, damage(quads(rudd(), content_hash="x", read_by="test")))
    assert (node.value, message) in found(store)
    assert {each.article for report in reports(store) for each in report.violations} == {ARTICLE.value}
