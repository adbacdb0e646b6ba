"""Pronouns of organizations and groups, where grammar makes it safe: "its" and "their" of the clause's subject."""

from collections.abc import Iterator, Sequence

from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.position import Syntax, clause, role
from kg.language.parsed import Doc, Token

SINGULAR = frozenset({"it", "its", "itself"})
#: "They" is left alone: on annotated news no rule was right half of the time.
PLURAL = frozenset({"their", "themselves"})
#: An "it" that stands for a clause or for nothing has such a word under its verb ("It is clear that ...").
EMPTY = frozenset({"acomp", "ccomp", "xcomp", "csubj", "advcl", "expl"})


def pronouns(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Token, Referent]]:
    """Yield each pronoun of a thing with what it means."""
    found = worded(doc, SINGULAR | PLURAL)
    if not found:
        return
    syntax = Syntax(doc)
    subjects: dict[int, list[tuple[Token, Referent]]] = {}
    for name, thing in zip(names, things, strict=True):
        head = beside(doc[name.start : name.end].root, thing)
        if role(head) == "subject" and head.dep_ != "conj":
            subjects.setdefault(syntax.sentence(head.i), []).append((head, thing))
    for token in found:
        meant = _meant(token, syntax, subjects)
        if meant and _fits(token, meant[1]):
            subjects.setdefault(syntax.sentence(token.i), []).append((token, meant[1]))
            yield token, meant[1]


def beside(head: Token, thing: Referent) -> Token:
    """Return the noun that the name of a body stands beside, or the name: "A rival group, the Front, said it had"."""
    return head.head if head.dep_ == "appos" and thing.kind == "Organization" else head


def _meant(
    token: Token, syntax: Syntax, subjects: dict[int, list[tuple[Token, Referent]]]
) -> tuple[Token, Referent] | None:
    """Return the only subject before a possessive in its sentence, or the last sentence's for a subject."""
    here = syntax.sentence(token.i)
    before = [(head, thing) for head, thing in subjects.get(here, []) if head.i < token.i]
    if before:
        own = [(head, thing) for head, thing in before if clause(head).i == clause(token).i]
        above = [(head, thing) for head, thing in before if clause(head).is_ancestor(token)]
        return next(reversed(own or above), None) if token.dep_ == "poss" or not own else None
    if role(token) != "subject" and token.dep_ != "poss":
        return None
    if token.lower_ == "it" and any(child.dep_ in EMPTY for child in token.head.children):
        return None
    last = subjects.get(here - 1, [])
    return last[0] if len({id(thing) for _, thing in last}) == 1 else None


def _fits(token: Token, thing: Referent) -> bool:
    """Tell whether a pronoun may stand for a thing of this kind."""
    return thing.kind == "Organization" or (thing.kind == "Group" and token.lower_ in PLURAL)
