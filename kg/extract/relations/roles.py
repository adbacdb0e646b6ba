"""Roles: the words of a title, what it belongs to, and whether it is held now."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg import naming
from kg.extract.factuality.status import is_year
from kg.extract.factuality.words import ENDED
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.courtesy import title_of
from kg.extract.relations import belonging, predication
from kg.extract.relations.before_names import SUBJECTS
from kg.extract.relations.jobs import JOBS
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import modifiers
from kg.facts import Mention, Span

#: "president of Acme from 2010": the years are no part of the title.
WHEN = {"from", "since", "until", "till", "in", "between"}
#: Words of a title that may stand in small letters before it: "vice President".
QUALIFIERS = gazetteer.words("qualifiers of titles")
#: What joins a rank to its service: "army Brigadier General".
SERVICES = frozenset({"army", "navy", "police", "marine", "guard"})
#: Who sits for the place that he is from: "congressman from Illinois".
LEGISLATORS = frozenset({"congressman", "congresswoman", "lawmaker", "legislator", "representative", "senator"})
#: What tells when, before a title: "now a pundit".
NOW = frozenset({"now", "currently", "then", "once", "again", "still"})
#: What a writer thinks of a holder, which is no part of the title: "the outspoken minister".
PRAISE = gazetteer.words("adjectives of praise")
#: What says of somebody how he is something, and so makes no office of it: "an avid golfer".
MANNER = gazetteer.words("adjectives of manner")
LEFT = {"det", "poss", "punct", "case", "predet", "nummod"}
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
    for holder in found:
        if title is None:
            title, scope = words(context, noun), belongs_to(context, noun)
            title = without_owner(context, noun, title)
        if not vague(noun, title, scope):
            yield Role(holder, title, scope, noun)


def without_owner(context: Context, noun: Token, title: Mention) -> Mention:
    """Return a title without the person who has its holder: "Mr. Poe's | transportation secretary"."""
    people = (c for c in grammar.children(noun, "poss") if c.i < noun.i and title.span.start <= c.idx)
    named = (c for c in people if (m := context.mention(c)) is not None and m.kind == "Person")
    after = max((c.right_edge.i + 1 for c in named), default=noun.i + 1)
    start = next((t.idx for t in noun.doc[after : noun.i + 1] if not no_part(t)), None)
    return title if start is None else role(context, Span(start, title.span.end))


def vague(noun: Token, title: Mention, scope: Mention | None) -> bool:
    """Tell whether a noun praises, or says of nobody what he is in which body: "the best baker", "a member"."""
    best = any(t.tag_ in {"JJS", "RBS"} for child in noun.lefts for t in (child, *child.lefts))
    praised = best or any(t.lower_ in MANNER for t in grammar.children(noun, "amod"))
    article = any(t.lower_ in {"a", "an"} for t in grammar.children(noun, "det"))
    bare = title.text.islower() and not any(True for _ in grammar.children(noun, "compound", "prep"))
    return scope is None and ((praised and title.text.islower()) or (bare and article and noun.lemma_ in VAGUE))


#: Nouns that name an office only with what it is in.
VAGUE = frozenset({"captain", "chief", "fighter", "head", "leader", "member", "official", "player", "representative"})


def words(context: Context, noun: Token) -> Mention:
    """Return the whole title without its article: "Metropolitan Police Acting Commissioner", "head of the bank"."""
    last = predication.whole(noun)
    end = last.i + 1
    for prep in last.children:
        if prep.dep_ == "prep" and prep.i == end and prep.lower_ in predication.OF:
            tail = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if tail is not None and belongs(context, prep, tail):
                end = max(context.noun_phrase(tail)[-1].i + 1, name_end(context, tail))
    end = hyphened_end(noun, end)
    when = (i for i in range(noun.i + 1, end - 1) if noun.doc[i].lower_ in WHEN and is_year(noun.doc[i + 1].text))
    people = (start for i in range(last.i + 1, end) if (start := somebody(context, noun, noun.doc[i])) is not None)
    span = context.span(noun.doc[first(noun) : min(next(when, end), next(people, end))])
    return role(context, span)


def hyphened_end(noun: Token, end: int) -> int:
    """Return where a title ends whose last word goes on behind a hyphen: "head of Miami|-Dade County"."""
    doc = noun.doc
    while (
        doc[end : end + 1].text == "-" and end + 1 < len(doc) and not (doc[end].whitespace_ or doc[end - 1].whitespace_)
    ):
        end += 2
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ == "PROPN":
            end += 1
    return end


def name_end(context: Context, tail: Token) -> int:
    """Return where the name ends that a word stands in, which a parse may cut: "North Rhine | -Westphalia"."""
    mention, end = context.mention(tail), tail.i + 1
    while (
        mention is not None and mention.form == "name" and end < len(tail.doc) and tail.doc[end].idx < mention.span.end
    ):
        end += 1
    return end


def somebody(context: Context, noun: Token, token: Token) -> int | None:
    """Return where a person begins whom a title ends before: "Director of Intelligence | Gen. Jo Poe".

    Not so whose it is: "spokesman for Mrs. Poe", "press secretary to President Poe".
    """
    mention = context.mention(token)
    if mention is None or (mention.kind, mention.form, mention.span.start) != ("Person", "name", token.idx):
        return None
    start = token.i
    while start > noun.i + 1 and (title_of(noun.doc[start - 1].text) or noun.doc[start - 1].text == "."):
        start -= 1
    before = noun.doc[start - 1]
    ends = before.text[0].isupper() or before.text == ")" or (before.text in SUBJECTS and start == token.i)
    return start if ends and before.i > noun.i and (noun.text[0].isupper() or before.text in SUBJECTS) else None


def belongs(context: Context, preposition: Token, tail: Token) -> bool:
    """Tell whether a phrase after a title is a part of it: not "minister on Thursday", "governor with a record"."""
    if preposition.lower_ in {"with", "in", "on", "at"} and context.mention(tail) is None:
        charge = preposition.lower_ == "in" and tail.lower_ in {"charge", "chief", "residence"}
        return charge or (preposition.lower_ == "at" and kind_of_noun(tail) == "Organization")
    seat = preposition.head.lemma_.lower() in LEGISLATORS
    home = preposition.lower_ == "from" and tail.ent_type_ in {"GPE", "LOC"} and not seat
    return tail.ent_type_ not in {"DATE", "TIME"} and not home


def first(noun: Token) -> int:
    """Return where a title starts: after articles, ages ("78-year-old"), and what is no part of "angry President"."""
    start, doc = noun.left_edge.i, noun.doc
    if noun.dep_ in grammar.MODIFIERS or (noun.i and grammar.hyphened(noun.nbor(-1))):
        # "Home Secretary Amber Rudd": the other words of the title hang on the name beside it
        start = min([start, *(t.i for t in modifiers(noun))])
    capital = noun.text[0].isupper() and not noun.is_sent_start
    for at in range(start, noun.i):
        token = doc[at]
        aged = token.lower_ == "old" and doc[at - 1].text == "-"
        small = capital and token.text[0].islower() and not goes_on(token)
        # "vice-president Ann Lee and party president Jo Poe"
        another = token.lower_ in {"and", "&", ","} and at > start and doc[at - 1].ent_type_ == "PERSON"
        if aged or small or another or belonging.dashed(token, noun):
            start = at + 1
    for holder in predication.run_together(noun.head, noun) if noun.dep_ in {"oprd", "dobj"} else ():
        start = holder.i + 1
    while start < noun.i and no_part(doc[start]):
        start += 1
    return portfolio(noun, start) if noun.lower_ in belonging.PORTFOLIO_HOLDERS else start


def goes_on(word: Token) -> bool:
    """Tell whether a word in small letters belongs to a title in capitals: "vice President", "army General"."""
    joined = grammar.hyphened(word) or (word.i > 0 and grammar.hyphened(word.nbor(-1))) or word.lower_ == "non"
    return joined or word.lower_ in QUALIFIERS or word.lower_ in SERVICES


def no_part(token: Token) -> bool:
    """Tell whether a word before a title is none of it: an article, "former", "ex-", a date, a sum."""
    if token.text == "-":
        return True
    if (token.lower_ in NOW and not token.is_upper) or praises(token):
        return True
    sums = token.is_currency or (token.pos_ in {"NOUN", "PROPN", "ADJ"} and not grammar.runs_on(token))
    return token.dep_ in LEFT or token.lower_ in ENDED or token.is_space or sums or token.ent_type_ == "DATE"


def praises(token: Token) -> bool:
    """Tell whether a word praises the holder, and is of no name: not "Popular Front leader"."""
    small = token.is_lower or (token.is_sent_start and token.nbor().is_lower)
    return token.lower_ in PRAISE and bool(small) and not token.ent_type_


def portfolio(noun: Token, start: int) -> int:
    """Return where the first of several subjects of a ministry starts: "Energy, Water and Climate Minister"."""
    doc, at, found = noun.doc, start, start
    joined = False
    while at > noun.sent.start:
        before = doc[at - 1]
        if before.lower_ in {"and", "&"} and not joined:
            joined = True
        elif before.text == "," and joined and doc[at].text[0].isupper():
            pass
        elif before.lower_ in SUBJECTS and (before.text[0].isupper() or (noun.is_lower and joined)):
            found = at - 1
        else:
            break
        at -= 1
    return found


def role(context: Context, span: Span) -> Mention:
    """Return the words of a title as a mention."""
    text = " ".join(context.article.text[span.start : span.end].split())
    return Mention(span, context.article.text[span.start : span.end], "Role", naming.shared("Role", text), "nominal")


def belongs_to(context: Context, noun: Token) -> Mention | None:
    """Return the organization or place that a title belongs to."""
    words = (*belonging.complements(context, noun), *belonging.naming(noun))
    found = (context.mention(token) for token in words)
    kinds = {"Organization"} if noun.lemma_.lower() in JOBS else {"Organization", "Place"}
    return next((m for m in found if m and m.kind in kinds and m.form != "nominal"), None)


def byline(context: Context) -> Iterator[tuple[Token, Mention]]:
    """Yield the author and the role of a line under the headline that says only that: "Jo Poe, News Reporter"."""
    text = context.article.text
    end = text.find("\n", HEAD)
    for line in BYLINE.finditer(text[:end] if end >= 0 else text):  # whole lines: a cut one ends with a name's half
        words = context.doc.char_span(*line.span("name"), alignment_mode="expand")
        person = words and context.mention(words[-1])
        if words is not None and person and person.kind == "Person" and person.form == "name":
            yield words[-1], role(context, Span(*line.span("role")))
