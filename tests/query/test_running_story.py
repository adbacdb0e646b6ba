"""A running story of eight short articles by three papers, which the guides tell too: exact answers of one attack."""

from pathlib import Path

import pytest

from kg.api import Article, Store, build, card, query, read

STORY = Path(__file__).parents[2] / "docs" / "story.jsonl"
ATTACK = "Shooting, Kettering, 2019-05-13"
#: By day, part, what is told, who says so where the article does not, and article.
DOSSIER = {
    ("2019-05-13", "date", "2019-05-13", "police", "herald-1"),
    ("2019-05-13", "dead", "3", "police", "herald-1"),
    ("2019-05-13", "dead, at least", "1", "", "herald-1"),
    ("2019-05-13", "killed", "Rosa Tully", "", "herald-1"),
    ("2019-05-13", "killed", "three people", "police", "herald-1"),
    ("2019-05-13", "kind", "opened", "police", "herald-1"),
    ("2019-05-13", "kind", "shooting", "", "herald-1"),
    ("2019-05-13", "perpetrator", "A gunman", "police", "herald-1"),
    ("2019-05-13", "place", "Kettering", "police", "herald-1"),
    ("2019-05-13", "target", "market", "", "herald-1"),
    ("2019-05-14", "date", "2019-05-13", "", "courier-1"),
    ("2019-05-14", "date", "2019-05-13", "", "gazette-1"),
    ("2019-05-14", "dead", "3", "", "courier-1"),
    ("2019-05-14", "dead", "4", "", "gazette-1"),
    ("2019-05-14", "dead, at least", "1", "", "courier-1"),
    ("2019-05-14", "hurt", "9", "", "courier-1"),
    ("2019-05-14", "injured", "nine", "", "courier-1"),
    ("2019-05-14", "killed", "Rosa Tully", "", "courier-1"),
    ("2019-05-14", "killed", "Three people", "", "courier-1"),
    ("2019-05-14", "killed", "four people", "", "gazette-1"),
    ("2019-05-14", "perpetrator", "Man", "somebody", "gazette-1"),
    ("2019-05-14", "kind", "opened", "", "courier-1"),
    ("2019-05-14", "kind", "shooting", "", "courier-1"),
    ("2019-05-14", "kind", "shooting", "", "gazette-1"),
    ("2019-05-14", "kind", "shot", "police", "gazette-1"),
    ("2019-05-14", "perpetrator", "Colin Marsh", "police, somebody", "gazette-1"),
    ("2019-05-14", "perpetrator", "a gunman", "", "courier-1"),
    ("2019-05-14", "place", "Kettering", "", "courier-1"),
    ("2019-05-14", "place", "Kettering", "", "gazette-1"),
    ("2019-05-14", "target", "Market", "", "courier-1"),
    ("2019-05-14", "target", "a market", "", "gazette-1"),
    ("2019-05-14", "victim", "Rosa Tully", "police", "gazette-1"),
    ("2019-05-15", "date", "2019-05-13", "the hospital", "herald-2"),
    ("2019-05-15", "dead", "5", "the hospital", "herald-2"),
    ("2019-05-15", "killed", "Five people", "the hospital", "herald-2"),
    ("2019-05-15", "kind", "shooting", "", "herald-2"),
    ("2019-05-15", "place", "Kettering", "", "herald-2"),
    ("2019-05-15", "target", "a market", "the hospital", "herald-2"),
    ("2019-05-16", "date", "2019-05-13", "police", "gazette-2"),
    ("2019-05-16", "dead", "5", "police", "gazette-2"),
    ("2019-05-16", "dead, at least", "1", "", "gazette-2"),
    ("2019-05-16", "killed", "Rosa Tully", "", "gazette-2"),
    ("2019-05-16", "killed", "five people", "police", "gazette-2"),
    ("2019-05-16", "kind", "shot dead", "police", "gazette-2"),
    ("2019-05-16", "perpetrator", "Callum Reed", "police", "gazette-2"),
    ("2019-05-16", "place", "Kettering", "police", "gazette-2"),
    ("2019-05-16", "target", "a market", "police", "gazette-2"),
    ("2020-05-13", "dead", "5", "", "gazette-3"),
    ("2020-05-13", "killed", "five people", "", "gazette-3"),
    ("2020-05-13", "kind", "killed", "", "gazette-3"),
    ("2020-05-13", "perpetrator", "a gunman", "", "gazette-3"),
    ("2020-05-13", "place", "Kettering", "", "gazette-3"),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("story") / "store") as made:
        build(made, read([STORY]))
        yield made


def rows(store, name, *columns, **given):
    return [tuple(row[column] for column in columns) for row in query(store, name, **given)]


def told(store, name, *columns, **given):
    """Rows with an article by its id."""
    ids = dict(query_ids(store))
    return [(*row[:-1], ids[row[-1]]) for row in rows(store, name, *columns, "article", **given)]


def query_ids(store):
    found = query(store, "SELECT ?article ?id { ?article a news:Article ; news:identifier ?id }")
    return [(row["article"], row["id"]) for row in found]


def test_the_dossier(store):
    assert set(told(store, "attack", "published", "part", "told", "saidBy", attack=ATTACK)) == DOSSIER


def test_what_is_told_differently(store):
    assert rows(store, "differences", "incident", "part", "told", "toldBy") == [
        (ATTACK, "killed", "3", "Courier 2019-05-14, Herald 2019-05-13"),
        (ATTACK, "killed", "4", "Gazette 2019-05-14"),
        (ATTACK, "killed", "5", "Gazette 2019-05-16, Gazette 2020-05-13, Herald 2019-05-15"),
        (ATTACK, "perpetrator", "Callum Reed", "Gazette 2019-05-16"),
        (ATTACK, "perpetrator", "Colin Marsh", "Gazette 2019-05-14"),
    ]


def test_the_copycat_in_another_town_is_another_attack(store):
    assert rows(store, "attacks", "date", "killed", "injured", "articles") == [
        ("2019-05-13", "5", "9", "6"),
        ("2019-05-15", "", "2", "1"),
    ]


@pytest.mark.parametrize(
    ("known", "killed"), [("2019-05-12", []), ("2019-05-13", ["3"]), ("2019-05-14", ["4"]), ("2019-05-16", ["5"])]
)
def test_the_toll_as_it_was_known(store, known, killed):
    assert [row["killed"] for row in query(store, "attacks", known=known) if row["killed"]] == killed


def test_the_timeline(store):
    events = rows(store, "timeline", "when", "thing", "relation", "what", "status")
    assert [row for row in events if row[2] != "speaker in"] == [
        ("2019-05-13", ATTACK, "date", "shooting", ""),
        ("2019-05-13", "Ann Lowell", "holds role", "mayor of Kettering", "current"),
        ("2019-05-15", "Shooting, Ludlow, 2019-05-15", "date", "shooting", ""),
        ("/2019-05-15", "Ann Lowell", "holds role", "mayor of Kettering", "former"),
        ("2019-05-16/..", "Ben Ashe", "holds role", "mayor of Kettering", "current"),
    ]
    said = ("2019-05-14", "Ann Lowell", "speaker in", "We will open the market again,", "")
    assert said in events
    about = rows(store, "timeline", "when", "thing", "relation", about="Ben Ashe")
    assert about == [("2019-05-16/..", "Ben Ashe", "holds role")]


@pytest.mark.parametrize(
    ("given", "mayors"),
    [
        ({"at": "2019-05-14"}, {("Ann Lowell", "current"), ("Ann Lowell", "former")}),
        ({"at": "2019-05-20"}, {("Ben Ashe", "current")}),
        ({"at": "2019-05-20", "known": "2019-05-15"}, {("Ann Lowell", "current")}),
        ({"known": "2019-05-12"}, set()),
    ],
)
def test_who_was_mayor(store, given, mayors):
    assert {(row["person"], row["status"]) for row in query(store, "roles", **given)} == mayors


def test_the_card_as_of_a_day(store):
    roles = dict(card(store, "Ann Lowell", known="2019-05-14").sections)["roles"]
    assert [line.text for line in roles] == ["mayor of Kettering, Kettering"]


def test_at_least_more_outdoes_a_lower_number_that_somebody_else_gives(tmp_path):
    text = (
        "At least five marchers were shot dead in Kettering on Friday when soldiers opened fire, the union said. "
        "The defence minister, Ed Rowe, put the number of dead at three."
    )
    with Store(tmp_path / "store") as made:
        build(made, [Article("a", text, published="2019-05-20")])
        assert rows(made, "attacks", "killed", "killedWords") == [("5", "At least five marchers")]
