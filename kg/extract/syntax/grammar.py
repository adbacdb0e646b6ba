"""Who does what in a clause, whatever its voice: the few questions about a parse that every rule asks."""

from collections.abc import Iterator

from kg.extract.syntax.tree import dependents
from kg.extract.syntax.voice import passive
from kg.language.parsed import Token

SUBJECTS = {"nsubj", "nsubjpass"}
#: Labels of words that stand before the noun that they hang on.
MODIFIERS = ("compound", "nmod", "amod", "poss", "npadvmod")
#: Clauses without a subject of their own take that of the clause they hang on.
DEPENDENT = {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"}
#: Verbs whose subject does what they tell somebody: "promised him to lead".
PROMISING = {"promise", "vow", "threaten", "swear", "pledge"}
#: Where a step that looks for a place or a date does not enter.
CLAUSES = {"relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "nsubj", "nsubjpass", "appos", "parataxis", "csubj"}
#: How many words may stand before the noun of a title.
MOST_WORDS = 20


def children(token: Token, *deps: str) -> Iterator[Token]:
    """Yield the dependents of a token under one of the labels."""
    return iter(dependents(token, *deps))


def subject(verb: Token, depth: int = 4) -> Iterator[Token]:
    """Yield the grammatical subject, also where another clause lends it: "was born and grew up", "firms based in"."""
    own = list(children(verb, *SUBJECTS))
    if own:
        yield from own
    elif verb.dep_ in {"acl", "relcl", "amod"}:
        yield verb.head
    elif depth and verb.dep_ in DEPENDENT and verb.head != verb:
        yield from list(controlling(verb)) or subject(verb.head, depth - 1)


def controlling(verb: Token) -> Iterator[Token]:
    """Yield the named object whose deed it is: "urged him to join", "criticised Ann Lee for joining"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of", "from"}:
        governor = verb.head.head
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() not in PROMISING:
        governor = verb.head
    else:
        return
    if governor.pos_ == "VERB" and not passive(governor):
        yield from (end for end in children(governor, "dobj") if end.pos_ == "PROPN" or end.tag_ == "PRP")


def actor(verb: Token) -> Iterator[Token]:
    """Yield who does it: the subject of the active, the "by" of the passive."""
    if passive(verb):
        for by in verb.children:
            if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
                yield from children(by, "pobj")
    else:
        yield from subject(verb)


def patient(verb: Token) -> Iterator[Token]:
    """Yield whom or what it is done to: the object of the active, the subject of the passive."""
    if passive(verb):
        yield from subject(verb)
    else:
        yield from children(verb, "dobj")
        yield from left_out(verb)


def left_out(verb: Token) -> Iterator[Token]:
    """Yield the noun before a clause that leaves its object out: "a firm he founded in 2005"."""
    bare = all(c.dep_ != "dobj" and c.tag_ not in {"WDT", "WP", "WRB", "IN", "RP"} for c in verb.lefts)
    whose = any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.lefts) and not any(children(verb, "dobj"))
    hangs = any(c.dep_ in {"prep", "prt"} and not any(True for _ in c.children) for c in verb.rights)
    if verb.dep_ == "relcl" and verb.head.pos_ in {"NOUN", "PROPN"} and bare and whose and not hangs:
        yield verb.head


def inside(token: Token) -> Iterator[Token]:
    """Yield the words below a token in its own clause."""
    for child in token.children:
        if child.dep_ not in CLAUSES:
            yield child
            yield from inside(child)


def of_apposition(name: Token) -> bool:
    """Tell whether the name belongs to a description before it: "Jo Poe, wife of the governor, Al Poe"."""
    described = (t for t in children(name.head, "appos") if t.i < name.i and t.ent_type_ != "PERSON")
    return name.dep_ == "appos" and any(described)


def spread(token: Token) -> Iterator[Token]:
    """Yield the word and those coordinated with it, as two names of people side by side are, whatever the parse."""
    yield token
    for other in children(token, "conj", "appos"):
        beside = other.ent_type_ == token.ent_type_ == "PERSON" and not of_apposition(other)
        # "Her father, Nils Strand, died": what is said of the noun is said of the name.
        called = token.pos_ == "NOUN" and other.pos_ == "PROPN" and other.i > token.i
        if other.dep_ == "conj" or beside or called:
            yield from spread(other)


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the words of a title before its noun, from the nearest leftwards, as far as they run on."""
    at = noun.i - 1
    while at >= 0 and noun.i - at <= MOST_WORDS and (runs_on(noun.doc[at]) or hyphened(noun.doc[at])):
        if on_its_own(noun.doc[at]):
            return
        yield noun.doc[at]
        at -= 1


def on_its_own(token: Token) -> bool:
    """Tell whether a word ends a sentence although its full stop is an initial's: "on X. | Union Minister"."""
    return token.text == "X." and token.nbor().is_sent_start is True


def runs_on(token: Token) -> bool:
    """Tell whether a word may belong to a title: no sum of money that the sentence before ends with."""
    before = token.nbor(-1) if token.i else token
    sums = token.text[-1] == "." and (token.text[0].isdigit() or (before.like_num and not before.whitespace_))
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} and not sums


def hyphened(token: Token) -> bool:
    """Tell whether the token is a hyphen, no dash, or "in" between two: "editor-in-chief"."""
    if token.lower_ == "in" and token.i + 1 < len(token.doc):
        return hyphened(token.nbor())
    return token.text == "-" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_
