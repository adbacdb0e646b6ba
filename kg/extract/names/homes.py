"""What names mean where an article is at home: "Congress" is a party in India, and Washington is near Sunderland."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.gazetteer import Known
from kg.extract.names.name import Name
from kg.language.parsed import Doc

UNITED_STATES = naming.shared("Place", "United States")
#: What else tells that an article is at home in a country, beside its name and its states.
OWN = {
    naming.shared("Place", country): frozenset(signs.split("|"))
    for country, signs in (
        ("United States", "Washington, D.C.|White House|Republican Party|Democratic Party"),
        ("United Kingdom", "London|England|Scotland|Wales|Northern Ireland|Downing Street"),
        ("France", "Paris"),
        ("India", "Delhi|New Delhi|Mumbai"),
        ("Pakistan", "Islamabad|Lahore|Karachi"),
    )
}


def at_home(found: Iterable[Name]) -> Mapping[str, str]:
    """Return what each name means here that bodies of several countries have; "" is one that nobody here knows.

    It is the body of the country of theirs that the article speaks of most, else the best known one, but where the
    article speaks of other countries alone.
    """
    said = Counter(thing for name in found if (thing := _meant(name.text)))
    names = {name.text for name in found} & gazetteer.homes().keys()
    return {name: _body(gazetteer.homes()[name], said) for name in names}


def elsewhere(doc: Doc, found: Iterable[Name]) -> frozenset[str]:
    """Return the names of places that an article puts near another: "Washington, near Sunderland" is no capital."""
    behind = ((name.text, doc[name.end : name.end + 3]) for name in found)
    return frozenset(
        text for text, words in behind if words[:2].text.lower() == ", near" and words[-1].ent_type_ == "GPE"
    )


def _body(rows: Mapping[str, str], said: Counter[Known]) -> str:
    """Return the body of a name by the country that an article speaks of, as its rows have it, the first before all."""
    told = {home: sum(times for thing, times in said.items() if _is_of(home, thing)) for home in rows}
    home = max(told, key=told.__getitem__)
    abroad = any(thing.key in _others(home) for thing in said)
    return rows[home] if told[home] or not abroad else ""


def _is_of(home: str, thing: Known) -> bool:
    """Tell whether a name tells of a country: it is its own, or that of what only it has: its parties, its states."""
    state = gazetteer.codes().get(thing.key, "").startswith(f"{gazetteer.codes().get(home)}-")
    return thing.key == home or state or thing.name in OWN.get(home, ())


def _meant(text: str) -> Known | None:
    return gazetteer.known(text) or gazetteer.demonym(text)


@cache
def _others(home: str) -> frozenset[str]:
    """Return the keys of what may have a body of the name: nations and, as of Congress, the seats of governments."""
    return gazetteer.nations() | (gazetteer.capitals() if home == UNITED_STATES else frozenset())
