"""What a value means that somebody gives for a parameter; what it cannot mean is told with what would be right."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode, Store

from kg.articles.dates import normal
from kg.errors import UsageError
from kg.query.names import entities
from kg.query.parameters import Parameter
from kg.query.substitute import Term
from kg.query.terms import class_, relation, things
from kg.suggest import suggest
from kg.vocabulary import XSD

INTEGER = re.compile(r"[+-]?[0-9]+")
DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+")
DOUBLE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+")
NUMBERS = ((INTEGER, "integer"), (DECIMAL, "decimal"), (DOUBLE, "double"))
#: By how many characters a date has, what it is.
DATES = {len("2019"): "gYear", len("2019-03"): "gYearMonth", len("2019-03-01"): "date"}
#: A date with day and month in an order that is not known.
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
#: What numbers and moments of these types look like, and how to say it.
FORMS = {
    **dict.fromkeys(("integer", "int", "long", "short", "byte"), (INTEGER, "a whole number")),
    "nonNegativeInteger": (re.compile(r"\+?[0-9]+"), "a whole number from 0"),
    "positiveInteger": (re.compile(r"\+?0*[1-9][0-9]*"), "a whole number from 1"),
    "decimal": (re.compile(rf"{INTEGER.pattern}|{DECIMAL.pattern}"), "a number"),
    "gYear": (re.compile(r"[0-9]{4}"), "a year, 2019"),
    "gYearMonth": (re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])"), "a month, 2019-03"),
    "time": (re.compile(r"[0-2][0-9]:[0-5][0-9]:[0-5][0-9].*"), "a time, 14:30:00"),
}


def meant(parameter: Parameter, value: str, store: Store) -> Sequence[Term]:
    """Return the terms that a value of a parameter may mean; UsageError if it has none such."""
    if parameter.choices and value not in parameter.choices:
        known = ", ".join(parameter.choices)
        raise UsageError(f"--{parameter.name} is one of {known}, not {value!r}{suggest(value, parameter.choices)}")
    if parameter.kind.startswith("@"):
        return [Literal(value, language=parameter.kind[1:])]
    if parameter.kind.startswith(XSD):
        return [_typed(parameter, value)]
    read = READS.get(parameter.kind)
    return read(parameter.name, value, store) if read else [Literal(value)]


def _thing(_: str, value: str, store: Store) -> Sequence[Term]:
    return things(store, value) if "://" not in value else entities(store, value)


def _relation(_: str, value: str, store: Store) -> Sequence[Term]:
    return [relation(store, value)]


def _class(_: str, value: str, store: Store) -> Sequence[Term]:
    return [class_(store, value)]


def _boolean(name: str, value: str, _: Store) -> Sequence[Term]:
    if value not in {"true", "false"}:
        raise UsageError(f"--{name} is true or false, not {value!r}")
    return [Literal(value, datatype=NamedNode(f"{XSD}boolean"))]


def _number(name: str, value: str, _: Store) -> Sequence[Term]:
    if number := number_of(value):
        return [number]
    raise UsageError(f"--{name} is a number, not {value!r}")


def _date(name: str, value: str, _: Store) -> Sequence[Term]:
    return [date_of(name, value)]


def _ordered(_: str, value: str, __: Store) -> Sequence[Term]:
    """Return a number where the value is one, a date where it is a whole one, or a text."""
    if number := number_of(value):
        return [number]
    whole = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?", value)
    return [date_of("", value)] if whole else [Literal(value)]


READS: Mapping[str, Callable[[str, str, Store], Sequence[Term]]] = {
    "thing": _thing,
    "relation": _relation,
    "class": _class,
    "boolean": _boolean,
    "number": _number,
    "date": _date,
    "ordered": _ordered,
}


def number_of(value: str) -> Literal | None:
    """Return the number that a text writes, as SPARQL would type it."""
    found = next((name for form, name in NUMBERS if form.fullmatch(value)), None)
    return Literal(value, datatype=NamedNode(XSD + found)) if found else None


def date_of(name: str, value: str) -> Literal:
    """Return the year, month, day or moment that a text writes; UsageError with those that it may mean."""
    try:
        written = normal(value)
    except ValueError:
        written = None
    if written is None:
        near = " or ".join(_days(value))
        right = "a date: 2019, 2019-03 or 2019-03-01"
        raise UsageError(f"--{name} is {right}, not {value!r}" + (f"; did you mean {near}?" if near else ""))
    return Literal(written, datatype=NamedNode(XSD + DATES.get(len(written), "dateTime")))


def in_order(since: str, until: str) -> None:
    """Raise UsageError where a time ends before it begins; a year or a month lasts to its end."""
    if since and until and since[: len(until)] > until:
        raise UsageError(f"--since {since} is after --until {until}: nothing lies between them")


def _days(value: str) -> list[str]:
    """Return the days that a date of numbers may mean."""
    if not (found := SLASHED.fullmatch(value.strip())):
        return []
    first, second, year = map(int, found.groups())
    pairs = dict.fromkeys([(second, first), (first, second)])
    return [f"{year:04}-{month:02}-{day:02}" for month, day in pairs if _is_day(year, month, day)]


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day: no 31 February."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _typed(parameter: Parameter, value: str) -> Literal:
    name = parameter.kind.removeprefix(XSD)
    form, right = FORMS.get(name, (None, ""))
    if form and not form.fullmatch(value):
        raise UsageError(f"--{parameter.name} is {right}, not {value!r}")
    if name == "dateTime":
        value = date_of(parameter.name, value).value
        value = f"{value}T00:00:00" if "T" not in value else value
    return Literal(value, datatype=NamedNode(parameter.kind))
