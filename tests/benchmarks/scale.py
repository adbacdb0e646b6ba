"""From one article to many: reading on one and two workers, here and on Spark; who is who, closure, load, questions.

    python tests/benchmarks/run.py scale --sizes=1000,10000,100000 --read=100 --compared=1000

Reading costs an article what it costs, however many there are: it is measured on `--read` whole articles. All else is
measured on readings of whole articles, read once and again under other names (again.py). Seconds are of the processor,
of all processes: what else a machine does is no part of them.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

import pyarrow as pa
from again import Again
from common import QUICK, corpus, of_all_processes, processor_seconds, row, talk
from pyarrow.parquet import ParquetWriter

from kg.build import build
from kg.graph.store import Store
from kg.graph.upkeep import compact
from kg.spark.reading import row as reading_row
from kg.spark.schema import HELD

GIVEN = dict(option.lstrip("-").split("=") for option in sys.argv[1:] if "=" in option)
SIZES = [int(size) for size in GIVEN.get("sizes", "50,100" if QUICK else "250,1000").split(",")]
READ = int(GIVEN.get("read", 20 if QUICK else 40))
#: Up to so many articles all that the two ways give is compared; above, one process resolves them for too long.
COMPARED = int(GIVEN.get("compared", 10_000))
QUERIES = ["roles", "affiliations", "quotes", "spoke-where", "attacks"]
QUERIES += ["attacked-where", "timeline", "claims", "copies", "people"]
SETTINGS = ("spark.driver.memory=2g", "spark.ui.enabled=false")
SPARK = [part for setting in SETTINGS for part in ("--conf", setting)]
#: Without the limit that people have: also what takes long is measured.
ASKED = ("--format", "tsv", "--timeout", "3600")
#: All that leaves a store, by which two are compared.
WHOLE = ("export", "--format", "nquads")
#: Articles of a file of Parquet, as kg spark extract leaves them.
TASK = 500


def kg(*arguments: object, into: Path | None = None) -> float:
    """Run a command, and return its seconds; what it prints goes to a file."""
    return of_all_processes([sys.executable, "-m", "kg", *map(str, arguments)], into or Path(os.devnull))


def megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def reading(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the seconds that an article takes to be read, in each way."""
    given = folder / "given.jsonl"
    with given.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": each.id, "text": each.text}) + "\n" for each in corpus(READ))
    for jobs in (1, 2):
        yield f"kg extract --jobs {jobs}, of an article", kg("extract", given, "--jobs", jobs) / READ
    for cores in (1, 2):
        spark = ("--master", f"local[{cores}]", *SPARK)
        took = kg("spark", "extract", given, folder / f"out{cores}", *spark)
        yield f"kg spark extract, local[{cores}], of an article", took / READ


def write(number: int, out: Path) -> None:
    """Write readings as kg spark extract leaves them."""
    again, found = Again(number), Path(out / "readings")
    found.mkdir(parents=True)
    rows = ({**reading_row(each, again.signature), "run": 1} for each in again(again.articles()))
    for part in range(-(-number // TASK)):
        with ParquetWriter(found / f"part-{part}.parquet", HELD) as file:
            file.write_batch(pa.RecordBatch.from_pylist(list(islice(rows, TASK)), HELD))


def built(number: int, store: Path) -> None:
    again = Again(number)
    with Store(store) as graph:
        build(graph, again.articles(), again)
    compact(store)


def measured(number: int, folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the seconds of each step at a size, and the bytes of what it leaves."""
    out, loaded, alone = (folder / name for name in ("out", "loaded", "built"))
    spark = ("--master", "local[2]", *SPARK)
    write(number, out)
    yield "kg spark resolve, local[2]", kg("spark", "resolve", out, *spark)
    yield "kg spark close, local[2]", kg("spark", "close", out, *spark)
    yield "the folder of kg spark, MB", megabytes(out)
    yield "kg load, resolved and closed", kg("load", out, "--store", loaded)
    yield "the store, MB", megabytes(loaded)
    yield "ten saved queries", sum(kg("query", name, "--store", loaded, *ASKED) for name in QUERIES)
    yield "kg export", kg(*WHOLE, "--store", loaded, into=folder / "loaded.nq")
    if number <= COMPARED:
        yield "kg build, without reading", processor_seconds(lambda: built(number, alone))
        kg(*WHOLE, "--store", alone, into=folder / "built.nq")
        one, other = ((folder / name).read_bytes() for name in ("loaded.nq", "built.nq"))
        talk(f"{number:,} articles: " + ("Spark and kg build give one graph" if one == other else "the graphs DIFFER"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, seconds in reading(Path(folder)):
            row(name, f"{seconds:.3f} s")
    every: list[dict[str, float]] = []
    for size in SIZES:
        every.append({})
        with tempfile.TemporaryDirectory() as folder:
            # Told as they come: of many articles one step takes long.
            for name, value in measured(size, Path(folder)):
                every[-1][name] = value
                row(f"{name}, {size:,} articles", f"{value:,.1f}" + ("" if name.endswith("MB") else " s"))
    for (less, before), (more, after) in pairwise(zip(SIZES, every, strict=True)):
        for name in before.keys() & after.keys():
            row(f"{name}, {more / less:g} times as many articles", f"{after[name] / before[name]:.1f} times")


if __name__ == "__main__":
    main()
