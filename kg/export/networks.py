"""Networks as other tools read them: GraphML and GEXF (Gephi), CSV of nodes and edges (neo4j), FollowTheMoney."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple
from hashlib import sha1
from io import BytesIO, StringIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.export import drawing
from kg.export.drawing import Arrow, Drawing, Point
from kg.export.formats import Format
from kg.export.network import Line, Network
from kg.vocabulary import vocabulary

NODE = (("kind", "string"),)
LINE = (
    *(("relation", "string"), ("label", "string"), ("status", "string"), ("modality", "string")),
    *(
        ("articles", "int"),
        ("confidence", "double"),
        ("first", "string"),
        ("last", "string"),
        ("words", "string"),
        ("claim", "string"),
    ),
)
#: The day of all files of an archive, so that the same network is the same bytes.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def graphml(network: Network, out: IO[bytes]) -> None:
    """Write GraphML."""
    drawing.graphml(_drawn(network), out)


def gexf(network: Network, out: IO[bytes]) -> None:
    """Write GEXF 1.3; an edge weighs as many articles as tell it."""
    drawing.gexf(_drawn(network), out)


def _drawn(network: Network) -> Drawing:
    points = [Point(node.iri, node.label, {"kind": node.kind}) for node in network.nodes]
    arrows = [
        Arrow(line.source, line.target, line.label, {name: getattr(line, name) for name, _ in LINE}, line.articles)
        for line in network.lines
    ]
    return Drawing(points, arrows, NODE, LINE)


def neo4j(network: Network, out: IO[bytes]) -> None:
    """Write an archive of nodes.csv and relationships.csv with the heads that neo4j-admin import reads."""
    nodes = _csv(("iri:ID", "label", ":LABEL"), map(astuple, network.nodes))
    numbers = {"articles": "articles:int", "confidence": "confidence:double"}
    rest = [name for name, _ in LINE if name != "relation"]
    heads = (":START_ID", ":TYPE", ":END_ID", *(numbers.get(name, name) for name in rest))
    rows = (
        (line.source, line.relation, line.target, *(getattr(line, name) for name in rest)) for line in network.lines
    )
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("nodes.csv", LONG_AGO), nodes)
        archive.writestr(ZipInfo("relationships.csv", LONG_AGO), _csv(heads, rows))
    out.write(held.getvalue())


def _csv(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    held = StringIO(newline="")
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return held.getvalue()


#: FollowTheMoney's schemata for kg's classes, the nearest first.
SCHEMATA = (("Person", "Person"), ("Organization", "Organization"), ("Agent", "LegalEntity"), ("Event", "Event"))
#: The schema of a relation, and what its two ends are called there; of all others it is UnknownLink.
LINKS = {
    "worksFor": ("Employment", "employee", "employer"),
    "memberOf": ("Membership", "member", "organization"),
    "memberOfParty": ("Membership", "member", "organization"),
    "leads": ("Directorship", "director", "organization"),
    "chiefExecutiveOf": ("Directorship", "director", "organization"),
    "spouseOf": ("Family", "person", "relative"),
    "childOf": ("Family", "person", "relative"),
    "parentOf": ("Family", "person", "relative"),
}
#: Which kinds of ends those schemata take.
ENDS = {"employee": "Person", "employer": "Organization", "organization": "Organization", "director": "Person"}
ENDS |= {"person": "Person", "relative": "Person", "member": "LegalEntity"}
LEGAL = {"Person", "Organization", "LegalEntity"}


def ftm(network: Network, out: IO[bytes]) -> None:
    """Write FollowTheMoney's entities as JSON Lines: agents, events, and links between them with their words."""
    kinds = {node.iri: schema for node in network.nodes if (schema := _schema(node.kind))}
    for node in network.nodes:
        if node.iri in kinds:
            _line(out, node.iri, kinds[node.iri], {"name": [node.label], "sourceUrl": [node.iri]})
    for line in network.lines:
        if line.source in kinds and line.target in kinds:
            schema, start, end = _link(line, kinds)
            properties = {start: [_id(line.source)], end: [_id(line.target)], "summary": [line.words]}
            name = "relationship" if schema == "Family" else "role"
            _line(out, _key(line), schema, {**properties, name: [_told(line)]})


def _key(line: Line) -> str:
    """Return what an edge is known by: what is over is another than what is."""
    over = [] if line.status in {"", "current"} else [line.status]
    return " ".join((line.source, line.relation, line.target, *over))


def _told(line: Line) -> str:
    """Return the relation, with what keeps it from being a plain fact of now: "member of (former, reported)"."""
    how = [word for word in (line.status, line.modality) if word not in {"", "current", "asserted"}]
    return f"{line.label} ({', '.join(how)})" if how else line.label


def _schema(kind: str) -> str | None:
    return next((schema for name, schema in SCHEMATA if vocabulary().is_a(kind, name)), None)


def _link(line: Line, kinds: Mapping[str, str]) -> tuple[str, str, str]:
    found = LINKS.get(line.relation)
    if found and all(_fits(ENDS[end], kinds[iri]) for end, iri in ((found[1], line.source), (found[2], line.target))):
        return found
    return "UnknownLink", "subject", "object"


def _fits(wanted: str, kind: str) -> bool:
    return kind == wanted or (wanted == "LegalEntity" and kind in LEGAL)


def _id(iri: str) -> str:
    return f"kg-{sha1(iri.encode(), usedforsecurity=False).hexdigest()}"


def _line(out: IO[bytes], iri: str, schema: str, properties: Mapping[str, list[str]]) -> None:
    entity = {"id": _id(iri), "schema": schema, "properties": properties}
    out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")


WRITERS: Mapping[Format, Callable[[Network, IO[bytes]], None]] = {
    Format.GRAPHML: graphml,
    Format.GEXF: gexf,
    Format.NEO4J: neo4j,
    Format.FTM: ftm,
}
