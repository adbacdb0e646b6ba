"""headquarteredIn: where an organization has its seat."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import is_party
from kg.extract.relations import places, predication
from kg.extract.relations.arguments import cover, word
from kg.extract.relations.countries import described, is_nation, joined, modifiers
from kg.extract.relations.home import bodies, home, readers
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import children
from kg.facts import Mention
from kg.language.parsed import Token

#: What stays where it is, so that "in" says where that is.
INSTITUTIONS = gazetteer.words("institutions")
PLACE_ENDS = gazetteer.words("ends of places") | {"yard"}
PATTERNS = [
    # Acme is based in Leeds.
    Pattern("base headquarter locate situate", subject="subject", object="in:in|at|near"),
    # Acme has its headquarters in Leeds.
    Pattern("have", subject="actor", object="dobj:headquarters|headquarter|office in:in|at|near"),
    # Leeds-based Acme
    Pattern("base", subject="^amod", object="npadvmod"),
    # its headquarters in Leeds
    Pattern("headquarters headquarter", subject="poss", object="prep:in|at pobj", pos="NOUN"),
    Pattern("headquarters headquarter", subject="poss", object="^nsubj:be in:in|at", pos="NOUN"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the organizations that a country's adjective describes: "German carmaker BMW"."""
    for adjective in modifiers(context):
        for holder in described(context, adjective):
            if not of_a_branch(context, holder, adjective):
                yield Found("headquarteredIn", holder, adjective, adjective, "headquarteredIn-adjective")
    for token in worded(context.doc, {"based"}):
        if token.dep_ == "amod" and context.mention(token.head) is None:
            # Acme, the Leeds-based maker of pumps
            for place in children(token, "npadvmod"):
                for holder in predication.holders(context, token.head):
                    yield Found("headquarteredIn", holder, place, token, "headquarteredIn-base")
    for mention in context.mentions:
        if mention.kind == "Organization" and mention.form == "name":
            yield from by_name(context, mention)
            yield from beside(context, mention)
    yield from common(context)


def of_a_branch(context: Context, party: Token, place: Token) -> bool:
    """Tell whether a party stands for its members in a part of its country: "the Florida Republican", "Ohio Greens"."""
    known, where = context.mention(party), context.mention(place)
    return known is not None and where is not None and is_party(known) and where.entity not in gazetteer.nations()


def common(context: Context) -> Iterator[Found]:
    """Yield the ministries, courts and parties of the country that the article is about: "the Foreign Ministry"."""
    country = home(context)
    if country is None or readers(context, "president", country):
        return
    for mention in bodies(context):
        body = word(context, mention)
        own = cover(context, mention.span)
        if not any(context.mention(token) for token in body.subtree if token not in own):
            yield Found("headquarteredIn", body, country, body, "headquarteredIn-common")


def beside(context: Context, organization: Mention) -> Iterator[Found]:
    """Yield "the Harbour Institute in Leeds", "Leeds's Harbour Institute" and "Acme of Kenya"."""
    body = word(context, organization)
    done_by = (
        body.dep_ == "pobj" and body.head.dep_ == "agent"
    )  # "held by the Red Front in Kisii": who was held is there
    for prep in children(body, "prep") if not done_by else ():
        for place in children(prep, "pobj") if prep.i == cover(context, organization.span).end else ():
            if prep.lower_ == "in" or (prep.lower_ == "of" and is_nation(context.mention(place))):
                yield Found("headquarteredIn", body, place, body, f"headquarteredIn-{prep.lower_}")
    if not INSTITUTIONS.isdisjoint(organization.text.lower().split()):
        for place in places.after(context, organization):
            yield Found("headquarteredIn", body, place, body, "headquarteredIn-in")
    # "the Ohio Republican primary" is of a party, which is seated elsewhere.
    for place in children(body, "poss", "nmod", "compound") if body.dep_ != "amod" else ():
        mention = context.mention(place)
        whole = mention is not organization and not of_a_branch(context, body, place)
        if whole and mention is not None and mention.kind == "Place" and not joined(place):
            yield Found("headquarteredIn", body, place, body, "headquarteredIn-before")


def by_name(context: Context, organization: Mention) -> Iterator[Found]:
    """Yield the country that the name of an organization begins with: "Australian Federal Police", "Air India" not."""
    words = [token for token in cover(context, organization.span) if token.lower_ != "the"]
    known = len(words) > 1 and (gazetteer.demonym(words[0].text) or countrys(words))
    if known and not elsewhere(words) and known.key in gazetteer.territories():
        same = (other for other in context.mentions if other.entity == known.key and other.form == "name")
        country = next(same, None) or Mention(context.span(words[0]), words[0].text, "Place", known.key)
        yield Found("headquarteredIn", words[-1], country, words[-1], "headquarteredIn-name")


def countrys(words: list[Token]) -> gazetteer.Known | None:
    """Return the country that a name begins with, unless it ends as those of places do: "Kenya Airways", no "Yard"."""
    return None if words[-1].lower_ in PLACE_ENDS else gazetteer.known(words[0].text)


def elsewhere(words: list[Token]) -> bool:
    """Tell whether a name says itself where its body is: "American University of Kabul"."""
    return any(t.lower_ in {"of", "in"} and gazetteer.known(t.nbor().text) for t in words[1:-1])
