"""Who is who in a store: a function of its articles, whatever came first, and exactly undone by forgetting."""

from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.build import build
from kg.conclude import conclude, decide
from kg.export.export import export
from kg.export.formats import Format
from kg.extraction import Extraction
from kg.forget import forget
from kg.graph import identity
from kg.graph.packing import packed, unpacked
from kg.graph.senses import FILE, Senses
from kg.graph.state import State
from kg.graph.store import Store
from kg.graph.terms import REPLACED, news
from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.vocabulary import IDENTITY, ONTOLOGY_CLOSED

TEXTS = {
    "wgc": "The World Grain Council (WGC) opened an office in Leeds. The WGC said it would hire 200 people.",
    "wgc-only": "The WGC said on Monday that its office in Leeds was open.",
    "foods": "General Foods opened a plant in Leeds.",
    "foods-corp": "General Foods Corp. is based in Leeds. General Foods Corp. hired Ann Lee.",
    "senate-it": "The Senate in Italy voted. Italy is in turmoil, and the Senate will meet in Rome.",
    "senate-in": "The Senate in India voted. India is in turmoil, and the Senate will meet in Delhi.",
    "meyer": "François Meyer, the mayor of Leeds, spoke in York. Meyer left Leeds on Monday.",
    "meyer-plain": "Francois Meyer, the mayor of Leeds, was born in York.",
    "smith-mayor": "John Smith, the mayor of Leeds, spoke in York on Monday.",
    "smith-again": "John Smith, the mayor of Leeds, was ill. Smith lives in York.",
    "smith-other": "John Smith, 91, died in Oslo. He played the cello.",
    "bare": "Meyer spoke in Bath.",
    "arts": "The Academy of Grain Arts opened in Leeds. The Academy of Grain Arts hired Ann Lee.",
    "arts-many": "The Academy of Grains Arts is based in Leeds.",
    "letters": "The NGCA said on Monday that it was open.",
    "letters-long": "The Northern Grain Council of Arden opened an office in Leeds.",
    "members": "The Social Democrats voted in Germany. Germany is in turmoil, and the Social Democrats met in Bonn.",
    "party": "The Social Democratic Party of Germany opened an office in Leeds.",
    "maine": "A fire broke out in Portland, Maine.",
    "oregon": "A fire broke out in Portland, Oregon, on Monday.",
    "state": "State is a word, and Inc is none. Ben Okri lives in Bath.",
}

DECIDED = [
    Decision("article/bare/person/meyer", "person/françois-meyer", SAME),
    Decision("organization/wgc", "organization/world-grain-council", DIFFERENT),
    Decision("article/smith-mayor/person/john-smith", "article/smith-again/person/john-smith", DIFFERENT),
]


@pytest.fixture(scope="module")
def readings():
    """What the articles state, read once."""
    return {reading.article.id: reading for reading in Extraction()(Article(i, text) for i, text in TEXTS.items())}


class Read:
    """Gives the readings that were made."""

    signature = "read before"

    def __init__(self, readings) -> None:
        self._readings = readings

    def __call__(self, articles):
        return (self._readings[article.id] for article in articles)


def image(store: Store) -> list[str]:
    """All that a store holds but the closed ontology, which the first build makes."""
    closed = store.graph(ONTOLOGY_CLOSED)
    return sorted(str(quad) for quad in store.db if quad.graph_name != closed)


def built(folder, readings, names, decided=None) -> Store:
    store = Store(folder)
    build(store, [readings[name].article for name in names], Read(readings))
    if decided is not None:
        decide(store, decided)
    return store


def mentioned(store: Store) -> set[str]:
    found = store.db.quads_for_pattern(None, news("mentions"), None, None)
    return {quad.object.value.removeprefix(store.base) for quad in found}


def test_a_reading_is_kept_as_it_is(readings):
    for reading in readings.values():
        assert unpacked(type(reading), packed(reading)) == reading


def test_what_is_one_thing_has_one_iri_and_what_was_given_up_leads_to_it(readings, tmp_path):
    with built(tmp_path / "s", readings, TEXTS) as store:
        found = mentioned(store)
        assert {"organization/general-foods", "organization/world-grain-council"} <= found
        assert not {"organization/wgc", "organization/general-foods-corp"} & found
        assert {"organization/senate--india", "organization/senate--italy"} <= found
        assert {"person/john-smith--leeds"} <= found
        assert "organization/senate" not in found
        old = store.graph("organization/senate")
        given = store.db.quads_for_pattern(old, REPLACED, None, store.graph(IDENTITY))
        assert {quad.object.value.rpartition("--")[2] for quad in given} == {"india", "italy"}


@settings(max_examples=2, deadline=None)
@given(st.permutations(sorted(TEXTS)), st.integers(0, len(TEXTS)), st.sampled_from(sorted(TEXTS)))
def test_no_order_and_no_forgetting_leaves_a_trace(tmp_path_factory, readings, order, first, gone):
    folder = tmp_path_factory.mktemp("stores")
    with built(folder / "lived", readings, order[:first]) as store:
        build(store, [readings[name].article for name in order[first:]], Read(readings))
        forget(store, gone)
        with built(folder / "fresh", readings, sorted({*TEXTS} - {gone})) as other:
            assert image(store) == image(other)


def test_decisions_are_replayed_and_undone_without_a_trace(readings, tmp_path):
    with built(tmp_path / "lived", readings, TEXTS) as store:
        before = image(store)
        decide(store, DECIDED)
        found = mentioned(store)
        assert "article/bare/person/meyer" not in found
        assert "organization/wgc" in found
        assert len([path for path in found if path.startswith("person/john-smith")]) == 3
        with built(tmp_path / "fresh", readings, sorted(TEXTS, reverse=True), DECIDED) as other:
            assert image(store) == image(other)
        decide(store, [])
        assert image(store) == before


@pytest.mark.parametrize("step", ["pending", "settle"])
def test_what_was_cut_off_is_told_by_the_next_and_a_lost_file_is_made_anew(readings, tmp_path, monkeypatch, step):
    def cut(*_):
        raise KeyboardInterrupt

    first, more = sorted({*TEXTS} - {"wgc", "smith-other", "senate-in"}), ["wgc", "smith-other", "senate-in"]
    with built(tmp_path / "lived", readings, first) as store, built(tmp_path / "fresh", readings, first) as other:
        with monkeypatch.context() as patched:
            patched.setattr(Senses, step, cut)
            with pytest.raises(KeyboardInterrupt):
                build(store, [readings[name].article for name in more], Read(readings))
        forget(store, "wgc")
        build(other, [readings[name].article for name in more[1:]], Read(readings))
        assert image(store) == image(other)
        (tmp_path / "lived" / FILE).unlink()
        build(store, [readings["wgc"].article], Read(readings))
        build(other, [readings["wgc"].article], Read(readings))
        assert image(store) == image(other)


@pytest.mark.parametrize(("module", "step"), [(identity, "_name"), (identity, "write"), (State, "keep")])
def test_a_decision_that_was_cut_off_is_taken_back(readings, tmp_path, monkeypatch, *, module, step):
    """Also if what takes it back is cut off in turn, and what was decided next."""

    def cut(*_):
        raise KeyboardInterrupt

    with built(tmp_path / "s", readings, TEXTS, DECIDED[:1]) as store:
        before = image(store)
        for decided in (DECIDED, [], DECIDED[1:]):
            with monkeypatch.context() as patched:
                patched.setattr(module, step, cut)
                with pytest.raises(KeyboardInterrupt):
                    decide(store, decided)
        conclude(store)
        assert image(store) == before


def test_a_lost_file_is_made_anew_also_where_that_was_cut_off(readings, tmp_path, monkeypatch):
    def cut(*_):
        raise KeyboardInterrupt

    with built(tmp_path / "lived", readings, TEXTS) as store:
        (tmp_path / "lived" / FILE).unlink()
        with monkeypatch.context() as patched:
            patched.setattr(identity, "_name", cut)
            with pytest.raises(KeyboardInterrupt):
                forget(store, "foods-corp")
        conclude(store)
        with built(tmp_path / "fresh", readings, sorted({*TEXTS} - {"foods-corp"})) as other:
            assert image(store) == image(other)


@settings(max_examples=3, deadline=None)
@given(
    order=st.permutations(sorted(TEXTS)),
    cuts=st.sets(st.integers(1, len(TEXTS) - 1), max_size=3),
    decided=st.lists(st.sampled_from(DECIDED), unique=True),
    when=st.integers(0, 3),
)
def test_any_order_any_runs_and_decisions_at_any_time_give_the_same_bytes(
    tmp_path_factory, readings, *, order, cuts, decided, when
):
    folder = tmp_path_factory.mktemp("stores")
    runs = [order[a:b] for a, b in pairwise([0, *sorted(cuts), len(order)])]
    with Store(folder / "lived") as store:
        for number, names in enumerate(runs):
            if number == when:
                decide(store, decided)
            build(store, [readings[name].article for name in names], Read(readings))
        if when >= len(runs):
            decide(store, decided)
        with built(folder / "fresh", readings, sorted(TEXTS), decided) as other:
            assert exported(store) == exported(other)


def exported(store: Store) -> bytes:
    out = BytesIO()
    export(store, out, Format.NQUADS)
    return out.getvalue()
