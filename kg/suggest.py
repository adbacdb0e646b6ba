"""Near names, for the error that says that a name is not known."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

MOST = 3
#: How alike names are that are near, and words that stand in names which share the others: of 1, which is the same.
CUTOFF = 0.6
#: Letters of a word that is looked for also within others: a shorter one, of plain letters, begins one.
LONG = 4
WORD = re.compile(r"[^\W_]+")


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the few known names most like this one, those with all its words first."""
    folded = {each.casefold(): each for each in sorted(known)}
    words = name.casefold().split()
    within = sorted((each for each in folded if words and all(_holds(each, word) for word in words)), key=len)
    close = get_close_matches(name.casefold(), folded, 3 * MOST, CUTOFF)
    some = [each for each in close if _is_near(name.casefold(), each)]
    return [folded[each] for each in list(dict.fromkeys([*within, *some]))[:MOST]]


def _holds(name: str, word: str) -> bool:
    """Tell whether a name has a word, or one that begins so."""
    if len(word) >= LONG or not (word.isascii() and WORD.fullmatch(word)):
        return word in name
    return any(each.startswith(word) for each in WORD.findall(name))


def _is_near(one: str, other: str) -> bool:
    """Tell whether names are alike also in what they do not share: John Smythe is no John Key, nor a path any other."""
    words, others = WORD.findall(one), WORD.findall(other)
    rest = (
        " ".join(word for word in words if word not in others),
        " ".join(word for word in others if word not in words),
    )
    return not all(rest) or SequenceMatcher(None, *rest).ratio() >= CUTOFF


def suggest(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'attacks'?", or nothing where no name is near."""
    names = " or ".join(repr(each) for each in near(name, known))
    return f"; did you mean {names}?" if names else ""
