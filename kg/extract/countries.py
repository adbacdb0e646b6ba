"""Which mentions are countries or their adjectives, and what an adjective says of what it stands before."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import gazetteer, predication
from kg.extract.context import Context
from kg.facts import Mention

UP = {"amod", "compound", "nmod", "npadvmod"}


def is_country(mention: Mention | None) -> bool:
    """Tell whether a mention names a country or region, by its name or its adjective."""
    return mention is not None and mention.entity in gazetteer.territories()


def no_country(mention: Mention | None) -> bool:
    """Tell whether a mention names anything but a country or region."""
    return not is_country(mention)


def adjectives(context: Context) -> Iterator[Token]:
    """Yield the words like "British" that stand for a country."""
    for mention in context.mentions:
        if mention.kind == "Place" and mention.form == "name" and gazetteer.demonym(mention.text):
            words = context.doc.char_span(*mention.span)
            if words is not None:
                yield words.root


def described(context: Context, adjective: Token) -> Iterator[Token]:
    """Yield the names that the noun of an adjective is said of: "German carmaker BMW", "Poe, a British writer"."""
    noun = adjective
    while noun.dep_ in UP and context.mention(noun.head) is None and noun.head.i > adjective.i:
        noun = noun.head
        yield from predication.holders(context, noun)
    if noun.dep_ in UP and noun.head.i > adjective.i and context.mention(noun.head) is not None:
        yield noun.head
