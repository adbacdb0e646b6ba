"""Roles: who holds a title, and what it belongs to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.lexicon import gazetteer
from kg.extract.relations import belonging, predication, wording
from kg.extract.relations.jobs import JOBS
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.facts import Mention, Span
from kg.language.parsed import Token

#: What says of somebody how he is something, and so makes no office of it: "an avid golfer".
MANNER = gazetteer.words("adjectives of manner")
#: Characters within which a byline begins.
HEAD = 400
BYLINE = re.compile(r"(?m)^(?:By )?(?P<name>[A-Z][^\n,]{2,40}), (?P<role>[A-Z][^\n,.:;]{2,60})$")


class Role(NamedTuple):
    """Somebody's title: the word for the holder, the title's words, and what it belongs to."""

    holder: Token
    title: Mention
    scope: Mention | None
    noun: Token


def roles(context: Context, noun: Token) -> Iterator[Role]:
    """Yield who holds the title that the noun is; none where nobody is named."""
    found = list(dict.fromkeys(predication.holders(context, noun)))
    alone = noun.dep_ not in {*grammar.MODIFIERS, "appos"} and found[1:] == []
    if noun.tag_ == "NNS" and alone:
        return  # "one of their soldiers" is in a group, and no soldiers
    title = scope = None
    each: dict[int, Mention] = {}
    for holder in found:
        if title is None:
            title, scope = wording.words(context, noun), belongs_to(context, noun)
            title = without_owner(context, noun, title)
            each = belonging.apiece(context, noun, found)
        scope = each.get(holder.i, scope)
        if not vague(noun, title, scope) and not of_another(context, noun, title):
            yield Role(holder, title, scope, noun)


def of_another(context: Context, noun: Token, title: Mention) -> bool:
    """Tell whether somebody is named among a title's words, so that it is his: "appointed Jo Poe head of"."""
    inside = noun.doc[max(noun.i - LONGEST, 0) : noun.i]
    found = (m for m in map(context.mention, inside) if m is not None)
    # "father", beside "Senator Carl Boone", is said of what is named behind.
    named = (m for m in found if title.span.start < m.span.start < noun.idx)
    return any(m.is_named_person and " " in m.text for m in named)


#: The longest title, in words.
LONGEST = 20


def without_owner(context: Context, noun: Token, title: Mention) -> Mention:
    """Return a title without the person who has its holder: "Mr. Poe's | transportation secretary"."""
    people = (c for c in grammar.children(noun, "poss") if c.i < noun.i and title.span.start <= c.idx)
    named = (c for c in people if (m := context.mention(c)) is not None and m.kind == "Person")
    after = max((c.right_edge.i + 1 for c in named), default=noun.i + 1)
    start = next((t.idx for t in noun.doc[after : noun.i + 1] if not wording.no_part(t)), None)
    return title if start is None else wording.role(context, Span(start, title.span.end))


def vague(noun: Token, title: Mention, scope: Mention | None) -> bool:
    """Tell whether a noun praises, or says of nobody what he is in which body: "the best baker", "a member"."""
    best = any(t.tag_ in {"JJS", "RBS"} for child in noun.lefts for t in (child, *child.lefts))
    praised = best or any(t.lower_ in MANNER for t in grammar.children(noun, "amod"))
    article = any(t.lower_ in {"a", "an"} for t in grammar.children(noun, "det"))
    bare = title.text.islower() and not any(True for _ in grammar.children(noun, "compound", "prep"))
    return scope is None and ((praised and title.text.islower()) or (bare and article and noun.lemma_ in VAGUE))


#: Nouns that name an office only with what it is in.
VAGUE = frozenset({"captain", "chief", "fighter", "head", "leader", "member", "official", "player", "representative"})


def belongs_to(context: Context, noun: Token) -> Mention | None:
    """Return the organization or place that a title belongs to."""
    ends = (*belonging.complements(context, noun), *belonging.naming(noun))
    words = (token for token in ends if not only_there(noun, token))
    found = (context.mention(token) for token in words)
    kinds = {"Organization"} if noun.lemma_.lower() in JOBS else {"Organization", "Place"}
    return next((m for m in found if m and m.kind in kinds and m.form != "nominal"), None)


def only_there(noun: Token, end: Token) -> bool:
    """Tell whether a place is only where the holder is: "the president in Lisbon", but "the mayor in Lisbon"."""
    return end.dep_ == "pobj" and end.head.lower_ == "in" and noun.lemma_.lower() in wording.STATESMEN | DIPLOMATS


#: Who has his office in a town and of a country.
DIPLOMATS = frozenset({"ambassador", "envoy", "consul", "attache", "attaché"})


def byline(context: Context) -> Iterator[tuple[Token, Mention]]:
    """Yield the author and the role of a line under the headline that says only that: "Jo Poe, News Reporter"."""
    text = context.article.text
    end = text.find("\n", HEAD)
    for line in BYLINE.finditer(text[:end] if end >= 0 else text):  # whole lines: a cut one ends with a name's half
        words = context.doc.char_span(*line.span("name"), alignment_mode="expand")
        if words and context.person(words[-1]) is not None:
            yield words[-1], wording.role(context, Span(*line.span("role")))
