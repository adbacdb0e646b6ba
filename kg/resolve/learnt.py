"""Other names that articles teach: the article that names General Motors and GM tells the one that names only GM."""

from collections.abc import Iterator, Mapping
from math import log2

from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.family import link
from kg.resolve.named import Sense
from kg.resolve.tally import BOTH, LONGER, ONCE, WHOLE, WITH, Tally

#: Of the articles that give a name another name, those that give it this one.
FOREMOST = 0.8
#: Bits against two names of which articles tell that they are mostly two things': more than any count tells for them.
AGAINST = -12.0
#: How articles give two senses beside each other: as names of one thing, one running on, one in full.
SORTS = (BOTH, LONGER, WHOLE)


def beside(tally: Tally) -> Iterator[tuple[str, Sense]]:
    """Yield the senses that articles give a sense beside it, with how."""
    yield from ((sort, other) for sort in SORTS for other in tally.beside(sort))


def judged(sort: str, one: Tally, other: Tally) -> Link[Sense] | None:
    """Return the link of a sense with one beside it; None where nothing tells that they are one, any more."""
    if not one.beside(sort).get(other.sense):
        return None
    if sort == BOTH:
        return _given(*sorted((one, other), key=lambda tally: tally.sense))
    if sort == LONGER:
        return link(one.sense, other.sense, NEEDED + 1, f"the article names “{other.sense.name}” as well")
    # Not what other articles name so.
    is_alone = one.sense.article or one.number == 1
    text = f"the article names “{other.sense.name}”, and nothing else so"
    return link(one.sense, other.sense, NEEDED + 1, text) if is_alone else None


def _given(one: Tally, other: Tally) -> Link[Sense]:
    """Return the link of two names that articles give to one thing, with what tells for and against it."""
    a, b = one.sense, other.sense
    partners = {a: one.beside(BOTH), b: other.beside(BOTH)}
    both, together = partners[a][b], one.beside(WITH)[b]
    reasons = [_reason(a, b, both, min(one.own[ONCE], other.own[ONCE]))]
    if together - both >= both:
        reasons.append(Reason(AGAINST, f"{together - both} keep them apart"))
    for each, beside in ((a, b), (b, a)):
        if not _foremost(each, beside, partners):
            reasons.append(Reason(AGAINST, f"“{each.name}” is another name of other things as well"))
    return Link(a, b, tuple(reasons))


def _reason(a: Sense, b: Sense, count: int, of: int) -> Reason:
    """Return what so many articles tell: enough for one thing where at least half of them do."""
    articles = "1 article calls" if count == 1 else f"{count} articles call"
    weight = NEEDED + log2((count + 0.5) / (of - count + 0.5))
    return Reason(round(weight, 1), f"{articles} one thing “{a.name}” and “{b.name}” (of {of} with the rarer name)")


def _foremost(a: Sense, b: Sense, partners: Mapping[Sense, Mapping[Sense, int]]) -> bool:
    """Tell whether what `a` is another name of is mostly `b`, or what is itself called `b`."""
    given = partners[a]
    named = sum(count for other, count in given.items() if _is_name(other, b))
    return named >= FOREMOST * sum(n for other, n in given.items() if _is_name(other, b) or other not in partners[b])


def _is_name(one: Sense, other: Sense) -> bool:
    """Tell whether two senses are of one name: a body of two countries may be one that articles of both tell of."""
    return (one.kind, one.name) == (other.kind, other.name)
