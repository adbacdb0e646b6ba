"""The store holds what its articles state, whatever the order and the detours by which they came."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import DataError, UsageError
from kg.graph.folder import FORMAT, MARK
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import ALTERNATIVE, LABEL, Names, news
from kg.vocabulary import BASE
from tests.graph.readings import Maker, rudd

LEEDS = NamedNode(f"{BASE}place/leeds")
KHAN = NamedNode(f"{BASE}person/khan")


def article(name: str, place: str = "Leeds", called: str | None = None) -> set[Quad]:
    """The quads of a short article; `called` is how it spells the place."""
    make = Maker(f"Khan spoke in {called or place}.", name)
    who, where = make.mention("Khan", "Person"), make.mention(called or place, "Place", f"place/{place.lower()}")
    return quads(make.reading([make.fact("spokeAt", who, where, make.article.text)]), content_hash=name, read_by="test")


def put(store: Store, name: str, found: Iterable[Quad]) -> None:
    store.replace(Names(name).article, found)


def default(store: Store) -> set[Triple]:
    return {quad.triple for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph())}


def spoken(store: Store) -> list[Quad]:
    return list(store.db.quads_for_pattern(None, news("spokeAt"), None, DefaultGraph()))


def image(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.db)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store") as made:
        yield made


def test_the_default_graph_has_each_plain_triple_once(store):
    for name in ("a", "b", "c"):
        put(store, name, article(name))
    assert len(spoken(store)) == 1
    assert not [t for t in default(store) if "#" in t.subject.value.removeprefix(BASE)]


def test_what_two_articles_state_stays_until_both_are_forgotten(store):
    put(store, "a", article("a"))
    put(store, "b", article("b"))
    put(store, "a", ())
    assert len(spoken(store)) == 1
    put(store, "b", ())
    store.rename()
    assert default(store) == set()


def test_a_replaced_article_leaves_nothing_of_its_first_version(store, tmp_path):
    put(store, "a", article("a", "Leeds"))
    put(store, "a", article("a", "York"))
    store.rename()
    store.infer((), ())
    with Store(tmp_path / "other") as fresh:
        put(fresh, "a", article("a", "York"))
        fresh.infer((), ())
        assert image(store) == image(fresh)


def test_the_reasoner_is_told_what_came_and_what_went(store):
    put(store, "a", article("a", "Leeds"))
    added, removed = (set(triples) for triples in store.pending())
    assert Triple(KHAN, news("spokeAt"), LEEDS) in added
    assert not removed
    assert not [t for t in added if t.predicate == LABEL or isinstance(t.object, Literal)]
    store.infer((), ())
    assert [list(triples) for triples in store.pending()] == [[], []]
    put(store, "a", article("a", "York"))
    assert Triple(KHAN, news("spokeAt"), LEEDS) in set(store.pending()[1])


def test_what_comes_and_goes_unseen_is_not_told(store):
    put(store, "a", article("a"))
    put(store, "a", ())
    assert [list(triples) for triples in store.pending()] == [[], []]


def test_an_inferred_triple_stays_when_it_is_no_longer_stated(store):
    inferred = Triple(KHAN, news("spokeAt"), LEEDS)
    store.infer((), [inferred])
    put(store, "a", article("a"))
    put(store, "a", ())
    store.rename()
    assert default(store) == {inferred}
    store.infer([inferred], ())
    assert default(store) == set()


def test_a_stated_triple_stays_when_it_is_no_longer_inferred(store):
    put(store, "a", article("a"))
    inferred = Triple(KHAN, news("spokeAt"), LEEDS)
    store.infer((), [inferred])
    store.infer([inferred], ())
    assert inferred in default(store)


def labels(store: Store) -> tuple[set[str], set[str]]:
    return tuple(
        {q.object.value for q in store.db.quads_for_pattern(LEEDS, p, None, DefaultGraph())}
        for p in (LABEL, ALTERNATIVE)
    )


def test_a_thing_has_one_label_and_capitals_lose(store):
    put(store, "a", article("a", called="LEEDS"))
    put(store, "b", article("b", called="Leeds"))
    store.rename()
    assert labels(store) == ({"Leeds"}, {"LEEDS"})
    put(store, "b", ())
    store.rename()
    assert labels(store) == ({"LEEDS"}, set())


# An article by its name: which place, how spelled; None forgets it.
STEP = st.tuples(st.sampled_from("abc"), st.none() | st.tuples(st.sampled_from(["Leeds", "York"]), st.booleans()))


def take(store: Store, name: str, what: tuple[str, bool] | None) -> None:
    put(store, name, () if what is None else article(name, what[0], what[0].upper() if what[1] else None))


@settings(max_examples=20, deadline=None)
@given(st.lists(STEP, max_size=6))
def test_any_history_gives_the_store_of_its_outcome(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("stores")
    with Store(folder / "lived") as lived, Store(folder / "fresh") as fresh:
        for name, what in steps:
            take(lived, name, what)
        for name, what in sorted(dict(steps).items()):
            take(fresh, name, what)
        for store in (lived, fresh):
            store.rename()
            store.infer((), ())
        assert image(lived) == image(fresh)


@settings(max_examples=20, deadline=None)
@given(st.text())
def test_any_text_survives_a_replacement(tmp_path_factory, words):
    graph = Names("a").article
    texts = [Quad(KHAN, LABEL, Literal(text), graph) for text in (words, f"{words} again")]
    with Store(tmp_path_factory.mktemp("store")) as store:
        for quad in texts:
            store.replace(graph, [quad])
            assert list(store.db.quads_for_pattern(None, None, None, graph)) == [quad]


def test_an_own_base_is_kept(tmp_path):
    with Store(tmp_path / "s", base="https://example.org/") as store:
        assert store.base == "https://example.org/"
    with Store(tmp_path / "s") as store:
        assert store.base == "https://example.org/"


def test_a_store_is_of_one_base(tmp_path):
    Store(tmp_path / "s").close()
    with pytest.raises(DataError, match=r"start with https://w3id\.org/newskg/id/, not with https://example\.org/"):
        Store(tmp_path / "s", base="https://example.org/")


@pytest.mark.parametrize("base", ["no iri/", "https://example.org"])
def test_a_base_that_is_none_makes_no_store(tmp_path, base):
    with pytest.raises(UsageError, match=r"is no IRI|should end with"):
        Store(tmp_path / "s", base=base)
    assert not (tmp_path / "s").exists()


def test_a_changed_ontology_is_reasoned_over_again(store, tmp_path):
    put(store, "a", article("a"))
    before = set(store.pending()[0])
    inferred = Triple(KHAN, news("livesIn"), LEEDS)
    store.infer((), [inferred])
    graph = store.graph("graph/ontology")
    store.db.remove(next(iter(store.db.quads_for_pattern(None, None, None, graph))))
    store.close()
    with Store(tmp_path / "store") as again:
        assert set(again.pending()[0]) == before
        assert inferred not in default(again)


def test_readers_stand_beside_a_writer(store):
    put(store, "rudd", quads(rudd(), content_hash="h", read_by="test"))
    store.db.flush()
    with Store(store.path, read_only=True) as reader:
        assert spoken(reader)


def refused(path: Path, words: str, *, read_only: bool = False) -> None:
    with pytest.raises(DataError, match=words):
        Store(path, read_only=read_only)


def test_a_second_writer_is_told_of_the_first(store):
    refused(store.path, "another process is writing to")


def test_a_store_that_was_closed_is_let_go_whatever_still_holds_its_answers(tmp_path):
    with Store(tmp_path / "store") as store:
        held = [store.db.quads_for_pattern(None, None, None)]
    # As the traceback of an error holds what the frames of its functions do.
    held.append(held)
    del held
    Store(tmp_path / "store").close()


def test_a_newer_store_asks_for_a_newer_kg(tmp_path):
    (tmp_path / MARK).write_text(json.dumps({"format": FORMAT + 1, "base": BASE}))
    refused(tmp_path, "made by a newer kg .*update newskg")


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.doc").write_text("precious")
    refused(tmp_path, "holds other files and is no store")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_mark_that_says_nothing_is_named(tmp_path):
    (tmp_path / MARK).write_text("{}")
    refused(tmp_path, "should hold format and base")


def test_reading_where_nothing_was_built_says_how_to_build(tmp_path):
    refused(tmp_path / "nothing", "make one with kg build", read_only=True)
    assert not (tmp_path / "nothing").exists()


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "store").write_text("a file")
    refused(tmp_path / "store", "cannot be read or written")
