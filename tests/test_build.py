"""A store is a function of its articles: not of their order, of how often they were built, or of what was forgotten."""

import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count, pairwise
from pathlib import Path
from shutil import copytree
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad

from kg.articles.article import Article
from kg.build import Built, _keep, build, put
from kg.conclude import conclude
from kg.errors import ArticleError, UsageError
from kg.export.export import export
from kg.export.formats import Format
from kg.extraction import Extraction
from kg.facts import Reading
from kg.forget import forget
from kg.graph import happened, kept, waiting, written
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import news
from kg.graph.waiting import Waiting
from kg.reader import Reader
from kg.vocabulary import BACKGROUND, INFERRED, READINGS, RESOLVED
from tests.graph.readings import Maker

PEOPLE, PLACES = ["Ann Lee", "Bob Roe", "Cid Orr"], ["Leeds", "York", "Bath"]


@dataclass
class Stub:
    """Reads "PERSON PLACE…": the person speaks in the first place, and each place lies in the next."""

    signature: str = "a stub"

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            first, *rest = article.text.split("; ")
            make = Maker(article.text, article.id)
            who = make.mention(first, "Person")
            places = [make.mention(name, "Place", f"place/{name.lower()}") for name in rest]
            facts = [make.fact("spokeAt", who, places[0], article.text)]
            facts += [make.fact("locatedIn", a, b, article.text) for a, b in pairwise(places)]
            yield replace(make.reading(facts), article=article)


@st.composite
def articles(draw) -> Article:
    places = draw(st.lists(st.sampled_from([*PLACES, *map(str.upper, PLACES)]), min_size=1, max_size=3, unique=True))
    return Article(draw(st.sampled_from("abcd")), "; ".join([draw(st.sampled_from(PEOPLE)), *places]))


def image(store: Store) -> list[str]:
    return sorted(map(str, store.db))


def fresh(folder: Path, found: Iterable[Article]) -> list[str]:
    with Store(folder / "fresh") as store:
        build(store, found, Stub())
        return image(store)


ARTICLES = st.lists(articles(), unique_by=lambda article: article.id, max_size=4)


@settings(max_examples=10, deadline=None)
@given(ARTICLES, st.randoms())
def test_the_order_of_articles_does_not_matter(tmp_path_factory, found, random):
    folder = tmp_path_factory.mktemp("stores")
    shuffled = random.sample(found, len(found))
    with Store(folder / "other") as store:
        build(store, [], Stub())  # as a build of nothing makes it
        for article in shuffled:
            build(store, [article], Stub())
        assert image(store) == fresh(folder, found)


@settings(max_examples=10, deadline=None)
@given(ARTICLES, ARTICLES)
def test_building_again_and_forgetting_leave_no_trace(tmp_path_factory, first, second):
    folder = tmp_path_factory.mktemp("stores")
    with Store(folder / "lived") as store:
        build(store, first, Stub())
        build(store, second, Stub())
        build(store, second, Stub())
        kept = {article.id for article in second}
        for article in first:
            if article.id not in kept:
                forget(store, article.id)
        assert image(store) == fresh(folder, second)


#: Articles that share people, places and an attack, and that are read as kg reads.
REAL = [
    Article("vigil", "Ann Lee, the mayor of Leeds, spoke in Albert Park. “We stand together,” she told the BBC."),
    Article("attack", "Two gunmen killed three people in Leeds on Friday. Mayor Ann Lee condemned the attack."),
    Article("court", "Bob Roe was born in York, England. He denied that he attacked a bank in Leeds in 2019."),
    Article("attack", "Gunmen killed four people in Leeds on Friday, police said.", published="2017-03-24"),
]


@settings(max_examples=5, deadline=None)
@given(st.lists(st.sampled_from(REAL), unique=True), st.sampled_from(["vigil", "attack", "court"]))
def test_what_is_really_read_depends_on_the_articles_alone(tmp_path_factory, found, gone):
    folder, last = tmp_path_factory.mktemp("stores"), {article.id: article for article in found}
    with Store(folder / "lived") as store, Store(folder / "fresh") as other:
        build(store, [], Extraction())  # as a build of nothing makes it
        for article in found:
            build(store, [article], Extraction())
        if gone in last:
            forget(store, gone)
        build(other, [article for name, article in sorted(last.items()) if name != gone], Extraction())
        assert image(store) == image(other)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store") as made:
        yield made


def spoke(store: Store) -> set[tuple[str, str]]:
    quads = store.db.quads_for_pattern(None, news("spokeAt"), None, None)
    return {(q.subject.value.split("/")[-1], q.object.value.split("/")[-1]) for q in quads}


def test_what_follows_comes_and_goes_with_the_articles(store):
    one, two = Article("one", "Ann Lee; Leeds"), Article("two", "Bob Roe; Leeds; England")
    build(store, [one, two], Stub(), background=False)
    assert ("ann-lee", "england") in spoke(store)
    forget(store, "two")
    assert spoke(store) == {("ann-lee", "leeds")}
    forget(store, "one")
    assert not list(store.db.quads_for_pattern(None, None, None, store.graph(INFERRED)))


def test_what_is_stored_is_passed_by(store):
    found = [Article("one", "Ann Lee; Leeds"), Article("two", "Bob Roe; York")]
    assert build(store, found, Stub()) == Built(new=2)
    assert build(store, found, Stub()) == Built(unchanged=2)
    changed = [found[0], replace(found[1], published="2017-03-23"), Article("three", "Cid Orr; Bath")]
    assert build(store, changed, Stub()) == Built(new=1, replaced=1, unchanged=1)


class Ahead(Stub):
    """Takes all articles before it gives what the first states."""

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return super().__call__([*articles])


@pytest.mark.parametrize("between", [0, 40], ids=["in one batch", "in two"])
@pytest.mark.parametrize("reader", [Stub(), Ahead()], ids=["one at a time", "ahead"])
@pytest.mark.parametrize(
    ("days", "stands", "counts"),
    [
        (("2017-03-24", "2017-03-23"), "Leeds", Built(new=1, unchanged=1)),
        (("2017-03-23", "2017-03-24"), "York", Built(new=1, replaced=1)),
        (("2017-03-24", None), "York", Built(new=1, replaced=1)),
    ],
    ids=["the older comes last", "the newer comes last", "of no day"],
)
def test_an_older_version_takes_no_newer_ones_place_however_far_ahead_is_read(  # noqa: PLR0917 (fixtures)
    store, between, reader, days, stands, counts
):
    page = "https://example.org/page"
    first, last = (
        Article(page, f"Ann Lee; {place}", published=day, source=page)
        for place, day in zip(("Leeds", "York"), days, strict=True)
    )
    told = []
    others = [Article(str(number), "Bob Roe; Bath") for number in range(between)]
    built = build(store, [first, *others, last], reader, report=told.append)
    assert built == replace(counts, new=counts.new + between)
    assert ("ann-lee", stands.lower()) in spoke(store)
    assert [str(each) for each in told] == [f"{page}: the store has a newer version of this address"] * built.unchanged


def test_another_reader_reads_again(store):
    found = [Article("one", "Ann Lee; Leeds")]
    build(store, found, Stub())
    assert build(store, found, Stub("a better stub")) == Built(replaced=1)


def test_the_signature_tells_all_that_readings_depend_on():
    assert Extraction().signature == Extraction(jobs=2).signature
    assert Extraction(min_confidence=0.5).signature != Extraction().signature
    assert Extraction("en_core_web_trf").signature != Extraction().signature


def test_an_article_is_forgotten_by_its_iri_too(store):
    build(store, [Article("a b", "Ann Lee; Leeds")], Stub())
    [article] = store.articles()
    forget(store, article.value)
    assert not list(store.articles())


def test_forgetting_what_is_not_there_names_what_is_near(store):
    build(store, [Article("vigil", "Ann Lee; Leeds")], Stub())
    with pytest.raises(UsageError, match=r"no article 'vigli'; did you mean 'vigil'\?"):
        forget(store, "vigli")
    assert len(list(store.articles())) == 1


@pytest.mark.parametrize("number", [0, 1, 31, 32, 33, 40])
@pytest.mark.parametrize("how", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_build_keeps_all_articles_that_were_read(store, number, how):
    def broken() -> Iterator[Article]:
        yield from (Article(str(number), "Ann Lee; Leeds") for number in range(number))
        raise how

    with pytest.raises(how):
        build(store, broken(), Stub())
    # Nothing is left to end of a build that read nothing.
    state = (len(list(waiting.articles(store))), list(store.articles()), store.is_current())
    assert state == (number, [], not number)
    rest = [Article(str(n), "Ann Lee; Leeds") for n in range(40)]
    assert build(store, rest, Stub()) == Built(new=40 - number, unchanged=number)


@pytest.mark.parametrize(("number", "error"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)])
def test_a_build_that_is_told_to_end_while_it_stores_articles_stores_them(store, monkeypatch, number, error):
    def ended(*_: object) -> None:
        raise error

    def told_to_end(*arguments) -> None:
        signal.raise_signal(number)
        _keep(*arguments)

    signal.signal(number, ended)
    monkeypatch.setattr("kg.build._keep", told_to_end)
    with pytest.raises(error):
        build(store, [Article(str(each), "Ann Lee; Leeds") for each in range(3)], Stub())
    assert len(list(waiting.articles(store))) == 3


def test_what_comes_after_reading_is_watched(store):
    seen: dict[str, tuple[int, int | None]] = {}

    def watch(items, what, total):
        for passed, item in enumerate(items, 1):
            yield item
            seen[what] = passed, total()

    articles = [Article(f"a{number}", f"{person}; Leeds") for number, person in enumerate(PEOPLE)]
    build(store, articles[:2], Stub(), watch=watch)
    assert seen == {
        "who is who, 1,000 articles at once": (1, 1),
        "things named": (seen["things named"][0],) * 2,
        "articles written": (2, 2),
        "what follows, in steps": (6, 6),
    }
    seen.clear()
    build(store, articles, Stub(), watch=watch)
    assert seen["articles written"] == (1, 1)


def test_each_graph_is_written_once(store, monkeypatch):
    written: Counter[str] = Counter()
    replaced, added = Store.replace_all, Store.add_all

    def replacing(self, graphs, beside=None):
        written.update(graph.value.removeprefix(self.base) for graph in graphs)
        replaced(self, graphs, beside)

    def adding(self, stated, change):
        written.update(each.graph.value.removeprefix(self.base) for each in stated)
        added(self, stated, change)

    monkeypatch.setattr(Store, "replace_all", replacing)
    monkeypatch.setattr(Store, "add_all", adding)
    build(store, REAL[:3], Extraction(report=lambda _: None), background=False)
    assert any(store.db.quads_for_pattern(None, None, None, store.graph(RESOLVED)))
    assert [written[f"article/{name}"] for name in ("vigil", "attack", "court")] == [1, 1, 1]


def exported(folder: Path, goes: Iterable[Iterable[Article]], jobs: int = 1) -> bytes:
    with Store(folder) as made:
        for found in goes:
            build(made, found, Extraction(jobs=jobs, report=lambda _: None))
        out = BytesIO()
        export(made, out, Format.NQUADS)
        return out.getvalue()


def test_however_it_is_built_the_same_bytes_leave(tmp_path):
    vigil, _, *others = REAL
    once = exported(tmp_path / "once", [[vigil, *others]])
    assert once.count(b"<https://w3id.org/newskg/ontology#Claim>") > 5
    assert exported(tmp_path / "twice", [[vigil], others]) == once
    assert exported(tmp_path / "otherwise", [others[::-1], [vigil]]) == once
    assert exported(tmp_path / "by two processes", [[vigil, *others]], jobs=2) == once


def test_what_two_processes_make_is_written_while_the_next_is_made(tmp_path, monkeypatch):
    found = [REAL[0], *REAL[2:]]
    once = exported(tmp_path / "once", [found])
    monkeypatch.setattr(written, "ADDED", 1)
    monkeypatch.setattr(written, "ANEW", 1)
    assert exported(tmp_path / "by two processes", [found], jobs=2) == once
    others = [replace(article, title="Again") for article in found[1:]]
    assert exported(tmp_path / "anew", [[found[0], *others], found], jobs=2) == once


@dataclass
class Read:
    """Gives the readings that were made."""

    made: Mapping[Article, Reading]
    signature: str = "read"

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.made.__getitem__, articles)


class BrokenOffError(Exception):
    """Where a build ends in the middle."""


def broken_off(
    folder: Path, found: Iterable[Article], by: Reader, at: int, patch: pytest.MonkeyPatch, *, background: bool = False
) -> bool:
    """Build until so many writes are done, and tell whether that was before the end."""
    writes, real = count(), Store._write

    def write(self, change, drop=()):
        if next(writes) == at:
            raise BrokenOffError
        real(self, change, drop)

    with Store(folder) as store, patch.context() as broken, suppress(BrokenOffError):
        broken.setattr(Store, "_write", write)
        build(store, found, by, background=background)
        return False
    return True


def test_a_build_that_is_broken_off_at_any_write_ends_as_an_undisturbed_one(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.build.BATCH", 2)
    for size in ("ADDED", "ANEW"):
        monkeypatch.setattr(written, size, 1)
    monkeypatch.setattr("kg.graph.identity.PORTION", 2)
    read = {reading.article: reading for reading in Extraction(report=lambda _: None)(REAL)}
    with Store(tmp_path / "undisturbed") as store:
        build(store, [REAL[0], *REAL[2:]], Read(read), background=False)
        undisturbed = image(store)
    with Store(tmp_path / "before") as store:
        build(store, REAL[:2], Read(read), background=False)
    is_broken, at = True, 0
    while is_broken:
        folder = copytree(tmp_path / "before", tmp_path / str(at))
        is_broken = broken_off(folder, REAL[2:], Read(read), at, monkeypatch)
        with Store(folder) as store:
            build(store, REAL[2:], Read(read), background=False)
            assert image(store) == undisturbed, at
        at += 1
    assert at > 10


@pytest.mark.parametrize(("had", "wanted"), [(None, True), (False, True), (True, False), (True, True), (False, False)])
def test_whatever_ends_a_build_that_is_broken_off_brings_the_background_that_it_was_to_bring(
    tmp_path, monkeypatch, had, wanted
):
    read = {reading.article: reading for reading in Extraction(report=lambda _: None)(REAL)}
    before, rest = ([], [REAL[0], *REAL[2:]]) if had is None else (REAL[:1], REAL[2:])
    with Store(tmp_path / "before") as store:
        if had is not None:
            build(store, before, Read(read), background=had)
    images = {}
    with Store(copytree(tmp_path / "before", tmp_path / "undisturbed")) as store:
        images[0] = image(store)
        build(store, rest, Read(read), background=wanted)
        images[len(rest)] = image(store)
    assert any(BACKGROUND in quad for quad in images[len(rest)]) is wanted
    is_broken, at, ends = True, 0, set()
    while is_broken:
        folder = copytree(tmp_path / "before", tmp_path / str(at))
        is_broken = broken_off(folder, rest, Read(read), at, monkeypatch, background=wanted)
        with Store(folder) as store:
            came = len([*waiting.articles(store)]) - len(before)
            conclude(store)
            if came:
                assert image(store) == images[came], at
            assert store.is_current()
        ends.add(came)
        at += 1
    assert ends == images.keys()
    assert at >= 10


def test_the_reader_is_not_asked_where_nothing_is_new(tmp_path):
    assert list(Extraction("no_such_model")([])) == []


def test_what_cannot_be_kept_of_an_article_costs_it_only(store, monkeypatch):
    real = happened.occurrences

    def fails(reading):
        if reading.article.id == "b":
            raise ZeroDivisionError("no happening")
        return real(reading)

    monkeypatch.setattr(happened, "occurrences", fails)
    built = build(store, [Article(name, "Ann Lee; Leeds") for name in "abc"], Stub())
    [error] = built.failed
    assert (built.new, {store.value(article, "identifier") for article in store.articles()}) == (2, {"a", "c"})
    assert isinstance(error, ArticleError)
    assert "'b'" in str(error)


def unwritable(patch: pytest.MonkeyPatch, module: ModuleType, words: str) -> None:
    """Let no graph be made of articles with these words in one of their things, or in their text."""
    real = module.stated

    def fails(reading, **known):
        if words in reading.article.text or any(words in entity.key for entity in reading.entities):
            raise ZeroDivisionError("no graph")
        return real(reading, **known)

    patch.setattr(module, "stated", fails)


@pytest.mark.parametrize("module", [kept, written], ids=["as it is read", "as it is written"])
def test_what_cannot_be_written_costs_no_other(store, tmp_path, monkeypatch, module):
    unwritable(monkeypatch, module, "Ann Lee; York")
    found = [Article("a", "Ann Lee; Leeds"), Article("b", "Ann Lee; York"), Article("c", "Bob Roe; Leeds; York")]
    built = build(store, found, Stub())
    [error] = built.failed
    assert (built.new, isinstance(error, ArticleError), "'b'" in str(error)) == (2, True, True)
    assert image(store) == fresh(tmp_path, [found[0], found[2]])


def test_a_version_that_cannot_be_written_leaves_the_one_that_stands(store, monkeypatch):
    build(store, [Article("a", "Ann Lee; Leeds"), Article("b", "Bob Roe; Leeds")], Stub())
    before = image(store)
    unwritable(monkeypatch, kept, "York")
    built = build(store, [Article("a", "Ann Lee; York")], Stub())
    assert ([type(error) for error in built.failed], built.replaced) == ([ArticleError], 0)
    assert image(store) == before


@pytest.mark.parametrize("text", ["Ann Lee; York", "Ann Lee; Bath"])
def test_a_version_that_only_its_names_make_unwritable_leaves_the_one_that_stands(store, monkeypatch, text):
    build(store, [Article("a", "Ann Lee; Leeds"), Article("b", "Bob Roe; Leeds")], Stub())
    graph = store.graph("article/a")
    before = set(store.db.quads_for_pattern(None, None, None, graph))
    with monkeypatch.context() as patch:
        unwritable(patch, written, "York")
        built = build(store, [Article("a", text)], Stub())
    is_written = "Bath" in text
    assert ([type(error) for error in built.failed], built.replaced) == ([ArticleError] * (not is_written), is_written)
    assert (set(store.db.quads_for_pattern(None, None, None, graph)) == before) is not is_written
    # It does not wait, and is read again.
    assert store.is_current()
    assert build(store, [Article("a", text)], Stub()).replaced == (not is_written)


def test_an_article_that_cannot_be_written_anew_stays_as_it_was(store, monkeypatch):
    build(store, [Article("a", "Ann Lee; Leeds"), Article("b", "Bob Roe; Leeds")], Stub())
    before = image(store)
    store.keep(Change([], [*Waiting(store).again(store.graph("article/a"))]))
    unwritable(monkeypatch, written, "Ann Lee")
    built = build(store, [], Stub())
    assert ([type(error) for error in built.failed], built) == ([ArticleError], Built(failed=built.failed))
    assert image(store) == before


def test_what_was_never_written_is_not_taken_back_twice_nor_forgotten(store, monkeypatch):
    put(store, Stub()([Article("a", "Ann Lee; York"), Article("b", "Bob Roe; York")]), "an earlier build")
    unwritable(monkeypatch, written, "York")
    built = build(store, [Article("b", "Bob Roe; York"), Article("c", "Cid Orr; York")], Stub())
    assert ([type(error) for error in built.failed], built) == ([ArticleError] * 3, Built(failed=built.failed))
    assert not [*store.articles()]
    with pytest.raises(UsageError, match="the store has no article 'c'"):
        forget(store, "c")


@pytest.mark.parametrize("reading", ["another form:", None])
def test_what_another_kg_read_stops_no_other_and_waits_until_it_is_read_again(store, tmp_path, reading):
    found = [Article("a", "Ann Lee; Leeds"), Article("b", "Bob Roe; York")]
    build(store, found[:1], Stub())
    graph, readings = store.graph("article/a"), store.graph(READINGS)
    before = set(store.db.quads_for_pattern(None, None, None, graph))
    kept = [*store.db.quads_for_pattern(graph, readings, None, readings)]
    old = [Quad(graph, readings, Literal(reading), readings)] if reading else []
    store.keep(Change(kept, [*old, *Waiting(store).again(graph)]))
    for _ in range(2):
        built = build(store, found[1:], Stub())
        [error] = built.failed
        assert "run kg build again" in str(error)
        assert not isinstance(error, ArticleError)
        assert set(store.db.quads_for_pattern(None, None, None, graph)) == before
        assert {store.value(article, "identifier") for article in store.articles()} == {"a", "b"}
    assert build(store, found, Stub("another kg")).failed == []
    with Store(tmp_path / "fresh") as other:
        build(other, found, Stub("another kg"))
        assert image(store) == image(other)
