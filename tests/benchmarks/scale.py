"""From one article to many: extraction on one and two workers, here and on Spark; who is who, closure, load, questions.

    python tests/benchmarks/run.py scale --sizes=1000,10000 --characters=800

Articles are whole texts, or cut, those that are taken again under other names. Seconds are by the
clock, of all processes.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from time import monotonic

from common import CORPUS, QUICK, corpus, row, talk
from identity import Drawn

from kg.articles.article import Article

GIVEN = dict(option.lstrip("-").split("=") for option in sys.argv[1:] if "=" in option)
SIZES = [int(size) for size in GIVEN.get("sizes", "50" if QUICK else "1000").split(",")]
CHARACTERS = int(GIVEN["characters"]) if "characters" in GIVEN else None
NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
QUERIES = ["roles", "affiliations", "quotes", "spoke-where", "attacks"]
QUERIES += ["attacked-where", "timeline", "claims", "copies", "people"]
SETTINGS = ("spark.driver.memory=2g", "spark.sql.shuffle.partitions=4", "spark.ui.enabled=false")
SPARK = [part for setting in SETTINGS for part in ("--conf", setting)]
#: All that leaves a store, by which two are compared.
WHOLE = ("export", "--format", "nquads", "--no-background")


def articles(number: int) -> Iterator[Article]:
    """Yield articles; those whose text was taken before have other names in it."""
    drawn, first = Drawn(Random(5)), len(CORPUS.read_text("utf-8").splitlines()) if CORPUS.exists() else 1
    for index, article in enumerate(corpus(number, CHARACTERS)):
        names: dict[str, str] = {}
        text = article.text
        if index >= first:
            text = NAME.sub(lambda found: names.setdefault(found[0], drawn._person()), text)  # noqa: B023
        yield replace(article, text=text)


def kg(*arguments: object) -> tuple[float, str]:
    """Run a command; return its seconds and what it printed."""
    start = monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    return monotonic() - start, ran.stdout.decode()


def megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def measured(number: int, folder: Path) -> dict[str, float]:
    """Return the seconds of each step at a size, and the bytes of what it leaves."""
    given, out, loaded, built = (folder / name for name in ("given.jsonl", "out2", "loaded", "built"))
    with given.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": each.id, "text": each.text}) + "\n" for each in articles(number))
    found: dict[str, float] = {}
    for jobs in (1, 2):
        found[f"kg extract --jobs {jobs}"], _ = kg("extract", given, "--jobs", jobs)
    for cores in (1, 2):
        spark = ("--master", f"local[{cores}]", *SPARK)
        found[f"kg spark extract, local[{cores}]"], _ = kg("spark", "extract", given, folder / f"out{cores}", *spark)
    found["kg spark resolve, local[2]"], _ = kg("spark", "resolve", out, *spark)
    found["kg spark close, local[2]"], _ = kg("spark", "close", out, *spark)
    found["kg load, resolved and closed"], _ = kg("load", out, "--store", loaded, "--no-background")
    found["kg build"], _ = kg("build", given, "--store", built, "--no-background")
    found["ten saved queries"] = sum(kg("query", name, "--store", loaded, "--format", "tsv")[0] for name in QUERIES)
    found["kg export"], one = kg(*WHOLE, "--store", loaded)
    talk("the graph of Spark is that of kg build" if one == kg(*WHOLE, "--store", built)[1] else "the graphs DIFFER")
    sizes = {"the folder of kg spark": out, "the store": loaded}
    return found | {f"{name}, MB": megabytes(path) for name, path in sizes.items()}


def main() -> None:
    every: list[dict[str, float]] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            every.append(measured(size, Path(folder)))
        for name, value in every[-1].items():
            row(f"{name}, {size:,} articles", f"{value:,.1f}" + ("" if name.endswith("MB") else " s"))
    for (less, before), (more, after) in pairwise(zip(SIZES, every, strict=True)):
        for name, value in after.items():
            row(f"{name}, {more / less:g} times as many articles", f"{value / before[name]:.1f} times")


if __name__ == "__main__":
    main()
