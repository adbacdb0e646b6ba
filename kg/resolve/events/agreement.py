"""Why two occurrences are one happening, or are not: reasons whose weights, in bits, add up."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import sqrt

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import Link, Reason

#: Bits that reasons must add up to for two occurrences to be one.
ENOUGH = 14.0
#: Bits that tell how many names (or ages) both have: of none, of one, ...; the last also of any more.
PEOPLE = (0.0, 9.0, 13.0)
TAKING = (0.0, 3.0, 5.0)
PLACES = (0.0, 4.0, 7.0, 9.0)
WIDE = (0.0, 1.0, 2.0)
BODIES = (0.0, 3.0, 5.0)
AGES = (-1.0, 2.0, 5.0, 7.0)
SITE, ELSEWHERE, STRANGE = 3.0, -4.0, -6.0
#: That they are on different days, or have dead of different names: seldom so of one, unless an article is misread.
OTHER_DAYS, OTHER_DEAD = -10.0, -24.0
#: That they have one dead each of different age, or are at two sites of one town: two of one night are told much alike.
OTHER_AGE, OTHER_SITES = -18.0, -18.0
#: That they are in two towns, or two countries, of which neither article speaks that tells of the other.
OTHER_TOWNS, OTHER_COUNTRIES = -18.0, -24.0
#: That one was foiled and the other not.
NOT_BOTH = -40.0
#: Years by which two articles may differ about the age of one who died.
BIRTHDAY = 1
#: Days that lie between them at most, with the bits that this tells; the last where more do.
DAYS = ((0, 8.0), (1, 5.0), (2, 0.0), (None, OTHER_DAYS))
PUBLISHED = ((2, 5.0), (7, 2.5), (30, 0.0), (None, -4.0))
#: Shares of the words that both have (cosine), with their bits; the last where fewer are.
WORDS = ((0.4, 9.0), (0.3, 5.0), (0.25, 3.0), (0.2, 0.0), (0.15, -2.0), (0.0, -4.0))
#: Words fewer than which are much the same of any two attacks, and the bits that they tell at most.
FEW_WORDS, LEAST_WORDS = 15, 5.0
SAME_KIND, OTHER_KIND = 1.0, -6.0
SAME_NUMBER, SAME_SMALL_NUMBER, OTHER_NUMBER, SMALL = 2.0, 0.5, -1.0, 2
#: Kinds that may be told of what is of a narrower kind.
BROAD = frozenset({"Attack", "Event"})

Why = Callable[[Occurrence, Occurrence], Reason | None]


def link(one: Occurrence, other: Occurrence) -> Link[Occurrence]:
    """Return two occurrences, in order, with what tells for and against their being one."""
    left, right = sorted((one, other), key=lambda each: (each.article, each.key))
    return Link(left, right, tuple(reason for why in REASONS if (reason := why(left, right)) and reason.weight))


def hopeful(one: Occurrence, other: Occurrence, least: float) -> bool:
    """Tell whether so many bits can speak for two being one: the deciding is asked, the rest taken at best."""
    bits, rest = 0.0, sum(MOST.values())
    for why in DECISIVE:
        rest -= MOST[why]
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


def _shared(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return sorted({*one} & {*other})


def _step(steps: Sequence[float], shared: Collection[str], text: str) -> Reason:
    return Reason(steps[min(len(shared), len(steps) - 1)], f"{text} {', '.join(shared)}".strip())


def _people(one: Occurrence, other: Occurrence) -> Reason:
    return _step(PEOPLE, _shared(one.people, other.people), "both name")


def _taking(one: Occurrence, other: Occurrence) -> Reason:
    return _step(TAKING, _shared(one.taking, other.taking), "in both took part")


def _bodies(one: Occurrence, other: Occurrence) -> Reason:
    return _step(BODIES, _shared(one.bodies, other.bodies), "both speak of")


def _places(one: Occurrence, other: Occurrence) -> Reason:
    shared = _shared(one.places, other.places)
    if not shared and one.places and other.places and not _shared(one.wide, other.wide):
        return Reason(ELSEWHERE, "other places")
    return _step(PLACES, shared, "both speak of")


def _strange(one: Occurrence, other: Occurrence) -> Reason | None:
    """No name is in both: what happens on one day in two towns is told in much the same words."""
    fields = ((each.people, each.taking, each.bodies, each.places, each.wide) for each in (one, other))
    a, b = ({name for names in found for name in names} for found in fields)
    return None if a & b else Reason(STRANGE, "no name in common")


def _wide(one: Occurrence, other: Occurrence) -> Reason:
    return _step(WIDE, _shared(one.wide, other.wide), "both speak of")


def _site(one: Occurrence, other: Occurrence) -> Reason | None:
    shared = set(_shared(one.sites, other.sites)) - {*one.wide, *other.wide}
    return Reason(SITE, f"in both at {', '.join(sorted(shared))}") if shared else None


def _sites(one: Occurrence, other: Occurrence) -> Reason | None:
    """Both are told to be in one town, each at a site there of which the other does not speak."""
    town = {*_shared(one.sites, other.sites)} - {*one.wide, *other.wide}
    a, b = _only(one, other), _only(other, one)
    if not (town and a and b) or _alike(a, b):
        return None
    return Reason(OTHER_SITES, f"in {', '.join(sorted(town))}, but at: {', '.join(a)}; {', '.join(b)}")


def _only(one: Occurrence, other: Occurrence) -> list[str]:
    """Return the sites of the one of which the other does not speak."""
    return sorted({*one.sites} - {*one.wide, *other.wide, *other.sites, *other.places})


def _towns(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each is in a town of which the other does not speak, and no place is in both: Lahore, Multan."""
    a, b = ({*each.sites} - {*each.wide} for each in (one, other))
    spoken = ({*each.sites, *each.places, *each.wide} for each in (other, one))
    if not (a and b) or any(_alike(*pair) for pair in zip((a, b), spoken, strict=True)):
        return None
    if _shared(one.places, other.places):
        return None
    return Reason(OTHER_TOWNS, f"in other towns: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _alike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether names have a word in common: one may be short for another, or a part of it."""
    return not {*" ".join(some).split()}.isdisjoint(" ".join(others).split())


def _countries(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each is in a country of which the other does not speak, and no place is in both: Congo, Pakistan."""
    a, b = (_nations(each.sites) for each in (one, other))
    if not (a and b) or a & _nations(other.wide) or b & _nations(one.wide) or _shared(one.places, other.places):
        return None
    return Reason(OTHER_COUNTRIES, f"in other countries: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _nations(names: Iterable[str]) -> set[str]:
    """Return the codes of countries that are named, or of whose parts some are."""
    codes = (gazetteer.codes().get(naming.shared("Place", name), "") for name in names)
    return {code.partition("-")[0] for code in codes} - {""}


def _ages(one: Occurrence, other: Occurrence) -> Reason:
    shared = _shared(one.ages, other.ages)
    if not shared and one.ages and other.ages:
        return Reason(AGES[0], f"ages: {' and '.join(one.ages)}, {' and '.join(other.ages)}")
    return _step(AGES, shared, "ages in both:" if shared else "no age in common")


def _days(one: Occurrence, other: Occurrence) -> Reason | None:
    gaps = [abs(a - b) for a in one.dates for b in other.dates]
    return _within(DAYS, min(gaps), "happened") if gaps else None


def _published(one: Occurrence, other: Occurrence) -> Reason | None:
    if not (one.published and other.published and one.when and other.when):
        return None
    return _within(PUBLISHED, abs(one.when - other.when), "published")


def _within(limits: Iterable[tuple[int | None, float]], gap: int, verb: str) -> Reason:
    bits = next(bits for most, bits in limits if most is None or gap <= most)
    days = "on the same day" if gap == 0 else f"{gap} day{'s' * (gap > 1)} apart"
    return Reason(bits, f"{verb} {days}")


def _words(one: Occurrence, other: Occurrence) -> Reason:
    whole = sqrt(len(one.words) * len(other.words)) or 1.0
    share = len(one.vocabulary & other.vocabulary) / whole
    bits = next(bits for least, bits in WORDS if share >= least)
    few = min(len(one.words), len(other.words)) < FEW_WORDS
    return Reason(min(bits, LEAST_WORDS) if few else bits, f"{share:.0%} of the {'few ' * few}words near by")


def _kinds(one: Occurrence, other: Occurrence) -> Reason | None:
    a, b = ({*each.kinds} - BROAD for each in (one, other))
    if not a or not b:
        return None
    return Reason(SAME_KIND, f"both a {min(a & b)}") if a & b else Reason(OTHER_KIND, f"a {min(a)}, a {min(b)}")


def _numbers(one: Occurrence, other: Occurrence) -> Reason | None:
    if one.killed is None or other.killed is None:
        return None
    if one.killed != other.killed:
        return Reason(OTHER_NUMBER, f"{one.killed} dead, {other.killed} dead")
    return Reason(SAME_NUMBER if one.killed > SMALL else SAME_SMALL_NUMBER, f"{one.killed} dead in both")


def _dead(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each has one dead of full name, of whom the other does not speak."""
    a, b = ([name for name in each.dead if " " in name] for each in (one, other))
    if not (len(a) == len(b) == 1 and one.killed == other.killed == 1):
        return None
    if _shared(a[0].split(), _spoken_of(other)) or _shared(b[0].split(), _spoken_of(one)):
        return None
    return Reason(OTHER_DEAD, f"the dead: {a[0]}, {b[0]}")


def _aged(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each has one dead, of another age than anybody of whom the other speaks."""
    if not (one.aged and other.aged and one.killed == other.killed == 1):
        return None
    if _of_age(one.aged, (*other.aged, *other.ages)) or _of_age(other.aged, one.ages):
        return None
    return Reason(OTHER_AGE, f"the dead are of {' or '.join(one.aged)}, {' or '.join(other.aged)}")


def _of_age(some: Iterable[str], others: Sequence[str]) -> bool:
    return any(abs(int(a) - int(b)) <= BIRTHDAY for a in some for b in others)


def _spoken_of(one: Occurrence) -> list[str]:
    """Return the words of the names of all who are spoken of."""
    return " ".join((*one.dead, *one.taking, *one.people, *one.bodies)).split()


def _happened(one: Occurrence, other: Occurrence) -> Reason | None:
    return Reason(NOT_BOTH, "only one of the two happened") if one.foiled != other.foiled else None


REASONS: Sequence[Why] = (
    *(_people, _taking, _bodies, _places, _wide, _site, _sites, _towns, _countries, _strange),
    *(_ages, _days, _published, _words, _kinds, _numbers, _dead, _aged, _happened),
)
#: What keeps two apart also where a third article, which does not say where, might be of either.
PARTING: Sequence[Why] = (_towns, _countries)
#: The bits that each can tell at most; the others only tell against.
MOST: Mapping[Why, float] = {
    _people: PEOPLE[-1],
    _taking: TAKING[-1],
    _bodies: BODIES[-1],
    _places: PLACES[-1],
    _wide: WIDE[-1],
    _site: SITE,
    _ages: AGES[-1],
    _days: DAYS[0][1],
    _published: PUBLISHED[0][1],
    _words: WORDS[0][1],
    _kinds: SAME_KIND,
    _numbers: SAME_NUMBER,
}
#: What decides most pairs, what is cheap and tells much first.
DECISIVE: Sequence[Why] = (_people, _days, _kinds, _words, _ages, _places, _published)
