"""What several articles tell of one incident: which they are, where they differ, how numbers changed, the dossier."""

import pytest

from kg.api import query
from kg.articles.article import Article
from kg.extraction import Extraction
from tests.resolve.test_events import CORBY, STORY, built


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    articles = [Article(i, text, published=day) for i, (day, text) in STORY.items()]
    readings = {reading.article.id: reading for reading in Extraction()(articles)}
    with built(tmp_path_factory.mktemp("story"), readings, STORY) as store:
        yield store


def rows(store, name, *columns, **given):
    return [tuple(row[column] for column in columns) for row in query(store, name, **given)]


def test_the_articles_of_one_story_by_day(store):
    found = rows(store, "same-story", "incident", "published", "article")
    assert found == [
        ("Shooting, Corby, 2021-03-09", "2021-03-09", "post-1"),
        ("Shooting, Corby, 2021-03-09", "2021-03-10", "herald-1"),
        ("Shooting, Corby, 2021-03-09", "2021-03-11", "post-2"),
        ("Shooting, Corby, 2021-03-09", "2021-03-12", "times-1"),
        ("Shooting, Corby, 2021-03-09", "2021-03-13", "post-3"),
    ]


def test_how_the_number_of_dead_changed(store):
    found = rows(store, "updates", "what", "published", "number", "article", incident="Shooting, Corby, 2021-03-09")
    assert found == [
        ("killed", "2021-03-09", "3", "post-1"),
        ("killed", "2021-03-10", "3", "herald-1"),
        ("killed", "2021-03-11", "4", "post-2"),
        ("killed", "2021-03-12", "4", "times-1"),
    ]


def test_what_articles_tell_differently(store):
    found = {(part, told, by) for part, told, by in rows(store, "differences", "part", "told", "toldBy")}
    assert ("killed", "3", "herald-1 2021-03-10, post-1 2021-03-09") in found
    assert ("killed", "4", "post-2 2021-03-11, times-1 2021-03-12") in found
    assert not [row for row in found if row[0] in {"place", "perpetrator"}]


def test_the_dossier_says_what_each_article_tells_and_who_says_so(store):
    found = rows(
        store, "attack", "published", "part", "told", "saidBy", "article", attack="Shooting, Corby, 2021-03-09"
    )
    assert {row[-1] for row in found} == CORBY
    assert ("2021-03-09", "dead", "3", "police", "post-1") in found
    assert ("2021-03-10", "dead", "3", "", "herald-1") in found
    assert ("2021-03-12", "perpetrator", "Omar Reyes", "somebody", "times-1") in found
    own = rows(store, "attack", "saidBy", attack="Shooting, Corby, 2021-03-09", asserted=True)
    assert set(own) == {("",)}


def test_one_attack_is_one_row_with_its_articles_counted(store):
    found = rows(store, "attacks", "attack", "place", "killed", "articles")
    assert ("Shooting, Corby, 2021-03-09", "Corby", "4", "5") in found
