"""What pronouns of a clause stand for, and which words are joined to others by "and"."""

from collections.abc import Iterable, Iterator

from kg.extract.lexicon.common_nouns import PEOPLE
from kg.language.parsed import Token

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
RELATIVE = {"who", "which", "that", "whom"}


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.tag_ in {"WDT", "WP"}:
        clause = token.head
        # "who killed two and fled", "who police said killed two"
        while clause.dep_ in {"conj", "ccomp"} and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return personal(identified(clause.head)) if token.lower_ == "who" else clause.head
    return token


def identified(one: Token) -> Token:
    """Return who "the one" is told to be, or the token itself: "Soldiers were the ones who murdered them"."""
    told = one.lemma_ == "one" and one.dep_ == "attr" and one.head.lemma_ == "be"
    return next((c for c in one.head.children if told and c.dep_ == "nsubj"), one)


def personal(noun: Token) -> Token:
    """Return the noun, or the person whose phrase it closes: "the editor of the paper who ..."."""
    found = noun
    while found.ent_type_ != "PERSON" and found.lemma_.lower() not in PEOPLE:
        if found.dep_ not in {"pobj", "prep", "appos", "compound", "poss"} or found.head == found:
            return noun
        found = found.head
    return found


def conjuncts(heads: Iterable[Token]) -> Iterator[Token]:
    """Yield the words and those that are joined to them by "and"."""
    for head in heads:
        yield head
        for child in head.children:
            if (child.dep_ == "conj" or listed(child)) and child.pos_ in NOMINAL and not left_out(child):
                yield from conjuncts([child])


def left_out(noun: Token) -> bool:
    """Tell whether "not" takes a joined noun away: "three men and not two boys"."""
    return noun.left_edge.i > 0 and "not" in {noun.left_edge.lower_, noun.left_edge.nbor(-1).lower_}


def listed(noun: Token) -> bool:
    """Tell whether what looks like an apposition goes on with a list: "a journalist, his wife and their driver"."""
    own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
    joined = any(c.dep_ == "conj" for c in noun.children)
    return noun.dep_ == "appos" and ((joined and (own or another(noun))) or between(noun))


def another(noun: Token) -> bool:
    """Tell whether a noun is another than the one beside it: "Ann Lee, Jo Poe and a boy", "a nurse, two boys"."""
    named = noun.ent_type_ == noun.head.ent_type_ == "PERSON"
    several = noun.tag_ == "NNS" and any(c.dep_ == "nummod" for c in noun.children)
    return named or (several and noun.head.tag_ == "NN")


def between(noun: Token) -> bool:
    """Tell whether a noun is the middle one of a list: "a colonel, a judge, and a senator"."""
    bare = all(c.dep_ in {"det", "amod", "compound"} for c in noun.children)
    both = all(any(c.lower_ in {"a", "an"} for c in one.children) for one in (noun, noun.head))
    return bare and both and any(c.dep_ == "cc" and c.i > noun.i for c in noun.head.children)
