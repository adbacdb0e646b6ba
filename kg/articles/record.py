"""From the named fields of a line or a row to an article; a field that is wrong costs itself, never the article."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kg.articles.article import Article
from kg.articles.dates import normal
from kg.articles.fields import NAMES, SUMMARIES, at, has, joined, words
from kg.articles.report import Report
from kg.articles.text import digest
from kg.errors import DataError, Notice
from kg.suggest import suggest

MOST_NAMED = 20
LONGEST_SAID = 60
#: What databases write where they have nothing.
NOTHING = frozenset({"none", "null", "nan", "n/a"})
WEB = ("http://", "https://")
#: Where a list of texts is no surprise.
PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody's own fields are called, where kg would not know: text="Volltext"."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None


def article(record: Mapping[str, Any], where: str, named: Named, report: Report) -> Article:
    """Return the record as an article; what is wrong in a field that may be missing is reported and left out.

    Raises:
        DataError: it has no text, or not the field that it is said to stand in.

    """
    _known(record, where, named)
    found = {field.name: _field(record, field.name, named, where, report) for field in fields(Named)}
    if not (text := found["text"] or _short_text(record, where, named, report)):
        raise _no_words(record, where, named) or no_text(record, where)
    source = found["source"]
    made = found["id"] or source or digest(f"{found['title'] or ''}\n{text}")
    return Article(made, text, found["title"], found["author"], found["published"], source, found["language"])


def _short_text(record: Mapping[str, Any], where: str, named: Named, report: Report) -> str | None:
    """Return what else a record says of its article, which is told; a text that somebody named is not replaced."""
    for name in () if named.text else SUMMARIES:
        value = at(record, name)
        if isinstance(value, str) and _says(value, "text") and value.casefold() not in NOTHING:
            if name != SUMMARIES[0]:
                report(Notice(f"{where}: no text: its {name} is read"))
            return value
    return None


def described(record: Mapping[str, Any], where: str, named: Named, report: Report) -> dict[str, str]:
    """Return what a record without text says of one: its id, title, byline, date, source and language, by field."""
    names = {"author": "byline"}
    found = {field.name: _field(record, field.name, named, where, report) for field in fields(Named)}
    return {names.get(name, name): value for name, value in found.items() if value and name != "text"}


def _known(record: Mapping[str, Any], where: str, named: Named) -> None:
    """Refuse a text's field that the record has not; others may be missing in some lines."""
    if named.text and not has(record, named.text):
        raise DataError(f"{where}: no field {named.text!r}{suggest(named.text, record)}: {_has(record)}")


def no_text(names: Iterable[str], where: str) -> DataError:
    """Return what is told of a record none of whose fields is called as texts are."""
    return DataError(f"{where}: no text: {_has(names)}: name the one that holds it with --text-field")


def _no_words(record: Mapping[str, Any], where: str, named: Named) -> DataError | None:
    """Return what is told of a text's field that is there and holds none: it is empty, null, or a number."""
    values = {name: at(record, name) for name in ((named.text,) if named.text else NAMES["text"]) if has(record, name)}
    if any(isinstance(value, str | list) or value == {} for value in values.values()):
        return DataError(f"{where}: empty, there is nothing to read")
    for name, value in values.items():
        said = "null" if value is None else f"{_cut(json.dumps(value, default=str))}, which is no text"
        return DataError(f'{where}: {name!r} is {said}: give it a string, as {{{json.dumps(name)}: "…"}}')
    return None


def _has(record: Iterable[str]) -> str:
    fields = list(record)
    names = ", ".join(map(repr, fields[:MOST_NAMED]))
    more = ", …" if len(fields) > MOST_NAMED else ""
    return f"its fields are {names}{more}" if names else "it has no field"


def _field(record: Mapping[str, Any], field: str, named: Named, where: str, report: Report) -> str | None:
    """Return the first value that can be read; what cannot be read is reported."""
    best: str | None = None
    for name, value in _values(record, field, getattr(named, field)):
        try:
            said = _read(field, value)
        except (ValueError, OverflowError, RecursionError) as error:
            report(Notice(f"{where}: {name} {_cut(repr(value))} {error}: left out"))
            continue
        if said and _says(said, field):
            # A paper's name is a source only where there is no address.
            if field != "source" or said.startswith(WEB):
                if field == "text" and name in record and name != PARAGRAPHS and _is_of_texts(value):
                    report(Notice(f"{where}: {name!r} is a list, read as paragraphs; so are others", often=PARAGRAPHS))
                return said
            best = best or said
    return best


def _is_of_texts(value: Any) -> bool:
    return isinstance(value, list) and isinstance(value[0], str)


def _read(field: str, value: Any) -> str | None:
    if field == "text":
        return words(value)
    return normal(_plain(value)) if field == "published" else joined(value, ", ")


def _says(said: str, field: str) -> bool:
    return field == "id" or (bool(said.strip()) and (field == "text" or said.strip().casefold() not in NOTHING))


def _values(record: Mapping[str, Any], field: str, own: str | None) -> Iterator[tuple[str, Any]]:
    met: list[Any] = []
    for name in (own,) if own else NAMES[field]:
        value = at(record, name)
        # One field may go by several names: "_id" is "id".
        if any(value is each for each in met):
            continue
        met.append(value)
        if value not in (None, "", [], {}) and not (field == "text" and isinstance(value, int | float)):
            yield name, value


def _plain(value: Any) -> object:
    """Return a date that an object or a list wraps: {"$date": 1588323600000}."""
    return joined(value, " ") if isinstance(value, dict | list) else value


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST_SAID else said[:LONGEST_SAID] + "…"
