"""Whatever an article raises costs that article only: told with its id, exit 3, the others read."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from time import process_time

import pytest

from kg import build
from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract import extract
from kg.extraction import Extraction
from kg.facts import Reading
from kg.graph import kept
from kg.graph.store import Store
from kg.language import pipeline
from kg.language.limit import Allowance, limited, spent_together
from kg.processes import SHARE
from tests.command import Command

GOOD = "Amber Rudd, the home secretary, spoke in Leeds on Monday."
ARTICLES = [Article("one", GOOD), Article("bad", "Boom. " + GOOD), Article("three", GOOD)]


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def lines(tmp_path):
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"id": each.id, "text": each.text}) for each in ARTICLES))
    return file


@pytest.fixture(params=["parser", "rules", "graph"])
def breaks(request, monkeypatch):
    """One stage raises at the article that says boom."""
    room, name = {"parser": (pipeline, "pieces"), "rules": (extract, "read"), "graph": (kept, "stated")}[request.param]
    right = getattr(room, name)

    def breaking(first, *others, **options):
        text = getattr(getattr(first, "article", first), "text", first)
        if text.startswith("Boom"):
            raise ValueError("a rule that fails")
        return right(first, *others, **options)

    monkeypatch.setattr(room, name, breaking)


def test_the_others_are_built(kg, breaks, lines, tmp_path):
    ran = kg("build", lines, "--store", tmp_path / "store")
    assert ran.code == 3
    assert ran.err.startswith("kg: article 'bad' is left out: ValueError at kg/")
    assert ran.err.endswith(": a rule that fails\n")
    assert ran.out.startswith("articles: 2 new, 0 unchanged, 0 replaced, 1 failed\n")
    with Store(tmp_path / "store", read_only=True) as held:
        assert {held.value(article, "identifier") for article in held.articles()} == {"one", "three"}
        assert held.is_current()


def test_from_python_what_failed_stands_in_what_a_build_returns(breaks, tmp_path):
    with Store(tmp_path / "store") as store:
        built = build.build(store, ARTICLES)
    assert (built.new, [type(error) for error in built.failed]) == (2, [ArticleError])
    assert isinstance(built.failed[0].__cause__, ValueError)


@pytest.mark.parametrize("breaks", ["parser", "rules"], indirect=True)
def test_the_others_are_read_as_they_are_alone(breaks):
    told = []
    assert list(Extraction(report=told.append)(ARTICLES)) == list(Extraction()([ARTICLES[0], ARTICLES[2]]))
    assert [str(error).partition(" is")[0] for error in told] == ["article 'bad'"]


@pytest.mark.parametrize("breaks", ["rules"], indirect=True)
def test_extract_prints_the_others(breaks, kg, lines):
    ran = kg("extract", lines)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["one", "three"]
    assert (ran.code, ran.err.count("\n")) == (3, 1)


def test_without_a_report_the_first_is_raised(monkeypatch):
    monkeypatch.setattr(extract, "read", lambda *_, **__: 1 / 0)
    with pytest.raises(ArticleError, match="article 'one' is left out: ZeroDivisionError"):
        list(Extraction()(ARTICLES))


def test_an_error_comes_back_from_another_process():
    told = []
    found = list(Extraction(jobs=2, report=told.append)([Article("one", GOOD), Article("bad", GOOD, published=5)]))
    assert [type(each) for each in (*found, *told)] == [Reading, ArticleError]
    assert str(told[0]).startswith("article 'bad' is left out: ")


class Ends:
    """What ends the process that unpacks it, as too little memory does."""

    def __reduce__(self):
        return os._exit, (9,)


def test_a_process_that_an_article_ends_costs_that_article_only():
    many = [Article(str(number), GOOD) for number in range(2 * SHARE)]
    many[3] = Article("bad", GOOD, published=Ends())
    told = []
    found = list(Extraction(jobs=2, report=told.append)(many))
    assert [each.article.id for each in found] == [each.id for each in many if each.id != "bad"]
    assert [str(each).partition(": the system")[0] for each in told if isinstance(each, ArticleError)] == [
        "article 'bad' is left out: the process that read it ended"
    ]


def test_a_path_that_no_disk_holds_is_told_and_the_rest_is_built(kg, lines, tmp_path):
    ran = kg("build", tmp_path / ("x" * 300 + ".txt"), lines, "--store", tmp_path / "store")
    assert ran.code == 3
    assert ran.err.endswith(".txt: File name too long\n")
    assert ran.out.startswith("articles: 3 new, 0 unchanged, 0 replaced, 1 failed\n")


def slow(article: Article, doc: object, **_: object) -> Reading:
    while article.id == "bad":
        sum(range(1000))
    return Reading(article, (), (), (), (), ())


def test_an_article_that_takes_too_long_is_left_out_and_told(kg, monkeypatch, lines, tmp_path):
    monkeypatch.setattr(extract, "read", slow)
    ran = kg("build", lines, "--store", tmp_path / "store", "--article-timeout", "0.5")
    assert ran.code == 3
    assert ran.err.startswith("kg: article 'bad' is left out: reading it took more than ")
    assert ran.err.endswith("took more than 0.5 seconds of the processor\n")
    assert ran.out.startswith("articles: 2 new, 0 unchanged, 0 replaced, 1 failed\n")


def test_a_parse_that_takes_too_long_costs_no_other_of_its_batch(monkeypatch):
    right = pipeline.pieces

    def slow_parse(text: str, size: int) -> list[str]:
        while text.startswith("Boom"):
            sum(range(1000))
        return right(text, size)

    told = []
    pipeline.load()
    monkeypatch.setattr(pipeline, "pieces", slow_parse)
    found = list(Extraction(report=told.append, article_timeout=0.5)(ARTICLES))
    assert [reading.article.id for reading in found] == ["one", "three"]
    assert [str(error).partition(" is")[0] for error in told] == ["article 'bad'"]


def spend(seconds: float) -> None:
    start = process_time()
    while process_time() < start + seconds:
        pass


def test_the_limit_is_one_for_all_the_steps_of_an_article(monkeypatch):
    """None of them takes too long by itself."""
    seen, cut, right = extract.seen, pipeline.pieces, extract.read

    def slow_view(article: Article, *others: object, **options: object) -> object:
        spend(0.35 * article.text.startswith("Boom"))
        return seen(article, *others, **options)

    def slow_parse(text: str, size: int) -> list[str]:
        spend(0.35 * text.startswith("Boom"))
        return cut(text, size)

    def slow_rules(article: Article, *others: object, **options: object) -> Reading:
        spend(0.6 * article.text.startswith("Boom"))
        return right(article, *others, **options)

    told = []
    list(Extraction()(ARTICLES))
    monkeypatch.setattr(extract, "seen", slow_view)
    monkeypatch.setattr(pipeline, "pieces", slow_parse)
    monkeypatch.setattr(extract, "read", slow_rules)
    found = list(Extraction(report=told.append, article_timeout=1)(ARTICLES))
    assert [reading.article.id for reading in found] == ["one", "three"]
    assert [str(error).partition(": reading it took")[2] for error in told] == [" more than 1 seconds of the processor"]


def test_an_allowance_is_spent_by_what_is_done_for_one_and_for_many():
    one, other, endless = Allowance(8), Allowance(9), Allowance()
    with one.spent():
        spend(0.02)
    with spent_together([one, other, endless]):
        spend(0.02)
    assert other.left < 9
    assert one.left < other.left - 1.015
    assert endless.left is None
    other.charge(20)
    assert 0 < other.left < 0.01


def test_what_was_limited_is_no_longer():
    with limited(0.05):
        pass
    spend(0.3)


def test_in_another_thread_there_is_no_limit():
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: next(iter(Extraction()([ARTICLES[0]]))).article.id).result() == "one"
