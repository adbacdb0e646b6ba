"""How the numbers of an incident changed: the newest and those told before, as queries/attacks.rq tells it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, QuerySolution, Store

from kg.vocabulary import NEWS, vocabulary

PUBLISHED = NamedNode(f"{NEWS}published")
COUNTS = ("killedCount", "injuredCount")
HELD = {"asserted", "reported"}
#: When an article was published, whether it asserts a number, and which.
Told = tuple[str, bool, int]


def changes(store: Store, claims: Iterable[QuerySolution]) -> Iterator[str]:
    """Yield what changed, of the claims about an incident: "killed count 5 (3 on 22 March, 4 on 23 March)"."""
    held = [row for row in claims if row["modality"].value in HELD]
    for name in COUNTS:
        told = _told(store, [row for row in held if row["relation"].value == NEWS + name])
        newest, before = _newest(told)
        if before:
            yield f"{vocabulary().labels[name]} {newest} ({', '.join(before)})"


def _told(store: Store, rows: Iterable[QuerySolution]) -> list[Told]:
    """Return the number of each article with its day, in their order; of several the greatest asserted one."""
    most: dict[NamedNode, tuple[bool, int]] = {}
    for row in rows:
        article, number = row["article"], (row["modality"].value == "asserted", int(row["object"].value))
        most[article] = max(number, most.get(article, number))
    return sorted((_published(store, article), *number) for article, number in most.items())


def _published(store: Store, article: NamedNode) -> str:
    found = (quad.object for quad in store.quads_for_pattern(article, PUBLISHED, None))
    return next((each.value for each in found if isinstance(each, Literal)), "")


def _newest(told: list[Told]) -> tuple[int, list[str]]:
    """Return the newest number, and the others with the first day of each."""
    _, _, newest = max(told, key=lambda each: (f"{each[0]:-<10}"[:10], *each[1:]), default=("", False, 0))
    first: Mapping[int, str] = {number: day for day, _, number in reversed(told) if number != newest}
    before = sorted((day, number) for number, day in first.items())
    return newest, [f"{number} on {_called(day)}" if day else str(number) for day, number in before]


def _called(day: str) -> str:
    """Return "22 March" for a whole day, or else the text."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{found.day} {found:%B}"
