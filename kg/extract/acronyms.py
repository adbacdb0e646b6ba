"""Short forms of organizations and places that an article also names in full."""

from collections.abc import Iterable, Iterator

from kg.extract import gazetteer

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "del", "la", "to", "&", "y", "des", "für", "und"})


def initials(name: str) -> set[str]:
    """Return the acronyms that a name may have: with and without its small words."""
    words = name.replace("-", " ").split()
    big = "".join(word[0] for word in words if word.lower() not in SMALL and word[0].isalnum())
    every = "".join(word[0] for word in words if word[0].isalnum())
    return {big.upper(), every.upper()} if len(big) > 1 else set()


def longer_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for names (text and kind) that are short for another name of the article, that name."""
    kinds = dict(names)
    organizations = [text for text, kind in kinds.items() if kind == "Organization" and " " in text]
    by_initials = {short: text for text in reversed(organizations) for short in initials(text)}
    parts = {part: text for text in reversed(organizations) for part in _parts(text)}
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


def _parts(name: str) -> Iterator[str]:
    """Yield the beginnings and ends of a name that may stand for it ("Siemens AG", "European Commission")."""
    words = name.split()
    for i in range(1, len(words)):
        yield " ".join(words[:i])
        if words[i - 1] != "of":
            yield " ".join(words[i:])
