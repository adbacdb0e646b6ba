"""Where kg link looks things up: an endpoint, an index on this machine or a reconciliation service."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.link.cache import Cached
    from kg.link.candidates import Asked
    from kg.link.endpoint import Endpoint
    from kg.link.finding import Link
    from kg.link.search import Source
    from kg.link.transport import Manners

WIKIDATA = "https://query.wikidata.org/sparql"


@dataclass(frozen=True, slots=True)
class Places:
    """Where is looked, as options name it, and what is kept of the answers."""

    endpoint: str = WIKIDATA
    index: Path | None = None
    builtin: bool = False
    reconcile: str | None = None
    types: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    cache: Path | None = None
    offline: bool = False

    def checked(self) -> "Places":
        """Return these; UsageError where two are named."""
        if sum(map(bool, (self.index, self.builtin, self.reconcile))) > 1:
            raise UsageError("--index, --builtin and --reconcile are sources: give one")
        return self


def remote(places: Places, manners: "Manners") -> "Endpoint | Cached":
    """Return the endpoint; what one of one's own answers may change at any time, so it is kept where asked only."""
    from kg.link.cache import Cached, place
    from kg.link.endpoint import Endpoint

    server = Endpoint(places.endpoint, manners)
    is_kept = places.cache or places.offline or places.endpoint == WIKIDATA
    return Cached(server, places.cache or place(), places.offline) if is_kept else server


def source(places: Places, manners: "Manners") -> "Source | Asked":
    """Return what is asked for items."""
    from kg.cli.linking import indexes, pairs
    from kg.link.cache import Answers, place
    from kg.link.reconciling import Service

    if places.index or places.builtin:
        return indexes(places.index, builtin=places.builtin)
    if not places.reconcile:
        return remote(places, manners)
    answers = Answers(places.cache or place(), places.offline) if places.cache or places.offline else None
    return Service(places.reconcile, manners, pairs(places.types), pairs(places.having), answers)


#: What is told of a link.
COLUMNS = ("entity", "kind", "item", "description", "confidence", "reason", "status")


def listed(found: "list[Link]", *, as_json: bool) -> tuple[int, int]:
    """Print the items that were found, as a table or as JSON, and return how many are accepted and proposed."""
    from kg.cli.plain import data
    from kg.cli.table import listing

    rows = [
        (each.label, each.kind, item.iri, item.description, choice.confidence, choice.reason, status)
        for each in found
        for choice, status in ((each.choice, "accepted"), (each.proposed, "proposed"))
        if choice and (item := choice.candidate)
    ]
    if as_json:
        data(json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows], ensure_ascii=False) + "\n")
    else:
        listing(COLUMNS, ([str(cell) for cell in row] for row in rows))
    accepted = sum(status == "accepted" for *_, status in rows)
    return accepted, len(rows) - accepted


def enriched(graph: "Store", asked: "Endpoint | Cached") -> None:
    """Store where linked places and bodies lie, and tell of how many that was asked."""
    from kg.link.enrich import enrich

    print(f"{enrich(graph, asked)} items asked for what is known of them", file=sys.stderr)
