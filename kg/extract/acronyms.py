"""Short forms of organizations and places that an article also names in full."""

from collections.abc import Iterable

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
    organizations = [text for text, kind in kinds.items() if kind == "Organization"]
    by_initials = {short: text for text in reversed(organizations) if " " in text for short in initials(text)}
    short: dict[str, str] = {}
    for text, kind in kinds.items():
        if gazetteer.known(text) or gazetteer.demonym(text):
            continue
        full = by_initials.get(text.replace(".", "")) if text.replace(".", "").isupper() else None
        full = full or _containing(text, kind, kinds)
        if full:
            short[text] = full
    return short


def _containing(text: str, kind: str, kinds: dict[str, str]) -> str | None:
    """Return a longer name that starts or ends with the text ("Siemens AG", "European Commission"), or houses it."""
    for other, its_kind in kinds.items():
        if its_kind not in {"Organization", "Place"} or len(other) <= len(text):
            continue
        if other.startswith(("House of ", "Houses of ")) and other.endswith(f" {text}"):
            return other
        same = kind == its_kind == "Organization"
        if same and (other.startswith(f"{text} ") or (other.endswith(f" {text}") and f" of {text}" not in other)):
            return other
    return None
