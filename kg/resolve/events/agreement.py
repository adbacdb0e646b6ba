"""Whether two occurrences are one happening: reasons whose weights, in bits, add up."""

from collections.abc import Callable, Mapping, Sequence

from kg.resolve.events import places, reasons
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import Link, Reason

#: Bits that reasons must add up to for two occurrences to be one.
ENOUGH = 14.0

Why = Callable[[Occurrence, Occurrence], Reason | None]
#: Each reason with the bits that it can tell at most; 0 where it only tells against.
REASONS: Mapping[Why, float] = {
    reasons.people: reasons.PEOPLE[-1],
    reasons.taking: reasons.TAKING[-1],
    reasons.bodies: reasons.BODIES[-1],
    places.places: places.PLACES[-1],
    places.wide: places.WIDE[-1],
    places.site: places.SITE,
    places.sites: 0.0,
    places.towns: 0.0,
    places.countries: 0.0,
    reasons.strange: 0.0,
    reasons.ages: reasons.AGES[-1],
    reasons.days: reasons.DAYS[0][1],
    reasons.published: reasons.PUBLISHED[0][1],
    reasons.words: reasons.WORDS[0][1],
    reasons.kinds: reasons.SAME_KIND,
    reasons.numbers: reasons.SAME_NUMBER,
    reasons.dead: 0.0,
    reasons.aged: 0.0,
    reasons.happened: 0.0,
}
#: What keeps two apart also where a third article, which does not say where, might be of either.
PARTING: Sequence[Why] = (places.towns, places.countries)
#: What decides most pairs, what is cheap and tells much first.
DECISIVE: Sequence[Why] = (
    reasons.people,
    reasons.days,
    reasons.kinds,
    reasons.words,
    reasons.ages,
    places.places,
    reasons.published,
)


def link(one: Occurrence, other: Occurrence) -> Link[Occurrence]:
    """Return two occurrences, in order, with what tells for and against their being one."""
    left, right = sorted((one, other), key=lambda each: (each.article, each.key))
    return Link(left, right, tuple(reason for why in REASONS if (reason := why(left, right)) and reason.weight))


def hopeful(one: Occurrence, other: Occurrence, least: float) -> bool:
    """Tell whether so many bits can speak for two being one: the deciding is asked, the rest taken at best."""
    bits, rest = 0.0, sum(REASONS.values())
    for why in DECISIVE:
        rest -= REASONS[why]
        reason = why(one, other)
        bits += reason.weight if reason else 0.0
        if bits + rest < least:
            return False
    return True


def apart(one: Occurrence, other: Occurrence) -> bool:
    """Tell whether two occurrences cannot be one: one article tells of two."""
    return one.article == other.article


def parted(one: Occurrence, other: Occurrence) -> bool:
    """Tell whether two occurrences are told to be in two places, and too little speaks for their being one."""
    return elsewhere(one, other) and link(one, other).score < ENOUGH


def elsewhere(one: Occurrence, other: Occurrence) -> bool:
    """Tell whether two occurrences are told to be in two places; it depends on their sites and places alone."""
    return any(why(one, other) for why in PARTING)
