"""Names and texts that are stated lead to nothing, also where a change alone is followed; those that follow do."""

from contextlib import ExitStack
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.adopt import adopt
from kg.api import export
from kg.export.diff import held
from kg.export.select import plain
from kg.graph.labels import NAMES
from kg.graph.merge import reasoned
from kg.graph.store import Store
from kg.graph.terms import ALTERNATIVE
from kg.reason import update
from kg.reason.closing import own
from kg.reason.compare import compare
from kg.reason.graph import Graph
from kg.reason.proof import STATED, proofs
from kg.reason.update import by_rules
from kg.vocabulary import BASE, INFERRED

from .graphs import DECLARED, PREFIXES, program, read

ARTICLE = NamedNode(f"{BASE}article/a")
RULES = (
    ":d rdfs:domain :A .",
    "rdfs:label rdfs:domain :C .",
    ":e rdfs:subPropertyOf :d .",
    ":A owl:hasKey (:d) .",
    ":A owl:hasKey (:p :e) .",
    ":A rdfs:subClassOf :B .",
    ':B rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :d ; owl:hasValue "s" ] .',
    ':B owl:equivalentClass [ a owl:Restriction ; owl:onProperty :e ; owl:hasValue "s" ] .',
)
VALUES = (f":{thing} :{name} {value} ." for thing in "uv" for name in "de" for value in ("1", '"s"', '"s"@en'))
FACTS = (*VALUES, ":u a :A .", ":v a :A .", ":u a :B .", ":u :p :x .", ":v :p :x .", ':u rdfs:label "s"@en .')
GRAPHS = st.sets(st.sampled_from(FACTS), max_size=6).map(sorted).map(" ".join)


@cache
def compiled(rules: str):
    return program(DECLARED + rules)


def brought_up_to_date(store: Store, rules: str, graph: str, *, few: bool) -> set[Triple]:
    """State a graph in place of another, follow that alone or as its size suggests, and return what is inferred."""
    store.replace(ARTICLE, {Quad(*atom, ARTICLE) for atom in read(graph)})
    with ExitStack() as patched:
        patched.enter_context(patch("kg.reason.update.keep", lambda _: compiled(rules)))
        if few:
            patched.enter_context(patch.multiple("kg.reason.growing", FEW=2, SMALL=0, READ=0))
            patched.enter_context(patch("kg.reason.update._is_few", lambda *_: True))
        update(store)
    return {quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))}


def anew(rules: str, graph: str) -> set[Triple]:
    """Return all that follows from what the reasoner is told of a graph."""
    told = (atom for atom in read(graph) if reasoned(atom.triple()))
    return {atom.triple() for atom in by_rules(compiled(rules), told)}


def is_as_anew(store: Store, rules: str, graph: str, *, few: bool) -> None:
    """State a graph in place of another, and see that all that follows is inferred, and all that is stated told so."""
    assert brought_up_to_date(store, rules, graph, few=few) == anew(rules, graph)
    assert {each for each in store.stated() if each.predicate not in NAMES} == {
        atom.triple() for atom in read(graph) if atom.p not in NAMES
    }


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(RULES), min_size=1, max_size=3), st.lists(GRAPHS, min_size=1, max_size=4), st.booleans())
def test_whatever_changes_all_is_as_inferred_anew(tmp_path_factory, rules, changes, few):
    with Store(tmp_path_factory.mktemp("texts") / "store") as store:
        for graph in changes:
            is_as_anew(store, " ".join(sorted(rules)), graph, few=few)


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize(
    ("rules", "changes"),
    [
        # A number is withdrawn beside a text.
        (RULES[:1], ("", ':u :d 1 , "s" .', ':u :d "s" .')),
        # What comes meets a text that was there before.
        (RULES[3:4], ("", ':u :d "s" ; a :A . :v :d "s" .', ':u :d "s" ; a :A . :v :d "s" ; a :A .')),
        # A text is stated, and follows; then it is stated alone, and then it follows alone.
        ((RULES[0], RULES[6]), (':u :d "s" ; a :B .', ':u :d "s" .', ":u a :B .")),
        # A text that is stated comes to follow, and no longer does.
        ((RULES[0], RULES[6]), (':u :d "s" .', ':u :d "s" ; a :B .', ':u :d "s" .')),
    ],
)
def test_a_text_leads_to_something_only_where_it_follows(tmp_path, rules, changes, few):
    with Store(tmp_path / "store") as store:
        for graph in changes:
            is_as_anew(store, " ".join(rules), f":x a :C . {graph}", few=few)


def test_a_text_has_a_proof_under_each_name_of_its_thing(tmp_path):
    with Store(tmp_path / "store") as store:
        brought_up_to_date(store, ":d rdfs:domain :A .", ':u owl:sameAs :v . :v :d "s" .', few=False)
        graph = Graph(store.db, store.base, compiled(":d rdfs:domain :A ."))
        for atom, rule in zip(read(':v :d "s" . :u :d "s" .'), (STATED, "eq-rep-s"), strict=True):
            assert [proof.rule for proof in proofs(graph, atom)] == [rule]


def texts_of(lines) -> set[str]:
    return {line for line in lines if '"s"' in line}


def test_a_text_that_is_stated_and_follows_leaves_with_what_is_stated(tmp_path):
    rules = " ".join(RULES[6:7])
    with Store(tmp_path / "text") as alone, Store(tmp_path / "both") as both, Store(tmp_path / "none") as none:
        brought_up_to_date(alone, rules, ':x a :C . :u :d "s" .', few=False)
        brought_up_to_date(both, rules, ':x a :C . :u :d "s" ; a :B .', few=False)
        brought_up_to_date(none, rules, ":x a :C . :u a :B .", few=False)
        said, left_out = texts_of(plain(alone, inferred=False)), texts_of(plain(none, inferred=False))
        assert said == texts_of(plain(both, inferred=False)) == texts_of(plain(none, inferred=True))
        assert (len(said), left_out) == (1, set())
        for store, name in ((both, "both"), (none, "none")):
            export(store, tmp_path / f"{name}.nq")
    # It came, whatever follows; a store is compared as its export is.
    for before, after in (("none", "both"), ("none.nq", "both.nq"), ("none", "both.nq")):
        assert held(tmp_path / after).stated - held(tmp_path / before).stated == {*triples(':u :d "s" .')}


def triples(graph: str) -> list[Triple]:
    return [atom.triple() for atom in read(graph)]


def test_owlrl_agrees_on_a_text_that_follows(tmp_path):
    (tmp_path / "own.ttl").write_text(PREFIXES + ":B a owl:Class . :d a owl:DatatypeProperty ." + RULES[6], "utf-8")
    with Store(tmp_path / "store") as store:
        adopt(store, own(tmp_path / "own.ttl"))
        store.replace(ARTICLE, {Quad(*atom, ARTICLE) for atom in read(":u a :B .")})
        update(store)
        found = compare(store)
        assert found.inferred > 0
        assert found.only_owlrl == found.only_rules == ()


def test_a_name_that_follows_stays_where_the_thing_is_called_so(tmp_path):
    rules = f':B rdfs:subClassOf [ a owl:Restriction ; owl:onProperty {ALTERNATIVE} ; owl:hasValue "Bob"@en ] .'
    follows = Quad(NamedNode("urn:t:u"), ALTERNATIVE, Literal("Bob", language="en"))
    with Store(tmp_path / "store") as store:
        for graph in (
            ":u a :B .",
            ':u a :B ; rdfs:label "Bob"@en , "Robert"@en .',
            ':u a :B ; rdfs:label "Robert"@en .',
        ):
            brought_up_to_date(store, rules, graph, few=False)
            store.rename()
            assert follows in store.db
