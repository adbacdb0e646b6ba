"""Turtle of a store, by kg and by rdflib's own serializer, which has the same triples in its memory already."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import rdflib
from common import QUICK, processor_seconds, row
from made import fill

from kg.export.export import export, triples
from kg.export.formats import Format
from kg.export.select import merged
from kg.graph.store import Store

ARTICLES = 100 if QUICK else 300


def main() -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        fill(store, ARTICLES)
        whole = processor_seconds(lambda: export(store, io.BytesIO(), Format.TURTLE))
        lines = list(merged(store))
        alone = processor_seconds(lambda: triples(io.BytesIO(), Format.TURTLE, lines))
        graph = rdflib.Graph().parse(data="\n".join(lines), format="nt")
        theirs = processor_seconds(lambda: graph.serialize(format="turtle"))
        row("triples", f"{len(graph):,}")
        row("kg export, from the store", f"{whole:.2f} s")
        row("kg's Turtle serializer, from memory", f"{alone:.2f} s")
        row("rdflib's Turtle serializer, from memory", f"{theirs:.2f} s")
        row("rdflib's serializer / kg's", f"{theirs / alone:.1f}", ">= 10")
        row("rdflib's serializer / kg export with its reading", f"{theirs / whole:.1f}")


if __name__ == "__main__":
    main()
