"""How a fact is held: asserted by the article, or in whose mouth."""

from spacy.tokens import Token

from kg.extract.context import Context
from kg.extract.factuality import modality
from kg.extract.factuality_words import ACCUSING, BELIEVING, SAYING
from kg.extract.quotes import SaidBy
from kg.facts import Mention, Modality

TELLING = SAYING | BELIEVING | ACCUSING


def held(context: Context, token: Token, said: SaidBy) -> tuple[Modality, Mention | None]:
    """Return how the fact that a word states is held and who says so, where that is somebody in the article."""
    state = modality(token)
    quote = said(token.idx)
    if quote is not None:
        return ("reported" if state == "asserted" else state), quote.speaker_mention
    return state, teller(context, token) if state == "reported" else None


def teller(context: Context, token: Token) -> Mention | None:
    """Return the subject of the verb of saying that governs the word."""
    while token.head != token:
        token = token.head
        if token.lemma_.lower() in TELLING:
            named = (context.mention(child) for child in token.children if child.dep_ in {"nsubj", "poss"})
            return next((mention for mention in named if mention), None)
    return None
