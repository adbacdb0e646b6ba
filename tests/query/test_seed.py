"""What each saved query answers on the seed article: the rows of expected/NAME.tsv, checked by hand.

`python -m tests.query.test_seed` writes them anew: read the difference before it is committed. Long texts are shortened
to their ends, so that the article stands in seeds/ alone.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kg.api import Store, build, query, read
from kg.query.saved import saved
from kg.reason.graph import opened
from kg.reason.proof import proofs
from kg.reason.terms import Atom
from kg.vocabulary import INFERRED
from tests.reason.test_proof import check

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"
GIVEN = {
    "quotes-about": {"words": "together"},
    "attack": {"attack": "https://w3id.org/newskg/id/article/000_ac9285f299bddcc0/event/attack-12"},
    "articles-mentioning": {"entity": "Islamic State"},
    "evidence": {"entity": "Khalid Masood"},
}
#: Told only as being there: they change with every rule that is added or measured anew.
VARYING = {"mentions", "rule", "confidence"}
LONG = 7


def rows(store: Store, name: str) -> list[str]:
    """Return an answer as lines of tab-separated cells, the columns' names first; nothing for no rows."""
    answer = query(store, name, **GIVEN.get(name, {}))
    lines = ["\t".join(cell(*each) for each in row.items()) for row in answer]
    # Where the order is by mentions it varies as they do.
    return ["\t".join(answer[0]), *(sorted(lines) if "mentions" in answer[0] else lines)] if answer else []


def cell(column: str, value: str) -> str:
    if column in VARYING and value:
        return "…"
    words = value.split()
    return " ".join([*words[:3], "…", *words[-2:]] if len(words) > LONG else words)


def built(folder: str) -> Store:
    store = Store(Path(folder) / "store")
    build(store, read([ROOT / "seeds"]))
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[Store]:
    with built(tmp_path_factory.mktemp("seed")) as store:
        yield store


@pytest.mark.parametrize("name", sorted(saved()))
def test_the_seed_answers(store, name):
    assert rows(store, name) == (EXPECTED / f"{name}.tsv").read_text("utf-8").splitlines()


def test_all_that_follows_from_the_seed_has_a_proof(store):
    graph = opened(store)
    follows = [
        Atom(quad.subject, quad.predicate, quad.object)
        for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))
    ]
    assert follows
    for triple in follows:
        proof = next(proofs(graph, triple), None)
        assert proof, triple
        check(graph, proof)


if __name__ == "__main__":
    with TemporaryDirectory() as made, built(made) as seed:
        for each in saved():
            (EXPECTED / f"{each}.tsv").write_text("".join(f"{row}\n" for row in rows(seed, each)), "utf-8")
