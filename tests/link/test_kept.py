"""Links are data: found, proposed by names, decided; they follow their things and are a function of what is kept."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.build import put
from kg.conclude import conclude, decide
from kg.errors import UsageError
from kg.forget import forget
from kg.graph.store import Store
from kg.graph.terms import CLOSE, LABEL, SAME, TYPE, news
from kg.link import deciding
from kg.link.candidates import Candidate
from kg.link.choose import Choice
from kg.link.deciding import Who
from kg.link.finding import Link, unlinked, write
from kg.link.kept import SAME_AS, Kept, shown
from kg.link.replay import DECISION, GAZETTEER, agreed
from kg.resolve.decisions import DIFFERENT, Decision
from kg.resolve.decisions import SAME as ONE
from kg.vocabulary import BASE, PREFIXES
from tests.graph.readings import Maker

WD = PREFIXES["wd"]
ME = Who("ann", "2026-01-02", "I know him")
TEXT = "Jo Roe met Ann Lee in Germany."


@pytest.fixture
def store(tmp_path):
    make = Maker(TEXT, "one")
    for words, kind in (("Jo Roe", "Person"), ("Ann Lee", "Person")):
        make.mention(words, kind)
    make.mention("Germany", "Place")
    make.entities["place/germany"] = replace(make.entities["place/germany"], qid="Q183")
    other = Maker("Ann Lee-Roe spoke.", "two")
    other.mention("Ann Lee-Roe", "Person")
    with Store(tmp_path / "store") as made:
        put(made, [make.reading(), other.reading()], "test")
        conclude(made)
        yield made


def link(path: str, *items: tuple[str, float], source="index") -> Link:
    choices = [Choice(Candidate("x", WD + name, "label"), sure, "so called") for name, sure in items]
    best = replace(choices[0], others=tuple(choices[1:]))
    return Link(NamedNode(BASE + path), "x", "Person", best, source)


def links(store, relation=SAME) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in store.db.quads_for_pattern(None, relation, None, DefaultGraph()):
        if quad.object.value.startswith(WD):
            found.setdefault(quad.subject.value.removeprefix(BASE), set()).add(quad.object.value.removeprefix(WD))
    return found


def test_what_a_name_proposes_is_a_link_with_its_reason(store):
    assert links(store) == {"place/germany": {"Q183"}}
    assert shown(store) == {Kept("place/germany", f"{WD}Q183", 0.9, "the item of its name", GAZETTEER)}


def test_a_source_knows_better_than_the_name(store):
    write(store, [link("place/germany", ("Q99", 0.97))])
    assert links(store)["place/germany"] == {"Q99"}


def test_the_second_and_third_candidate_are_kept_as_proposals(store):
    write(store, [link("person/jo-roe", ("Q1", 0.9), ("Q2", 0.06), ("Q3", 0.01))], day=date(2026, 1, 2))
    assert links(store)["person/jo-roe"] == {"Q1"}
    assert links(store, CLOSE)["person/jo-roe"] == {"Q2", "Q3"}
    found = sorted((row.rank, row.item[-2:], row.accepted, row.date) for row in shown(store) if "jo" in row.thing)
    assert found == [(1, "Q1", True, "2026-01-02"), (2, "Q2", False, "2026-01-02"), (3, "Q3", False, "2026-01-02")]
    assert store.is_current()


def test_what_is_not_sure_is_proposed_and_what_is_unlikely_is_not_shown(store):
    write(store, [link("person/jo-roe", ("Q1", 0.5), ("Q2", 0.4)), link("person/ann-lee", ("Q3", 0.05))])
    assert "person/jo-roe" not in links(store)
    assert links(store, CLOSE)["person/jo-roe"] == {"Q1", "Q2"}
    assert "person/ann-lee" not in links(store, CLOSE)


def test_accept_reject_remap_and_undo_leave_no_trace(store):
    write(store, [link("person/jo-roe", ("Q1", 0.9), ("Q2", 0.06)), link("person/ann-lee", ("Q3", 0.5))])
    before = set(store.db)
    held: list[Decision] = []
    held = deciding.accept(store, held, "person/ann-lee", None, ME)
    decide(store, held)
    assert links(store)["person/ann-lee"] == {"Q3"}
    [row] = [row for row in shown(store) if row.thing == "person/ann-lee"]
    assert (row.by, row.date, row.reason, row.source, row.confidence) == (
        "ann", "2026-01-02", "I know him", DECISION, 1.0,
    )  # fmt: skip
    held = deciding.reject(store, held, "person/jo-roe", None, ME)
    decide(store, held)
    assert "person/jo-roe" not in links(store)
    held = deciding.remap(store, held, "place/germany", "Q7", ME)
    decide(store, held)
    assert links(store)["place/germany"] == {"Q7"}
    while held:
        held = deciding.undo(held, None)
        decide(store, held)
    assert set(store.db) == before


def test_decisions_alone_give_the_same_links_on_a_store_built_anew(store, tmp_path):
    held = [
        Decision("person/jo-roe", "Q1", ONE, "ann", "2026-01-02"),
        Decision("place/germany", "Q183", DIFFERENT, "ann", "2026-01-02"),
    ]
    decide(store, held)
    assert links(store) == {"person/jo-roe": {"Q1"}}
    make = Maker(TEXT, "one")
    make.mention("Jo Roe", "Person")
    make.mention("Germany", "Place")
    with Store(tmp_path / "anew") as other:
        put(other, [make.reading()], "test")
        decide(other, held)
        assert links(other) == {"person/jo-roe": {"Q1"}}


def test_a_link_moves_with_its_thing(store):
    write(store, [link("person/ann-lee-roe", ("Q3", 0.9))])
    decide(store, [Decision("person/ann-lee", "person/ann-lee-roe", ONE)])
    [(path, items)] = [(path, items) for path, items in links(store).items() if path.startswith("person/")]
    assert items == {"Q3"}
    assert path in {quad.subject.value.removeprefix(BASE) for quad in store.db.quads_for_pattern(None, None, None)}
    decide(store, [])
    assert links(store)["person/ann-lee-roe"] == {"Q3"}
    assert "person/ann-lee" not in links(store)


def test_things_that_are_joined_and_linked_otherwise_wait_for_a_decision(store):
    write(store, [link("person/ann-lee-roe", ("Q3", 0.9)), link("person/ann-lee", ("Q4", 0.95))])
    decide(store, [Decision("person/ann-lee", "person/ann-lee-roe", ONE)])
    assert not [path for path in links(store) if path.startswith("person/")]
    assert {"Q3", "Q4"} in links(store, CLOSE).values()


def test_what_no_article_names_is_not_shown_and_comes_back(store):
    write(store, [link("person/ann-lee-roe", ("Q3", 0.9))])
    forget(store, "two")
    assert "person/ann-lee-roe" not in links(store)
    make = Maker("Ann Lee-Roe spoke.", "two")
    make.mention("Ann Lee-Roe", "Person")
    put(store, [make.reading()], "test")
    conclude(store)
    assert links(store)["person/ann-lee-roe"] == {"Q3"}


def test_what_no_article_names_is_not_looked_for(store):
    for relation, value in ((TYPE, news("Place")), (LABEL, Literal("Europe"))):
        store.db.add(Quad(NamedNode(f"{BASE}place/europe"), relation, value))
    assert [each.names[0] for each in unlinked(store, "Place")] == ["Germany"]


def test_no_article_no_link(store):
    for name in ("one", "two"):
        forget(store, name)
    assert links(store) == {}
    assert links(store, CLOSE) == {}


def test_same_as_only_where_it_is_asked_for(store):
    write(store, [link("person/ann-lee", ("Q3", 0.9))])
    assert SAME_AS not in {quad.predicate for quad in store.db.quads_for_pattern(None, None, None)}
    write(store, [link("person/jo-roe", ("Q1", 0.9))], same_as=True)
    assert links(store, SAME_AS) == {"person/jo-roe": {"Q1"}} or links(store, SAME_AS)["person/jo-roe"] == {"Q1"}
    assert "person/ann-lee" not in links(store, SAME_AS)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda store: deciding.accept(store, [], "person/jo-roe", None, ME), "nothing is proposed for person/jo-roe"),
        (lambda store: deciding.accept(store, [], "person/jo-roe", "Mr Roe", ME), "'Mr Roe' is no item"),
        (lambda store: deciding.reject(store, [], "person/jo-roe", None, ME), "is not linked"),
        (lambda store: deciding.remap(store, [], "person/jo-roe", "Q1", ME), "kg link accept links it"),
        (lambda store: deciding.remap(store, [], "place/germany", "wd:Q183", ME), "linked to wd:Q183 already"),
        (lambda store: deciding.undo([Decision("a", "b", ONE)], None), "no link was decided"),
    ],
)
def test_what_cannot_be_decided_is_told(store, ask, message):
    with pytest.raises(UsageError, match=message):
        ask(store)


ROWS = st.builds(
    Kept,
    thing=st.just("person/a"),
    item=st.sampled_from([WD + "Q1", WD + "Q2", WD + "Q3"]),
    confidence=st.sampled_from([0.1, 0.5, 0.9]),
    reason=st.just("so"),
    source=st.sampled_from(["a", "b"]),
    accepted=st.booleans(),
)
DECIDED = st.builds(
    Decision, st.just("person/a"), st.sampled_from(["Q1", "Q2"]), st.sampled_from([ONE, DIFFERENT]), st.just("ann")
)


@given(st.lists(ROWS, max_size=6), st.lists(DECIDED, max_size=2, unique_by=lambda d: d.right), st.randoms())
def test_a_thing_has_one_link_at_most_and_none_that_was_rejected(rows, decided, random):
    found = list(agreed("person/a", rows, decided))
    accepted = [row for row in found if row.accepted]
    assert len(accepted) <= 1
    assert len({row.item for row in found}) == len(found)
    assert not {row.item for row in found} & {WD + each.right for each in decided if not each.same}
    assert [row.rank for row in found] == sorted(row.rank for row in found)
    mixed = [*rows]
    random.shuffle(mixed)
    assert list(agreed("person/a", mixed, decided)) == found
