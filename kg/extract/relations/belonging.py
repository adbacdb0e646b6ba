"""What a noun is a noun of: "Apple's chief executive", "head of the bank", "Green Party co-leader Jo Poe"."""

from collections.abc import Iterator

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import ORGANIZATIONS
from kg.extract.lexicon.words import words as listed
from kg.extract.relations.before_names import SUBJECTS, before_name
from kg.extract.relations.predicates import NAMING
from kg.extract.relations.predication import OF, whole
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.grammar import MODIFIERS
from kg.extract.syntax.titles import said_as
from kg.facts import Mention
from kg.language.parsed import Token

DIVISIONS = gazetteer.words("nouns of divisions")
#: What a minister or secretary is minister of is no organization, whatever the parser calls it.
PORTFOLIOS = gazetteer.words("portfolios of ministers")
PORTFOLIO_HOLDERS = {"minister", "secretary", "ministers", "premier", "president", "general"}
OFFICES = gazetteer.words("nouns of offices")
#: What may stand between an organization and the noun of a title.
JOINED = listed("in editor commander co - deputy vice acting interim chief executive general managing senior")


def complements(context: Context, noun: Token, prepositions: tuple[str, ...] = OF) -> Iterator[Token]:
    """Yield the words for what the noun is a noun of: "chief executive of Apple", "Apple's chief executive".

    What a minister or vice president is for is none: who names him has him, "Acme named Jo Poe as president of Sales".
    """
    found = [word for word in complementing(context, noun, prepositions) if not shared_out(context, noun, word)]
    holds = noun.lower_ in PORTFOLIO_HOLDERS
    bodies = [word for word in found if not (holds and is_portfolio(word, context.mention(word)))]
    yield from bodies
    if not found or (not bodies and noun.lower_ == "president"):
        yield from (body for body in naming(noun) if context.mention(body) is not None)


def shared_out(context: Context, noun: Token, word: Token) -> bool:
    """Tell whether several have several bodies, each his own: "Presidents Ann Lee and Jo Poe of Acme and Brio"."""
    mentions = [context.mention(each) for each in (word, *word.conjuncts)]
    bodies = {m.entity for m in mentions if m is not None and m.kind in {"Organization", "Place"}}
    return noun.tag_ in {"NNS", "NNPS"} and len(bodies) > 1


def apiece(context: Context, noun: Token, holders: list[Token]) -> dict[int, Mention]:
    """Return the body of each of several by where his name stands: "leaders of the House and Senate - Ann and Jo"."""
    ends = [word for word in complementing(context, noun, OF) if shared_out(context, noun, word)]
    bodies = list(dict.fromkeys(m for m in map(context.mention, sorted(ends, key=lambda t: t.i)) if m is not None))
    behind = [m for m in bodies if m.span.start > noun.idx]
    return (
        {holder.i: body for holder, body in zip(holders, behind, strict=False)} if len(behind) == len(holders) else {}
    )


def naming(noun: Token) -> Iterator[Token]:
    """Yield who names somebody what the noun says: "Acme named Jo Poe as president"."""
    if any(True for _ in grammar.children(noun, "poss")):
        return  # "the board named Ann Lee as the town's fire chief"
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    joint = said_as(noun)
    verb = noun.head if joint is None else joint.head
    yield from grammar.actor(verb) if verb.lemma_.lower() in NAMING and verb.pos_ == "VERB" else ()


def complementing(context: Context, noun: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """Yield the words that the parse or their place makes complements of a noun."""
    if (elect := whole(noun)) != noun:
        yield from complementing(context, elect, prepositions)
    yield from list(owners(context, noun)) or close_before(context, noun)
    preps = list(grammar.children(noun, "prep"))
    for prep in preps:
        if prep.lower_ in prepositions:
            yield from governed(context, prep)
    if noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        # "Prime Minister Jo Poe of Kenya"
        for prep in grammar.children(noun.head, "prep"):
            if prep.lower_ == "of":
                yield from grammar.children(prep, "pobj")
    if not preps:
        yield from behind_both(context, noun, prepositions)


def behind_both(context: Context, noun: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """Yield what follows the last of several titles: "founder and chief executive of Apple", "lawyer and aide | to".

    A person's name is no further title: "two sons, Karl and Tom".
    """
    nouns = (t for t in grammar.children(noun, "conj") if t.pos_ in {"NOUN", "PROPN"})
    other = next((t for t in nouns if context.person(t) is None), None)
    if other is not None and not any(True for _ in grammar.children(other, "poss")):
        preps = list(grammar.children(other, "prep"))
        for prep in preps:
            if prep.lower_ in prepositions and prep.lower_ in {"of", "for", "at"}:
                yield from governed(context, prep)
        if not preps:
            yield from behind_both(context, other, prepositions)


def close_before(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the organization right before a title that the parse tore from it: "Green Party co-leader Jo Poe"."""
    at = noun.i - 1
    while at >= noun.sent.start and context.mention(noun.doc[at]) is None and noun.doc[at].lower_ in JOINED:
        at -= 1
    mention = context.mention(noun.doc[at]) if at >= noun.sent.start else None
    if mention and mention.kind == "Organization" and any(True for _ in before_name(context, noun)):
        yield noun.doc[at]


def governed(context: Context, prep: Token) -> Iterator[Token]:
    """Yield what a preposition after a title governs: "of Apple and Pixar", "of law at Yale", not "of State"."""
    for end in grammar.children(prep, "pobj"):
        if end.lower_ not in PORTFOLIOS:
            yield from grammar.spread(end)
        if context.mention(end) is None:
            yield from (o for p in grammar.children(end, "prep") if p.lower_ == "at" for o in p.children)
            # "spokesman for Benue state's governor"
            yield from owners(context, end) if end.lower_ in OFFICES else ()
            # "leader of the Harbour union"
            yield from (o for o in grammar.children(end, "compound", "nmod") if says_kind(context, o, end))


def says_kind(context: Context, name: Token, noun: Token) -> bool:
    """Tell whether a noun says of the name before it what it is: "the Harbour union", "Kisii province"."""
    mention = context.mention(name)
    kinds = {"Organization": ORGANIZATIONS, "Place": DIVISIONS}.get(mention.kind, ()) if mention else ()
    return mention is not None and mention.form == "name" and noun.lemma_ in kinds and noun.i == name.i + 1


def is_portfolio(word: Token, mention: Mention | None) -> bool:
    """Tell whether a word or name beside a title says for what: "Home", "Agriculture and Rural Affairs", "Sales"."""
    if mention is not None and mention.kind == "Place":
        return False
    words = [word.lower_] if mention is None else [w.strip(",").lower() for w in mention.text.split()]
    return word.lower_ in PORTFOLIOS or all(w in SUBJECTS or w in {"and", "&"} for w in words)


def dashed(word: Token, noun: Token) -> bool:
    """Tell whether a dash stands between, as after a dateline: "MANILA - President Jo Poe"."""
    return any(t.text in {"-", "–", "—", "--"} and t.whitespace_ for t in word.doc[word.i + 1 : noun.i])


def opens(place: Token) -> bool:
    """Tell whether a word only says where, at the beginning of a sentence: "In Lisbon | Interior Minister Jo Poe"."""
    return place.i > 0 and place.nbor(-1).text in {"In", "At"} and place.nbor(-1).is_sent_start is True


def owners(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the names before a noun: "Apple's", "London", "the German football club's"."""
    yield from own(context, noun)
    yield from beside_name(context, noun)
    if noun.dep_ == "conj" and noun.head.i < noun.i and context.mention(noun.head) is None:
        # "Apple's founder and chief executive"
        yield from owners(context, noun.head)


def own(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the names that hang on a noun before it, or on what hangs there: "the German football club's captain"."""
    # "Anna Bell's ex-husband": the parse may hang the owner on the prefix
    prefix = noun.doc[noun.i - 2] if noun.i > 1 and noun.doc[noun.i - 2 : noun.i].text.lower() == "ex-" else noun
    for child in dict.fromkeys((*prefix.children, *noun.children)):
        if child.i < noun.i and child.dep_ in MODIFIERS and not (dashed(child, noun) or opens(child)):
            named = context.mention(child) is not None or child.tag_ == "PRP$"
            yield from (child,) if named else owners(context, child)


def beside_name(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the names that the parse hangs on a name behind the noun: "Apple chief executive Tim Cook"."""
    if noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        for sibling in noun.head.children:
            before = sibling.i < noun.i and sibling.dep_ in MODIFIERS and not opens(sibling)
            if before and context.mention(sibling) is not None:
                yield sibling
