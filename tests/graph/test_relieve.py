"""A store that is written long opens its database anew, and nobody who goes on with it notices."""

from itertools import pairwise

import pytest
from pyoxigraph import NamedNode, Quad

import kg.graph.written
from kg.conclude import conclude
from kg.errors import DataError
from kg.graph import folder, opened
from kg.graph.store import Store
from kg.graph.terms import TYPE, news
from kg.reason import growing, update
from kg.vocabulary import INFERRED
from tests.soak import stores


@pytest.fixture
def often(monkeypatch):
    """Return the folders of databases that were opened, anew after each write."""
    found, work = [], folder.opened
    monkeypatch.setattr(folder, "opened", lambda path: found.append(path) or work(path))
    monkeypatch.setattr(opened, "UNRELIEVED", -1)
    return found


def test_a_build_that_opens_its_database_anew_makes_the_same_store(tmp_path, often, monkeypatch):
    monkeypatch.setattr(kg.graph.written, "ADDED", 1)
    monkeypatch.setattr(growing, "SMALL", 0)
    stores.ACTIONS["build"](tmp_path / "often")
    assert len(often) > 7
    monkeypatch.setattr(opened, "UNRELIEVED", 1 << 40)
    often.clear()
    stores.ACTIONS["build"](tmp_path / "once")
    assert len(often) == 1
    assert stores.image(tmp_path / "often") == stores.image(tmp_path / "once")


def test_a_database_that_somebody_holds_stays_open(tmp_path, often):
    with Store(tmp_path / "store") as store:
        held = store.db
        store.relieve()
        assert store.db is held
        del held
        store.relieve()
    assert len(often) == 2


def test_what_was_written_is_there_when_it_is_opened_anew_and_others_are_kept_away(tmp_path, often):
    stores.ACTIONS["build"](tmp_path / "store")
    wanted = stores.image(tmp_path / "store")
    with Store(tmp_path / "store") as store:
        store.relieve()
        assert sorted(map(str, store.db)) == wanted
        with pytest.raises(DataError, match="another process is writing"):
            Store(tmp_path / "store")
    assert len(often) >= 3


def test_while_what_follows_is_worked_out_the_database_is_opened_anew_after_each_portion(tmp_path, often, monkeypatch):
    with Store(tmp_path / "store") as store:
        graph = store.graph("article/a")
        things = [NamedNode(f"{store.base}person/{number}") for number in range(6)]
        store.replace(graph, [Quad(thing, TYPE, news("Person"), graph) for thing in things])
        monkeypatch.setattr(growing, "SMALL", 0)
        monkeypatch.setattr(growing, "FEW", 2)
        monkeypatch.setattr(growing, "BEHIND", 0)
        often.clear()
        update(store)
        # When all are read, when none of them joins another, and after each portion of two.
        assert len(often) == 5
        found = set(store.db.quads_for_pattern(None, TYPE, news("Agent"), store.graph(INFERRED)))
        assert {quad.subject for quad in found} == {*things}


def test_while_facts_are_joined_the_database_is_opened_anew_after_each_portion(tmp_path, often, monkeypatch):
    with Store(tmp_path / "store") as store:
        graph = store.graph("article/a")
        places = [NamedNode(f"{store.base}place/{number}") for number in range(6)]
        store.replace(graph, [Quad(one, news("locatedIn"), other, graph) for one, other in pairwise(places)])
        monkeypatch.setattr(growing, "SMALL", 0)
        monkeypatch.setattr(growing, "FEW", 1)
        often.clear()
        update(store)
        # Before the first, after each of five, and after what follows from each alone: four, and one.
        assert len(often) == 8
        assert Quad(places[0], news("locatedIn"), places[-1]) in store.db


def test_while_what_is_stated_is_read_the_database_is_opened_anew_after_each_relation(tmp_path, often, monkeypatch):
    with Store(tmp_path / "store") as store:
        graph = store.graph("article/a")
        person, place = (NamedNode(f"{store.base}{path}") for path in ("person/a", "place/b"))
        born = Quad(person, news("bornIn"), place, graph)
        store.replace(graph, [Quad(person, TYPE, news("Person"), graph), Quad(place, TYPE, news("Place"), graph), born])
        counts = list[int]()
        for read in (1, 0):
            monkeypatch.setattr(growing, "READ", read)
            store.unsee()
            often.clear()
            update(store)
            counts.append(len(often))
        # Two of the three lead on, and one of these may be joined: it is counted, and then read.
        assert counts[1] == counts[0] + 4


def test_what_was_read_stays_where_little_was_written_before(tmp_path, often, monkeypatch):
    with Store(tmp_path / "store") as store:
        store.relieve()
        monkeypatch.setattr(opened, "UNRELIEVED", 1 << 40)
        store.relieve(is_read=True)
        assert len(often) == 2


def test_what_was_read_is_let_go_where_much_was_written_before(tmp_path, often, monkeypatch):
    monkeypatch.setattr(opened, "BURDEN", -1)
    with Store(tmp_path / "store") as store:
        monkeypatch.setattr(opened, "UNRELIEVED", 1 << 40)
        store.relieve(is_read=True)
        assert len(often) == 1
        monkeypatch.setattr(opened, "UNRELIEVED", -1)
        store.relieve()
        monkeypatch.setattr(opened, "UNRELIEVED", 1 << 40)
        store.relieve()
        assert len(often) == 2
        store.relieve(is_read=True)
        assert len(often) == 3
        conclude(store)
        often.clear()
        conclude(store)
        assert not often
