"""Capitals that stand for their governments, told by the words beside the name: no town says, fears or is accused."""

import re
from functools import cache, lru_cache

from kg.background.choose import named
from kg.extract.lexicon import gazetteer
from kg.facts import Mention

#: How far before a capital the words stand that deal with it.
NEAR = 40
#: "a row with Paris", "condemned by Rome", "talks between Rome and Paris", "she accused Rome".
_TURNED = r"(?:accus|ask|blam|lobb|press|urg|warn)(?:ed|ied|es|s|ing)"
_DEALT = re.compile(rf"\b(?:with|by|against|between(?: [A-Z][\w-]+ and)?|told|upon|{_TURNED}) $")


def is_government(text: str, mention: Mention) -> bool:
    """Tell whether a capital is named where a government says, wants or is dealt with."""
    if mention.kind != "Place" or not _is_capital(mention.text):
        return False
    before = text[max(0, mention.span.start - NEAR) : mention.span.start]
    return bool(_does().match(text, mention.span.end) or _DEALT.search(before))


@lru_cache(maxsize=10_000)
def _is_capital(name: str) -> bool:
    return any(place.capital for place in named(name))


@cache
def _does() -> re.Pattern[str]:
    """Return what follows the name of a government: "said", "has also refused"."""
    verbs = "|".join(sorted(gazetteer.words("what governments do")))
    return re.compile(rf"(?: (?:has|have|had|will|would|also|now|later|long|repeatedly|still))* (?:{verbs})\b")
