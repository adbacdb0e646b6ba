"""Who claims an incident: "X claimed responsibility", "X claimed he was one of its soldiers"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.extract.factuality.modality import modality
from kg.extract.factuality.own import own, stronger
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.told import Told, argument_of
from kg.extract.incidents.words import NOUNS
from kg.extract.lexicon.words import words
from kg.extract.quotes.lookup import SaidBy
from kg.extract.syntax import clause, voice
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.context import Context
from kg.facts import Argument
from kg.language.parsed import Token

CLAIM = {"claim", "accept", "take", "admit", "assume", "acknowledge"}
SAYING = {"say", "announce", "declare"}
#: Whose deeds are those of their body.
FIGHTERS = words(
    "fighter soldier member militant man men bomber gunman operative unit force commando warrior knight brigade"
)
#: What one does to a claim that one makes no longer.
TAKING_BACK = words("withdraw retract rescind disavow")
TAKEN = {"responsibility", "credit", "authorship"}


def add_claims(kinds: Kinds, speech: SaidBy, incidents: list[list[Told]]) -> None:
    """Add to each incident those who claim it."""
    context = kinds.context
    back = frozenset(withdrawn(context))
    for verb, who in claims(kinds):
        claimant = named_beside(kinds, who)
        if can_claim(kinds, claimant, back) and (incident := claimed(context, verb, incidents)):
            told = max((t for t in incident if t.token.i < verb.i), key=lambda t: len(t.arguments), default=incident[0])
            argument = argument_of(context, "claimedBy", claimant, told, "claim")
            told.arguments.append(argument if told.token.sent == verb.sent else by_itself(speech, verb, argument))


def can_claim(kinds: Kinds, claimant: Token, back: frozenset[str]) -> bool:
    """Tell whether a word stands for somebody who may claim an incident; `back` are those who take a claim back."""
    known = kinds.context.mention(claimant)
    told = kinds.person(claimant) if known is None else known.entity not in back
    return told and claimant.lower_ not in {"i", "we", "you"}


def withdrawn(context: Context) -> Iterator[str]:
    """Yield who takes a claim back, which is none any more: "which had claimed the attack, withdrew its claim"."""
    for verb in lemmaed(context.doc, TAKING_BACK):
        own = [c for noun in clause.patients(verb) if noun.lemma_ == "claim" for c in noun.children if c.dep_ == "poss"]
        if any(c.pos_ == "PRON" for c in own) and modality(verb) not in {"denied", "planned"}:
            whose = map(context.mention, (*clause.agents(verb), *own))
            yield from (who.entity for who in whose if who)


def by_itself(speech: SaidBy, verb: Token, argument: Argument) -> Argument:
    """Return who claims an incident that others tell of, as the sentence of the claim tells it."""
    quote, held = speech(verb.idx), modality(verb)
    sources = quote.speakers if quote is not None else ()
    modal = stronger("reported", held) if quote is not None else held
    return replace(argument, evidence=replace(argument.evidence, modality=modal, sources=sources))


def named_beside(kinds: Kinds, who: Token) -> Token:
    """Return the name that stands beside a word for a body: "The group's outfit, the Front, claimed", or the word."""
    mention = kinds.context.mention(who)
    beside = (c for c in who.children if c.dep_ == "appos" and kinds.organization(c))
    return who if mention is not None and mention.form == "name" else next(beside, who)


def taken(noun: Token) -> bool:
    """Tell whether the noun is responsibility for a deed, no task: "took over security responsibility"."""
    task = any(c.dep_ == "compound" for c in noun.children) or any(c.lower_ == "over" for c in noun.head.children)
    return noun.lower_ in TAKEN and not task


def claims(kinds: Kinds) -> Iterator[tuple[Token, Token]]:
    """Yield (verb, claimant) wherever somebody claims something."""
    for verb in lemmaed(kinds.context.doc, CLAIM | SAYING):
        asked = verb.pos_ == "VERB" and (verb.lemma_ not in SAYING or of_its_own(verb))
        if asked and modality(verb) not in {"denied", "planned"}:
            yield from ((verb, who) for who in clause.agents(verb) if claims_by(kinds, verb, who))


def claims_by(kinds: Kinds, verb: Token, who: Token) -> bool:
    """Tell whether somebody claims something by a verb: takes responsibility, or as a body claims a deed."""
    if verb.lemma_ in SAYING:
        return kinds.organization(who)
    if voice.passive(verb):
        return verb.lemma_ == "claim" and any(noun.lemma_.lower() in NOUNS for noun in clause.patients(verb))
    if any(map(taken, clause.patients(verb))):
        return True
    deed = any(c.dep_ == "ccomp" or (c.dep_ == "dobj" and c.lemma_ in NOUNS) for c in verb.children)
    return verb.lemma_ == "claim" and deed and kinds.organization(who)


def of_its_own(verb: Token) -> bool:
    """Tell whether a body says that its own did it: "said that one of its fighters had carried out the attack"."""
    told = (c for c in verb.children if c.dep_ == "ccomp" and own(c) not in {"denied", "planned"})
    doers = (agent for c in told for agent in clause.agents(c) if not voice.passive(c))
    inside = [t for agent in doers for t in agent.subtree]
    return any(t.lower_ in {"its", "their"} and t.dep_ == "poss" and t.head.lemma_.lower() in FIGHTERS for t in inside)


def claimed(context: Context, verb: Token, incidents: list[list[Told]]) -> list[Told] | None:
    """Return the incident that is claimed: the one named after the verb, its author's, or else the last one told."""
    below = {t.i for t in verb.subtree}
    about = {m.entity for t in verb.subtree if t.i > verb.i and (m := context.mention(t))}
    named = (i for i in incidents if any(t.token.i in below for t in i))
    done = (i for i in incidents if any(a.mention.entity in about for t in i for a in t.of("perpetrator")))
    return next(chain(named, done), None) or last_told(verb, incidents)


def last_told(verb: Token, incidents: list[list[Told]]) -> list[Told] | None:
    """Return the incident told last before a verb for which somebody takes responsibility."""
    if not any(t.lower_ in TAKEN for t in clause.patients(verb)):
        return None
    before = [i for i in incidents if i[0].token.i < verb.i]
    return max(before, key=lambda i: max(t.token.i for t in i if t.token.i < verb.i), default=None)
