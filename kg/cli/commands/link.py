"""kg link: entities to Wikidata, or to any SPARQL endpoint of its shape."""

import sys
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption

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
    write: Annotated[bool, typer.Option("--write", help="Store the links; without it they are only shown.")] = False,
) -> None:
    """Find people, organizations and places at a SPARQL endpoint: one clear winner for a name, or none."""
    from kg.cli.reading import reading
    from kg.cli.table import listing
    from kg.graph.store import Store
    from kg.link.endpoint import Endpoint
    from kg.link.link import links
    from kg.link.link import write as keep
    from kg.link.transport import Manners

    asked = Endpoint(endpoint, Manners(timeout=timeout, contact=contact))
    with Store(store, create=False) if write else reading(store) as graph:
        found = list(links(graph, asked))
        rows = [
            (each.label, each.kind, item.iri, item.description, str(each.choice.confidence), each.choice.reason)
            for each in found
            if each.choice and (item := each.choice.candidate)
        ]
        listing(("entity", "kind", "item", "description", "confidence", "reason"), rows)
        kept = keep(graph, found) if write else 0
    advice = "" if write else " (--write stores them)"
    print(f"{len(rows)} of {len(found)} found, {kept} stored{advice}", file=sys.stderr)
