"""kg link: entities to Wikidata, or to any SPARQL endpoint of its shape."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.errors import UsageError

WIKIDATA = "https://query.wikidata.org/sparql"


@app.command()
def link(
    *,
    store: StoreOption = STORE,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="A SPARQL endpoint.")] = WIKIDATA,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for each request with all of its answer.")] = 60,
    contact: Annotated[
        str, typer.Option(envvar="KG_CONTACT", help="Where the endpoint can reach you: a mail or web address.")
    ] = "",
    index: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An index by kg wikidata import, asked instead: no network.")
    ] = None,
    enrich: Annotated[
        bool, typer.Option("--enrich", help="With --write, store also where linked places and bodies lie, by Wikidata.")
    ] = False,
    cache: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where an endpoint's answers are kept, each at once, for a month."),
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask nobody: what was answered before must do.")] = False,
    accept: Annotated[float, typer.Option(min=0, max=1, help="How sure a link must be.")] = 0.79,
    write: Annotated[bool, typer.Option("--write", help="Store the links; without it they are only shown.")] = False,
) -> None:
    """Find people, organizations and places at a SPARQL endpoint or in an index: one clear winner, or none."""
    from kg.cli.reading import reading
    from kg.cli.table import listing
    from kg.graph.store import Store
    from kg.link.cache import Cached, place
    from kg.link.endpoint import Endpoint
    from kg.link.enrich import enrich as add_known
    from kg.link.index import Index
    from kg.link.link import links
    from kg.link.link import write as keep
    from kg.link.offline import IndexNames
    from kg.link.transport import Manners

    if enrich and not write:
        raise UsageError("--enrich stores what it finds: give --write, too")
    with (
        Store(store, create=False) if write else reading(store) as graph,
        Index(index) if index else nullcontext() as local,
    ):
        server = Endpoint(endpoint, Manners(timeout=timeout, contact=contact))
        # What an endpoint of one's own answers may change at any time.
        is_kept = cache or offline or endpoint == WIKIDATA
        remote = Cached(server, cache or place(), offline) if is_kept else server
        found = list(links(graph, IndexNames(local) if local else remote, accepted=accept))
        rows = [
            (each.label, each.kind, item.iri, item.description, str(each.choice.confidence), each.choice.reason)
            for each in found
            if each.choice and (item := each.choice.candidate)
        ]
        listing(("entity", "kind", "item", "description", "confidence", "reason"), rows)
        kept = keep(graph, found) if write else 0
        if write and enrich:
            print(f"{add_known(graph, remote)} items asked for what is known of them", file=sys.stderr)
    advice = "" if write else " (--write stores them)"
    print(f"{len(rows)} of {len(found)} found, {kept} stored{advice}", file=sys.stderr)
