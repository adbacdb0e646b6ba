"""memberOfParty: the political party that a person belongs to."""

from collections.abc import Iterator

from kg.extract.arguments import cover, word
from kg.extract.context import Context
from kg.extract.parties import is_party
from kg.extract.pattern import Found, Pattern
from kg.extract.title import Title

PATTERNS = [
    Pattern("join leave", subject="actor", object="patient", admits=is_party),
    Pattern("belong", subject="actor", object="prep:to pobj", admits=is_party),
]
TITLES = [
    Title(
        "member politician candidate leader mp mep senator congressman congresswoman representative lawmaker chairman"
        " chairwoman secretary general president councillor nominee deputy delegate activist founder",
        admits=is_party,
    ),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Jo Poe (SPD)"."""
    for mention in context.mentions:
        if mention.kind == "Person" and mention.form == "name":
            after = cover(context, mention.span).end
            if after + 2 < len(context.doc) and context.doc[after].text == "(":
                party = context.doc[after + 1]
                if is_party(context.mention(party)):
                    person = word(context, mention)
                    yield Found("memberOfParty", person, party, person, "memberOfParty-brackets")
