"""Facts about names that anyone may check: territories and demonyms, places, organizations, first names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg import naming


@dataclass(frozen=True, slots=True)
class Known:
    """A thing that the gazetteer knows: its kind, its usual name, its Wikidata id where sure."""

    kind: str
    name: str
    qid: str | None

    @property
    def key(self) -> str:
        """The path of its entity's IRI."""
        return naming.shared(self.kind, self.name)


def known(name: str) -> Known | None:
    """Return the thing that a name means wherever it stands ("U.S.", "ISIS")."""
    return _names().get(name)


def demonym(word: str) -> Known | None:
    """Return the country or region that a word like "British" or "Israelis" belongs to."""
    return _demonyms().get(word)


def spellings() -> Mapping[str, Known]:
    """Return all names and adjectives with what they mean."""
    return {**_demonyms(), **_names()}


def gender(first_name: str) -> str | None:
    """Return "m" or "f" for a first name that mostly men or women bear, "n" for both, None for no first name."""
    return _genders().get(first_name)


def starts(word: str) -> bool:
    """Tell whether some name or demonym of the gazetteer starts with this word."""
    return word in _first_words()


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the word lists."""
    return next(frozenset(row[1].split()) for row in _rows("words") if row[0] == name)


@cache
def _names() -> dict[str, Known]:
    """Return what each name means; of several things the first of the tables, canonical names before aliases."""
    names: dict[str, Known] = {}
    aliases: dict[str, Known] = {}
    for table, kind, column in (
        ("places", "Place", 2),
        ("territories", "Place", 3),
        ("organizations", "Organization", 2),
    ):
        for row in _rows(table):
            thing = Known(kind, row[0], row[1] or None)
            names.setdefault(thing.name, thing)
            for alias in filter(None, row[column].split("|")):
                aliases.setdefault(alias, names[thing.name])
    return {**aliases, **names}


#: The tables that have adjectives, with the column of them.
_ADJECTIVES = (("territories", 4), ("places", 3))


@cache
def _demonyms() -> dict[str, Known]:
    names = _names()
    told = ((row[0], row[-1]) for table, last in _ADJECTIVES for row in _rows(table) if len(row) > last)
    return {word: names[name] for name, words in told for word in words.split("|") if word}


@cache
def homes() -> Mapping[str, Mapping[str, str]]:
    """Return, by name, the body that it means in each country (by its key, "" in none), the best known one first."""
    found: dict[str, dict[str, str]] = {}
    for name, country, body in _rows("homes"):
        found.setdefault(name, {})[country and naming.shared("Place", country)] = body
    return found


@cache
def _genders() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("first_names")}


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """Return the first names that each short one stands for, in small letters: "sepp" for josef and joseph."""
    return {row[0]: frozenset(row[1].split()) for row in _rows("short_names")}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.replace("-", " ").split()[0] for name in (*_names(), *_demonyms()))


def _rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table of data/, comments left out."""
    text = files("kg.extract.lexicon").joinpath("data", f"{table}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def by_key() -> Mapping[str, Known]:
    """Return all that the gazetteer knows by the paths of their IRIs."""
    return {thing.key: thing for thing in _names().values()}


@cache
def codes() -> Mapping[str, str]:
    """Return the codes of all countries and regions, by ISO 3166 in small letters, by their keys."""
    return {naming.shared("Place", row[0]): row[2] for row in _rows("territories")}


@cache
def _states() -> Mapping[str, str]:
    return {row[2][3:].upper(): row[0] for row in _rows("territories") if row[2].startswith("us-")}


def state(code: str) -> str | None:
    """Return the state of the USA that two letters stand for: "TX"."""
    return _states().get(code)


@cache
def territories() -> frozenset[str]:
    """Return the keys of all countries and regions."""
    return frozenset(codes())


@cache
def nations() -> frozenset[str]:
    """Return the keys of what somebody can be a national of: no states and provinces, but Scotland and Wales."""
    return frozenset(key for key, code in codes().items() if "-" not in code or code.startswith("gb-"))


@cache
def capitals() -> frozenset[str]:
    """Return the keys of the capitals, and of what else stands for who rules there: "Tehran", "Gaza"."""
    return frozenset(naming.shared("Place", name.replace("-", " ")) for name in words("seats of government"))


@cache
def countries() -> frozenset[str]:
    """Return the keys of the countries: territories that are no part of another."""
    return frozenset(key for key, code in codes().items() if "-" not in code)
