"""What a noun is said of, and what it is a noun of: "Apple's chief executive, Tim Cook", "she became head of the bank".

Titles before names, appositions, copulas, "as", and kinship share these two questions.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import ORGANIZATIONS
from kg.extract.syntax import grammar
from kg.extract.syntax.clause import passive
from kg.extract.syntax.context import Context
from kg.facts import Mention

MODIFIERS = ("compound", "nmod", "amod", "poss", "npadvmod")
COPULAS = {"be", "become", "remain", "stay"}
DIVISIONS = gazetteer.words("nouns of divisions")
#: "was appointed chairman", "they elected her leader".
NAMING = {"appoint", "name", "elect", "make", "call", "crown", "vote", "re-elect", "reelect", "proclaim", "declare"}
#: "one of their soldiers"
ONE = {"one", "some", "two", "three", "many", "several"}
#: What a minister or secretary is minister of is no organization, whatever the parser calls it.
PORTFOLIOS = gazetteer.words("portfolios of ministers")
PORTFOLIO_HOLDERS = {"minister", "secretary", "ministers", "premier", "president", "general"}
#: What ministries are for: "Culture and Sports" before "Minister" is no organization.
SUBJECTS = gazetteer.words("subjects of ministries")
#: What may stand between an organization and the noun of a title.
JOINED = {
    "in",
    "editor",
    "commander",
    "co",
    "-",
    "deputy",
    "vice",
    "acting",
    "interim",
    "chief",
    "executive",
    "general",
    "managing",
    "senior",
}
#: "who succeeded her as": one held it, the other holds it.
SUCCEEDING = {"succeed", "replace", "follow"}
#: Titles that a parser takes for names after another title.
TITLES_ALONE = gazetteer.words("nouns of offices") | {
    "const",
    "constable",
    "election",
    "executive",
    "officer",
    "inspector",
}
#: The longest name of what a title is of, in tokens, between "of" and the name of its holder.
LONGEST_BODY = 9
#: What is said of somebody in these words he is not: "support her as president", "sees himself as a leader".
WISHES = frozenset(
    {
        "back", "cast", "consider", "depict", "describe", "endorse", "envision", "hail", "imagine", "know", "mock",
        "need", "paint", "perceive", "portray", "praise", "regard", "see", "support", "tout", "treat", "view", "want",
    }
)  # fmt: skip
#: "his predecessor as mayor": who held it is named beside, and "his" is somebody else.
BEFORE_AND_AFTER = frozenset({"predecessor", "successor"})
#: Who leaves after years "as" something: "the resignation of Jo Poe after two years as mayor".
DEPARTURES = frozenset(
    {"departure", "death", "dismissal", "exit", "ouster", "removal", "resignation", "retirement", "sacking"}
)
OF = ("of", "for", "at", "in", "with", "from", "to", "on", "within")


def holders(context: Context, noun: Token, depth: int = 3) -> Iterator[Token]:
    """Yield the words that the noun is said of; coordinated ones each."""
    if (elect := whole(noun)) != noun:
        yield from holders(context, elect, depth)
        return
    yield from before_name(context, noun)
    yield from after_complement(context, noun)
    verb = noun.head
    if noun.dep_ == "appos" and context.mention(noun) is None:
        # "Ann Lee and Jo Poe, both professors"
        sharers = grammar.spread(verb) if noun.tag_ == "NNS" else (verb,)
        found = [name for each in sharers if each != noun for name in named(context, each)]
        yield from found or (holders(context, verb, depth - 1) if depth else ())
    beside = [name for other in grammar.children(noun, "appos") for name in named(context, other)]
    yield from beside or set_off(context, noun)
    if noun.dep_ == "attr" and verb.lemma_ in COPULAS:
        yield from subjects(verb)
    elif noun.dep_ in {"oprd", "dobj", "attr", "xcomp", "ccomp"} and verb.lemma_.lower() in NAMING:
        yield from named_by(verb, noun)
    elif noun.dep_ == "pobj" and verb.lower_ == "as":
        yield from as_subject(verb.head)
    elif noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in ONE and depth:
        yield from holders(context, verb.head, depth - 1)
    elif noun.dep_ == "conj" and depth and verb.i < noun.i and shares(context, noun):
        yield from holders(context, verb, depth - 1)


def whole(noun: Token) -> Token:
    """Return the word that ends a title: "elect" of "president-elect", or else the noun itself."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return after[1] if after.text.lower() in {"-elect", "-designate"} else noun


def shares(context: Context, noun: Token) -> bool:
    """Tell whether a coordinated noun is said of the same as the one before: not "his wife Ann and their daughter"."""
    own = any(True for _ in grammar.children(noun, "poss", "appos"))
    return not own and context.mention(noun.head) is None and not any(True for _ in before_name(context, noun))


def named(context: Context, token: Token) -> list[Token]:
    """Return the token if a name or pronoun stands there."""
    found = context.mention(token)
    return [token] if (found and found.form != "nominal") or token.tag_ in {"PRP", "WP"} else []


def before_name(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the name that a title stands before: "Home Secretary Amber Rudd", "chairman and founder Bill Gates"."""
    at = noun.i + 1
    if noun.doc[at : at + 1].text in {"of", "for"} and noun.text[0].isupper():
        at = after_of(context, noun.doc[at]) or at  # "Secretary of State Jo Poe", "Mayor of Lyon Jo Poe"
    following = noun.doc[at] if at < len(noun.doc) else None
    own = context.mention(noun)
    if following is None or (own and own.form == "name" and own.kind != "Person"):
        return
    mention = context.mention(following)
    begins = mention and mention is not own and mention.form == "name" and mention.span.start == following.idx
    if mention is not None and mention.text.rstrip(".").lower() in TITLES_ALONE:
        return  # "Chief Executive", "Deputy Chief Const."
    if begins and (following.ent_type_ or following.pos_ == "PROPN"):
        yield last_word(context, following)


def after_of(context: Context, preposition: Token) -> int | None:
    """Return where a person's name starts right after what a title is of: "Director of National Statistics Jo Poe"."""
    for token in preposition.doc[preposition.i + 1 : preposition.i + LONGEST_BODY]:
        mention = context.mention(token)
        if mention is not None and (mention.kind, mention.form) == ("Person", "name"):
            apart = token.i > preposition.i + 1 and token.nbor(-1).text[0].isupper()
            return token.i if apart and mention.span.start == token.idx else None
        if not (token.text[0].isupper() or token.lower_ in {"and", "&", "of", "the"}):
            return None
    return None


def after_complement(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person whom the parse tore from a title before: "a meeting with the head of the SSC, Jo Poe"."""
    comma = next((t for t in noun.doc[noun.i + 1 : noun.i + 14] if t.text == "," or t.pos_ in {"VERB", "AUX"}), noun)
    if comma.text != "," or comma.i + 1 >= len(noun.doc) or noun.nbor().lower_ not in OF:
        return
    between = filter(None, map(context.mention, noun.doc[noun.i + 1 : comma.i]))
    person = None if any(m.kind == "Person" for m in between) else context.mention(comma.nbor())
    if person and person.kind == "Person" and person.form == "name" and person.span.start == comma.nbor().idx:
        name = last_word(context, comma.nbor())
        after = noun.doc[name.i + 1 : name.i + 2]
        known = noun.dep_ == "appos" or name.head == noun
        ends = not len(after) or after.text in {",", ".", ";"} or after[0].pos_ in {"VERB", "AUX"}
        if not known and ends:
            yield name


def set_off(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the person between commas after an owned noun, however that is parsed: "her husband, Per Lind, died"."""
    words = noun.doc[noun.i + 1 : noun.i + 3]
    owned = any(True for _ in grammar.children(noun, "poss"))
    mention = context.mention(words[1]) if owned and len(words) > 1 and words[0].text == "," else None
    if mention and (mention.kind, mention.form, mention.span.start) == ("Person", "name", words[1].idx):
        last = last_word(context, words[1])
        if noun.doc[last.i + 1 : last.i + 2].text in {",", "."}:
            yield last


def last_word(context: Context, token: Token) -> Token:
    """Return the last word of the name that the token begins: the parse hangs on it."""
    mention = context.mention(token)
    while token.i + 1 < len(token.doc) and context.mention(token.nbor()) is mention:
        token = token.nbor()
    return token


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the subject of a verb, coordinated ones each."""
    for token in grammar.subject(verb):
        yield from grammar.spread(token)


def named_by(verb: Token, noun: Token) -> Iterator[Token]:
    """Yield who is made what the noun says: "was named chief executive", "named her chief executive"."""
    if passive(verb):
        yield from subjects(verb)
    else:
        yield from (t for t in verb.children if t.dep_ in {"dobj", "dative", "nsubj"} and verb.i < t.i < noun.i)
        yield from (t for t in noun.children if t.dep_ == "nsubj")


def as_subject(verb: Token) -> Iterator[Token]:
    """Yield who is or acts "as" something: the object of a transitive active verb, else the subject."""
    if verb.lemma_.lower() in SUCCEEDING and verb.pos_ == "VERB":
        for end in (*grammar.actor(verb), *grammar.patient(verb)):
            yield from grammar.spread(end)
    elif verb.pos_ in {"VERB", "AUX"}:
        objects = list(grammar.children(verb, "dobj", "oprd")) if not passive(verb) else []
        people = [person for end in objects for person in (end, *grammar.children(end, "appos")) if is_person(person)]
        if verb.lemma_.lower() not in WISHES:
            yield from people or subjects(verb)
    elif verb.lemma_.lower() in BEFORE_AND_AFTER:
        yield from grammar.children(verb, "appos")
    elif verb.dep_ in {"dobj", "pobj", "nsubj"}:
        yield from owner_of_time(verb)


def is_person(token: Token) -> bool:
    """Tell whether a word is a person's name or a pronoun of persons."""
    return token.ent_type_ == "PERSON" or token.tag_ == "PRP"


def owner_of_time(noun: Token) -> Iterator[Token]:
    """Yield whose time it is that somebody has "as" something: "his tenure as president", "won a seat as a member"."""
    top = noun
    while top.head != top and top.pos_ not in {"VERB", "AUX"}:
        top = top.head
    left = [t for t in top.subtree if t.lemma_ in DEPARTURES and t.i < noun.i]
    named = [n for t in left for p in grammar.children(t, "prep") if p.lower_ == "of" for n in p.children]
    owner = [*grammar.children(noun, "poss"), *(named or [n for t in left for n in grammar.children(t, "poss")])]
    yield from owner or subjects(top)


def complements(context: Context, noun: Token, prepositions: tuple[str, ...] = OF) -> Iterator[Token]:
    """Yield the words for what the noun is a noun of: "chief executive of Apple", "Apple's chief executive".

    What a minister or vice president is for is none: who names him has him, "Acme named Jo Poe as president of Sales".
    """
    for word in complementing(context, noun, prepositions):
        mention = context.mention(word)
        if not (noun.lower_ in PORTFOLIO_HOLDERS and is_portfolio(word, mention)):
            yield word
        elif noun.lower_ == "president":
            yield from (body for body in naming(noun) if context.mention(body) is not None)


def naming(noun: Token) -> Iterator[Token]:
    """Yield who names somebody what the noun says: "Acme named Jo Poe as president"."""
    verb = noun.head.head if noun.head.lower_ == "as" else noun.head
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
        # "founder and chief executive of Apple": what follows the last belongs to both
        for other in (t for t in grammar.children(noun, "conj") if t.pos_ in {"NOUN", "PROPN"}):
            yield from complementing(context, other, prepositions)
            break


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


def owners(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the names before a noun: "Apple's", "London", "the German football club's"."""
    # "Anna Bell's ex-husband": the parse may hang the owner on the prefix
    prefix = noun.doc[noun.i - 2] if noun.i > 1 and noun.doc[noun.i - 2 : noun.i].text.lower() == "ex-" else noun
    for child in dict.fromkeys((*prefix.children, *noun.children)):
        if child.i < noun.i and child.dep_ in MODIFIERS and not dashed(child, noun):
            mention = context.mention(child)
            if mention is not None or child.tag_ == "PRP$":
                yield child
            else:
                yield from owners(context, child)
    if noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        # "Apple chief executive Tim Cook": the organization may hang on the name instead
        for sibling in noun.head.children:
            if sibling.i < noun.i and sibling.dep_ in MODIFIERS and context.mention(sibling) is not None:
                yield sibling
    if noun.dep_ == "conj" and noun.head.i < noun.i and context.mention(noun.head) is None:
        # "Apple's founder and chief executive"
        yield from owners(context, noun.head)
