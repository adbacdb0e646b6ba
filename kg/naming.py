"""The path of an entity's IRI: a function of its name alone, so that no order of articles can change it."""

import re
import unicodedata
from urllib.parse import quote


def slug(name: str) -> str:
    """Return the name in small letters and digits of any script, joined by hyphens; never empty."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return "-".join(words) or "unnamed"


def shared(kind: str, name: str) -> str:
    """Return the path of an entity that every article that names it so means: "person/sadiq-khan"."""
    return f"{slug(kind)}/{slug(name)}"


def article(identifier: str) -> str:
    """Return the path of an article; no two ids have the same."""
    return f"article/{quote(identifier, safe='')}"


def local(identifier: str, kind: str, name: str) -> str:
    """Return the path of an entity known only inside one article: a bare surname, an unnamed woman, an event."""
    return f"{article(identifier)}/{slug(kind)}/{slug(name)}"
