"""Roles: the words of a title, what it belongs to, and whether it is held now."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg import naming
from kg.extract.factuality.status import ENDED, is_year
from kg.extract.lexicon import gazetteer
from kg.extract.syntax import predication
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import modifiers
from kg.facts import Mention, Span

#: "president of Acme from 2010": the years are no part of the title.
WHEN = {"from", "since", "until", "till", "in", "between"}
#: Words of a title that may stand in small letters before it: "vice President".
QUALIFIERS = gazetteer.words("qualifiers of titles")
LEFT = {"det", "poss", "punct", "case", "predet", "nummod"}
BYLINE = re.compile(r"(?m)^(?:By )?(?P<name>[A-Z][^\n,]{2,40}), (?P<role>[A-Z][^\n,.:;]{2,60})$")


class Role(NamedTuple):
    """Somebody's title: the word for the holder, the title's words, and what it belongs to."""

    holder: Token
    title: Mention
    scope: Mention | None
    noun: Token


def roles(context: Context, noun: Token) -> Iterator[Role]:
    """Yield who holds the title that the noun is; none where nobody is named."""
    if noun.tag_ == "NNS" and noun.dep_ == "pobj":
        return  # "one of their soldiers" is in a group, and no soldiers
    title = scope = None
    for holder in predication.holders(context, noun):
        if title is None:
            title, scope = words(context, noun), belongs_to(context, noun)
        yield Role(holder, title, scope, noun)


def words(context: Context, noun: Token) -> Mention:
    """Return the whole title without its article: "Metropolitan Police Acting Commissioner", "head of the bank"."""
    last = predication.whole(noun)
    end = last.i + 1
    for prep in last.children:
        if prep.dep_ == "prep" and prep.i == end and prep.lower_ in predication.OF:
            tail = next((t for t in prep.children if t.dep_ == "pobj"), None)
            dated = tail is None or tail.ent_type_ in {"DATE", "TIME"}  # "minister on Thursday"
            end = end if dated or tail is None else context.noun_phrase(tail)[-1].i + 1
    when = (i for i in range(noun.i + 1, end - 1) if noun.doc[i].lower_ in WHEN and is_year(noun.doc[i + 1].text))
    span = context.span(noun.doc[first(noun) : next(when, end)])
    return role(context, span)


def first(noun: Token) -> int:
    """Return where a title starts: after articles, ages ("78-year-old"), and what is no part of "angry President"."""
    start, doc = noun.left_edge.i, noun.doc
    if noun.dep_ in predication.MODIFIERS:
        # "Home Secretary Amber Rudd": the other words of the title hang on the name beside it
        start = min([start, *(t.i for t in modifiers(noun))])
    capital = noun.text[0].isupper() and not noun.is_sent_start
    for at in range(start, noun.i):
        token = doc[at]
        aged = token.lower_ == "old" and doc[at - 1].text == "-"
        if aged or (capital and token.text[0].islower() and token.lower_ not in QUALIFIERS):
            start = at + 1
    while start < noun.i and (doc[start].dep_ in LEFT or doc[start].lower_ in ENDED or doc[start].is_space):
        start += 1
    return start


def role(context: Context, span: Span) -> Mention:
    """Return the words of a title as a mention."""
    text = " ".join(context.article.text[span.start : span.end].split())
    return Mention(span, context.article.text[span.start : span.end], "Role", naming.shared("Role", text), "nominal")


def belongs_to(context: Context, noun: Token) -> Mention | None:
    """Return the organization or place that a title belongs to."""
    found = (context.mention(token) for token in predication.complements(context, noun))
    return next((m for m in found if m and m.kind in {"Organization", "Place"} and m.form != "nominal"), None)


def byline(context: Context) -> Iterator[tuple[Token, Mention]]:
    """Yield the author and the role of a line under the headline that says only that: "Jo Poe, News Reporter"."""
    head = context.article.text[:400]
    for line in BYLINE.finditer(head):
        words = context.doc.char_span(*line.span("name"), alignment_mode="expand")
        person = words and context.mention(words[-1])
        if words is not None and person and person.kind == "Person":
            yield words[-1], role(context, Span(*line.span("role")))
