"""An incident as a whole row: is it told with the right kind, author, dead and place, and with no others.

What is told of one event in several mentions is one incident; what is denied or planned is none. A row is right if its
kind goes with the gold's, nobody is its perpetrator whom the gold does not name (who is only reported to be may be one
who claims it), the number of dead is the gold's where it gives one, and one place is right where it has any.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.eval.gold import Row
from kg.eval.spans import overlap
from kg.facts import Argument, Event, Span
from kg.vocabulary import vocabulary

TOLD = ("asserted", "reported")
AUTHORS = frozenset({"perpetrator", "perpetratorOrganization"})
#: Roles of the gold that one of ours may stand for; the killed and injured say more than "victim".
STANDS_FOR = {
    **dict.fromkeys(AUTHORS, AUTHORS),
    **{role: frozenset({role}) for role in ("claimedBy", "killed", "injured", "weapon", "place", "date")},
    **dict.fromkeys(("victim", "target"), frozenset({"victim", "target", "killed", "injured"})),
}
#: Incidents that share a place, a day, a weapon or a claim alone need not be one.
TELLING = AUTHORS | {"killed", "injured", "victim", "target"}
_NUMBER = re.compile(r"\d+")
#: Whether an argument of ours is what an argument of the gold marks.
Same = Callable[[Row, Argument], bool]


class Told(NamedTuple):
    """One incident of a reading: its kinds, the words that name it, and all that is told of it."""

    types: tuple[str, ...]
    triggers: tuple[Span, ...]
    arguments: tuple[Argument, ...]

    @property
    def type(self) -> str:
        """The narrower kind that is told most often."""
        narrower = Counter(kind for kind in self.types if kind != "Attack")
        return narrower.most_common(1)[0][0] if narrower else "Attack"


def told(events: Iterable[Event]) -> list[Told]:
    """Return the incidents that events tell, each once."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if vocabulary().is_a(event.type, "Attack") and event.evidence.modality in TOLD:
            groups[event.key].append(event)
    return [
        Told(
            tuple(event.type for event in group),
            tuple(event.trigger for event in group),
            tuple(a for event in group for a in event.arguments if a.evidence.modality in TOLD),
        )
        for group in groups.values()
    ]


def triggers(wanted: Row) -> Sequence[Sequence[int]]:
    """Return the words that stand for an incident of the gold."""
    found: Sequence[Sequence[int]] = wanted.get("triggers") or [wanted["trigger"]]
    return found


def closeness(wanted: Row, said: Told, same: Same) -> float:
    """Return how many words and parts an incident shares with one of the gold; 0 if none tells it from others."""
    named = sum(any(overlap(one, other) for other in said.triggers) for one in triggers(wanted))
    hit = [
        part["role"]
        for part in wanted["arguments"]
        if any(part["role"] in STANDS_FOR.get(a.role, ()) and same(part, a) for a in said.arguments)
    ]
    return named + len(hit) if named or TELLING.intersection(hit) else 0


def faults(wanted: Row, said: Told, same: Same) -> Iterator[str]:
    """Yield what is wrong with a row: its type, perpetrator, killed, place."""
    parts = wanted["arguments"]
    if not _goes_with(wanted, said.type):
        yield "type"
    if any(_wrong_author(parts, a, same) for a in said.arguments):
        yield "perpetrator"
    dead = _totals(parts, "killed")
    if dead and _total(said.arguments, "killed") not in dead:
        yield "killed"
    places = [part for part in parts if part["role"] == "place" and not part.get("optional")]
    if places and not any(a.role == "place" and same(part, a) for a in said.arguments for part in places):
        yield "place"


def _goes_with(wanted: Row, kind: str) -> bool:
    kinds = {wanted["type"], *wanted.get("alt_types", ())}
    murder = kind == "Assassination" and any(part["role"] == "killed" for part in wanted["arguments"])
    return kind == "Attack" or "Attack" in kinds or kind in kinds or murder


def _wrong_author(parts: Sequence[Row], argument: Argument, same: Same) -> bool:
    if argument.role not in AUTHORS:
        return False
    admitted = AUTHORS | ({"claimedBy"} if argument.evidence.modality == "reported" else set())
    return not any(part["role"] in admitted and same(part, argument) for part in parts)


def _total(arguments: Iterable[Argument], role: str) -> int | None:
    """Return of several numbers the largest, one that is asserted before one that is reported."""
    for modality in TOLD:
        counts = (number(a.value) for a in arguments if a.role == role and a.evidence.modality == modality)
        if found := [count for count in counts if count is not None]:
            return max(found)
    return None


def _totals(parts: Iterable[Row], role: str) -> set[int]:
    """Return the numbers that are right: the largest of the gold, or the sum of all that name nobody."""
    asked = (part for part in parts if part["role"] == role and not part.get("optional"))
    given = ((number(part.get("value")), part.get("entity")) for part in asked)
    known = [(count, name) for count, name in given if count is not None]
    if not known:
        return set()
    largest = max(count for count, _ in known)
    return {largest, sum(count for count, name in known if not name) or largest}


def number(value: object) -> int | None:
    """Return the number that a value gives, "20-" for at least 20 included."""
    found = _NUMBER.search(str(value or "").replace(",", ""))
    return int(found[0]) if found else None
