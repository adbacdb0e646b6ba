"""Short forms of organizations and places that an article also names in full."""

from collections.abc import Container, Iterable, Iterator, Mapping

from kg.extract.lexicon import gazetteer

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "del", "la", "to", "&", "y", "des", "für", "und"})
#: Ends of names that are other things by themselves: the House is not the White House.
OWN = frozenset({"House"})
#: Fewer letters are the initials of too much.
SPELT = 3
#: What only the names of businesses end with.
BUSINESS = gazetteer.words("ends of businesses")
#: Last words of bodies that others make for or about the one they begin with: "Acme Workers' Union", "Acme Foundation".
OTHERS = ("union", "association", "federation", "foundation", "museum", "fan club", "supporters club", "alumni")
#: What stands after the names of towns in those of their bodies.
LOCAL = gazetteer.words("words of local bodies")


def initials(name: str) -> set[str]:
    """Return the acronyms that a name may have: with and without its small words."""
    words = name.replace("-", " ").split()
    big = "".join(word[0] for word in words if word.lower() not in SMALL and word[0].isalnum())
    every = "".join(word[0] for word in words if word[0].isalnum())
    return {big.upper(), every.upper()} if len(big) > 1 else set()


def longer_names(names: Iterable[tuple[str, str]], places: Container[str] = ()) -> dict[str, str]:
    """Return, for names (text and kind) that are short for another name of the article, that name.

    The town that a body is of is not short for it: neither one of `places`, nor Oslo for Oslo Police Department.
    """
    kinds = dict(names)
    longer = _Longer(kinds, places)
    return {text: long for text, kind in kinds.items() if (long := longer.of(text, kind)) and long != text}


class _Longer:
    """The names of an article by what may be short for them: initials, a part, the House for the House of Lords."""

    def __init__(self, kinds: dict[str, str], places: Container[str]) -> None:
        bodies = [text for text, kind in reversed(kinds.items()) if kind == "Organization" and " " in text]
        self._kinds = kinds
        self._initials = {short: text for text in bodies for short in initials(text)}
        self._parts = {part: text for text in bodies for part in _parts(text, places)}
        houses = (text for text in kinds if text.startswith(("House of ", "Houses of ")))
        self._houses = {text.split(" of ", 1)[1]: text for text in houses}

    def of(self, text: str, kind: str) -> str | None:
        """Return the name that another is short for."""
        spelt = _spelt_out(text, self._initials)
        if gazetteer.known(text) or gazetteer.demonym(text):
            return spelt if spelt and _is_body(text) else None
        if found := spelt or self._houses.get(text):
            return found
        return self._parts.get(text) or _known(text) if kind == "Organization" else _town(text, self._kinds)


def _is_body(text: str) -> bool:
    """Tell whether initials that the gazetteer knows are of a body, so that the article may have spelt out its own."""
    known = gazetteer.known(text)
    return known is not None and known.kind == "Organization" and len(text.replace(".", "")) >= SPELT


def _spelt_out(text: str, by_initials: Mapping[str, str]) -> str | None:
    """Return the name that another is the initials of: "U.N.", "Nato", "UoS"."""
    plain = text.replace(".", "")
    capitals = sum(letter.isupper() for letter in plain) > 1
    return by_initials.get(plain.upper()) if capitals or is_initials(plain) else None


def is_initials(word: str) -> bool:
    """Tell whether a word is long enough to be no other name than the initials that it has: "Nato", "Unesco"."""
    return len(word) > 3 and word.istitle() and word.isalpha()  # noqa: PLR2004


def _known(name: str) -> str | None:
    """Return the known business of which a name says what it does: "Hyundai" of "Hyundai Motor"."""
    first, _, last = name.rpartition(" ")
    known = gazetteer.known(first) if last.lower() in BUSINESS else None
    return first if known is not None and known.kind == "Organization" else None


def _town(name: str, kinds: Mapping[str, str]) -> str | None:
    """Return the place that the article calls a city too: "Oslo" of "Oslo City", not "Kansas" of "Kansas City"."""
    place = name.removesuffix(" City").removesuffix(" State")
    known = gazetteer.known(place)
    free = place != name and kinds.get(place) == kinds[name] == "Place"
    return place if free and (known is None or known.key not in gazetteer.territories()) else None


def ends(name: str) -> Iterator[str]:
    """Yield what is left of a name without its first words, the longest first."""
    words = name.split()
    return (" ".join(words[i:]) for i in range(1, len(words)))


def is_local(words: str) -> bool:
    """Tell whether words are what many towns have after their name: "Police Department", "City Council"."""
    return LOCAL.issuperset(words.lower().split())


def is_about(name: str) -> bool:
    """Tell whether a name is that of a body beside the one it begins with; "Heritage" is short for one of two words."""
    return " " in name.partition(" ")[2] and f" {name.lower()}".endswith(tuple(f" {end}" for end in OTHERS))


def _parts(name: str, places: Container[str]) -> Iterator[str]:
    """Yield the beginnings and ends of a name that may stand for it ("Siemens AG", "European Commission")."""
    words = name.split()
    for i in range(1, len(words)):
        start, rest = " ".join(words[:i]), " ".join(words[i:])
        local = start in places or is_local(rest)
        if not is_about(name) and (rest.lower() in BUSINESS or not local):
            yield start
        if words[i - 1] != "of" and rest not in OWN:
            yield rest
