"""Turtle of a graph, by kg and by rdflib's own serializer on the same triples, already in its memory."""

import io
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import rdflib
from common import QUICK, row
from made import fill

from kg.export.export import export
from kg.export.formats import Format
from kg.graph.store import Store

ARTICLES = 100 if QUICK else 300


def main() -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        fill(store, ARTICLES)
        turtle, ours = clocked(store, Format.TURTLE)
        graph = rdflib.Graph().parse(data=clocked(store, Format.NT)[0], format="nt")
        start = time.process_time()
        graph.serialize(format="turtle")
        theirs = time.process_time() - start
        row("triples of the Turtle", f"{len(graph):,}")
        row("kg export", f"{ours:.2f} s, {len(turtle) / 1e6:.1f} MB")
        row("rdflib's Turtle serializer", f"{theirs:.2f} s")
        row("rdflib / kg export", f"{theirs / ours:.1f}", ">= 10")


def clocked(store: Store, form: Format) -> tuple[bytes, float]:
    out, start = io.BytesIO(), time.process_time()
    export(store, out, form)
    return out.getvalue(), time.process_time() - start


if __name__ == "__main__":
    main()
