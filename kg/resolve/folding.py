"""Names without what spelling alone makes different: accents, marks, hyphens, capitals, ä written ae."""

import re
from functools import lru_cache

from anyascii import anyascii

from kg.naming import REMEMBERED

#: Marks that stand inside a word: "O'Brien", "U.S."
_INSIDE = re.compile(r"['’.]")
_WORD = re.compile(r"[a-z0-9]+")
_UMLAUT = re.compile("([aou])e")
#: Letters that writers of other alphabets are spelled by in several ways; the first that fits.
_SPELLINGS = [
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"(.)\1+", r"\1"),
        ("kh|gh|q", "k"),
        ("ph", "f"),
        ("ou|oo|u", "o"),
        ("ie|ey|ei|iy|yi|y|j|e", "i"),
        ("w", "v"),
        ("ks", "x"),
        ("tz|ts", "c"),
        ("(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
    )
]
#: Words of more letters than these may be plurals.
PLURAL = 4
#: What is written short, and words that lend no letter to a short name.
WRITTEN_OUT = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "dept": "department",
    "univ": "university",
    "govt": "government",
    "intl": "international",
    "natl": "national",
    "assn": "association",
    "assoc": "association",
}
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "to"})


@lru_cache(maxsize=REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain small letters: "Al-Qa'ida in the U.S." is al, qaida, in, the, us."""
    return tuple(_WORD.findall(_INSIDE.sub("", anyascii(name).casefold())))


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """Return a word as those write it who have no umlauts: "schaeuble" and "schauble" are one."""
    return _UMLAUT.sub(r"\1", word)


@lru_cache(maxsize=REMEMBERED)
def spelled(word: str) -> str:
    """Return what the spellings of one foreign first name have in common: Sergei, Sergey; Mohammed, Muhammad."""
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word


def loose(name: str) -> str:
    """Return a plain name without plurals of its words, and with short ones written out."""
    found = (WRITTEN_OUT.get(word, word) for word in name.split())
    return " ".join(word[:-1] if len(word) > PLURAL and word[-1] == "s" != word[-2] else word for word in found)


def letters(name: str) -> str:
    """Return the first letters of a name's words: "United States Air Force" is usaf."""
    return "".join(word[0] for word in words(name) if word not in SMALL)
