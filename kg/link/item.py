"""An item of Wikidata, as far as links need it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.resolve import folding

#: English labels, the best first: "mul" is of names that are the same in all languages.
LABELS = ("en", "mul", "en-gb", "en-ca")
ALIASES = frozenset({"en", "mul", "en-gb", "en-ca"})
INSTANCE_OF, SUBCLASS_OF = "P31", "P279"
COUNTRY, CITIZENSHIP, OFFICE, OCCUPATION = "P17", "P27", "P39", "P106"
#: What tells of which country an item is, what somebody does, and what else an item is tied to: what it lies in, its
#: seat, party, employer, team and league.
COUNTRIES, WORKS = (COUNTRY, CITIZENSHIP), (OFFICE, OCCUPATION)
TIES = ("P131", "P159", "P102", "P108", "P54", "P118")
#: The statements whose values are kept.
KEPT = frozenset({INSTANCE_OF, SUBCLASS_OF, *COUNTRIES, *WORKS, *TIES})
#: Words that make an acronym, at least.
ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Item:
    """An item; `sitelinks` is None where the dump does not have them, `redirect` the item that it became.

    Its `kinds` are known once its classes are, and its `works`, what its offices and occupations are called,
    once these are.
    """

    id: str
    label: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sitelinks: int | None = None
    statements: int = 0
    redirect: str | None = None
    kinds: frozenset[str] = frozenset()
    works: tuple[str, ...] = ()

    def told(self, properties: Iterable[str]) -> frozenset[str]:
        """Return the values of statements."""
        return frozenset(value for each in properties for value in self.claims.get(each, ()))


def key(name: str) -> str:
    """Return the normal form of a name."""
    return " ".join(map(folding.plain, folding.words(name)))


def acronym(name: str) -> str:
    """Return the acronym of a name of several words, or nothing: "General Motors Company" is gmc."""
    initials = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    return "".join(initials).casefold() if len(initials) >= ACRONYM else ""


def best(by_language: Mapping[str, str]) -> str:
    """Return the label in the first of the languages that has one."""
    return next((by_language[language] for language in LABELS if by_language.get(language)), "")


def ids(found: Iterable[str]) -> tuple[str, ...]:
    """Return each id once, in their order."""
    return tuple(dict.fromkeys(found))
