"""Incidents of which the article says that the tale is untrue: "Police said the message was fake"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.factuality.words import UNTRUE
from kg.extract.incidents.told import Told
from kg.extract.lexicon.words import words
from kg.extract.quotes.lookup import SaidBy
from kg.extract.syntax import clause
from kg.extract.syntax.columns import lemmaed
from kg.facts import Argument, Evidence
from kg.language.parsed import Token

#: What goes round and may be untrue.
TALES = words(
    "rumour rumor message post claim tale story report video clip image photo photograph screenshot alert hoax"
)
UNTRUTHS = UNTRUE | words("fabrication invention lie")
DEBUNKING = words("debunk")
Incidents = Sequence[list[Told]]


def deny_tales(speech: SaidBy, incidents: Incidents) -> None:
    """Hold as denied the incident of a tale that is called untrue after it, where the article never tells it itself."""
    for verdict in debunked(incidents):
        tellings = [i for i in incidents if i[0].token.i < verdict.i and all(t.modality == "reported" for t in i)]
        incident = next((i for i in reversed(tellings) if any(map(told_by, i))), None)
        quote = speech(verdict.idx)
        for told in incident or ():
            told.modality, told.sources = "denied", quote.speakers if quote is not None else ()
            told.arguments = [denied(argument, told) for argument in told.arguments]


def debunked(incidents: Incidents) -> Iterator[Token]:
    """Yield each word by which the article calls a tale untrue."""
    doc = incidents[0][0].token.doc if incidents else None
    for word in lemmaed(doc, UNTRUTHS | DEBUNKING) if doc is not None else ():
        verb = word if word.pos_ == "VERB" else word.head
        if word.lemma_.lower() == "lie" and word.pos_ != "NOUN":
            continue  # "the reports lie on a desk"
        if word.dep_ not in {"acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "relcl"}:
            continue
        those = [*clause.patients(verb)] if word.lemma_ in DEBUNKING else [*clause.agents(verb), *clause.patients(verb)]
        tale = any(noun.lemma_.lower() in TALES and noun != word for noun in those)
        if tale and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
            yield word


def told_by(told: Told) -> bool:
    """Tell whether a tale tells of the incident: "a message said that", "rumours that", "according to a post"."""
    above = list(told.token.ancestors)
    tellers = (*above, *(c for verb in above for c in verb.children if c.dep_ == "nsubj"))
    sourced = any(TALES & {*source.text.lower().split()} for source in told.sources)
    return sourced or any(t.lemma_.lower() in TALES and t.i < told.token.i for t in tellers)


def denied(argument: Argument, told: Told) -> Argument:
    """Return an argument held as its incident is."""
    evidence: Evidence = replace(argument.evidence, modality=told.modality, sources=told.sources)
    return replace(argument, evidence=evidence)
