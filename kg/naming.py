"""One folding of names for IRIs and look-ups; an entity's IRI is of its name alone, so that no order can change it."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

#: Names of which a function remembers what it made: few are named often, and all that were ever named fill memory.
REMEMBERED = 4_096
#: Signs that tell names apart, as words: "AT&T", "C++", "C#"; "+" and "#" not where a word begins with them: "#MeToo".
SIGNS = {"+": "plus", "#": "sharp", "&": "and"}
_SIGN = re.compile(r"(?<=[^\W_])[+#]+|[+#]+(?![^\W_+#])|&")
_WORD = re.compile(r"[^\W_]+")
#: Signs that say which form of a letter is meant, in names of Japan above all: it is the same letter, and no IRI may
#: hold them.
_FORMS = re.compile("[\U000e0100-\U000e01ef]")


@lru_cache(maxsize=REMEMBERED)
def folded(name: str) -> str:
    """Return what all spellings of a name have in common, but for capitals, blanks and marks: words joined by hyphens.

    Signs that tell names apart stay ("C++ Corp." is not C Corp.), and so do the vowel signs of other scripts; marks
    alone are a name of their own.
    """
    text = unicodedata.normalize("NFKC", _FORMS.sub("", name)).casefold()
    if not any(map(str.isalnum, text)):
        return name
    told = _SIGN.sub(lambda signs: f" {' '.join(SIGNS[sign] for sign in signs[0])} ", text)
    if told.isascii():
        return "-".join(_WORD.findall(told))
    return "-".join("".join(sign if _is_letter(sign) else " " for sign in told).split())


def slug(name: str) -> str:
    """Return a name as it stands in an IRI; never empty."""
    return folded(name) if any(map(str.isalnum, name)) else "unnamed"


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def shared(kind: str, name: str) -> str:
    """Return the path of an entity that every article that names it so means: "person/sadiq-khan"."""
    return f"{slug(kind)}/{slug(name)}"


def article(identifier: str) -> str:
    """Return the path of an article; no two ids have the same."""
    return f"article/{quote(identifier, safe='')}"


def local(identifier: str, kind: str, name: str) -> str:
    """Return the path of an entity known only inside one article: a bare surname, an unnamed woman, an event."""
    return f"{article(identifier)}/{slug(kind)}/{slug(name)}"
