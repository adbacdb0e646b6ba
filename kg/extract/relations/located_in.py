"""locatedIn: the place that a place lies in."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.arguments import places_after, word
from kg.extract.context import Context
from kg.extract.countries import described, is_country, modifiers
from kg.extract.grammar import children
from kg.extract.pattern import Found, Pattern
from kg.extract.title import Title

CONTINENTS = {"Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America", "Middle East"}
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
    for adjective in modifiers(context):
        for place in (*described(context, adjective), *city_of(adjective.head)):
            yield Found("locatedIn", place, adjective, adjective, "locatedIn-adjective")


def city_of(noun: Token) -> Iterator[Token]:
    """Yield what is called a city: "the German city of Hamburg"."""
    if noun.lemma_ in {
        "city",
        "town",
        "village",
        "state",
        "province",
        "region",
        "port",
        "capital",
        "district",
        "island",
    }:
        for prep in children(noun, "prep"):
            yield from children(prep, "pobj")
