"""What several articles tell of one incident: which they are, where they differ, how numbers changed, the dossier."""

import pytest

from kg.api import Store, build, query
from kg.articles.article import Article
from kg.extraction import Extraction
from kg.query.card import Line, card
from kg.query.names import entities
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


def test_attacks_say_the_newest_number_and_those_before(store):
    found = dict(rows(store, "attacks", "attack", "changes"))
    assert found["Shooting, Corby, 2021-03-09"] == "killed 4 (3 on 9 March)"
    assert {changes for attack, changes in found.items() if "Corby" not in attack} == {""}


def test_the_words_of_an_attack_prove_each_column_and_say_in_which_article(store):
    words = dict(rows(store, "attacks", "attack", "words"))["Shooting, Corby, 2021-03-09"]
    assert {part.rpartition(" (")[2].strip(")") for part in words.split(" … ")} == CORBY
    assert "A boy of 12 died of his wounds. (post-2)" in words
    assert "The dead include Ann Lee, a florist of 34. (herald-1)" in words


def test_the_card_of_an_incident_begins_with_how_its_numbers_changed(store):
    (incident,) = entities(store.db, "Shooting, Corby, 2021-03-09")
    assert card(store.db, incident).sections[0] == ("numbers", (Line("killed count 4 (3 on 9 March)"),))


#: Four articles on one attack whose numbers rise; in the last a part of them.
RISE = {
    "a": ("2017-03-22", "A gunman killed three people at a market in Corby on Wednesday. Seven people were wounded."),
    "b": ("2017-03-23", "Four people were killed in the shooting at a market in Corby on Wednesday."),
    "c": ("2017-03-24", "The death toll in the shooting at a market in Corby on Wednesday has risen to five."),
    "d": ("2017-03-25", "Two of the wounded in the shooting at a market in Corby on Wednesday had died, police said."),
}


def test_a_risen_toll_is_the_newest_number_and_a_part_is_none(tmp_path):
    lee = " Ann Lee, 34, was shot dead there. She sold flowers in Corby, and a gunman with a rifle killed her."
    articles = [Article(i, text + lee, published=day) for i, (day, text) in RISE.items()]
    with Store(tmp_path / "store") as store:
        build(store, articles)
        told = [row for row in query(store, "attacks") if row["articles"] == "4"]
        assert [(row["killed"], row["changes"]) for row in told] == [("5", "killed 5 (3 on 22 March, 4 on 23 March)")]
        numbers = [(row["published"], row["number"]) for row in query(store, "updates") if row["what"] == "killed"]
        assert numbers == [("2017-03-22", "3"), ("2017-03-23", "4"), ("2017-03-24", "5")]
        parts = {(row["part"], row["told"]) for row in query(store, "differences") if row["part"] == "killed"}
        assert parts == {("killed", "3"), ("killed", "4"), ("killed", "5")}


#: Numbers with a bound, and without one.
BOUNDS = {
    "a": ("2017-03-22", "A gunman killed at least four people at a market in Corby on Wednesday."),
    "b": (
        "2017-03-23",
        "A gunman killed six people at a market in Corby on Wednesday. At least six were killed there.",
    ),
}


def test_at_least_four_and_then_six_is_a_change(tmp_path):
    lee = " Ann Lee, 34, was shot dead there. She sold flowers in Corby, and a gunman with a rifle killed her."
    articles = [Article(i, text + lee, published=day) for i, (day, text) in BOUNDS.items()]
    with Store(tmp_path / "store") as store:
        build(store, articles)
        found = [(row["published"], row["number"]) for row in query(store, "updates") if row["what"] == "killed"]
        assert found == [("2017-03-22", "4"), ("2017-03-23", "6")]
        words = [row["words"] for row in query(store, "updates") if row["what"] == "killed"]
        assert words[0] == BOUNDS["a"][1]


#: What is asserted is surer than what somebody says, and a month before its days.
UNSURE = {
    "a": ("2017-03-22", "A gunman killed three people at a market in Corby on Wednesday."),
    "b": (
        "2017-03-23",
        "Four people were killed in the shooting at a market in Corby. Seven died, witnesses said.",
    ),
    "c": ("2017-03", "Two people were killed in the shooting at a market in Corby."),
}


def test_the_newest_number_is_one_for_the_query_and_the_card(tmp_path):
    lee = " Ann Lee, 34, was shot dead there. She sold flowers in Corby, and a gunman with a rifle killed her."
    articles = [Article(i, text + lee, published=day) for i, (day, text) in UNSURE.items()]
    with Store(tmp_path / "store") as store:
        build(store, articles)
        (row,) = [row for row in query(store, "attacks") if row["articles"] == "3"]
        assert (row["killed"], row["changes"]) == ("4", "killed 4 (2 on 2017-03, 3 on 22 March)")
        (incident,) = entities(store.db, row["attack"])
        assert card(store.db, incident).sections[0] == (
            "numbers",
            (Line("killed count 4 (2 on 2017-03, 3 on 22 March)"),),
        )


def test_one_attack_is_one_row_with_its_articles_counted(store):
    found = rows(store, "attacks", "attack", "place", "killed", "articles")
    assert ("Shooting, Corby, 2021-03-09", "Corby", "4", "5") in found
