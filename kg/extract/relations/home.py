"""The country that an article is about, whose offices it names without saying so: "Prime Minister Jo Poe said"."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.names.referents import is_common
from kg.extract.relations import belonging
from kg.extract.relations.before_names import before_name
from kg.extract.relations.countries import described, is_adjective, is_nation, modifiers
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import children
from kg.extract.syntax.grammar import modifiers as words_before
from kg.facts import Mention
from kg.language.parsed import Token

#: Mentions of countries that an article must have to be about one.
ENOUGH = 3
HEADS = frozenset({"president", "premier", "chancellor"})
OFFICES = HEADS | {"minister", "secretary"}
#: Whose offices English papers name without the country, wherever they write about: "President Poe flew to Kenya".
READERS = {"president": "United States", "secretary": "United States", "minister": "United Kingdom"}


def _countries(names: str) -> frozenset[str]:
    return frozenset(naming.shared("Place", name) for name in names.split("|"))


#: Countries in which nobody has been prime minister, or president, since 1960: the office is another country's.
NO_PREMIER = _countries(
    "United States|Mexico|Argentina|Chile|Colombia|Venezuela|Ecuador|Bolivia|Paraguay|Uruguay|Panama|Costa Rica"
    "|Guatemala|Honduras|El Salvador|Nicaragua|Cyprus"
)
NO_PRESIDENT = _countries(
    "United Kingdom|Canada|Australia|New Zealand|Japan|Spain|Netherlands|Belgium|Sweden|Norway|Denmark|Thailand"
    "|Malaysia|Saudi Arabia|Jordan|Morocco|Jamaica"
)
#: What stands for the United States as their name does.
AMERICA = naming.shared("Place", "United States")
WASHINGTON = frozenset({"White House", "Washington", "Congress", "Pentagon"})
COUNTRY = frozenset({"country", "nation"})
PORTFOLIOS = gazetteer.words("portfolios of ministers") - {"general", "press"}
#: What may stand before these titles where they are a country's: no "state premier", no "company president".
QUALIFIERS = gazetteer.words("qualifiers of titles")
#: Of what smaller than a country somebody may be minister.
PARTS = frozenset({"state", "regional", "provincial", "local", "cantonal", "shadow", "opposition"})


class Office(NamedTuple):
    """An office of the article's country: who holds it, the noun for it, and the country."""

    holder: Token
    noun: Token
    country: Mention


def home(context: Context) -> Mention | None:
    """Return the first name of the country that most mentions of countries mean, if no other has over half as many."""
    said = [m for m in context.mentions if m.form == "name" and is_nation(m)]
    (entity, count), (_, next_most) = (*Counter(m.entity for m in said).most_common(2), ("", 0), ("", 0))[:2]
    if count < ENOUGH or 2 * count <= len(said) or 2 * next_most > count:
        return None
    same = [mention for mention in said if mention.entity == entity]
    return next((mention for mention in same if not is_adjective(mention)), same[0])


def offices(context: Context) -> Iterator[Office]:
    """Yield the holders of offices before whose title no country stands, if the article is about one."""
    # "The president, Jo Poe, resigned" may be a firm's; "President Jo Poe" is a country's.
    nouns = (noun for noun in worded(context.doc, OFFICES) if noun.lower_ != "president" or of_state(noun))
    bare = [(noun, holder) for noun in nouns for holder in bearers(context, noun)]
    country = home(context) if bare else None
    if country is not None:
        placed = {m.entity for m in map(context.mention, elsewhere(context)) if m}
        for noun, holder in bare:
            person = context.mention(holder)
            known = person is not None and person.kind == "Person" and person.entity not in placed
            there = exists(noun, country) and not readers(context, noun.lower_, country)
            if known and there and not away(context, noun, country):
                yield Office(holder, noun, country)


def exists(noun: Token, country: Mention) -> bool:
    """Tell whether a country has such an office at all."""
    prime = noun.lower_ == "premier" or any(token.lower_ == "prime" for token in words_before(noun))
    without = NO_PREMIER if prime else NO_PRESIDENT if noun.lower_ == "president" else frozenset[str]()
    return country.entity not in without


def of_state(president: Token) -> bool:
    """Tell whether a president is called as those of countries are: "President Poe", "the country's president"."""
    return president.text[0].isupper() or any(token.lower_ in COUNTRY for token in president.children)


def away(context: Context, noun: Token, country: Mention) -> bool:
    """Tell whether the sentence speaks of another place, whose office it may be: "flew home to Paris"."""
    others = (m for m in map(context.mention, noun.sent) if m and m.form == "name" and m.entity != country.entity)
    return any(m.kind == "Place" for m in others)


def readers(context: Context, office: str, country: Mention) -> bool:
    """Tell whether the office may be one of the readers' own country, of which the article speaks too, and often."""
    own = naming.shared("Place", READERS.get(office, country.text))
    told = (m.entity == own or (own == AMERICA and m.text in WASHINGTON) for m in context.mentions)
    return country.entity != own and sum(told) >= ENOUGH


def bearers(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the name beside a title that says nothing of what it is a title of, or only "the country's"."""
    before = list(words_before(noun))
    if qualified(noun.lower_, {token.lower_ for token in before}) and not any(map(context.mention, before)):
        for holder in (*before_name(context, noun), *beside(noun)):
            owners = (t for t in (*noun.children, *holder.children) if t.dep_ == "poss" and t.i < noun.i)
            others = (t for t in (*owners, *belonging.complements(context, noun)) if t.lower_ not in COUNTRY)
            if not any(True for _ in others):
                yield holder


def qualified(office: str, before: set[str]) -> bool:
    """Tell whether the words before the noun for an office leave it one of a country."""
    if office == "minister":
        return before.isdisjoint(PARTS)
    return before <= QUALIFIERS if office != "secretary" else bool(before) and before <= QUALIFIERS | PORTFOLIOS


def beside(noun: Token) -> Iterator[Token]:
    """Yield the other side of an apposition: "the prime minister, Jo Poe,"."""
    yield from children(noun, "appos")
    if noun.dep_ == "appos":
        yield noun.head


def bodies(context: Context) -> Iterator[Mention]:
    """Yield the state's bodies and parties that are called by common words, as every country's are: "Supreme Court"."""
    for mention in context.mentions:
        if mention.kind == "Organization" and mention.form == "name" and gazetteer.known(mention.text) is None:
            names = {m.text for m in context.mentions if m.entity == mention.entity and m.form == "name"}
            if all(map(is_common, names)):
                yield mention


def elsewhere(context: Context) -> Iterator[Token]:
    """Yield those of whom a country is said: "Kenyan President Jo Poe"."""
    for modifier in modifiers(context):
        yield from described(context, modifier)


def heads(noun: Token) -> bool:
    """Tell whether the noun is the title of who governs a country."""
    before = {token.lower_ for token in words_before(noun)}
    return before.isdisjoint({"vice", "deputy"}) and (noun.lower_ in HEADS or "prime" in before)
