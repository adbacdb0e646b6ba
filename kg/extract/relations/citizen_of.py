"""citizenOf: the country whose citizen a person is."""

from collections.abc import Iterator

from kg.extract.factuality.modality import modality
from kg.extract.relations import predicated
from kg.extract.relations.arguments import word
from kg.extract.relations.countries import BODIES, described, is_nation, modifiers
from kg.extract.relations.home import offices
from kg.extract.relations.pattern import Found
from kg.extract.relations.title import Title
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import children
from kg.language.parsed import Token

TITLES = [
    Title("citizen national", prepositions="of"),
    # Those who govern a country are its citizens.
    Title("president minister chancellor premier king queen senator", admits=is_nation, unless="vice"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the people whom a country's adjective describes: "British-born Jo Poe", "Poe is a Kenyan writer"."""
    for adjective in modifiers(context):
        if adjective.head.lower_ in BODIES or contest(adjective) or not is_nation(context.mention(adjective)):
            continue
        if ranked(adjective) or (adjective.head.dep_ in {"attr", "oprd"} and modality(adjective.head) == "planned"):
            continue
        for holder in (*described(context, adjective), *said_of(adjective)):
            yield Found("citizenOf", holder, adjective, adjective, "citizenOf-adjective")
    yield from homes(context)
    for mention in context.mentions:
        if mention.is_named_person:
            yield from of_country(context, word(context, mention))
    for office in offices(context):
        yield Found("citizenOf", office.holder, office.country, office.noun, "citizenOf-office")


def contest(adjective: Token) -> bool:
    """Tell whether the adjective belongs to the name of a contest, which people of all countries win."""
    after = adjective.doc[adjective.i + 1 : adjective.i + 3]
    return any(t.text in CONTESTS for t in after)


#: "Australian Open champion", "French Grand Prix winner"
CONTESTS = frozenset({"Open", "Grand", "Cup", "Masters", "League", "Championship", "Championships", "Games", "Premier"})


def ranked(owner: Token) -> bool:
    """Tell whether a country only has somebody as its first of a kind: "Kenya's first Danish judge"."""
    among = (t for t in owner.head.children if owner.i < t.i < owner.head.i)
    return owner.dep_ == "poss" and any(t.ent_type_ in {"ORDINAL", "NORP"} or t.lower_ == "only" for t in among)


def said_of(adjective: Token) -> Iterator[Token]:
    """Yield who "is Kenyan" and whom "a Kenyan" names."""
    if adjective.dep_ == "acomp" and adjective.head.lemma_ == "be":
        yield from predicated.subjects(adjective.head)
    elif adjective.dep_ in {"attr", "appos"} and any(t.dep_ == "det" for t in adjective.children):
        yield from predicated.subjects(adjective.head) if adjective.dep_ == "attr" else (adjective.head,)


def homes(context: Context) -> Iterator[Found]:
    """Yield "his native Kenya", "her homeland, Kenya" and "his home country of Kenya"."""
    for noun in worded(context.doc, {"native", "homeland", "country", "nation"}):
        place = noun.head if noun.lower_ == "native" else noun
        home = noun.lower_ in {"native", "homeland"} or any(t.lower_ in {"home", "native"} for t in noun.children)
        named = (t for child in children(noun, "prep", "appos") for t in (child, *children(child, "pobj")))
        for owner in dict.fromkeys((*children(noun, "poss"), *children(place, "poss"))) if home else ():
            for country in (place, *named):
                if is_nation(context.mention(country)):
                    yield Found("citizenOf", owner, country, noun, "citizenOf-native")


def of_country(context: Context, person: Token) -> Iterator[Found]:
    """Yield "Jo Poe of Kenya" and "Jo Poe from Kenya"."""
    for prep in children(person, "prep"):
        if prep.lower_ in {"of", "from"} and prep.i == person.i + 1:
            for country in children(prep, "pobj"):
                if is_nation(context.mention(country)):
                    yield Found("citizenOf", person, country, person, "citizenOf-of")
