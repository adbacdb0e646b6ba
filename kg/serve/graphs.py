"""The page of the network, and its other forms."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.export.network import Line
from kg.export.networks import gexf, graphml
from kg.query.terms import relation, things
from kg.query.values import in_order
from kg.serve.entries import Part, Writer
from kg.serve.exchange import cytoscape, words
from kg.serve.network import MODALITIES, Filter, Shown, counted, network
from kg.serve.page import rendered
from kg.serve.parameters import among, day, number, whole
from kg.serve.problems import Problem
from kg.serve.search import names
from kg.serve.snapshot import Snapshot
from kg.serve.source import Keeps
from kg.vocabulary import NEWS

#: How many things can be drawn, and how many relations stand in the table.
MOST, TABLE = 2000, 500
#: Other programs' forms of it, each with its media type.
FORMS = {"graphml": (graphml, "application/graphml+xml"), "gexf": (gexf, "application/gexf+xml")}
#: What an address of it may say.
ASKED = ("about", "distance", "relation", "modality", "confidence", "since", "until", "most")
LIB = Path(__file__).parent / "static" / "lib"


@dataclass(frozen=True, slots=True)
class Row:
    """A relation in the table."""

    source: Part
    relation: str
    target: Part
    line: Line
    words: str


class Graphs:
    """The network of a store."""

    def __init__(self, keeper: Keeps) -> None:
        self._keeper = keeper

    def page(self, request: Request) -> Response:
        """Show the network as a drawing and as a table."""
        seen = self._keeper()
        asked = filtered(seen, request.query_params)
        found = network(seen, asked)
        query = urlencode([each for each in request.query_params.multi_items() if each[1]])
        return rendered(
            "network.html",
            seen=seen,
            path=request.url.path,
            asked=asked,
            about=request.query_params.get("about", ""),
            found=found,
            rows=_rows(seen, found),
            relations=counted(seen, lambda edge: edge.relation),
            modalities=MODALITIES,
            names=names(seen),
            query=f"?{query}" if query else "",
            drawn=(LIB / "cytoscape.min.js").is_file(),
        )

    def other(self, request: Request) -> Response:
        """Return the network in another form."""
        seen = self._keeper()
        asked = filtered(seen, request.query_params)
        found, form = network(seen, asked), request.path_params["form"]
        if form == "json":
            return JSONResponse(cytoscape(found, Writer(seen).addresses, asked.about))
        if form not in FORMS:
            raise Problem(404, f"there is no network.{form}; there are .json, .{', .'.join(FORMS)}")
        write, media = FORMS[form]
        write(found.network, out := BytesIO())
        head = {"Content-Disposition": f'attachment; filename="network.{form}"'}
        return Response(out.getvalue(), media_type=media, headers=head)


def filtered(seen: Snapshot, given: QueryParams) -> Filter:
    """Return what an address asks for; Problem where it has no sense."""
    among("parameter", given, ASKED)
    about = given.get("about", "").strip()
    since, until = day(given, "since"), day(given, "until")
    in_order(since, until)
    return Filter(
        about=frozenset(node.value for node in things(seen.db, about)) if about else frozenset(),
        distance=whole(given, "distance", 1, 6),
        relations=frozenset(_relation(seen, name) for name in given.getlist("relation") if name),
        modalities=among("modality", given.getlist("modality"), MODALITIES),
        confidence=number(given, "confidence", 0, 1),
        since=since,
        until=until,
        most=whole(given, "most", 50, MOST),
    )


def _relation(seen: Snapshot, name: str) -> str:
    """Return the relation that a name stands for, as edges have it; UsageError where there is none."""
    told = {each for each, _ in counted(seen, lambda edge: edge.relation)}
    return name if name in told else relation(seen.db, name).value.removeprefix(NEWS)


def _rows(seen: Snapshot, found: Shown) -> list[Row]:
    links = Writer(seen).addresses
    ends = {node.iri: Part(node.label, links.link(node.iri)) for node in found.nodes}
    rows = [Row(ends[line.source], line.label, ends[line.target], line, words(line, links)) for line in found.lines]
    return sorted(rows, key=_order)[:TABLE]


def _order(row: Row) -> Any:
    return (
        -row.line.articles,
        row.source.text.casefold(),
        row.relation,
        row.target.text.casefold(),
        row.line.status,
        row.line.modality,
    )
