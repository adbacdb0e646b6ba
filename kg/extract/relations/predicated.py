"""Of whom a verb says what a noun says: "became head of the bank", "named Ann Lee mayor", "resigned as mayor"."""

from collections.abc import Iterator

from kg.extract.lexicon.words import words
from kg.extract.relations.predicates import FRAMES, given
from kg.extract.syntax import grammar
from kg.extract.syntax.titles import said_as, until_now
from kg.extract.syntax.voice import passive
from kg.language.parsed import Token

#: Who leaves after years "as" something: "the resignation of Jo Poe after two years as mayor".
DEPARTURES = frozenset(
    {"departure", "death", "dismissal", "exit", "ouster", "removal", "resignation", "retirement", "sacking"}
)
#: By which one gives another an office.
GIVING = words("appoint choose designate elect hire install instal name nominate pick promote reappoint select tap")


def predicated(noun: Token) -> Iterator[Token]:
    """Yield of whom a verb says what the noun says: "is the mayor", "named Ann Lee mayor", "resigned as mayor"."""
    joint = said_as(noun)
    if joint is not None and (second := gapped(joint)) is not None:
        yield second
        return
    verb = noun.head if joint is None else joint.head
    if until_now(noun):
        verb = noun.head.head
    match given(verb, frame(noun), noun):
        case "subject":
            yield from subjects(verb)
        case "named":
            yield from named_by(verb, noun)
        case "both":
            yield from (each for end in (*grammar.actor(verb), *grammar.patient(verb)) for each in grammar.spread(end))
        case "doer":
            yield from doers(verb)
        case "beside":
            yield from grammar.children(verb, "appos")
        case "owner":
            yield from owner_of_time(verb)
    yield from replaced(noun)


def frame(noun: Token) -> str:
    """Return how a noun stands to the verb that says it of somebody."""
    if until_now(noun):
        return "attribute"
    return FRAMES.get(noun.dep_, "") if said_as(noun) is None else "as"


def gapped(joint: Token) -> Token | None:
    """Return who is given the second of two offices by one verb: "named Ann Lee as mayor and Jo Poe as sheriff"."""
    earlier = [t for t in joint.sent if t.i < joint.i and t.lower_ == "as" and t.head.lemma_.lower() in GIVING]
    name = joint.doc[joint.i - 2] if joint.doc[joint.i - 1].text == "," else joint.doc[joint.i - 1]
    between = {t.text for t in joint.doc[earlier[-1].i : name.i]} if earlier else set()
    return name if name.ent_type_ == "PERSON" and between & {"and", ","} else None


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
        yield from run_together(verb, noun)


def run_together(verb: Token, noun: Token) -> list[Token]:
    """Return whom the parser took for words of the title that he is given: "named [Jo Poe finance minister]".

    "named Trump ally Jo Poe" names a person last.
    """
    people = [t for t in grammar.children(noun, "compound", "nmod") if t.ent_type_ == "PERSON"]
    last = max(people, key=lambda t: t.i, default=None)
    whole_name = last is not None and last.i > 0 and last.nbor(-1).ent_type_ == "PERSON" and noun.ent_type_ != "PERSON"
    starts = last is not None and all(t.ent_type_ == "PERSON" for t in noun.doc[verb.i + 1 : last.i])
    return [last] if last is not None and whole_name and starts else []


def doers(verb: Token) -> Iterator[Token]:
    """Yield who is or acts "as" something: the object of a transitive active verb, else the subject.

    Who gives an office has it not: of "named his deputy as minister" nobody is told.
    """
    # "The company named Jo Poe as head": the parse may take the verb for a participle.
    objects = grammar.children(verb, "oprd", *(() if passive(verb) else ("dobj",)))
    people = [person for end in objects for person in (end, *grammar.children(end, "appos")) if is_person(person)]
    gives = verb.lemma_.lower() in GIVING and not passive(verb)
    yield from people or (() if gives else subjects(verb))


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


def replaced(noun: Token) -> Iterator[Token]:
    """Yield whom somebody replaces in the office that he is given: "was named mayor, replacing Jo Poe"."""
    joint = said_as(noun)
    verb = noun.head if joint is None else joint.head
    given_one = (joint is not None or noun.dep_ in {*FRAMES, "pobj"}) and given(verb, "office", noun)
    torn = any(t.ent_type_ == "PERSON" for t in noun.lefts) and not run_together(verb, noun)
    if given_one and not (torn or noun.conjuncts):
        for clause in grammar.children(verb, "advcl"):
            if given(clause, "meanwhile", noun):
                yield from grammar.patient(clause)
