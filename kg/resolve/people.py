"""How persons' names are read: first name, what stands in the middle, surname, and Jr or Sr."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from nicknames import NickNamer

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import HONORIFICS
from kg.naming import REMEMBERED
from kg.resolve import folding

SUFFIXES = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
#: Titles of honour that are no names: "Datuk Seri Najib Razak", "Tun Dr. Mahathir Mohamad".
HONOURS = HONORIFICS | gazetteer.words("titles of honour")
#: Small words of Arabic names that some papers leave out.
ARTICLES = frozenset({"al", "el", "ul"})
#: What a person is called between marks: 'Vincent "the Chin" Gigante'.
BYNAME = re.compile(r"""\s["'“‘(][^"'”’)]+["'”’)](?=\s)""")
#: First names as their letters, however they are set: "J. K. Roe", "J.K. Roe", "JK Roe", "AJ Roe"; no "XI Jinping".
INITIALS = re.compile(r"^(?:(?:[A-Z]\. ?){2,}|(?!NG )(?:[B-DF-HJ-NP-TV-XZ]{2,3}|[AEIO]J) )(?=[A-Z][\w'’-]*[a-z])")


@dataclass(frozen=True, slots=True)
class Called:
    """A person's name: "George H. W. Bush" is george, (h, w), bush."""

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str | None = None

    @property
    def key(self) -> str:
        """What two names of one person have in common, whatever stands in the middle."""
        return f"{folding.plain(self.first)} {folding.plain(self.last)}"


@lru_cache(maxsize=REMEMBERED)
def called(name: str) -> Called | None:
    """Return how a person's name is read; None if it is a single word."""
    words = list(folding.words(INITIALS.sub(_apart, BYNAME.sub("", name))))
    while words[2:] and words[0] in HONOURS:
        words = words[1:]
    suffix = next((SUFFIXES[word] for word in words[2:] if word in SUFFIXES), None)
    # "Al Gore", "Ben Okri", and not "Al-Assad", "Lo Presti".
    first = words[:1] if gazetteer.gender(name.split(maxsplit=1)[0]) else []
    plain = [*first, *(word for word in words[len(first) :] if word not in SUFFIXES and word not in ARTICLES)]
    if gazetteer.words("particles of names").issuperset(plain[:-1]) and not first:
        return None
    if plain[2:] and len(plain[0]) == 1 < len(plain[1]):
        plain = plain[1:]  # "W. Mark Felt"
    return Called(plain[0], tuple(plain[1:-1]), plain[-1], suffix) if len(plain) > 1 else None


def _apart(initials: re.Match[str]) -> str:
    return " ".join(filter(str.isalpha, initials[0])) + " "


def bare(name: str) -> str:
    """Return the only word of a name but for its particles: "al-Maliki", "de Maizière"; nothing if there are more."""
    small = gazetteer.words("particles of names") | ARTICLES
    found = [word for word in folding.words(name) if word not in small]
    return folding.plain(found[0]) if len(found) == 1 else ""


def fits(one: Called, other: Called) -> bool:
    """Tell whether two names of the same first name and surname may be one person's."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    small = gazetteer.words("particles of names") | {"the"}
    a, b = ([word for word in name.middle if word not in small] for name in (one, other))
    if not a or not b or (set(a) & set(b) and max(map(len, (*a, *b))) > 1):
        return True
    return all(x == y or (1 in {len(x), len(y)} and x[0] == y[0]) for x, y in zip(a, b, strict=False)) and (
        len(a) == len(b) or max(map(len, (*a, *b))) > 1
    )


@lru_cache(maxsize=REMEMBERED)
def same_first(one: str, other: str) -> bool:
    """Tell whether two first names are one: short for it (Mike, Michael) or spelled otherwise (Sergei, Sergey)."""
    if min(len(one), len(other)) == 1:
        return False
    one, other, names = folding.plain(one), folding.plain(other), _short_forms()
    return folding.spelled(one) == folding.spelled(other) or other in names[one] or one in names[other]


@cache
def _short_forms() -> Mapping[str, frozenset[str]]:
    """Return the short forms of each first name, all plain: English ones by `nicknames`, others by the lexicon."""
    english = NickNamer.default_lookup().items()
    others = ((name, {short}) for short, names in gazetteer.short_names().items() for name in names)
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for name, short in (*english, *others):
        found[folding.plain(name)] |= set(map(folding.plain, short))
    return found
