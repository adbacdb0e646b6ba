"""What kind of thing an item is, by the classes that it is an instance of and the classes above them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

#: The classes directly above classes.
Parents = Callable[[Iterable[str]], Mapping[str, Iterable[str]]]
#: How far above a class is looked.
DEEP = 12


@cache
def known() -> Mapping[str, str]:
    """Return the kind of instances of the classes that are known, by their ids."""
    text = files("kg.link").joinpath("data", "classes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {identifier: kind for identifier, kind, _ in rows}


def kinds(classes: Iterable[str], parents: Parents) -> dict[str, frozenset[str]]:
    """Return the kinds of instances of each class, none where nothing known is above it; asks level by level."""
    above: dict[str, frozenset[str]] = {}
    level = set(classes)
    wanted = set(level)
    for _ in range(DEEP):
        level -= above.keys() | known().keys()
        if not level:
            break
        found = parents(sorted(level))
        above |= {each: frozenset(found.get(each, ())) for each in level}
        level = {parent for each in level for parent in above[each]}
    return {each: _of(each, above, frozenset()) for each in wanted}


def _of(each: str, above: Mapping[str, frozenset[str]], below: frozenset[str]) -> frozenset[str]:
    if each in known():
        return frozenset({known()[each]})
    higher = above.get(each, frozenset()) - below
    return frozenset[str]().union(*(_of(parent, above, below | {each}) for parent in higher))
