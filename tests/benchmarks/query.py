"""Each saved query by kg, to CSV, against the same SPARQL straight on pyoxigraph."""

import io
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from common import QUICK, row
from made import fill
from pyoxigraph import QueryResultsFormat

from kg.graph.store import Store
from kg.query.bind import bound
from kg.query.formats import ResultFormat
from kg.query.results import write
from kg.query.run import run
from kg.query.saved import find, saved

ARTICLES = 100 if QUICK else 300
ROUNDS = 5
GIVEN = {
    "quotes-about": {"words": "rebuild"},
    "evidence": {"entity": "Northham"},
    "articles-mentioning": {"entity": "Northham"},
}


def main() -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        fill(store, ARTICLES)
        for name in saved():
            given = GIVEN.get(name, {})
            text = bound(find(name), given, store.db)
            straight = best(lambda text=text: store.db.query(text).serialize(io.BytesIO(), QueryResultsFormat.CSV))
            ours = best(lambda name=name, given=given: ask(store, name, given))
            row(f"kg query {name}", f"{1000 * ours:.1f} ms, {ours / straight:.2f} of pyoxigraph", "<= 1.5")


def ask(store: Store, name: str, given: dict[str, str]) -> None:
    write(run(store.db, bound(find(name), given, store.db)), io.BytesIO(), ResultFormat.CSV)


def best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
