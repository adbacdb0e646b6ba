"""A store is a function of its articles: not of their order, of how often they were built, or of what was forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.build import Built, build, forget
from kg.errors import ArticleError, UsageError
from kg.extraction import Extraction
from kg.facts import Reading
from kg.graph import happened
from kg.graph.store import Store
from kg.graph.terms import news
from kg.vocabulary import INFERRED
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


def test_an_interrupted_build_keeps_whole_articles(store):
    def broken() -> Iterator[Article]:
        yield from (Article(str(number), "Ann Lee; Leeds") for number in range(40))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(store, broken(), Stub())
    assert len(list(store.articles())) == 32
    assert build(store, [Article(str(n), "Ann Lee; Leeds") for n in range(40)], Stub()) == Built(new=8, unchanged=32)


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
