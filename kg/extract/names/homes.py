"""What names mean where an article is at home: "Congress" is a party in India, and Washington is near Sunderland."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.gazetteer import Known
from kg.extract.names.name import Name

UNITED_STATES, UNITED_KINGDOM = (naming.shared("Place", name) for name in ("United States", "United Kingdom"))
#: Whose body a short name is where nothing speaks against it.
HOME = {
    "Congress": UNITED_STATES,
    "Conservatives": UNITED_KINGDOM,
    "Labour": UNITED_KINGDOM,
    "Labour Party": UNITED_KINGDOM,
    "Conservative Party": UNITED_KINGDOM,
}
#: What else tells that an article is at home there.
OWN = {
    UNITED_STATES: frozenset({"Washington, D.C.", "White House", "Republican Party", "Democratic Party"}),
    UNITED_KINGDOM: frozenset({"London", "England", "Scotland", "Wales", "Northern Ireland", "Downing Street"}),
}


def abroad(found: Iterable[Name]) -> frozenset[str]:
    """Return the short names that mean another body here: the article speaks of other countries, never of theirs."""
    known = {thing.key: thing.name for name in found if (thing := _meant(name.text))}
    here = frozenset(home for home in OWN if home in known or _is_at(home, known))
    return frozenset(
        text for text, home in HOME.items() if home not in here and _spoken_of(home) & known.keys() - {home}
    )


def elsewhere(doc: Doc, found: Iterable[Name]) -> frozenset[str]:
    """Return the names of places that an article puts near another: "Washington, near Sunderland" is no capital."""
    behind = ((name.text, doc[name.end : name.end + 3]) for name in found)
    return frozenset(
        text for text, words in behind if words[:2].text.lower() == ", near" and words[-1].ent_type_ == "GPE"
    )


def _is_at(home: str, known: dict[str, str]) -> bool:
    """Tell whether an article names what only a country has: its parties, its states."""
    code = gazetteer.codes()[home]
    states = any(gazetteer.codes().get(key, "").startswith(f"{code}-") for key in known)
    return states or not OWN[home].isdisjoint(known.values())


def _meant(text: str) -> Known | None:
    return gazetteer.known(text) or gazetteer.demonym(text)


@cache
def _spoken_of(home: str) -> frozenset[str]:
    """Return the keys of what may have a body of the name: countries and, as of Congress, the seats of governments."""
    return gazetteer.countries() | (gazetteer.capitals() if home == UNITED_STATES else frozenset())
