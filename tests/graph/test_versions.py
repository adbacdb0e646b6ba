"""A copy is marked as a version of what told it first, and told once, whatever the order of articles and builds."""

from itertools import permutations

import pytest

from kg.api import query
from kg.articles.article import Article
from kg.build import build
from kg.forget import forget
from kg.graph.store import Store
from kg.graph.terms import Names, news
from kg.graph.versions import number
from tests.articles_reading.test_copies import OTHER, WIRE

SAID = WIRE + ' "We will not give up," Mayor Ann Lee said in Pellworth.'
ARTICLES = [
    Article("herald", SAID, published="2020-11-15"),
    Article("wire", SAID, published="2020-11-14"),
    Article("ferry", OTHER, published="2020-11-13"),
]


def marked(store):
    found = store.db.quads_for_pattern(None, news("versionOf"), None, store.graph("graph/versions"))
    return {(quad.subject.value, quad.object.value) for quad in found}


def iri(name):
    return Names(name).article.value


@pytest.mark.parametrize("order", list(permutations(ARTICLES))[::2])
def test_the_order_of_builds_changes_nothing(tmp_path, order):
    with Store(tmp_path / "s") as store:
        for article in order:
            build(store, [article])
        assert marked(store) == {(iri("herald"), iri("wire"))}
        assert number(store) == 1


def test_a_copy_is_told_once(tmp_path):
    with Store(tmp_path / "s") as store:
        build(store, ARTICLES)
        said = [row for row in query(store, "quotes") if "give up" in row["quote"]]
        assert [row["article"] for row in said] == ["wire"]
        assert {(row["person"], int(row["articles"])) for row in query(store, "roles")} == {("Ann Lee", 1)}
        assert [(row["copy"], row["first"]) for row in query(store, "copies")] == [("herald", "wire")]


def test_what_is_forgotten_is_no_first(tmp_path):
    with Store(tmp_path / "s") as store:
        build(store, ARTICLES)
        forget(store, "wire")
        assert not marked(store)
        assert not number(store)


def test_a_newer_version_replaces_and_an_older_one_is_passed_by(tmp_path):
    address = "https://e.example/a"
    versions = {
        day: Article(address, f"{WIRE} It was said in {day}.", published=day, source=address)
        for day in ("2020-05-01", "2020-05-02")
    }
    for order in (["2020-05-01", "2020-05-02"], ["2020-05-02", "2020-05-01"]):
        with Store(tmp_path / order[0]) as store:
            told = []
            for day in order:
                build(store, [versions[day]], report=told.append)
            assert store.value(Names(address).article, "published") == "2020-05-02"
            assert len(told) == (order[0] == "2020-05-02")
