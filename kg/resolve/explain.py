"""Why things are one, or how near they come to it: the steps from one to the other, each with reasons that add up."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from kg.resolve import decisions, namesakes, people, seats
from kg.resolve.doubts import doubts
from kg.resolve.evidence import NEEDED, NEVER, Link, Reason
from kg.resolve.groups import Groups
from kg.resolve.joining import Part
from kg.resolve.named import Named, Sense
from kg.resolve.resolve import Resolution, Thing
from kg.resolve.ways import way

#: Things that are one by their name.
Things = tuple[Named, ...]
#: What one name in its normal form tells, in bits: enough, as of two such pairs in a hundred at most one is wrong. A
#: name that every country has tells half, and the country the other half.
SAME_NAME, COMMON_NAME, SAME_COUNTRY = 18.0, 9.0, 9.0
#: The most things of one name that are compared each with each.
MOST = 300


class Why:
    """Explains who is who."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution

    def steps(self, one: Named, other: Named) -> list[Link[Things]]:
        """Return what leads from one thing to another that is one with it; nothing where they are two."""
        a, b = self._part[_id(one)], self._part[_id(other)]
        if a == b:
            return self._within(a, one, other)
        steps = way(self._resolution.joins, a, b)
        return [Link(self.things(left), self.things(right), link.reasons) for left, right, link in steps]

    def nearest(self, one: Named, other: Named) -> Link[Things] | None:
        """Return the strongest that tells of two things' being one, or what forbids it; None where nothing does."""
        for decision in self._resolution.decided:
            if not decision.same and decisions.apart(one, other, [decision]):
                return Link((one,), (other,), (decisions.reason(decision),))
        sense = self._part[_id(one)][0]
        if sense == self._part[_id(other)][0]:
            return Link((one,), (other,), self._same_name(sense, one, other))
        ends = self._senses(one), self._senses(other)
        weak = (Link((link.left, 0), (link.right, 0), link.reasons) for link in self._resolution.links)
        found = (x for x in (*weak, *doubts(self._resolution)) if _between(ends, x.left[0], x.right[0]))
        best = max(found, key=lambda link: (link.score, link.reasons), default=None)
        return Link(self.things(best.left), self.things(best.right), best.reasons) if best else None

    def joined(self, path: str) -> Iterator[Link[Things]]:
        """Yield what made the thing of a path one: what holds the things of each name together, and name to name."""
        parts = {self._part[_id(thing)] for thing, name in self._resolution.named() if name == path}
        for part in sorted(parts):
            first, *rest = self.things(part)
            if rest:
                yield Link((first,), tuple(rest), self._within(part, first, rest[0])[-1].reasons)
        for link in self._resolution.joins:
            if {link.left, link.right} <= parts:
                yield Link(self.things(link.left), self.things(link.right), link.reasons)

    def things(self, part: Part) -> Things:
        """Return the things of a part of a sense."""
        return tuple(self._resolution.parts[part[0]][part[1]])

    @cached_property
    def _part(self) -> Mapping[Thing, Part]:
        parts = self._resolution.parts
        return {_id(t): (what, n) for what, some in parts.items() for n, part in enumerate(some) for t in part}

    def _senses(self, thing: Named) -> set[Sense]:
        """Return what the names mean of all that is one with a thing."""
        found = (group for group in self._resolution.groups if any(_id(each) == _id(thing) for each, _ in group))
        return {sense for _, sense in next(found)}

    def _within(self, part: Part, one: Named, other: Named) -> list[Link[Things]]:
        """Return the steps between things of one name: straight, or by others of that name that are nearer to both."""
        sense, things = part[0], self.things(part)
        direct: Link[Things] = Link((one,), (other,), self._same_name(sense, one, other))
        if not _is_full(sense, one) or len(things) > MOST or direct.score >= NEEDED:
            return [direct]
        groups: Groups[int] = Groups()
        strongest = sorted(namesakes.links(things), key=lambda link: (-link.score, link.left, link.right))
        forest = [
            Link((sense, x.left), (sense, x.right), x.reasons) for x in strongest if groups.merge(x.left, x.right)
        ]
        ends = [next((sense, n) for n, each in enumerate(things) if _id(each) == _id(thing)) for thing in (one, other)]
        steps = way(forest, *ends)
        found: list[Link[Things]] = [Link((things[a[1]],), (things[b[1]],), link.reasons) for a, b, link in steps]
        return found or [direct]

    def _same_name(self, sense: Sense, one: Named, other: Named) -> tuple[Reason, ...]:
        """Return what tells that two things of one name are one."""
        if _is_full(sense, one):
            return namesakes.reasons(one, other, self._near(sense, one, other))
        if sense.article:
            return (Reason(SAME_NAME, "one article names both so"),)
        if seats.apart(one, other):
            return (Reason(NEVER, f"one is in {seats.told(one)}, the other in {seats.told(other)}"),)
        if sense.country:
            name = Reason(COMMON_NAME, f"one name, which every country has: “{sense.name}”")
            return (name, Reason(SAME_COUNTRY, f"both of {sense.country.rpartition('/')[2].replace('-', ' ')}"))
        return (Reason(SAME_NAME, f"one name: “{sense.name}”"),)

    def _near(self, sense: Sense, one: Named, other: Named) -> float:
        """Return how much the words near two persons are the same, beside all others of the name."""
        things = [thing for part in self._resolution.parts[sense] for thing in part]
        if not (one.words and other.words) or len(things) > MOST:
            return 0.0
        i, j = sorted(n for n, each in enumerate(things) if _id(each) in {_id(one), _id(other)})
        return namesakes.alike(things).get((i, j), 0.0)


def _id(thing: Named) -> Thing:
    return thing.article, thing.key


def _is_full(sense: Sense, thing: Named) -> bool:
    """Tell whether a thing is a person with first name and surname."""
    return sense.kind == "Person" and people.called(thing.label) is not None


def _between(ends: tuple[set[Sense], set[Sense]], left: Sense, right: Sense) -> bool:
    one, other = ends
    return (left in one and right in other) or (left in other and right in one)
