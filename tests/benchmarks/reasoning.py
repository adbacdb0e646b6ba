"""Seconds to close a graph, against owlrl on the same core triples; growth to 100,000 articles; the cost of ten more.

Core triples are what the reasoner sees: about twenty an article, no texts, labels, offsets or mentions.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pyoxigraph as ox
from common import QUICK, row, talk

from kg.graph.store import Store
from kg.reason import update
from kg.reason.closure import Closure
from kg.reason.index import Memory
from kg.reason.ontology import news_program
from kg.reason.reference import owlrl_closure
from kg.reason.terms import TYPE, Atom
from kg.resources import folder
from kg.vocabulary import BASE, INFERRED, NEWS

AGAINST = (20, 50) if QUICK else (100, 300, 1000)
GROWTH = (200, 1000) if QUICK else (1000, 10_000, 100_000)
STORED = 1000 if QUICK else 10_000


def thing(path: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + path)


def news(name: str) -> ox.NamedNode:
    return ox.NamedNode(NEWS + name)


def core(first: int, last: int) -> Iterator[tuple[ox.NamedNode, list[Atom]]]:
    """Yield articles, each about a speech and an attack, by people who come again and in places that lie in others."""
    for number in range(first, last):
        draw = Random(number)
        article, event = thing(f"article/{number}"), thing(f"article/{number}/event/1")
        speech, holding = thing(f"article/{number}/statement/1"), thing(f"holding/{number}")
        square = draw.randrange(2000)
        speaker, attacker = (thing(f"person/{draw.randrange(20 + 3 * number)}") for _ in range(2))
        place, city, country = thing(f"place/{square}"), thing(f"place/city-{square % 200}"), thing("place/country-1")
        council, role = thing(f"organization/{square % 200}"), thing(f"role/{draw.randrange(50)}")
        yield (
            article,
            [
                Atom(article, TYPE, news("Article")),
                *(Atom(article, news("mentions"), each) for each in (speaker, attacker, place, council)),
                *(Atom(each, TYPE, news("Person")) for each in (speaker, attacker)),
                *(Atom(each, TYPE, news("Place")) for each in (place, city)),
                Atom(council, TYPE, news("Organization")),
                Atom(place, news("locatedIn"), city),
                Atom(city, news("locatedIn"), country),
                Atom(speech, TYPE, news("Statement")),
                Atom(speech, news("speaker"), speaker),
                Atom(speech, news("place"), place),
                Atom(event, TYPE, news("Bombing")),
                Atom(event, news("perpetrator"), attacker),
                Atom(event, news("place"), place),
                Atom(holding, TYPE, news("RoleHolding")),
                Atom(holding, news("incumbent"), speaker),
                Atom(holding, news("role"), role),
                Atom(holding, news("heldIn"), council),
            ],
        )


def lines(number: int) -> bytes:
    return "".join(f"{' '.join(map(str, atom))} .\n" for _, atoms in core(0, number) for atom in atoms).encode()


def closed(data: bytes) -> tuple[float, int]:
    """Return the seconds from N-Triples to closure, and how much was inferred."""
    start = time.process_time()
    index = Memory()
    closure = Closure(news_program(), index)
    closure.add(Atom.of(quad) for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES))
    seconds = time.process_time() - start
    return seconds, sum(1 for _ in closure.inferred(index.rows))


def against_owlrl(number: int) -> None:
    data = lines(number)
    facts = [Atom.of(quad) for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)]
    path = str(folder("ontology") / "news.ttl")
    ontology = [Atom.of(quad) for quad in ox.parse(path=path) if isinstance(quad.object, ox.NamedNode | ox.BlankNode)]
    ours, inferred = closed(data)
    start = time.process_time()
    theirs = len(owlrl_closure(ontology, facts) - set(facts))
    owlrl = time.process_time() - start
    same = "the same facts" if theirs == inferred else f"NOT THE SAME: {inferred} and {theirs}"
    goal = ">= 60" if number == AGAINST[-1] else ""
    row(f"owlrl / kg, {number} articles, with load, {same}", f"{owlrl / ours:.0f}", goal)
    row(f"  seconds of owlrl and kg, {len(facts):,} triples", f"{owlrl:.1f} {ours:.2f}")


def growth(number: int) -> None:
    """Print one row; to run in a process of its own, so that memory is its own."""
    seconds, inferred = closed(lines(number))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    row(f"closing {number:,} articles, {inferred:,} inferred", f"{seconds:.1f} s {peak:,} MB", "linear")


def ten_more() -> None:
    with tempfile.TemporaryDirectory() as place, Store(Path(place) / "store") as store:
        put(store, 0, STORED)
        whole = concluded(store)
        talk(f"{sum(1 for _ in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))):,} inferred")
        put(store, STORED, STORED + 10)
        more = concluded(store)
        store.replace_all({thing(f"article/{number}"): () for number in range(STORED, STORED + 10)})
        less = concluded(store)
    row(f"closing {STORED:,} articles of a store, and writing", f"{whole:.2f} s")
    row("ten more articles / that", f"{100 * more / whole:.2f} % ({1000 * more:.0f} ms)", "<= 1 %")
    row("ten articles forgotten / that", f"{100 * less / whole:.2f} % ({1000 * less:.0f} ms)")


def put(store: Store, first: int, last: int) -> None:
    for start in range(first, last, 500):
        found = core(start, min(start + 500, last))
        store.replace_all({article: {ox.Quad(*atom, article) for atom in atoms} for article, atoms in found})


def concluded(store: Store) -> float:
    start = time.process_time()
    update(store)
    return time.process_time() - start


def main() -> None:
    if sys.argv[1:2] == ["growth"]:
        growth(int(sys.argv[2]))
        return
    news_program()
    for number in AGAINST:
        against_owlrl(number)
    for number in GROWTH:
        subprocess.run([sys.executable, __file__, "growth", str(number)], check=True)
    ten_more()


if __name__ == "__main__":
    main()
