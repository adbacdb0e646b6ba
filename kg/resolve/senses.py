"""What a name means in one article, as far as the name itself tells: things of one sense are one, but for evidence."""

from collections.abc import Sequence
from functools import lru_cache

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.naming import REMEMBERED
from kg.resolve import bodies, folding, parties, people
from kg.resolve.named import Named, Sense

#: Its towns have several teams each, of several sports.
AMERICA = naming.shared("Place", "United States")
#: Mentions of its home country, of those of the country that an article is about, that let a body be the home's.
HOME_SHARE = 0.5


def sense(thing: Named, article: Sequence[Named]) -> Sense:
    """Return what a thing's name means; `article` is all that its article names."""
    if thing.kind == "Person":
        return _person(thing)
    if thing.team:
        return _team(thing, article)
    if thing.kind == "Organization":
        return _organization(thing, article)
    name = bodies.body(thing.label).base if thing.kind == "Place" else " ".join(folding.words(thing.label))
    return Sense(thing.kind, name, article=thing.article if thing.local else "")


def _team(thing: Named, article: Sequence[Named]) -> Sense:
    """Return the only team of the article that has the town's name in its own, else the town's team."""
    name = bodies.body(thing.label).base
    others = (other for other in article if other.kind == "Organization" and not (other.team or other.local))
    bases = {bodies.body(other.label).base for other in others}
    full = [base for base in bases if f" {name} " in f" {base} " and base != name and _is_club(base)]
    if len(full) == 1:
        return Sense("Organization", full[0])
    return Sense("Organization", name)


def _is_club(base: str) -> bool:
    """Tell whether a name with a town in it may be a club's: no police department's, no result's."""
    ends = gazetteer.words("ends of organizations") | gazetteer.words("words of local bodies")
    return base.rsplit(maxsplit=1)[-1] not in ends and not any(map(str.isdigit, base))


def _person(thing: Named) -> Sense:
    called = people.called(thing.label)
    if called is None:
        return Sense("Person", " ".join(folding.words(thing.label)), article=thing.article)
    return Sense("Person", called.key)


def _organization(thing: Named, article: Sequence[Named]) -> Sense:
    known = gazetteer.by_key().get(thing.key)
    body = bodies.body(thing.label)
    if country := bodies.state(thing.label):
        return Sense("Place", " ".join(folding.words(gazetteer.by_key()[country].name)))
    if known and (not body.generic or len(body.base.split()) > parties.GENERIC):
        named = bodies.body(known.name)
        if named.generic and named.country:
            return Sense("Organization", named.base, named.country)
        return Sense("Organization", named.base)
    if body.generic:
        if party := _party(thing, body.base, article):
            return party
        country = _country(thing, article)
        return Sense("Organization", body.base, country, "" if country else thing.article)
    nothing = bodies.is_no_name(body.base)
    return Sense("Organization", body.base, article=thing.article if nothing or thing.local else "")


def _party(thing: Named, base: str, article: Sequence[Named]) -> Sense | None:
    """Return the only party of the article that bears the name, or whose members do: the "Christian Democrats"."""
    if bodies.body(thing.label).country:
        return None
    bodies_ = (other for other in article if other.kind == "Organization" and not (other.team or other.local))
    found = {_organization(other, ()) for other in bodies_ if parties.is_of(base, other, thing.country)}
    return found.pop() if len(found) == 1 else None


def _country(thing: Named, article: Sequence[Named]) -> str:
    """Return the country of a body that every country has: told by one of its names, or by the article."""
    known = gazetteer.by_key().get(thing.key)
    told = next((one.country for one in map(bodies.body, thing.said) if one.country), None)
    home = bodies.body(thing.label).country or bodies.HOME.get(thing.key, "") if known else ""
    if told or _is_spoken_of(home, thing.country, article):
        return told or home
    # Papers name their own country's without saying so, but where they speak of several others.
    elsewhere = any(other.key in gazetteer.countries() for other in article)
    return thing.country or ("" if elsewhere else home)


def _is_spoken_of(home: str, about: str | None, article: Sequence[Named]) -> bool:
    """Tell whether an article names a country about as often as that which it is about."""
    count = {other.key: other.count for other in article}
    return home in count and count[home] >= HOME_SHARE * count.get(about or "", 0)


def others(thing: Named, sense: Sense) -> frozenset[Sense]:
    """Return the senses of all names of a body or place: its own, and those of its other names."""
    if thing.kind == "Person" or thing.team or sense.article:
        return frozenset({sense})
    return _others(thing.said, sense.country or thing.country or "", sense)


@lru_cache(maxsize=REMEMBERED)
def _others(said: tuple[str, ...], country: str, sense: Sense) -> frozenset[Sense]:
    found = {bodies.body(name) for name in said}
    alone = {Sense(sense.kind, one.base) for one in found if not one.generic and not bodies.is_no_name(one.base)}
    common = {Sense(sense.kind, one.base, one.country or country) for one in found if one.generic}
    return frozenset({sense, *alone, *(other for other in common if other.country)})
