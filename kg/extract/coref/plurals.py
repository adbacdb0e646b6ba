"""Plural pronouns of persons: "they" means the persons that one "and" joins, where no other people stand between."""

from collections.abc import Iterator, Sequence

from kg.extract.coref.candidates import MEN, PERSONS, WOMEN
from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import tagged, worded
from kg.extract.syntax.position import Syntax, clause, role
from kg.language.parsed import Doc, Token

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
#: Who is said to do this with somebody does it together with him.
TOGETHER = frozenset({"marry", "wed", "meet", "divorce", "befriend", "join"})
SEVERAL = gazetteer.words("nouns of several")
ROLES = frozenset({"subject", "object"})


def pronouns(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Token, list[Referent]]]:
    """Yield each plural pronoun with the persons whom it means, where they all have names."""
    found = worded(doc, THEY)
    if not found:
        return
    syntax = Syntax(doc)
    heads = {
        doc[name.start : name.end].root.i: thing
        for name, thing in zip(names, things, strict=True)
        if thing.kind == "Person"
    }
    groups = sorted(_groups(doc, heads), key=lambda group: group[0].i)
    rivals = sorted(_rivals(doc, names, things))
    for token in found:
        before = [group for group in groups if group[0].i < token.i and role(group[0]) in ROLES]
        if before and _means(syntax, token, before[-1][0], rivals):
            groups.append((token, before[-1][1]))
            yield token, before[-1][1]


def _means(syntax: Syntax, token: Token, head: Token, rivals: Sequence[int]) -> bool:
    """Tell whether a pronoun may mean the last group before it: no rival between, in one voice, near and free."""
    near = syntax.sentence(token.i) - syntax.sentence(head.i)
    if near > 1 or (near and role(head) != "subject") or any(head.i < i < token.i for i in rivals):
        return False
    return syntax.quoted(token.i) == syntax.quoted(head.i) and _free(token, head, near)


def _groups(doc: Doc, heads: dict[int, Referent]) -> Iterator[tuple[Token, list[Referent]]]:
    """Yield the first word of each group of persons with its members: joined by "and", or doing a thing together."""
    for i, thing in heads.items():
        token = doc[i]
        joined = [token, *token.conjuncts] if token.dep_ != "conj" else []
        if len(joined) > 1 and any(child.lower_ == "and" for word in joined for child in word.children):
            members = [heads[word.i] for word in joined if word.i in heads]
            if len(members) == len(joined):
                yield token, members
        elif token.dep_ == "nsubj" and token.head.lemma_ in TOGETHER and not token.conjuncts:
            other = [heads[child.i] for child in token.head.children if child.dep_ == "dobj" and child.i in heads]
            if other and other[0] is not thing:
                yield token, [thing, *other]


def _rivals(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[int]:
    """Yield the words that "they" may mean as well: other people in the plural, groups and organizations."""
    yield from (
        name.start for name, thing in zip(names, things, strict=True) if thing.kind in {"Group", "Organization"}
    )
    for token in tagged(doc, {"NNS", "NNPS"}):
        if token.lower_ in SEVERAL or token.lemma_.lower() in PERSONS | MEN | WOMEN or role(token) in ROLES:
            yield token.i


def _free(token: Token, head: Token, near: int) -> bool:
    """Tell whether binding lets the pronoun mean the group: not "them" beside it in one clause."""
    if near or token.dep_ == "poss" or token.lower_ == "themselves":
        return True
    return clause(token).i != clause(head).i
