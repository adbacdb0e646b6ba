"""memberOf: who belongs to an organization."""

from collections.abc import Iterator

from kg.extract.lexicon.parties import is_party
from kg.extract.lexicon.words import words
from kg.extract.relations.arguments import word
from kg.extract.relations.countries import no_country
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import children
from kg.language.parsed import Token

#: "from the Harbour union"
KINDS = words("union party group institute organization organisation team agency company movement")
PATTERNS = [
    Pattern("join", subject="actor", object="patient"),
    Pattern("belong", subject="actor", object="prep:to pobj"),
    Pattern("play", subject="actor", object="prep:for pobj"),
]
TITLES = [
    Title(
        "member mp mep lawmaker senator congressman congresswoman deputy councillor councilor representative activist"
        " player striker midfielder goalkeeper defender forward fellow judge delegate secretary general legislator"
        " parliamentarian politician cleric fighter commander militant soldier guitarist drummer singer bassist"
        " vocalist pitcher quarterback keeper winger playmaker fullback skipper footballer",
        admits=no_country,
    ),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Jo Poe of the Harbour Council" and "Acme's Jo Poe"."""
    for mention in context.mentions:
        if mention.is_named_person:
            person = word(context, mention)
            for prep in children(person, "prep"):
                if prep.lower_ in {"of", "from"} and prep.i > person.i:
                    for body in children(prep, "pobj"):
                        yield from belongs(context, person, body)
            for body in children(person, "poss"):
                yield from belongs(context, person, body)


def belongs(context: Context, person: Token, body: Token) -> Iterator[Found]:
    """Yield the pair if a named organization stands there."""
    organization = context.mention(body)
    if organization is None and body.lemma_ in KINDS:
        for name in children(body, "compound", "nmod", "amod"):
            yield from belongs(context, person, name)
    if organization and organization.kind == "Organization" and organization.form == "name":
        yield Found("memberOf", person, body, person, "memberOf-name")
        if is_party(organization):
            yield Found("memberOfParty", person, body, person, "memberOfParty-name")
