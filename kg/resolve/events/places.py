"""Why two occurrences are one happening, or are not: by where they are told to be."""

from collections.abc import Iterable

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.events.reasons import by_number, common
from kg.resolve.evidence import Reason

#: Bits that tell how many names both have: of none, of one, ...; the last also of any more.
PLACES = (0.0, 4.0, 7.0, 9.0)
WIDE = (0.0, 1.0, 2.0)
SITE, ELSEWHERE = 3.0, -4.0
#: That they are at two sites of one town: two of one night are told much alike.
OTHER_SITES = -18.0
#: That they are in two towns, or two countries, of which neither article speaks that tells of the other.
OTHER_TOWNS, OTHER_COUNTRIES = -18.0, -24.0


def places(one: Occurrence, other: Occurrence) -> Reason:
    """Places that are no countries are in both, or none of those that each speaks of."""
    shared = common(one.places, other.places)
    if not shared and one.places and other.places and not common(one.wide, other.wide):
        return Reason(ELSEWHERE, "other places")
    return by_number(PLACES, shared, "both speak of")


def wide(one: Occurrence, other: Occurrence) -> Reason:
    """Countries, or parts of them, are in both."""
    return by_number(WIDE, common(one.wide, other.wide), "both speak of")


def site(one: Occurrence, other: Occurrence) -> Reason | None:
    """Both are told to be at one place."""
    shared = set(common(one.sites, other.sites)) - {*one.wide, *other.wide}
    return Reason(SITE, f"in both at {', '.join(sorted(shared))}") if shared else None


def sites(one: Occurrence, other: Occurrence) -> Reason | None:
    """Both are told to be in one town, each at a site there of which the other does not speak."""
    town = {*common(one.sites, other.sites)} - {*one.wide, *other.wide}
    a, b = _only(one, other), _only(other, one)
    if not (town and a and b) or _alike(a, b):
        return None
    return Reason(OTHER_SITES, f"in {', '.join(sorted(town))}, but at: {', '.join(a)}; {', '.join(b)}")


def _only(one: Occurrence, other: Occurrence) -> list[str]:
    """Return the sites of the one of which the other does not speak."""
    return sorted({*one.sites} - {*one.wide, *other.wide, *other.sites, *other.places})


def towns(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each is in a town of which the other does not speak, and no place is in both: Lahore, Multan."""
    a, b = ({*each.sites} - {*each.wide} for each in (one, other))
    spoken = ({*each.sites, *each.places, *each.wide} for each in (other, one))
    if not (a and b) or any(_alike(*pair) for pair in zip((a, b), spoken, strict=True)):
        return None
    if common(one.places, other.places):
        return None
    return Reason(OTHER_TOWNS, f"in other towns: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _alike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether names have a word in common: one may be short for another, or a part of it."""
    return not {*" ".join(some).split()}.isdisjoint(" ".join(others).split())


def countries(one: Occurrence, other: Occurrence) -> Reason | None:
    """Each is in a country of which the other does not speak, and no place is in both: Congo, Pakistan."""
    a, b = (_nations(each.sites) for each in (one, other))
    if not (a and b) or a & _nations(other.wide) or b & _nations(one.wide) or common(one.places, other.places):
        return None
    return Reason(OTHER_COUNTRIES, f"in other countries: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _nations(names: Iterable[str]) -> set[str]:
    """Return the codes of countries that are named, or of whose parts some are."""
    codes = (gazetteer.codes().get(naming.shared("Place", name), "") for name in names)
    return {code.partition("-")[0] for code in codes} - {""}
