"""Why two occurrences are one happening, or are not: by who is in them, when they are, what is told of them."""

from collections.abc import Collection, Iterable, Sequence
from math import sqrt

from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import Reason

#: Bits that tell how many names (or ages) both have: of none, of one, ...; the last also of any more.
PEOPLE = (0.0, 9.0, 13.0)
TAKING = (0.0, 3.0, 5.0)
BODIES = (0.0, 3.0, 5.0)
AGES = (-1.0, 2.0, 5.0, 7.0)
STRANGE = -6.0
#: That they are on different days, or have dead of different names: seldom so of one, unless an article is misread.
OTHER_DAYS, OTHER_DEAD = -10.0, -24.0
#: That they have one dead each of different age.
OTHER_AGE = -18.0
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


def common(one: Iterable[str], other: Iterable[str]) -> list[str]:
    """Return the names in both, in order."""
    return sorted({*one} & {*other})


def by_number(steps: Sequence[float], shared: Collection[str], text: str) -> Reason:
    """Return what so many names in both tell."""
    return Reason(steps[min(len(shared), len(steps) - 1)], f"{text} {', '.join(shared)}".strip())


def people(one: Occurrence, other: Occurrence) -> Reason:
    """Persons without an office there are in both."""
    return by_number(PEOPLE, common(one.people, other.people), "both name")


def taking(one: Occurrence, other: Occurrence) -> Reason:
    """Those who take part are in both."""
    return by_number(TAKING, common(one.taking, other.taking), "in both took part")


def bodies(one: Occurrence, other: Occurrence) -> Reason:
    """Bodies and officials are in both."""
    return by_number(BODIES, common(one.bodies, other.bodies), "both speak of")


def strange(one: Occurrence, other: Occurrence) -> Reason | None:
    """No name is in both: what happens on one day in two towns is told in much the same words."""
    fields = ((each.people, each.taking, each.bodies, each.places, each.wide) for each in (one, other))
    a, b = ({name for names in found for name in names} for found in fields)
    return None if a & b else Reason(STRANGE, "no name in common")


def ages(one: Occurrence, other: Occurrence) -> Reason:
    """Ages are in both, or those of the one are others than those of the other."""
    shared = common(one.ages, other.ages)
    if not shared and one.ages and other.ages:
        return Reason(AGES[0], f"ages: {' and '.join(one.ages)}, {' and '.join(other.ages)}")
    return by_number(AGES, shared, "ages in both:" if shared else "no age in common")


def days(one: Occurrence, other: Occurrence) -> Reason | None:
    """So many days lie between the days that they are told to be on."""
    gaps = [abs(a - b) for a in one.dates for b in other.dates]
    return _within(DAYS, min(gaps), "happened") if gaps else None


def published(one: Occurrence, other: Occurrence) -> Reason | None:
    """So many days lie between the articles."""
    if not (one.published and other.published and one.when and other.when):
        return None
    return _within(PUBLISHED, abs(one.when - other.when), "published")


def _within(limits: Iterable[tuple[int | None, float]], gap: int, verb: str) -> Reason:
    bits = next(bits for most, bits in limits if most is None or gap <= most)
    days = "on the same day" if gap == 0 else f"{gap} day{'s' * (gap > 1)} apart"
    return Reason(bits, f"{verb} {days}")


def words(one: Occurrence, other: Occurrence) -> Reason:
    """So large a share of the long words is in both."""
    whole = sqrt(len(one.words) * len(other.words)) or 1.0
    share = len(one.vocabulary & other.vocabulary) / whole
    bits = next(bits for least, bits in WORDS if share >= least)
    few = min(len(one.words), len(other.words)) < FEW_WORDS
    return Reason(min(bits, LEAST_WORDS) if few else bits, f"{share:.0%} of the {'few ' * few}words near by")


def kinds(one: Occurrence, other: Occurrence) -> Reason | None:
    """One kind is told of both, or another of each."""
    a, b = ({*each.kinds} - BROAD for each in (one, other))
    if not a or not b:
        return None
    return Reason(SAME_KIND, f"both a {min(a & b)}") if a & b else Reason(OTHER_KIND, f"a {min(a)}, a {min(b)}")


def numbers(one: Occurrence, other: Occurrence) -> Reason | None:
    """As many are dead in both, or not."""
    if one.killed is None or other.killed is None:
        return None
    if one.killed != other.killed:
        return Reason(OTHER_NUMBER, f"{one.killed} dead, {other.killed} dead")
    return Reason(SAME_NUMBER if one.killed > SMALL else SAME_SMALL_NUMBER, f"{one.killed} dead in both")


def dead(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each has one dead of full name, of whom the other does not speak."""
    a, b = ([name for name in each.dead if " " in name] for each in (one, other))
    if not (len(a) == len(b) == 1 and one.killed == other.killed == 1):
        return None
    if common(a[0].split(), _spoken_of(other)) or common(b[0].split(), _spoken_of(one)):
        return None
    return Reason(OTHER_DEAD, f"the dead: {a[0]}, {b[0]}")


def aged(one: Occurrence, other: Occurrence) -> Reason | None:
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


def happened(one: Occurrence, other: Occurrence) -> Reason | None:
    """One was foiled, and the other not."""
    return Reason(NOT_BOTH, "only one of the two happened") if one.foiled != other.foiled else None
