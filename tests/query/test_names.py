"""A thing is found by its name, and by a title before it, as articles write it; on articles that are built."""

import pytest

from kg.api import Article, Store, build
from kg.errors import UsageError
from kg.query.names import entities, label

ARTICLES = {
    "bridge": (
        "Lord Netherton said the bridge would open. Gus Polk disagreed. Mr Polk spoke in Leeds on Monday. "
        "Ann Brown met Jo Brown in Hull."
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("names") / "store") as made:
        build(made, [Article(name, text) for name, text in ARTICLES.items()])
        yield made


@pytest.mark.parametrize(
    ("name", "label_"),
    [
        ("Lord Netherton", "Netherton"),
        ("lord netherton", "Netherton"),
        ("Mr Polk", "Gus Polk"),
        ("Mr. Gus Polk", "Gus Polk"),
        ("Dr Gus Polk", "Gus Polk"),
        ("Rev Dr Gus Polk", "Gus Polk"),
    ],
)
def test_a_title_before_a_name_is_no_part_of_it(store, name, label_):
    assert [label(store.db, node) for node in entities(store.db, name)] == [label_]


@pytest.mark.parametrize("name", ["Mr Brown", "Mr", "Lord Mr", "Mr Pol", "Baker Polk", "Mr Netherton Polk"])
def test_what_may_mean_several_or_nothing_is_not_found(store, name):
    with pytest.raises(UsageError, match="nothing is named"):
        entities(store.db, name)
