"""Stores that the parts break: made of readings that need no parser, so that all time is writing and reasoning.

Run as a program it does one of the actions on a store, and says "ready" when it begins.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from pyoxigraph import Literal, NamedNode, Quad

import kg.build
import kg.graph.written
from kg.articles.article import Article
from kg.build import build
from kg.facts import Reading
from kg.forget import forget
from kg.graph.store import Store
from kg.vocabulary import LINKS

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks")]
from made import reading  # noqa: E402 (beside the benchmarks)

ARTICLES = 20
#: Articles in one write of what is broken on purpose, so that a build of so few has several.
AT_ONCE = 8


class Made:
    """A reader of articles that are read already; of another edition they state other things."""

    signature = "made"

    def __init__(self, edition: int) -> None:
        random = Random(edition)
        self._readings = {f"made-{index}": reading(f"made-{index}", random) for index in range(ARTICLES)}

    def articles(self) -> list[Article]:
        return [each.article for each in self._readings.values()]

    def __call__(self, articles: Iterator[Article]) -> Iterator[Reading]:
        return (self._readings[article.id] for article in articles)


def built(path: Path, edition: int) -> None:
    made = Made(edition)
    with Store(path) as store:
        build(store, made.articles(), made)


def linked(path: Path) -> None:
    with Store(path, create=False) as store:
        graph, same = store.graph(LINKS), NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
        things = sorted({quad.subject.value for quad in store.db.quads_for_pattern(None, None, None, None)})[::9]
        made = [Quad(NamedNode(thing), same, NamedNode(f"urn:of:{n}"), graph) for n, thing in enumerate(things)]
        store.replace(graph, [*made, Quad(NamedNode(things[0]), NamedNode("urn:score"), Literal("1"), graph)])


def forgotten(path: Path) -> None:
    with Store(path, create=False) as store:
        forget(store, "made-7")


#: What is done to a store; the second edition, forgetting and links to one that is built.
ACTIONS: dict[str, Callable[[Path], None]] = {
    "build": lambda path: built(path, 1),
    "rebuild": lambda path: built(path, 2),
    "forget": forgotten,
    "link": linked,
}


def image(path: Path) -> list[str]:
    """Return all that a store holds."""
    with Store(path, read_only=True) as store:
        return sorted(map(str, store.db))


def graphs(path: Path) -> dict[str, frozenset[Quad]]:
    """Return the quads of each article by its IRI."""
    with Store(path, read_only=True) as store:
        return {
            article.value: frozenset(store.db.quads_for_pattern(None, None, None, article))
            for article in store.articles()
        }


def write_little() -> None:
    """Let builds of this process write few articles at once."""
    kg.build.BATCH = AT_ONCE
    kg.graph.written.ADDED = kg.graph.written.ANEW = 1


if __name__ == "__main__":
    write_little()
    print("ready", flush=True)
    ACTIONS[sys.argv[1]](Path(sys.argv[2]))
