"""Which mentions are countries or their adjectives, and what an adjective says of what it stands before."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.words import words as listed
from kg.extract.relations import predication
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Token

UP = {"amod", "compound", "nmod", "npadvmod"}
#: "Syria expert", "US-based cleric", "Israeli-controlled heights", "Iranian-backed group": of no country for that.
ABROAD = listed(
    "expert specialist analyst correspondent watcher based speaking language tutor trained controlled occupied "
    "annexed administered held backed funded sponsored supported linked allied led made"
)
#: What only organizations are, whatever kind the parser gives their names.
BODIES = gazetteer.words("nouns of named bodies")
BEFORE = UP | {"poss"}


def is_country(mention: Mention | None) -> bool:
    """Tell whether a mention names a country or region, by its name or its adjective."""
    return mention is not None and mention.entity in gazetteer.territories()


def is_nation(mention: Mention | None) -> bool:
    """Tell whether a mention names what somebody can be a citizen of: Kenya, and not Texas."""
    return mention is not None and mention.entity in gazetteer.nations()


def is_employer(mention: Mention | None) -> bool:
    """Tell whether a mention may employ who has a job there: no place ("a Leeds lawyer") does."""
    return mention is None or mention.kind != "Place"


def no_country(mention: Mention | None) -> bool:
    """Tell whether a mention names anything but a country or region."""
    return not is_country(mention)


def otherwise(context: Context, mention: Mention) -> Mention | None:
    """Return the first place in the article that has the country of an adjective by its name, or of a name so."""
    if not is_country(mention) or mention.form != "name":
        return None
    adjective = is_adjective(mention)
    same = (other for other in context.mentions if other.entity == mention.entity and other.form == "name")
    return next((other for other in same if is_adjective(other) != adjective), None)


def is_adjective(mention: Mention) -> bool:
    """Tell whether a mention stands for a country by its adjective: "German"."""
    return gazetteer.demonym(mention.text) is not None


def modifiers(context: Context) -> Iterator[Token]:
    """Yield the words before a noun that stand for a country: "British", "US", "Kenya's"."""
    for mention in context.mentions:
        if mention.kind == "Place" and mention.form == "name" and is_country(mention):
            words = context.doc.char_span(*mention.span)
            if words is None or joined(words[-1]):
                continue
            if words.root.dep_ in BEFORE or gazetteer.demonym(mention.text):
                yield words.root


def joined(adjective: Token) -> bool:
    """Tell whether a hyphen joins the country to another thing, as between the two: "Swiss-EU treaty"."""
    after = adjective.doc[adjective.i + 1 : adjective.i + 3]
    return len(after) > 1 and after[0].text in {"-", "–"} and not after[0].whitespace_ and after[1].text[0].isupper()


def described(context: Context, modifier: Token) -> Iterator[Token]:
    """Yield the names that the noun of a modifier is said of: "German carmaker BMW", "Poe, a British writer"."""
    noun = modifier
    while (noun.dep_ in UP or noun == modifier) and context.mention(noun.head) is None and noun.head.i > modifier.i:
        noun = noun.head
        if noun.lower_ in ABROAD:
            return
        yield from predication.holders(context, noun)
    meant = context.mention(noun.head)
    named = meant is not None and meant.form != "nominal" and noun.head.dep_ != "amod"
    if noun.dep_ in BEFORE and noun.head.i > modifier.i and named:
        yield noun.head
