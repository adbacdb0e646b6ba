"""kg validate against pySHACL on the same graphs, and its memory on few articles and on many."""

import tempfile
from itertools import islice
from pathlib import Path

from common import QUICK, processor_seconds, row
from made import fill
from memory import peak

from kg.graph.shapes import checked, reports
from kg.graph.store import Store

FEW, MANY, SHOWN = (50, 200, 10) if QUICK else (500, 5_000, 50)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (Path(folder) / str(number) for number in (FEW, MANY))
        for path, number in ((few, FEW), (many, MANY)):
            with Store(path) as store:
                fill(store, number)
        with Store(few, read_only=True) as store:
            ours = processor_seconds(lambda: list(reports(store))) / FEW
            some = list(islice(store.articles(), SHOWN))
            theirs = processor_seconds(lambda: [checked(store, each) for each in some]) / SHOWN
        row("pySHACL / kg validate, processor", f"{theirs / ours:.0f}", ">= 20")
        small, large = (peak("validate", "--store", path) for path in (few, many))
        row(f"peak memory of kg validate, {FEW:,} and {MANY:,} articles", f"{small} and {large} MB", "flat")


if __name__ == "__main__":
    main()
