"""What rules of factuality speak of: a word that is judged, what judges it, and how that stands to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extract.rules.conditions import Slot
from kg.language.parsed import Token


@dataclass(frozen=True, slots=True)
class Link:
    """A word that is judged, in what frame what judges it holds it, and by what preposition between them."""

    word: Token
    frame: str = ""
    by: str = ""


#: What a rule gives under which a word is held as the verb above it is.
AS_ABOVE = "as above"
#: A class of words, asked of what sets a rule off.
Class = Callable[[Link, Token], bool]


def framed(*frames: str) -> dict[str, Class]:
    """Return a class for each frame, by its name in capitals: "that clause" is THAT_CLAUSE."""

    def of(frame: str) -> Class:
        return lambda link, _: link.frame == frame

    return {frame.upper().replace(" ", "_"): of(frame) for frame in frames}


def by(*prepositions: str) -> Class:
    """Return the class of what judges a word by one of these prepositions."""
    return lambda link, _: link.by in prepositions


def is_a(test: Callable[[Token], bool]) -> Class:
    """Return a test that asks only the word itself as a class."""
    return lambda _, token: test(token)


def in_place(*labels: str) -> Class:
    """Return the class of words that hang under one of these labels."""
    return lambda _, token: token.dep_ in labels


def next_word(token: Token) -> Iterable[Token]:
    """Return the word after."""
    return token.doc[token.i + 1 : token.i + 2]


def word_before(token: Token) -> Iterable[Token]:
    """Return the word before."""
    return token.doc[max(token.i - 1, 0) : token.i]


#: Slots that rules of all files here use.
SLOTS: dict[str, Slot] = {
    "self": lambda token: (token,),
    "frame": lambda token: (token,),
    "head": lambda token: (token.head,),
    "child": lambda token: token.children,
    "left": lambda token: token.lefts,
    "next": next_word,
    "before": word_before,
}


def written(word: Token) -> str:
    """Return the word in small letters, with what a hyphen joins to its front: "would-be", "self-styled"."""
    start = word.i
    while start > 1 and word.doc[start - 1].text == "-":
        start -= 2
    return word.lower_ if start == word.i else word.doc[start : word.i + 1].text.lower()
