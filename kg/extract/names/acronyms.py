"""Short forms of organizations and places that an article also names in full."""

from collections.abc import Container, Iterable, Iterator

from kg.extract.lexicon import gazetteer

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "del", "la", "to", "&", "y", "des", "für", "und"})
#: Ends of names that are other things by themselves: the House is not the White House.
OWN = frozenset({"House"})
#: What only the names of businesses end with.
BUSINESS = gazetteer.words("ends of businesses")
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
    organizations = [text for text, kind in kinds.items() if kind == "Organization" and " " in text]
    by_initials = {short: text for text in reversed(organizations) for short in initials(text)}
    parts = {part: text for text in reversed(organizations) for part in _parts(text, places)}
    houses = {text.split(" of ", 1)[1]: text for text in kinds if text.startswith(("House of ", "Houses of "))}
    short: dict[str, str] = {}
    for text, kind in kinds.items():
        if not (gazetteer.known(text) or gazetteer.demonym(text)):
            plain = text.replace(".", "")
            own = parts.get(text) if kind == "Organization" else None
            full = (by_initials.get(plain) if plain.isupper() else None) or houses.get(text) or own
            if full and full != text:
                short[text] = full
    return short


def ends(name: str) -> Iterator[str]:
    """Yield what is left of a name without its first words, the longest first."""
    words = name.split()
    return (" ".join(words[i:]) for i in range(1, len(words)))


def is_local(words: str) -> bool:
    """Tell whether words are what many towns have after their name: "Police Department", "City Council"."""
    return LOCAL.issuperset(words.lower().split())


def _parts(name: str, places: Container[str]) -> Iterator[str]:
    """Yield the beginnings and ends of a name that may stand for it ("Siemens AG", "European Commission")."""
    words = name.split()
    for i in range(1, len(words)):
        start, rest = " ".join(words[:i]), " ".join(words[i:])
        if rest.lower() in BUSINESS or not (start in places or is_local(rest)):
            yield start
        if words[i - 1] != "of" and rest not in OWN:
            yield " ".join(words[i:])
