"""Whole names of persons: without initials and Jr, the longer one of two, the formal one of a short first name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from nicknames import NickNamer

from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.two_persons import are_two
from kg.language.parsed import Doc

KIN = gazetteer.words("nouns of kin")
#: "Bill" of William "Bill" Tate.
BYNAME = re.compile(r"""["'“‘(]\w+["'”’)]""")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})


def full_name(words: Sequence[str]) -> str:
    """Return a person's name as its IRI has it: without initials or a byname in the middle and without Jr."""
    plain = [word for word in words if word.lower().rstrip(".") not in SUFFIXES]
    middle = [word for word in plain[1:-1] if len(word.rstrip(".")) > 1 and not BYNAME.fullmatch(word)]
    return " ".join([*plain[:1], *middle, *plain[1:][-1:]])


def wholes(doc: Doc, found: Sequence[Name]) -> dict[str, str]:
    """Return the whole name of each: "Saumarez Smith" is Charles Saumarez Smith; a Jr is not his father."""
    plain = {name.text: full_name(name.words) for name in found}
    fathers = {plain[name.text] for name in found if not suffix_of(name.words) and is_kin(doc, name)}
    seniors = {plain[name.text] for name in found if suffix_of(name.words) in {"sr", "snr"}}
    for text, whole in plain.items():
        suffix = suffix_of(text.split())
        if suffix and whole in fathers | seniors:
            plain[text] = f"{whole} {suffix.title()}"
    wholes = {whole: whole.split() for whole in plain.values() if " " in whole}
    longer = {text: _longer(whole, wholes) if " " in whole else whole for text, whole in plain.items()}
    formal = _formals(doc, found, longer, fathers)
    return {text: formal.get(whole, whole) for text, whole in longer.items()}


def _formals(doc: Doc, found: Sequence[Name], wholes: Mapping[str, str], fathers: set[str]) -> dict[str, str]:
    """Return the formal name of each whole name that has another, if nothing tells that they are two persons'."""
    bearing: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        whole = wholes[name.text]
        if " " in whole and not suffix_of(whole.split()) and whole not in fathers:
            bearing[whole].append(name)
    formal = {whole: _formal(whole, bearing) for whole in bearing}
    return {
        whole: other
        for whole, other in formal.items()
        if other == whole or not are_two(doc, bearing[whole], bearing[other])
    }


def suffix_of(words: Sequence[str]) -> str | None:
    """Return the Jr or Sr that a name ends with, in small letters."""
    last = words[-1].lower().rstrip(".")
    return last if last in SUFFIXES and len(words) > 1 else None


def _longer(whole: str, wholes: Mapping[str, list[str]]) -> str:
    """Return the only longer name that begins or ends with a name, else the name."""
    own = whole.split()
    longer = [
        name
        for name, words in wholes.items()
        if len(words) > len(own) and own in (words[: len(own)], words[-len(own) :]) and not suffix_of(words)
    ]
    return longer[0] if len(longer) == 1 else whole


def _formal(whole: str, others: Iterable[str]) -> str:
    """Return the only other name that a name with a short first name is of: Joseph Kane for "Joe Kane"."""
    first, *rest = whole.split()
    of = nicknames().canonicals_of(first.lower()) if len(rest) == 1 else set()
    formal = [
        other
        for other in others
        if other.split()[1:] == rest and other.split()[0].lower() in of and len(other) > len(whole)
    ]
    return formal[0] if len(formal) == 1 else whole


@cache
def nicknames() -> NickNamer:
    """Return the table of short first names."""
    return NickNamer()


def is_kin(doc: Doc, name: Name) -> bool:
    """Tell whether a person is named as somebody's relative: "his wife, Ann Lee", "the son of Ann Lee".

    So are both of "the daughter of the painter Karl Lee and the nurse Eva Lee".
    """
    if name.start and doc[name.start - 1].lower_ in KIN:
        return True
    word = doc[name.start : name.end].root
    while word.dep_ in {"conj", "appos"} and word.head.i < word.i and word.head.lower_ not in KIN:
        word = word.head
    above = word.head
    return (word.dep_ == "appos" and above.lower_ in KIN) or (
        word.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in KIN
    )
