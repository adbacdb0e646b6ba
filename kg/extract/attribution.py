"""How a fact is held: asserted by the article, or in whose mouth."""

from spacy.tokens import Token

from kg.extract.context import Context
from kg.extract.factuality import modality
from kg.extract.factuality_words import ACCUSING, BELIEVING, SAYING
from kg.extract.quotes import SaidBy
from kg.facts import Mention, Modality

TELLING = SAYING | BELIEVING | ACCUSING


def held(context: Context, token: Token, said: SaidBy) -> tuple[Modality, tuple[Mention, ...]]:
    """Return how the fact that a word states is held and who say so, where they are in the article."""
    state = modality(token)
    quote = said(token.idx)
    if quote is not None:
        return ("reported" if state == "asserted" else state), quote.speakers
    return state, tellers(context, token) if state == "reported" else ()


def tellers(context: Context, token: Token) -> tuple[Mention, ...]:
    """Return the subjects of the verb of saying that governs the word."""
    while token.head != token:
        token = token.head
        if token.lemma_.lower() in TELLING:
            found = [child for child in token.children if child.dep_ in {"nsubj", "poss"}]
            named = (context.mention(word) for child in found for word in (child, *child.conjuncts))
            return tuple(dict.fromkeys(mention for mention in named if mention))
    return ()
