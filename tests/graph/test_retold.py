"""One statement that several articles tell is known again by its words and speaker, whatever the order of articles."""

from itertools import permutations

import pytest

from kg.api import query
from kg.articles.article import Article
from kg.build import build
from kg.forget import forget
from kg.graph.retold import RETELLS
from kg.graph.store import Store
from kg.vocabulary import RETOLD

LEE = "Ann Lee, the mayor of Corby, visited the market. "
TEXTS = {
    "post": ("2021-03-09", LEE + '"We will not let fear win here," Ann Lee said.'),
    # Other marks and capitals.
    "herald": ("2021-03-10", LEE + "“We will not let fear win, here”, said Lee."),
    # Another speaker.
    "times": ("2021-03-11", LEE + 'Omar Reyes came, too. "We will not let fear win here," Omar Reyes said.'),
    # Other words.
    "star": ("2021-03-12", LEE + '"We will not let fear win anywhere," Ann Lee said.'),
    # No day: after all others.
    "blog": (None, LEE + '"We will not let fear win here," Ann Lee said. "Thank you," Ann Lee said.'),
    # Too short to be known again.
    "sun": ("2021-03-13", LEE + '"Thank you," Ann Lee said.'),
}
ARTICLES = [Article(name, text, published=day) for name, (day, text) in TEXTS.items()]


def told(store):
    quads = store.db.quads_for_pattern(None, RETELLS, None, store.graph(RETOLD))
    return {tuple(node.value.split("/article/")[1].split("/")[0] for node in (q.subject, q.object)) for q in quads}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("retold") / "s") as store:
        build(store, ARTICLES)
        yield store


def test_the_same_words_of_one_speaker_are_one_statement_of_several_articles(store):
    assert told(store) == {("herald", "post"), ("blog", "post")}


def test_it_is_listed_with_all_who_tell_it(store):
    (row,) = query(store, "retold", speaker="Ann Lee")
    assert (row["speaker"], row["quote"]) == ("Ann Lee", "We will not let fear win here,")
    assert (row["articles"], row["published"], row["first"]) == ("3", "2021-03-09", "post")
    assert row["toldBy"] == "blog | herald | post"
    assert not list(query(store, "retold", speaker="Omar Reyes"))


@pytest.mark.parametrize("order", list(permutations(ARTICLES[:2] + ARTICLES[4:5]))[1::2])
def test_neither_order_nor_forgetting_leaves_a_trace(tmp_path, order):
    with Store(tmp_path / "s") as store:
        for article in order:
            build(store, [article], background=False)
        assert told(store) == {("herald", "post"), ("blog", "post")}
        forget(store, "post")
        assert told(store) == {("blog", "herald")}
        forget(store, "blog")
        assert told(store) == set()
