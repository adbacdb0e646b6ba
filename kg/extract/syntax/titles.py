"""Titles where a parse or a preposition leads astray: "as managing | director", "until now | governor"."""

from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.language.parsed import Token

#: Who works for the holder of another office.
STAFF = words(
    "adviser advisor secretary assistant aide counsel deputy chief spokesman spokeswoman spokesperson lawyer attorney"
)
#: "who succeeded her as": one held it, the other holds it.
SUCCEEDING = words("succeed replace follow")
NOW = words("now then recently lately")


def said_as(noun: Token) -> Token | None:
    """Return the "as" before a title, also where the parse makes a verb of its first word: "as managing director"."""
    first = noun.head if managed(noun) else noun
    joint = first.head
    return joint if joint.lower_ == "as" and first.dep_ == ("pobj" if first == noun else "pcomp") else None


def managed(noun: Token) -> bool:
    """Tell whether the parse takes the first word of a title for a verb: "managing director"."""
    return noun.dep_ == "dobj" and noun.head.lower_ == "managing" and noun.head.i == noun.i - 1


def until_now(noun: Token) -> bool:
    """Tell whether the parse takes a title for the end of a time: "was until now | governor of the bank"."""
    until = noun.head
    return noun.dep_ == "pobj" and until.lower_ == "until" and until.nbor().lower_ in NOW and noun.i > until.i + 1


def serves(noun: Token) -> bool:
    """Tell whether an office only tells whom another works for: "a spokeswoman for the governor, Dana Reyes"."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ in {"to", "for"} and to.head.lemma_.lower() in STAFF


def succeeded(title: Token, holder: Token) -> bool:
    """Tell whether another comes into somebody's office: "will succeed Jo Poe as mayor", "was succeeded as mayor"."""
    joint = said_as(title)
    return joint is not None and joint.head.lemma_.lower() in SUCCEEDING and holder in grammar.patient(joint.head)
