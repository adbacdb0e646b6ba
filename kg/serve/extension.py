"""Columns for a reconciled spreadsheet: what articles state, or else what follows; or the words that state it."""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.terms import news
from kg.query.card import values
from kg.query.names import ALIAS, names
from kg.serve.claims import Claim, about
from kg.serve.parameters import one_of
from kg.serve.snapshot import Snapshot
from kg.vocabulary import NEWS, SKOS, XSD, vocabulary

Json = dict[str, Any]
#: Columns that are no relation of the ontology.
OTHERS = {"wikidata": "Wikidata", "alias": "other names", "articles": "number of articles"}
#: How many claims of a thing are read for a column.
READ = 1000


def proposed(kind: str) -> Iterator[str]:
    """Yield the columns that things of a kind may have."""
    terms = vocabulary()
    yield from OTHERS
    for name, known in sorted(terms.properties.items()):
        of = known.domain
        if of and (not kind or terms.is_a(kind, of)) and of not in {"Claim", "Mention", "Passage", "Article"}:
            yield name


def column(name: str) -> Json:
    """Return a column as the protocol has it."""
    known = vocabulary().properties.get(name)
    found: Json = {"id": name, "name": known.label if known else OTHERS.get(name, name)}
    if known and known.range and not known.literal:
        found["type"] = {"id": known.range, "name": vocabulary().labels.get(known.range, known.range)}
    return found


def extended(seen: Snapshot, asked: Json) -> Json:
    """Return the columns of some things."""
    offered = {**OTHERS, **vocabulary().properties}
    columns = [(one_of("property", each["id"], offered), each.get("settings") or {}) for each in asked["properties"]]
    rows = {iri: {name: _cells(seen, iri, name, settings) for name, settings in columns} for iri in asked["ids"]}
    return {"meta": [column(name) for name, _ in columns], "rows": rows}


def _cells(seen: Snapshot, id_: str, name: str, settings: Json) -> list[Json]:
    node = NamedNode(seen.store.base + id_)
    read = _words if settings.get("words") in {True, "true", "on"} else _values
    found = list(dict.fromkeys(read(seen, node, name)))
    most = max(int(settings.get("limit") or 0), 0)
    return [dict(each) for each in (found[:most] if most else found)]


def _values(seen: Snapshot, node: NamedNode, name: str) -> Iterator[tuple[tuple[str, Any], ...]]:
    if name == "wikidata":
        yield from ((("str", iri),) for iri in sorted(values(seen.db, node, f"{SKOS}exactMatch")))
    elif name == "alias":
        yield from ((("str", text),) for text in sorted(text for _, text in names(seen.db, ALIAS, node)))
    elif name == "articles":
        graphs = {quad.graph_name for quad in seen.db.quads_for_pattern(None, news("mentionOf"), node, None)}
        yield (("int", len(graphs - {DefaultGraph()})),)
    else:
        quads = seen.db.quads_for_pattern(node, NamedNode(NEWS + name), None, DefaultGraph())
        follows = sorted((quad.object for quad in quads), key=str)
        stated = [claim.object for claim in _stated(seen, node, name) if claim.object in follows]
        yield from (_value(seen, term) for term in stated or follows)


def _value(seen: Snapshot, term: object) -> tuple[tuple[str, Any], ...]:
    if isinstance(term, NamedNode):
        return (("id", term.value.removeprefix(seen.store.base)), ("name", seen.said(term)))
    if isinstance(term, Literal) and term.datatype.value == f"{XSD}integer":
        return (("int", int(term.value)),)
    if isinstance(term, Literal) and term.datatype.value == f"{XSD}date":
        return (("date", f"{term.value}T00:00:00"),)
    return (("str", seen.said(term)),)


def _words(seen: Snapshot, node: NamedNode, name: str) -> Iterator[tuple[tuple[str, Any], ...]]:
    yield from ((("str", claim.words),) for claim in _stated(seen, node, name))


def _stated(seen: Snapshot, node: NamedNode, name: str) -> Iterator[Claim]:
    """Yield the claims of a relation: born in Kent, and not in what Kent lies in."""
    relation = NEWS + name
    yield from (
        claim for claim in about(seen, node, READ) if claim.predicate.value == relation and claim.subject == node
    )
