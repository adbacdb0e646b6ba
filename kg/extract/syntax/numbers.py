"""How many a noun phrase counts."""

import re
from typing import NamedTuple

from kg.extract.lexicon.words import words
from kg.language.parsed import Token

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS = (_UNITS + " fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
ORDINALS = {"third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "second": 2}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
NUMBERED = re.compile(r"([2-9]|[1-9]\d)(?:nd|rd|th)")
#: A longer run of digits and commas counts nothing.
LONGEST = 15
#: One of them is many.
COLLECTIVES = words("band convoy crowd family gang group handful mob patrol series team unit")


class Bound(NamedTuple):
    """Words that all stand before a numeral, how what they make of it is written, and an example of seven."""

    words: frozenset[str]
    form: str
    example: str

    def of(self, before: set[str]) -> bool:
        """Tell whether they are among the words before a numeral."""
        return self.words <= before


#: In the order in which they are asked; the first that fits counts.
BOUNDS = (
    Bound(words("least"), "{}-", "at least seven"),
    Bound(words("more"), "{}-", "more than seven"),
    Bound(words("over"), "{}-", "over seven"),
    Bound(words("no fewer"), "{}-", "no fewer than seven"),
    Bound(words("no less"), "{}-", "no less than seven"),
    Bound(words("up"), "-{}", "up to seven"),
    Bound(words("most"), "-{}", "at most seven"),
    Bound(words("fewer"), "-{}", "fewer than seven"),
    Bound(words("less"), "-{}", "less than seven"),
    Bound(words("many"), "-{}", "as many as seven"),
)


def count(noun: Token) -> str | None:
    """Return how many the noun phrase of this head counts: "5", "5-7", "5-" (at least), "-7" (at most)."""
    if noun.lemma_.lower() in COLLECTIVES:
        return None
    if noun.pos_ == "NUM" or noun.like_num:
        return bounded(noun)
    # The parser takes "fifteen" for an adjective now and then.
    numerals = [c for c in noun.children if c.dep_ == "nummod" or (c.dep_ == "amod" and number([c]) is not None)]
    if numerals:
        return bounded(numerals[0])
    if noun.tag_ == "NN" and any(c.lower_ in {"a", "an", "another"} for c in noun.children):
        return "1"
    return None


def bounded(numeral: Token) -> str | None:
    """Return the numeral's value with what stands before it: "at least", "up to", "between 5 and"."""
    before = [t for t in numeral.subtree if t.i < numeral.i]
    value = number([t for t in before if t.like_num and t.dep_ in {"compound", "nummod"}] + [numeral])
    if value is None:
        return None
    words = {t.lower_ for t in before}
    return ranged(numeral, before, words, value) or next((b.form.format(value) for b in BOUNDS if b.of(words)), value)


def ranged(numeral: Token, before: list[Token], words: set[str], value: str) -> str | None:
    """Return the numbers between which it is: "between 5 and 7", "5 to 7"."""
    high = next((number([c]) for c in numeral.children if c.dep_ == "conj" and c.like_num), None)
    if high and words & {"between", "from"}:
        return f"{value}-{high}"
    low = next((number([t]) for t in before if t.like_num and t.dep_ == "quantmod"), None)
    return f"{low}-{value}" if low and words & {"to", "and", "or", "-"} and int(low) < int(value) else None


def number(words: list[Token]) -> str | None:
    """Return the value of a numeral in digits or words, None where it is none."""
    total = 0
    last = 0
    for word in (piece for token in words for piece in token.lower_.split("-")):
        if len(word) <= LONGEST and DIGITS.fullmatch(word):
            last += int(word.replace(",", ""))
        elif word in SCALES:
            total, last = total + (last or 1) * SCALES[word], 0
        elif word in TENS or word in UNITS:
            last += TENS.get(word) or UNITS.index(word)
        elif word not in {"and", "a"}:
            return None
    return str(total + last) if total + last else None


def ordinal(words: str) -> int | None:
    """Return the number of the ordinal in a phrase: 4 in "a fourth person", "the 4th victim"; none below the second."""
    found = (place(word) for word in words.lower().split())
    return next((number for number in found if number is not None), None)


def place(word: str) -> int | None:
    """Return which one in a row an ordinal says, from the second on."""
    if (figures := NUMBERED.fullmatch(word)) is not None:
        return int(figures[1])
    stem = word.removesuffix("th")
    return ORDINALS.get(word) or (UNITS.index(stem) if stem != word and stem in UNITS[2:] else None)
