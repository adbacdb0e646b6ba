"""Where it happened: names and nouns of places at any depth of a phrase."""

from collections.abc import Iterator

from kg.extract.incidents.kinds import Kinds, building
from kg.extract.incidents.parts import Part, named_inside
from kg.extract.incidents.words import PLACE_NOUNS
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.words import words
from kg.extract.syntax.participants import around
from kg.language.parsed import Token

#: Prepositions that name where it happened.
PLACING = words("in at on near outside inside across around throughout along within over aboard off")


#: Parts of a place: "in the heart of the capital".
PARTS_OF_PLACES = words("heart center centre middle outskirts edge part suburb north south east west")
#: Verbs that say where a thing or somebody is.
LOCATING = words(
    "locate situate station base build construct stand lie park carry travel drive walk pray wait queue guard "
    "patrol celebrate sleep gather protest ride"
)


def located(kinds: Kinds, thing: Token) -> Iterator[Part]:
    """Yield the places that a clause after a thing gives it: "a checkpoint that was being built in X"."""
    for clause in thing.children:
        if clause.dep_ in {"acl", "relcl"} and clause.lemma_.lower() in LOCATING:
            yield from places(kinds, clause, "place of a participant")


def town(kinds: Kinds, word: Token) -> bool:
    """Tell whether a name before a building says where that is: "outside Lanto school", but not "a US base"."""
    mention = kinds.context.mention(word) if word.dep_ in {"compound", "nmod"} and kinds.place(word) else None
    return mention is not None and mention.entity not in gazetteer.countries()


#: Where people are kept, and verbs that say so.
JAILS = words("jail prison detention penitentiary penal colony")
KEEPING = words("hold keep detain jail imprison remain serve languish")


def kept(noun: Token) -> bool:
    """Tell whether somebody is only kept there, wherever he was taken: "is being held in Lanto jail"."""
    return noun.lemma_.lower() in JAILS and noun.head.lower_ in {"in", "at"} and noun.head.head.lemma_ in KEEPING


def places(kinds: Kinds, word: Token, rule: str) -> Iterator[Part]:
    """Yield the places that the prepositional phrases of a word name, at any depth: "at a bank in the city of X"."""
    for preposition, noun in around(word):
        middle = preposition == "of" and noun.head.head.lemma_.lower() in PARTS_OF_PLACES
        placing = preposition in PLACING
        inside = preposition == "of" and not kinds.actor(noun.head.head)
        unnamed = (placing or middle) and noun.lemma_.lower() in PLACE_NOUNS and not named_inside(kinds, noun)
        if unnamed or ((placing or inside) and kinds.place(noun)):
            yield Part("place", noun, rule)
            yield from (Part("place", c, rule) for c in noun.children if c.dep_ == "appos" and kinds.place(c))
        elif placing and building(noun) and not kept(noun):
            yield from (Part("place", c, rule) for c in noun.children if town(kinds, c))
