"""How a fact is held: asserted by the article, or in whose mouth."""

from kg.extract.factuality.denials import nobody
from kg.extract.factuality.fiction import fictional
from kg.extract.factuality.governing import untrue_tale, untruly
from kg.extract.factuality.governors import teller
from kg.extract.factuality.modality import modality
from kg.extract.factuality.own import STRENGTH, own, stronger
from kg.extract.factuality.tenures_titles import LEAVING
from kg.extract.factuality.words import ACCUSING, BELIEVING, SAYING
from kg.extract.quotes.lookup import SaidBy
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import MODIFIERS
from kg.extract.syntax.titles import said_as, succeeded
from kg.extract.syntax.voice import passive
from kg.facts import Mention, Modality, Quote
from kg.language.parsed import Token

TELLING = SAYING | BELIEVING | ACCUSING


def held(context: Context, token: Token, holder: Token, said: SaidBy) -> tuple[Modality, tuple[Mention, ...]]:
    """Return how the fact that a word states of its holder is held and who say so, where they are in the article."""
    beside = aside(token, holder) or presupposed(token, holder)
    state = own(token) if beside and token.dep_ != "appos" else modality(token)
    if imagined(token, holder) or fictional(token):
        state = stronger(state, "planned")
    quote = said(token.idx)
    if quote is not None and not (beside and quote.kind == "indirect"):
        speakers = () if belied(token, quote) else quote.speakers
        return ("reported" if state == "asserted" else state), speakers
    return state, tellers(context, token) if state == "reported" else ()


def surer(
    one: tuple[Modality, tuple[Mention, ...]], other: tuple[Modality, tuple[Mention, ...]]
) -> tuple[Modality, tuple[Mention, ...]]:
    """Return the weaker of two ways in which a fact is held, with those who say so: what rests on both is no surer."""
    return max(one, other, key=lambda held: STRENGTH[held[0]])


def belied(token: Token, quote: Quote) -> bool:
    """Tell whether words are nobody's, or untrue as the article says: "no one believes", "the report wrongly said"."""
    cue = quote.cue
    said = (t for t in token.ancestors if cue is not None and cue.start <= t.idx < cue.end)
    return any(untruly(verb) or of_untrue_tale(verb) or any(map(nobody, subjects(verb))) for verb in said)


def of_untrue_tale(word: Token) -> bool:
    """Tell whether a word of saying is a tale that is called untrue, or tells one: "a fake message said"."""
    return untrue_tale(word) or any(map(untrue_tale, subjects(word)))


def subjects(verb: Token) -> list[Token]:
    """Return the subjects before a verb."""
    return [s for s in verb.lefts if s.dep_ == "nsubj"]


def aside(noun: Token, holder: Token) -> bool:
    """Tell whether the noun only describes somebody who is named: "Mayor Lee", "Lee, the mayor", "the mayor, Lee".

    Who tells, denies or doubts the rest of the sentence does not do so of this: it is in the writer's own voice (Potts
    2005, "The Logic of Conventional Implicatures").
    """
    while noun.dep_ == "conj":
        noun = noun.head
    # "club chairman and owner Jo Poe": the parse hangs the name on the first title
    titled = (noun.dep_ in MODIFIERS and noun.head.pos_ == "PROPN") or (holder.dep_ == "conj" and holder.head == noun)
    described = noun.dep_ == "appos" or (holder.dep_ == "appos" and holder.head == noun)
    return noun.pos_ in {"NOUN", "PROPN"} and (titled or described)


def presupposed(title: Token, holder: Token) -> bool:
    """Tell whether somebody has his office, whatever is told of its end: "will succeed Jo Poe as", "may resign as"."""
    joint = said_as(title)
    verb = joint.head if joint is not None else title
    leaves = joint is not None and verb.lemma_.lower() in LEAVING and not passive(verb)
    return succeeded(title, holder) or (leaves and modality(verb) == "planned")


def imagined(title: Token, holder: Token) -> bool:
    """Tell whether somebody only might have a title: "a President Lee", "if elected head", "plays President Lee"."""
    words = title.doc[max(title.sent.start, title.i - 2) : title.i].text.lower().split()
    if words[:1] == ["if"] and words[-1] in {"elected", "named", "appointed", "chosen"}:
        return True
    if title.dep_ in MODIFIERS and title.head == holder and played(holder):
        return True
    before = title.doc[title.i - 1].lower_ if title.i > title.sent.start else ""
    called = title.text[0].isupper() and title.tag_.startswith("NN") and holder.pos_ == "PROPN"
    return called and before in {"a", "an"} and title.i < holder.i and next_to(title, holder)


def played(name: Token) -> bool:
    """Tell whether the name is a part in a play or film: "Hale plays President Lee", "stars as President Lee"."""
    verb = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "as" else name.head
    acted = {"portray", "play"} if verb == name.head else {"star", "cast", "play", "appear"}
    return verb.lemma_ in acted and (name.dep_ == "pobj" or (name.dep_ == "dobj" and name.ent_type_ == "PERSON"))


def next_to(title: Token, holder: Token) -> bool:
    """Tell whether only names stand between the two."""
    return all(token.pos_ == "PROPN" for token in title.doc[title.i + 1 : holder.i])


def tellers(context: Context, token: Token) -> tuple[Mention, ...]:
    """Return the subjects of the verb of saying that governs the word."""
    while token.head != token:
        above = teller(token) if token.dep_ == "ccomp" else token.head
        if above is None:
            return ()
        token = above
        if token.lemma_.lower() in TELLING:
            found = [child for child in token.children if child.dep_ in {"nsubj", "poss"} and not nobody(child)]
            named = (context.mention(word) for child in found for word in (child, *child.conjuncts))
            return tuple(dict.fromkeys(mention for mention in named if mention))
    return ()
