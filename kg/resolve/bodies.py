"""How names of bodies and places are read: without legal form, and with the country that they name."""

from dataclasses import dataclass
from functools import cache, lru_cache

from cleanco import basename

from kg.extract.lexicon import gazetteer
from kg.naming import REMEMBERED
from kg.resolve import folding

#: Ends of names that say only that it is a firm.
FIRM = frozenset({"corp", "corporation", "company", "co", "incorporated", "limited", "holdings"})
#: Articles before names of papers and bodies.
ARTICLES = frozenset({"the", "die", "der", "das", "le", "les"})
#: What some write otherwise, and short for what stands before names of bodies.
SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "theatre": "theater",
    "harbour": "harbor",
    "centres": "centers",
}
SHORT = {
    "us": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european",
}
SMALL = frozenset({"the", "of", "for", "and", "a"})
#: Countries of bodies that English papers name without saying so.
HOME = {
    "organization/conservative-party": "place/united-kingdom",
    "organization/democratic-party": "place/united-states",
    "organization/justice-department": "place/united-states",
    "organization/labour-party": "place/united-kingdom",
    "organization/liberal-democrats": "place/united-kingdom",
    "organization/national-front": "place/france",
    "organization/republican-party": "place/united-states",
    "organization/state-department": "place/united-states",
}
#: What a country has one of, so that "federal" tells nothing: no High Court, of which states have others.
NATIONAL, ONCE = frozenset({"constitutional", "ministry", "parliament"}), 2
#: Most words that name a country before or behind the name of its body.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Body:
    """A name without its legal form; the country that the name tells; whether every country has such a body."""

    base: str
    country: str | None
    generic: bool


@lru_cache(maxsize=REMEMBERED)
def body(name: str) -> Body:
    """Return how a name is read: "the U.S. Senate" is the senate of the United States."""
    words = _without_form(name)
    for rest, country in _splits(words):
        if is_generic(rest):
            return Body(_common(rest), country, generic=True)
    generic = is_generic(words)
    return Body(_common(words) if generic else " ".join(words), None, generic)


def _common(words: tuple[str, ...]) -> str:
    """Return how a body that every country has is called: by its members ("Christian Democrat"), and once."""
    if words[0] == "federal" and len(words) > ONCE and NATIONAL & set(words):
        words = words[1:]
    many = f"{words[-1]}s"
    return " ".join([*words[:-1], many if many in gazetteer.words("bodies of every country") else words[-1]])


def are_members(name: str) -> bool:
    """Tell whether a name in its normal form is what members of a party are called: "social democrats"."""
    last = name.rpartition(" ")[2]
    return last.endswith("s") and last in gazetteer.words("bodies of every country") and last[:-1] != "people"


def abroad(name: str) -> str | None:
    """Return a name without the name of the country before it: "United States Federal Reserve"."""
    for country in ("united states ", "united kingdom "):
        if name.startswith(country) and " " in (rest := name.removeprefix(country)):
            return rest
    return None


def _without_form(name: str) -> tuple[str, ...]:
    """Return the words of a name without "the" before it and GmbH, PLC, S.p.A. behind it."""
    words = [folding.plain(SPELLINGS.get(word, word)) for word in folding.words(_plain(name))]
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in FIRM:
        words = words[:-1]
    if len(words) > 1 and words[0] in SHORT:
        words[:1] = SHORT[words[0]].split()
    return tuple(words)


def _plain(name: str) -> str:
    bare = name.removesuffix(".com").removeprefix("City of ").removeprefix("city of ")
    return basename(bare) or bare


def _splits(words: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Return a name without each country that stands before it, or behind it after "of"."""
    found = []
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        if place := _countries().get(" ".join(words[:size])):
            found.append((words[size:], place))
        rest, end = words[:-size], words[-size:]
        if len(rest) > 1 and rest[-1] in {"of", "the"} and (place := _countries().get(" ".join(end))):
            found.append((tuple(word for word in rest if word != "the")[:-1], place))
    return [(rest, place) for rest, place in found if rest]


@cache
def _countries() -> dict[str, str]:
    """Return the keys of countries by their names and adjectives."""
    named = gazetteer.spellings().items()
    keys = {folding.words(word): thing.key for word, thing in named if thing.key in gazetteer.countries()}
    return {" ".join(map(folding.plain, words)): key for words, key in keys.items()}


def state(name: str) -> str | None:
    """Return the key of the country whose formal name this is: "Federal Republic of Germany"."""
    forms = gazetteer.words("forms of states")
    return next((place for rest, place in _splits(_without_form(name)) if forms.issuperset(rest)), None)


def is_generic(words: tuple[str, ...]) -> bool:
    """Tell whether words name a body that every country has: "Supreme Court", "Labour Party", "Greens"."""
    common = gazetteer.words("bodies of every country")
    big = [word for word in words if word not in SMALL]
    if not big:
        return False
    state = gazetteer.words("words of state bodies")
    return common.issuperset(big) if len(big) == 1 else (common | state).issuperset(big)


def is_no_name(base: str) -> bool:
    """Tell whether a single word is never the name of one thing: "state", "inc", "police"."""
    return " " not in base and (base in _nothing() or len(base) == 1 or base.isdecimal())


@cache
def _nothing() -> frozenset[str]:
    lists = ("words of local bodies", "portfolios of ministers", "ends of organizations", "words of state bodies")
    nouns = ("nouns of bodies", "nouns of named bodies", "nouns of places", "ends of businesses", "no names of bodies")
    return frozenset().union(*map(gazetteer.words, (*lists, *nouns))) - gazetteer.words("bodies of every country")
