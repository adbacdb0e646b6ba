"""Teams that are called by their place, told by the very words beside the name, whatever the article is about.

"England captain Jo Poe", "Northam beat the Reds 7-1": nobody but a team has such a captain or such a score.
"""

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.lexicon import gazetteer
from kg.facts import Mention

#: How far behind a verb its score stands.
FAR = 60
_IN = re.compile(r"\b(?:in|from|near|at|to|of) $")


def is_side(text: str, said: Iterable[Mention]) -> bool:
    """Tell whether a team is meant by the name of a place, and nowhere the place."""
    mentions = list(said)
    found = [mention for mention in mentions if _is_side(text, mention)]
    return bool(found) and not any(_IN.search(text[: mention.span.start][-6:]) for mention in mentions)


def _is_side(text: str, mention: Mention) -> bool:
    return bool(_member().match(text, mention.span.end) or _scored().match(text, mention.span.end))


@cache
def _member() -> re.Pattern[str]:
    """Return what follows a side's name: one of its players, by his name."""
    nouns = "|".join(sorted(gazetteer.words("nouns of players") | gazetteer.words("players before their names")))
    return re.compile(rf"(?: ?['’]s)? (?:[a-z]+ )?(?:{nouns}) [A-Z]")


@cache
def _scored() -> re.Pattern[str]:
    """Return what follows a side's name: what it did, and the score."""
    verbs = "|".join(sorted(gazetteer.words("what teams do")))
    return re.compile(rf" (?:{verbs})\b[^.!?\n]{{0,{FAR}}}?\b\d{{1,3}}[-–]\d{{1,3}}\b(?![-–\d])")
