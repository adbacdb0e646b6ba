"""memberOfParty: the political party that a person belongs to."""

import re
from collections.abc import Iterator

from kg import naming
from kg.extract.lexicon.parties import is_party
from kg.extract.lexicon.words import words
from kg.extract.relations import predication
from kg.extract.relations.arguments import cover, word
from kg.extract.relations.before_names import last_word
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.facts import Mention, Span
from kg.language.parsed import Token

PATTERNS = [
    Pattern("join leave", subject="actor", object="patient", admits=is_party),
    Pattern("belong move defect switch", subject="actor", object="prep:to pobj", admits=is_party),
    Pattern("affiliate", subject="patient", object="prep:with|to pobj", admits=is_party),
    Pattern("run stand", subject="actor", object="prep:for pobj", admits=is_party),
]
#: Whom the adjective of a party makes a member: "a Democratic senator".
POLITICIANS = words(
    "member politician candidate senator congressman congresswoman representative lawmaker legislator governor mayor "
    "nominee mp mep councillor sen. rep. gov. congressmember assemblyman assemblywoman"
)
#: What ends an aside, by what begins it.
BRACKETS = {"(": {")", ","}, ",": {",", "."}}
#: "(D-N.J.)", "(R-Texas)"
LEGISLATOR = re.compile(r"\s*\((?P<party>[DR])[-–—](?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?|(?:[A-Z]\.?){2})\)")
PARTIES_OF_LETTERS = {"D": "Democratic Party", "R": "Republican Party"}
TITLES = [
    Title(
        "member politician candidate leader mp mep senator congressman congresswoman representative lawmaker chairman"
        " chairwoman secretary general president councillor nominee deputy delegate activist founder",
        admits=is_party,
    ),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Jo Poe (SPD)", "Jo Poe, of the Harbour Party," and "Democratic Sen. Jo Poe"."""
    for noun in worded(context.doc, POLITICIANS):
        yield from by_adjective(context, noun)
    for mention in context.mentions:
        if mention.is_named_person:
            yield from of_state(context, mention)
            party = aside(context, cover(context, mention.span).end)
            if party is not None and is_party(context.mention(party)):
                person = word(context, mention)
                yield Found("memberOfParty", person, party, person, "memberOfParty-brackets")
                yield Found("memberOf", person, party, person, "memberOf-brackets")


def by_adjective(context: Context, noun: Token) -> Iterator[Found]:
    """Yield the party whose adjective stands before a politician's title; the article's own, where it names that."""
    found = next((m for t in grammar.modifiers(noun) if (m := context.mention(t)) and m.kind == "Group"), None)
    if found is not None and is_party(found):
        whole = f"{found.text} Party"
        named = (
            m.entity for m in context.mentions if m.kind == "Organization" and m.text.removeprefix("the ") == whole
        )
        entity = next(named, naming.local(context.article.id, "Organization", whole))
        party = Mention(found.span, found.text, "Organization", entity, "nominal")
        for holder in predication.holders(context, noun):
            yield Found("memberOfParty", holder, party, noun, "memberOfParty-adjective")


def aside(context: Context, after: int) -> Token | None:
    """Return the last word of the name that stands alone in brackets or commas there, "of the" left out."""
    doc = context.doc
    bracket, at = doc[after : after + 1].text, after + 1
    while at < len(doc) and doc[at].lower_ in {"of", "from", "the"}:
        at += 1
    if bracket not in BRACKETS or (bracket == "," and at == after + 1) or at >= len(doc):
        return None
    name = context.mention(doc[at])
    last = last_word(context, doc[at])
    closed = name is not None and name.span.start == doc[at].idx and last.i + 1 < len(doc)
    return last if closed and last.nbor().text in BRACKETS[bracket] else None


def of_state(context: Context, person: Mention) -> Iterator[Found]:
    """Yield the party of "Jo Poe (D-N.J.)", a legislator of the United States."""
    after = LEGISLATOR.match(context.article.text, person.span.end)
    if after is not None:
        name_words = cover(context, person.span)
        letter = Span(*after.span("party"))
        name = PARTIES_OF_LETTERS[after["party"]]
        party = Mention(letter, after["party"], "Organization", naming.shared("Organization", name), "nominal")
        yield Found("memberOfParty", name_words.root, party, name_words.root, "memberOfParty-letter")
