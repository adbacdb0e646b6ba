"""Rows with names: what a person reads of a thing, and its IRI in a column beside."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.query.names import Term, said
from kg.vocabulary import XSD

#: What a cell holds: a text, or a number where a table knows them.
Cell = str | int | float | None
INTEGERS = {f"{XSD}integer", f"{XSD}int", f"{XSD}long", f"{XSD}nonNegativeInteger"}
FLOATS = {f"{XSD}decimal", f"{XSD}double", f"{XSD}float"}


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that is held: its columns in the order of SELECT, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def terms(answer: QuerySolutions) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """Return the columns and all rows of an answer."""
    return tuple(variable.value for variable in answer.variables), [tuple(row) for row in answer]


def named(store: Store, answer: QuerySolutions) -> Rows:
    """Return an answer with names for things, and a column `NAME_iri` beside each column that has any."""
    names: dict[Term | None, str] = {}

    def name(term: Term | None) -> Cell:
        if term not in names:
            names[term] = said(store, term)
        return names[term]

    return _table(*terms(answer), name, beside=True)


def bare(answer: QuerySolutions) -> Rows:
    """Return an answer with its IRIs."""
    return _table(*terms(answer), _iri, beside=False)


def _table(
    columns: tuple[str, ...], rows: list[tuple[Term | None, ...]], thing: Callable[[Term | None], Cell], *, beside: bool
) -> Rows:
    split = [
        beside and f"{column}_iri" not in columns and any(isinstance(row[number], NamedNode) for row in rows)
        for number, column in enumerate(columns)
    ]
    heads = [
        head
        for column, two in zip(columns, split, strict=True)
        for head in ([column, f"{column}_iri"] if two else [column])
    ]
    return Rows(tuple(heads), tuple(tuple(_cells(row, split, thing)) for row in rows))


def _cells(row: tuple[Term | None, ...], split: list[bool], thing: Callable[[Term | None], Cell]) -> Iterable[Cell]:
    for term, two in zip(row, split, strict=True):
        yield thing(term) if isinstance(term, NamedNode) else value(term)
        if two:
            yield term.value if isinstance(term, NamedNode) else None


def value(term: Term | None) -> Cell:
    """Return what a literal holds: a number where it is one."""
    if not isinstance(term, Literal):
        return _iri(term)
    kind = term.datatype.value
    try:
        return int(term.value) if kind in INTEGERS else float(term.value) if kind in FLOATS else term.value
    except ValueError:
        return term.value


def _iri(term: Term | None) -> Cell:
    return None if term is None else term.value if isinstance(term, NamedNode) else str(term)
