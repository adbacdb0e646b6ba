"""The places that follow a name: "the Harbour Institute (HI) in the Kenyan capital, Nairobi"."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.relations.arguments import cover
from kg.extract.relations.before_names import last_word
from kg.extract.relations.belonging import DIVISIONS
from kg.extract.relations.countries import is_country
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token

DIRECTIONS = gazetteer.words("adjectives of directions")
#: What may stand between "in" and a place, or between two places of which one lies in the other.
BETWEEN = DIVISIONS | DIRECTIONS | {"the", "'s", "’s", "of", ",", "in", "capital", "city"}


def after(context: Context, mention: Mention) -> Iterator[Token]:
    """Yield the last words of the places that are said to hold what a mention names, from the nearest on."""
    doc = context.doc
    at = cover(context, mention.span).end
    if doc[at : at + 1].text == "(" and doc[at + 2 : at + 3].text == ")":
        at += 3
    if at < len(doc) and doc[at].lower_ in DIVISIONS:
        at += 1
    if doc[at : at + 1].text.lower() == "in":
        yield from inside(context, at + 1)
    elif doc[at : at + 1].text == ",":
        yield from beside(context, at + 1)


def inside(context: Context, at: int) -> Iterator[Token]:
    """Yield the places after "in": "the Kenyan capital, Nairobi", "northern Kenya", "the province of Kisii"."""
    while at < len(context.doc):
        token = context.doc[at]
        place = context.mention(token)
        if place is None and token.lower_ not in BETWEEN:
            return
        if place is not None:
            if place.kind != "Place" or place.form != "name":
                return
            last = last_word(context, token)
            yield last
            following = context.doc[last.i + 1 : last.i + 2].text
            if gazetteer.demonym(place.text) is None and following not in {"'s", "’s"}:
                # After a name only its country follows: "in Leeds, London and Paris" is a list.
                yield from beside(context, last.i + 2) if following == "," else ()
                return
            at = last.i
        at += 1


def beside(context: Context, at: int) -> Iterator[Token]:
    """Yield the country that stands alone between commas there: "northern Kenya", "in Kenya"."""
    doc = context.doc
    while at < len(doc) and doc[at].lower_ in DIRECTIONS | {"in"}:
        at += 1
    country = context.mention(doc[at]) if at < len(doc) else None
    if country is not None and is_country(country) and gazetteer.demonym(country.text) is None:
        last = last_word(context, doc[at])
        if doc[last.i + 1 : last.i + 2].text in {",", ".", ")", ";", ""}:
            yield last
