"""Quads of an endpoint, here a store in memory: each is looked up once, all of them or none."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, Store

from kg.errors import DataError, NetworkError
from kg.serve import quads
from kg.serve.quads import Quads

NAME = NamedNode("https://example.org/name")
THINGS = [NamedNode(f"https://example.org/{number}") for number in range(10)]


class There:
    """The store, with how often it was asked; `before` is called ahead of each answer."""

    def __init__(self, before=lambda: None):
        self.store, self.asked, self.before = Store(), 0, before
        self.store.extend(Quad(each, NAME, Literal(each.value)) for each in THINGS)

    def __call__(self, query):
        self.asked += 1
        self.before()
        return self.store.query(query).serialize(format=QueryResultsFormat.JSON)


def names(found, thing):
    return [quad.object.value for quad in found.quads_for_pattern(thing, NAME, None)]


def test_what_was_wanted_together_stays_however_little_is_kept():
    there = There()
    found = Quads(there, kept=1)
    found.fetch(THINGS)
    assert [names(found, each) for each in THINGS] == [[each.value] for each in THINGS]
    assert there.asked == 1


def test_what_is_wanted_again_is_forgotten_last():
    there = There()
    found = Quads(there, kept=1)
    for number in (0, 1, 0, 2, 0):
        assert names(found, THINGS[number]) == [THINGS[number].value]
    assert there.asked == 3


def test_what_was_found_is_given_though_others_drive_it_out():
    there = There()
    found = Quads(there, kept=1)
    found.fetch(THINGS[:1])
    others = iter(THINGS[2:])

    def drive_out():
        for each in others:
            found.fetch([each])

    there.before = drive_out
    assert len(found.fetch(THINGS[:2])) == 2
    assert there.asked > 3


@pytest.mark.parametrize(
    "look", [lambda found: found.fetch(THINGS), lambda found: found.quads_for_pattern(*[None] * 3)]
)
def test_more_than_may_be_read_is_told_and_not_cut_off(look, monkeypatch):
    monkeypatch.setattr(quads, "MOST", len(THINGS) - 1)
    with pytest.raises(DataError, match="more than 9 rows"):
        look(Quads(There()))
    monkeypatch.setattr(quads, "MOST", len(THINGS))
    look(Quads(There()))


def test_what_it_cannot_do_is_refused():
    for options in ({"default_graph": THINGS}, {"named_graphs": THINGS}, {"use_default_graph_as_union": True}):
        with pytest.raises(TypeError):
            Quads(There()).query("ASK {}", **options)


def test_a_relative_iri_is_of_the_base():
    assert list(Quads(There()).query("SELECT ?n { <3> <name> ?n }", base_iri="https://example.org/"))


@pytest.mark.parametrize("asked", ["ASK {}", "SELECT ?s ('n' AS ?o) (?s AS ?p) { BIND(<a:other> AS ?s) }"])
def test_what_was_not_asked_for_is_the_fault_of_the_endpoint(asked):
    there = There()
    with pytest.raises(NetworkError, match="the endpoint answered"):
        Quads(lambda _: there(asked)).fetch(THINGS)
