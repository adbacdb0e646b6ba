"""locatedIn: the place that a place lies in."""

from collections.abc import Iterator

from kg.extract.relations import places
from kg.extract.relations.arguments import cover, places_after, word
from kg.extract.relations.countries import described, is_country, modifiers
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import children
from kg.facts import Mention
from kg.language.parsed import Token

CONTINENTS = {"Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America", "Middle East"}
DIVISIONS = {"city", "town", "village", "state", "province", "region", "port", "capital", "district", "island"}
PATTERNS = [Pattern("locate situate", subject="subject", object="in:in|at|near")]
TITLES = [
    # Paris, the capital of France; France's capital, Paris
    Title("capital city town village suburb district province region state", prepositions="of in"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Hamburg, Germany" and "the German city of Hamburg"."""
    for mention in context.mentions:
        if mention.kind == "Place":
            inner = mention
            for larger in places_after(context, mention):
                if is_country(inner) or not is_country(larger) or inner.text in CONTINENTS:
                    break  # "Brazil, Russia, India" is a list
                yield Found(
                    "locatedIn", word(context, inner), word(context, larger), word(context, inner), "locatedIn-comma"
                )
                inner = larger
            if mention.form == "name" and not is_country(mention):
                yield from inside(context, mention)
    for adjective in modifiers(context):
        for place in (*described(context, adjective), *city_of(adjective.head)):
            if not is_country(context.mention(place)):
                yield Found("locatedIn", place, adjective, adjective, "locatedIn-adjective")


def inside(context: Context, mention: Mention) -> Iterator[Found]:
    """Yield "Victoria Park in Leeds" and "Leeds's Victoria Park"."""
    place = word(context, mention)
    for prep in children(place, "prep"):
        if prep.lower_ == "in" and prep.i == cover(context, mention.span).end:
            for larger in children(prep, "pobj"):
                yield Found("locatedIn", place, larger, place, "locatedIn-in")
    for larger in places.after(context, mention) if mention.text not in CONTINENTS else ():
        yield Found("locatedIn", place, larger, place, "locatedIn-in")
    for larger in children(place, "poss"):
        yield Found("locatedIn", place, larger, place, "locatedIn-before")


def city_of(noun: Token) -> Iterator[Token]:
    """Yield what is called a city: "the German city of Hamburg"."""
    if noun.lemma_ in DIVISIONS:
        for prep in children(noun, "prep"):
            yield from children(prep, "pobj")
