"""What a saved query answers does not depend on how the store is held: on disk, or in memory in any order."""

from collections import Counter

import pytest
from pyoxigraph import Store as Memory

from kg.api import Store, build
from kg.articles.article import Article
from kg.query.bind import bound
from kg.query.frame import tabled
from kg.query.run import run
from kg.query.saved import saved

#: One bombing, of which three people say what no article does.
STORY = {
    "herald-1": (
        "2021-05-04",
        (
            "A bomb exploded in Norwich on Monday. Ann Webb, a police spokeswoman, said the Green Front bombed the "
            "market in Norwich and killed four people. Carl Boone said the Green Front attacked Norwich."
        ),
    ),
    "post-1": (
        "2021-05-05",
        (
            "Four people were killed in a bombing in Norwich on Monday. Zoe Adler, the mayor of Norwich, said the "
            "Green Front carried out the bombing in Norwich. Mike Orr said that Jo Poe is the leader of the Green "
            "Front."
        ),
    ),
    "times-1": (
        "2021-05-06",
        (
            "Zoe Adler said on Thursday that Jo Poe is the leader of the Green Front. Carl Boone said the Green Front "
            "bombed the market in Norwich on Monday and killed five people. Ann Webb said Jo Poe is the leader of the "
            "Green Front."
        ),
    ),
}


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    articles = [Article(name, text, published=day) for name, (day, text) in STORY.items()]
    with Store(tmp_path_factory.mktemp("order") / "store") as store:
        build(store, articles)
        quads = sorted(store.db, key=str)
        copies = [Memory(), Memory()]
        for copy, order in zip(copies, (quads, quads[::-1]), strict=True):
            for quad in order:
                copy.add(quad)
        yield [store.db, *copies]


def given(name: str, store) -> dict[str, str]:
    incident = next(run(store, "SELECT ?i WHERE { ?i a news:Attack } ORDER BY ?i"))["i"].value
    return {
        "quotes-about": {"words": "Front"},
        "attack": {"attack": incident},
        "articles-mentioning": {"entity": "Norwich"},
        "evidence": {"entity": "Norwich"},
    }.get(name, {})


@pytest.mark.parametrize("name", sorted(saved()))
def test_every_query_answers_the_same_of_every_copy(held, name):
    disk, *copies = [tabled(db, run(db, bound(saved()[name], given(name, db), db)), names=True) for db in held]
    assert [[*copy] for copy in copies] == [[*disk]] * 2


@pytest.mark.parametrize("name", ["attack", "attacks", "roles"])
def test_who_says_so_stands_in_order(held, name):
    query = bound(saved()[name], given(name, held[0]), held[0])
    lists = [row["saidBy"] for row in tabled(held[0], run(held[0], query), names=True) if ", " in row["saidBy"]]
    assert lists
    for each in lists:
        for people in each.split("; "):
            names = people.partition(" (")[0].split(", ")
            assert names == sorted(names)
            assert max(Counter(names).values()) == 1
