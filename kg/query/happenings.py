"""Why what several articles tell of is one happening, or two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import happened
from kg.graph.happened import Occurrences
from kg.graph.state import State
from kg.graph.store import Store
from kg.resolve import decisions
from kg.resolve.events import agreement, meeting
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import NEVER, Link, Reason
from kg.resolve.ways import way

#: A step between two tellings.
Step = Link[tuple[Occurrence, ...]]


@dataclass(frozen=True, slots=True)
class Tellings:
    """All that may be one with some tellings, and what is."""

    joined: meeting.Joined
    decided: Sequence[decisions.Decision]

    def group(self, one: Occurrence) -> meeting.Happening:
        """Return all that is one with a telling."""
        return next(group for group in self.joined.happenings if one in group)

    def path(self, one: Occurrence) -> str:
        """Return the path of the happening of a telling."""
        return meeting.keys(self.joined.happenings).get(meeting.order(one), one.key)


def told(store: Store, nodes: Iterable[NamedNode], former: Iterable[str] = ()) -> list[Occurrence]:
    """Return what articles tell of happenings, by their IRIs and those that articles gave them."""
    return sorted(Occurrences(store).by_key({*(n.value.removeprefix(store.base) for n in nodes), *former}), key=str)


def compared(store: Store, left: Sequence[Occurrence], right: Sequence[Occurrence]) -> tuple[str, str, list[Step]]:
    """Return the paths of two happenings, equal if they are one, and the steps between them, or what comes nearest."""
    found = tellings(store, [*left, *right])
    pairs = [(a, b) for a in left for b in right]
    a, b = min(pairs, key=lambda pair: (pair[0] == pair[1], found.path(pair[0]) != found.path(pair[1])))
    paths = found.path(a), found.path(b)
    if paths[0] == paths[1]:
        return *paths, [step(x, y, link.reasons) for x, y, link in way(found.joined.links, a, b)]
    return *paths, [nearest(found, a, b)]


def tellings(store: Store, start: Iterable[Occurrence]) -> Tellings:
    """Return what is one of all that may be one with some tellings."""
    decided = State(store).decisions
    return Tellings(meeting.joined(happened.whole(Occurrences(store), start, decided), decided), decided)


def joins(store: Store, start: Sequence[Occurrence]) -> list[Step]:
    """Return what made some tellings one."""
    links = tellings(store, start).joined.links if start else ()
    return [step(each.left, each.right, each.reasons) for each in links if {each.left, each.right} <= set(start)]


def nearest(found: Tellings, one: Occurrence, other: Occurrence) -> Step:
    """Return the strongest that tells of two happenings' being one, or what forbids it."""
    left, right = found.group(one), found.group(other)
    for decision in found.decided:
        keys = {decision.left, decision.right}
        for a, b in ((a, b) for a in left for b in right):
            if not decision.same and keys == {a.key, b.key}:
                return step(a, b, (decisions.reason(decision),))
    for a, b in ((a, b) for a in left for b in right):
        if agreement.apart(a, b):
            return step(a, b, (Reason(NEVER, f"{a.article} tells of two"),))
    best = max((agreement.link(a, b) for a in left for b in right), key=lambda link: link.score)
    return step(best.left, best.right, best.reasons)


def step(one: Occurrence, other: Occurrence, reasons: tuple[Reason, ...]) -> Step:
    """Return why two tellings are one as a step of a way."""
    return Link((one,), (other,), reasons)
