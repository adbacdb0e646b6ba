"""What tells that two like names are of two persons: both in one sentence, or ages that cannot both be."""

import re
from collections.abc import Sequence

from kg.extract.names.name import Name
from kg.language.parsed import Doc, Token

#: "Masood, 52," and "Masood (52)".
AGE_BEHIND = re.compile(r"[,(] ?(\d{1,3}) ?[,;.)]")
#: How far two ages of one person may differ in an article.
BIRTHDAY = 1


def age_behind(doc: Doc, name: Name) -> str | None:
    """Return the age that stands behind a name."""
    found = AGE_BEHIND.match(doc[name.end : name.end + 3].text)
    return found[1] if found else None


def are_two(doc: Doc, ones: Sequence[Name], others: Sequence[Name]) -> bool:
    """Tell whether names are of two persons: "Joe Kane, 40, sued Joseph Kane, 70"."""
    pairs = [(one, other) for one in ones for other in others]
    return _of_two_ages(doc, ones, others) or any(_beside(doc, one, other) for one, other in pairs)


def _of_two_ages(doc: Doc, ones: Sequence[Name], others: Sequence[Name]) -> bool:
    young, old = ([int(age) for name in names if (age := age_behind(doc, name))] for names in (ones, others))
    return any(abs(one - other) > BIRTHDAY for one in young for other in old)


def _beside(doc: Doc, one: Name, other: Name) -> bool:
    """Tell whether two names stand in one sentence, and neither explains the other."""
    first, second = (doc[name.start : name.end].root for name in (one, other))
    return first.sent == second.sent and not (_explains(first, second) or _explains(second, first))


def _explains(word: Token, of: Token) -> bool:
    """Tell whether a name is another form of one: "Joseph Kane, known as Joe Kane", "Joseph Kane (Joe Kane)"."""
    below = word.dep_ == "appos" and word.head == of
    return below or (word.dep_ == "pobj" and word.head.lower_ == "as" and of.is_ancestor(word))
