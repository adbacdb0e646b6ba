"""Who is cleared of an incident did not do it, whoever named him before: "His conviction was quashed in 2001"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import CLEARING
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.told import DOERS, Told
from kg.extract.incidents.words import CRIMES
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause, joined
from kg.extract.syntax.columns import lemmaed, lemmas
from kg.extract.syntax.numbers import count
from kg.extract.syntax.participants import complements
from kg.facts import Argument
from kg.language.parsed import Token

#: What a court does to a conviction that it takes back, and how it is tried anew.
QUASHING = words("quash overturn annul vacate reverse void nullify")
RETRYING = words("retry retrial reconvict reinstate uphold")
#: By what the police let somebody go, with "without charge".
RELEASING = words("release free")
#: Two, whatever they are.
PAIRS = words("both couple duo pair two")
Incidents = Sequence[list[Told]]


class Clearing(NamedTuple):
    """Who is cleared, by which verb, of what as far as the words say."""

    who: str
    verb: Token
    deeds: tuple[Token, ...] = ()


def clear(kinds: Kinds, incidents: Incidents) -> None:
    """Hold as denied that those did it whom the article says to be cleared of it."""
    for clearing in clearings(kinds, incidents) if incidents else ():
        incident = cleared_of(clearing, incidents)
        for told in incident:
            told.arguments = [innocent(told, a, clearing) for a in told.arguments]


def clearings(kinds: Kinds, incidents: Incidents) -> Iterator[Clearing]:
    """Yield how the article says that somebody is cleared."""
    for verb in lemmaed(kinds.context.doc, QUASHING | RELEASING | CLEARING):
        if verb.pos_ in {"VERB", "ADJ"} and modality(verb) not in {"denied", "planned"}:
            deeds = tuple(charges(verb))
            freed = (who for word in let_go(verb) for who in meant(kinds, word, incidents))
            yield from (Clearing(who, verb, deeds) for who in freed)


def meant(kinds: Kinds, word: Token, incidents: Incidents) -> Iterator[str]:
    """Yield whom words mean: a name's bearer, else those who were put to a deed before: "the two men", "they"."""
    put = [a for told in chain(*incidents) for a in told.of(*DOERS) if a.mention.span.start <= word.idx]
    here = {m.entity for m in kinds.context.mentions if m.span.start <= word.idx < m.span.end}
    known = here & {a.mention.entity for a in put}
    if known or word.pos_ == "PROPN" or (here and word.tag_ == "PRP"):
        yield from sorted(known or here)
    elif word.tag_ in {"NN", "NNS", "PRP"} or (
        word.lower_ in PAIRS and not any(c.lower_ == "of" for c in word.children)
    ):
        yield from suspects(kinds, word, [a for a in put if a.evidence.modality == "reported"])


def suspects(kinds: Kinds, word: Token, put: Sequence[Argument]) -> Iterator[str]:
    """Yield the last suspects whom a noun fits, as one group or one by one; of whom it is told that he did it, none."""
    number = "2" if word.lower_ in PAIRS or any(c.lower_ == "both" for c in word.children) else count(word)
    doc = kinds.context.doc
    unnamed = [(a, said.root) for a in put if a.mention.form != "name" and (said := doc.char_span(*a.mention.span))]
    named = dict.fromkeys(a.mention.entity for a in put if a.mention.form == "name")
    same = word.lower_ if word.tag_ != "PRP" and word.lower_ not in PAIRS else None
    for argument, head in unnamed[-1:]:
        if same in {None, head.lower_} and number in {None, count(head)}:
            yield argument.mention.entity
    if not unnamed and number == str(len(named)):
        yield from named


def let_go(verb: Token) -> Iterator[Token]:
    """Yield whom a verb clears: "acquitted Jo Poe", "quashed her conviction", "freed them without charge"."""
    if verb.lemma_.lower() in QUASHING:
        yield from convicted(verb)
    elif verb.lemma_.lower() in CLEARING or uncharged(verb):
        yield from clause.patients(verb)


def convicted(verb: Token) -> Iterator[Token]:
    """Yield whose conviction a court takes back: "quashed his conviction", "the conviction of Jo Poe was quashed"."""
    for noun in clause.patients(verb):
        if noun.lemma_.lower() == "conviction":
            yield from (c for c in noun.children if c.dep_ == "poss")
            yield from (who for _, who in complements(noun, "of"))


def charges(verb: Token) -> Iterator[Token]:
    """Yield of what somebody is cleared."""
    for child in verb.children:
        if child.lower_ == "of":
            yield from joined.conjuncts(c for c in child.children if c.dep_ in {"pobj", "pcomp"})


def uncharged(verb: Token) -> bool:
    """Tell whether somebody is let go "without charge"."""
    return any(noun.lemma_.lower() == "charge" for _, noun in complements(verb, "without"))


def cleared_of(clearing: Clearing, incidents: Incidents) -> list[Told]:
    """Return the incident that somebody is cleared of: the one in the words, or the last one told that he is put to."""
    deeds = {deed.i for deed in clearing.deeds}
    for incident in incidents:
        if any(told.token.i in deeds for told in incident):
            return incident
    if deeds and not any(deed.lemma_.lower() in CRIMES for deed in clearing.deeds):
        return []  # acquitted of perjury
    put = [i for i in incidents if any(a.mention.entity == clearing.who for told in i for a in told.of(*DOERS))]
    before = [i for i in put if i[0].token.i < clearing.verb.i]
    return max(before or put, key=lambda incident: incident[0].token.i, default=[])


def innocent(told: Told, argument: Argument, clearing: Clearing) -> Argument:
    """Return an argument as denied if it is who is cleared and no later words put it to him all the same."""
    cleared = argument.role in DOERS and argument.mention.entity == clearing.who
    if not cleared or (told.token.i > clearing.verb.i and anew(told, argument, clearing.verb)):
        return argument
    return replace(argument, evidence=replace(argument.evidence, modality="denied", sources=()))


def anew(told: Told, argument: Argument, verb: Token) -> bool:
    """Tell whether words after an acquittal or release put a deed to somebody: "in 2016 he was charged again"."""
    if verb.lemma_.lower() in RELEASING:
        return told.token.sent.start != verb.sent.start
    found_so = argument.evidence.modality == "asserted"
    # "quashed the conviction of Jo Poe, who was found to have killed two": the verdict that is no more.
    return found_so and (verb.lemma_.lower() in CLEARING or bool(lemmas(verb.doc) & RETRYING))
