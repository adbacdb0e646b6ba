"""What an address gives, read strictly: what has no sense is told with what would have."""

from collections.abc import Collection, Iterable, Mapping

from kg.query.values import date_of
from kg.serve.problems import Problem
from kg.suggest import suggest

#: So many names are told whole.
FEW = 10


def number(given: Mapping[str, str], name: str, usual: float, most: float) -> float:
    """Return a number from 0 on; Problem where there is another text."""
    text = given.get(name, "")
    try:
        found = float(text or usual)
    except ValueError:
        found = -1.0
    if not 0 <= found <= most:
        raise Problem(400, f"{name} is a number from 0 to {most:g}, not {text!r}")
    return found


def whole(given: Mapping[str, str], name: str, usual: int, most: int) -> int:
    """Return a whole number from 0 on; Problem where there is another text."""
    found = number(given, name, usual, most)
    if not found.is_integer():
        raise Problem(400, f"{name} is a whole number from 0 to {most}, not {given[name]!r}")
    return int(found)


def day(given: Mapping[str, str], name: str) -> str:
    """Return a date, or nothing where none is given; UsageError where there is another text."""
    text = given.get(name, "").strip()
    return date_of(name, text).value if text else ""


def among(name: str, given: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Return what is given but for empty texts; Problem where one is not known."""
    return frozenset(one_of(name, each, known) for each in given if each)


def one_of(name: str, given: str, known: Collection[str]) -> str:
    """Return what is given; Problem where it is not known, with all that are, or those near where they are many."""
    if given in known:
        return given
    there = f"{name} is one of {', '.join(known)}, not" if len(known) <= FEW else f"the ontology has no {name}"
    raise Problem(400, f"{there} {given!r}{suggest(given, known)}")
