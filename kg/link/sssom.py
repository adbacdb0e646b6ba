"""Links as a table of mappings in SSSOM, the Simple Standard for Sharing Ontology Mappings: out and in.

https://mapping-commons.github.io/sssom/
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import dropwhile
from typing import IO

from kg.errors import DataError, UsageError
from kg.link.deciding import item
from kg.link.kept import Kept
from kg.link.replay import DECISION, GAZETTEER, short
from kg.resolve.decisions import DIFFERENT, SAME, Decision, checked
from kg.vocabulary import PREFIXES

COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "confidence",
    "mapping_tool",
    "object_source_version",
    "comment",
)
NEEDED = ("subject_id", "predicate_id", "object_id")
EXACT, CLOSE, NOT = "skos:exactMatch", "skos:closeMatch", "Not"
MANUAL, LEXICAL = "semapv:ManualMappingCuration", "semapv:LexicalMatching"
#: What things are abbreviated by.
THING = "kgid"
SEMAPV = "https://w3id.org/semapv/vocab/"
LICENSE = "https://w3id.org/sssom/license/unspecified"

Row = Mapping[str, str]


def lines(base: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table: what its prefixes are, as comments, and its rows."""
    held = list(rows)
    elsewhere = sorted({_space(row["object_id"]) for row in held if "://" in row["object_id"]})
    others = {f"items{number}": space for number, space in enumerate(elsewhere, 1)}
    yield f"#mapping_set_id: {base}graph/links/sssom\n"
    yield f"#license: {LICENSE}\n"
    yield "#curie_map:\n"
    known = {THING: base, "semapv": SEMAPV, **{name: PREFIXES[name] for name in ("skos", "wd")}}
    yield from (f"#  {name}: {address}\n" for name, address in sorted({**known, **others}.items()))
    yield "\t".join(COLUMNS) + "\n"
    names = {space: name for name, space in others.items()}
    for row in held:
        cells = {**row, "object_id": _short(row["object_id"], names)}
        yield "\t".join(_cell(cells.get(column, "")) for column in COLUMNS) + "\n"


def _space(iri: str) -> str:
    """Return what an IRI begins with, up to its last part: SSSOM has short forms alone."""
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def _short(name: str, names: Mapping[str, str]) -> str:
    space = _space(name) if "://" in name else ""
    return f"{names[space]}:{name.removeprefix(space)}" if space else name


def _cell(value: str) -> str:
    return f'"{value.replace(chr(34), chr(34) * 2)}"' if any(mark in value for mark in '\t\n\r"') else value


def said(row: Kept, label: str, tool: str) -> Row:
    """Return a link, or a proposal, as a row."""
    decided = row.source == DECISION
    return {
        "subject_id": f"{THING}:{row.thing}",
        "subject_label": label,
        "predicate_id": EXACT if row.accepted else CLOSE,
        "object_id": _curie(row.item),
        "mapping_justification": MANUAL if decided else LEXICAL,
        "author_label": row.by,
        "mapping_date": row.date if _is_day(row.date) else "",
        "confidence": f"{row.confidence:g}",
        "mapping_tool": "" if decided else tool,
        "object_source_version": "" if decided or row.source == GAZETTEER else row.source,
        "comment": row.reason,
    }


def rejected(decision: Decision, label: str) -> Row:
    """Return what was decided not to be so as a row."""
    return {
        "subject_id": f"{THING}:{decision.left}",
        "subject_label": label,
        "predicate_id": EXACT,
        "predicate_modifier": NOT,
        "object_id": _curie(decision.right),
        "mapping_justification": MANUAL,
        "author_label": decision.who,
        "mapping_date": decision.when if _is_day(decision.when) else "",
        "comment": decision.why,
    }


def _curie(name: str) -> str:
    name = short(name)
    return name if "://" in name else f"wd:{name}"


def _is_day(text: str) -> bool:
    return len(text) == len("2026-01-01") and text[4] == text[7] == "-"


def decisions(stream: IO[str], name: str, base: str, report: Callable[[DataError], None]) -> Iterator[Decision]:
    """Yield what a table says that things are, and are not; a line that is wrong is told, proposals are passed by.

    Raises:
        DataError: the table lacks a column that is needed.

    """
    text = list(stream)
    head = [line for line in text if line.startswith("#")]
    table = csv.DictReader(dropwhile(lambda line: line.startswith("#"), text), delimiter="\t")
    if missing := [column for column in NEEDED if column not in (table.fieldnames or ())]:
        raise DataError(f"{name} is no table of SSSOM: it has no column {', '.join(missing)}")
    prefixes = _prefixes(head)
    for row in _rows(table, name):
        where = f"{name}:{len(head) + table.line_num}"
        try:
            if decision := _decision(row, prefixes, base, where):
                yield decision
        except (ValueError, UsageError) as error:
            report(DataError(f"{where}: {error}"))


def _rows(table: "csv.DictReader[str]", name: str) -> Iterator[dict[str, str]]:
    try:
        yield from table
    except csv.Error as error:
        raise DataError(f"{name}: row {table.line_num} of the table cannot be read: {error}") from error


def _prefixes(head: Iterable[str]) -> dict[str, str]:
    pairs = (line.lstrip("#").strip().partition(": ") for line in head if line.startswith("#  "))
    return {name: address.strip().strip("\"'") for name, _, address in pairs if address}


def _decision(row: Mapping[str, str | None], prefixes: Mapping[str, str], base: str, where: str) -> Decision | None:
    values = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    if values["predicate_id"] not in {EXACT, PREFIXES["skos"] + "exactMatch"}:
        return None
    if values.get("predicate_modifier", "") not in {"", NOT}:
        raise ValueError(f"predicate_modifier {values['predicate_modifier']!r}: there is only {NOT}")
    subject, thing = (_whole(values[column], prefixes) for column in ("subject_id", "object_id"))
    if not subject.startswith(base) or subject == base:
        raise ValueError(f"subject_id {values['subject_id']!r} is none of this store: its things begin with {base}")
    judgement = DIFFERENT if values.get("predicate_modifier") else SAME
    who = values.get("author_label") or values.get("reviewer_label") or _named(where)
    when, why = values.get("mapping_date", ""), values.get("comment", "")
    return checked(Decision(subject.removeprefix(base), item(thing), judgement, who, when, why))


def _named(where: str) -> str:
    """Return the file of a row; a name that is not UTF-8 with its bytes by number."""
    return where.rpartition(":")[0].encode(errors="backslashreplace").decode()


def _whole(curie: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that a short form stands for."""
    prefix, _, rest = curie.partition(":")
    if rest.startswith("//"):
        return curie
    if (address := {**PREFIXES, **prefixes}.get(prefix)) is None:
        raise ValueError(f"{curie!r} has a prefix that the table does not explain")
    return address + rest
