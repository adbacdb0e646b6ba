"""Patterns: a trigger word and the paths from it to two arguments.

A path is steps separated by blanks, the first taken from the trigger. A step is one of

    actor, patient, subject   who does it, whom it is done to, and the grammatical subject, voice seen through
    when                      dates in the same clause
    nsubj, prep:in|at, …      dependents under a label (labels), and of a lemma (lemmas) if one is named
    ^amod                     the head, if the word hangs on it under this label
    in:at|in|near             what such a preposition governs anywhere in the same clause
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token


class Found(NamedTuple):
    """A match: two words that stand in a relation, the word that says so, and the rule that read it.

    The object is a mention where it is no entity but the words of a role; `scope` is what the role belongs to.
    `confidence` is given by what judges each match for itself; a rule's facts share one.
    """

    relation: str
    subject: Token
    object: Token | Mention
    trigger: Token
    rule: str
    scope: Mention | None = None
    confidence: float | None = None


class Rule(Protocol):
    """What a relation's file lists: trigger lemmas, and how to look from a trigger."""

    @property
    def trigger(self) -> str:
        """Lemmas that set the rule off, separated by blanks."""

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield what the rule finds at a trigger."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger (lemmas) and the paths from it to the subject and the object of a relation.

    `pos` keeps "found" the verb from "found" the noun; `needs` is a path that must lead somewhere, `unless` one that
    must lead nowhere. `admits` tests the object beyond the kind that the ontology asks for.
    """

    trigger: str
    subject: str
    object: str
    pos: str = "VERB"
    needs: str = ""
    unless: str = ""
    admits: Callable[[Mention | None], bool] | None = None

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield what the pattern finds at a trigger."""
        if token.pos_ not in self.pos.split() or not self.holds(token):
            return
        objects = [o for end in walk(token, self.object) for o in (*grammar.spread(end), *going_on(end))]
        if self.admits is not None:
            objects = [o for o in objects if self.admits(context.mention(o))]
        if objects:
            for subject in (s for end in walk(token, self.subject) for s in grammar.spread(end)):
                for obj in objects:
                    yield Found(relation, subject, obj, token, f"{relation}-{token.lemma_.lower()}")

    def holds(self, token: Token) -> bool:
        """Tell whether what must stand beside a trigger does, and nothing that must not."""
        needed = not self.needs or any(True for _ in walk(token, self.needs))
        return needed and not (self.unless and any(True for _ in walk(token, self.unless)))


def going_on(end: Token) -> Iterator[Token]:
    """Yield what the same preposition governs again behind it: "in Oslo and then in Bergen", "to Oslo and to Hull"."""
    first = end.head
    again = (p for p in grammar.children(first, "conj", "prep") if p.lower_ == first.lower_ and p.i > end.i)
    for other in again if first.pos_ == "ADP" else ():
        for governed in grammar.children(other, "pobj"):
            yield from grammar.spread(governed)


def walk(start: Token, path: str) -> Iterator[Token]:
    """Yield the words that a path leads to."""
    ends: Iterable[Token] = (start,)
    for step in path.split():
        ends = [end for token in ends for end in take(token, step)]
    return iter(ends)


def take(token: Token, step: str) -> Iterator[Token]:
    """Yield the words that one step leads to."""
    label, _, words = step.partition(":")
    lemmas = words.split("|") if words else ()
    if label in NAMED:
        yield from NAMED[label](token)
    elif label == "in":
        for prep in grammar.inside(token):
            if prep.dep_ in {"prep", "agent"} and prep.lower_ in lemmas:
                yield from grammar.children(prep, "pobj")
    elif label.startswith("^"):
        if token.dep_ in label[1:].split("|") and (not lemmas or token.head.lemma_.lower() in lemmas):
            yield token.head
    else:
        for child in grammar.children(token, *label.split("|")):
            if not lemmas or child.lemma_.lower() in lemmas:
                yield child


def when(token: Token) -> Iterator[Token]:
    """Yield one word of each date in the same clause."""
    for word in grammar.inside(token):
        if word.ent_type_ == "DATE" and (word.head.ent_type_ != "DATE" or word.head == token):
            yield word


NAMED: dict[str, Callable[[Token], Iterator[Token]]] = {
    "actor": grammar.actor,
    "patient": grammar.patient,
    "subject": grammar.subject,
    "when": when,
    "self": lambda token: iter((token,)),
}
