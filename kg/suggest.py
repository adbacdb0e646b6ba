"""Near names, for the error that says that a name is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 3


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the few known names most like this one, those with all its words first."""
    folded = {each.casefold(): each for each in sorted(known)}
    words = name.casefold().split()
    within = sorted((each for each in folded if words and all(word in each for word in words)), key=len)
    close = get_close_matches(name.casefold(), folded, MOST)
    return [folded[each] for each in list(dict.fromkeys([*within, *close]))[:MOST]]


def suggest(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'attacks'?", or nothing where no name is near."""
    names = " or ".join(repr(each) for each in near(name, known))
    return f"; did you mean {names}?" if names else ""
