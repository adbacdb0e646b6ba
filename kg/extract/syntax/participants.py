"""Who and what takes part in a verb, however the clause is built."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.lexicon.common_nouns import PEOPLE
from kg.extract.lexicon.words import words

DEFINITE = {"the", "this", "that", "these", "those"}
RELATIVE = {"who", "which", "that", "whom"}
#: Nouns that count or stage incidents.
SERIES = {"series", "wave", "string", "spate", "number", "campaign", "attempt", "act", "kind", "sort", "pair", "rash"}
#: Verbs that say no more of their subject without an object than that it was done to it.
DONE_TO = words(
    "abduct ambush assassinate attack behead bomb burn destroy hijack hurt injure kidnap kill massacre murder shoot "
    "stab torch wound"
)
#: Nouns that say for what somebody is arrested.
CHARGES = {"suspicion", "charge", "count", "accusation", "allegation"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the heads of who or what does it: the subject, the agent of a passive, the subject that a verb shares."""
    passive = is_passive(verb)
    # "shot and killed by police": the agent stands with the last verb.
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj" and passive and is_passive(c))]
    agents = [p for v in verbs for c in v.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    if agents:
        yield from together(agents)
        return
    if passive:
        return
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if own:
        yield from together([antecedent(t) for t in own])
    elif verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        yield from (done_to(verb.head) if is_passive(verb.head) and verb.dep_ != "advcl" else subjects(verb.head))
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield from together([verb.head])
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        # "the group's decision to attack"
        yield from together([c for c in verb.head.children if c.dep_ == "poss"])
    elif verb.dep_ == "pcomp" and charged(verb.head.head).pos_ == "VERB":
        governor = charged(verb.head.head)
        of = verb.head.lower_ in {"for", "of", "with", "from"} and any(c.dep_ == "dobj" for c in governor.children)
        blamed = of or governor != verb.head.head
        # "criticized X for shooting Y"
        yield from (objects(governor) if blamed or is_passive(governor) else subjects(governor))


def charged(word: Token) -> Token:
    """Return the verb under which somebody stands in suspicion: "arrested on suspicion of", or else the word."""
    on = word.head
    return on.head if word.lemma_ in CHARGES and word.dep_ == "pobj" and on.head.pos_ == "VERB" else word


def objects(verb: Token) -> Iterator[Token]:
    """Yield the heads of whom or what it is done to."""
    if is_passive(verb):
        yield from done_to(verb)
        return
    direct = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.dep_ != "prep"]
    direct = [taken_up(antecedent(t), verb) for t in direct if t.pos_ in NOMINAL]
    if direct:
        yield from together(direct)
    else:
        # "ambushed and killed 68 peasants": the object stands with the last verb.
        later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.tag_ == verb.tag_]
        if later and not any(c.dep_ == "prep" for c in verb.children):
            yield from objects(later[0])


def taken_up(pronoun: Token, verb: Token) -> Token:
    """Return whom "them" takes up from the verb before: "forced the two out and shot them"."""
    if pronoun.lower_ == "them" and verb.dep_ == "conj":
        before = [c for c in verb.head.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN", "NUM"}]
        many = [c for c in before if c.tag_ in {"NNS", "NNPS", "CD"} or any(g.dep_ == "conj" for g in c.children)]
        return many[0] if many else pronoun
    return pronoun


def done_to(verb: Token) -> Iterator[Token]:
    """Yield the heads of whom or what a passive verb is done to."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "nsubj" and reduced(verb))]
    if own:
        yield from together([antecedent(t) for t in own])
    elif verb.dep_ == "acl":
        yield from together([verb.head])
    elif verb.dep_ in {"pcomp", "xcomp", "advcl"}:
        # "was released after being kidnapped"
        governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if governor.pos_ == "VERB" and governor != verb:
            listed = verb.dep_ == "pcomp" and verb.head.lower_ == "as"
            yield from (objects(governor) if listed or is_passive(governor) else subjects(governor))
    elif verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head != verb and is_passive(verb.head):
        yield from done_to(verb.head)


def is_passive(verb: Token) -> bool:
    """Tell whether the verb is a passive or a participle after its noun."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or reduced(verb):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "nsubj", "dobj"} for c in verb.children):
        return False
    return (verb.dep_ == "acl" and verb.tag_ == "VBN") or (
        verb.dep_ == "conj" and verb.head != verb and is_passive(verb.head)
    )


def reduced(verb: Token) -> bool:
    """Tell whether a participle only looks like a past tense: "70 people shot and killed by police"."""
    if verb.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"dobj", "aux"} for c in verb.children):
        return False
    # "five were killed and dozens injured", "left 12 dead and 30 wounded"
    shared = verb.dep_ == "conj" and verb.tag_ == "VBN" and (verb.head.lemma_ == "leave" or is_passive(verb.head))
    by_whom = any(g.dep_ == "agent" for c in verb.children if c.dep_ == "conj" for g in c.children)
    return shared or by_whom or headline(verb)


def headline(verb: Token) -> bool:
    """Tell whether a headline leaves out the passive's auxiliary: "Two officers shot dead in Leeds"."""
    objects_later = any(c.dep_ == "conj" and any(g.dep_ == "dobj" for g in c.children) for c in verb.children)
    return verb.dep_ == "ROOT" and verb.lemma_ in DONE_TO and not ended(verb.sent) and not objects_later


def ended(sentence: Span) -> bool:
    """Tell whether a sentence ends with a mark, as those of headlines do not."""
    return next((token.is_punct for token in reversed(sentence) if not token.is_space), False)


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.tag_ in {"WDT", "WP"}:
        clause = token.head
        while clause.dep_ == "conj" and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return personal(clause.head) if token.lower_ == "who" else clause.head
    return token


def personal(noun: Token) -> Token:
    """Return the noun, or the person whose phrase it closes: "the editor of the paper who ..."."""
    found = noun
    while found.ent_type_ != "PERSON" and found.lemma_.lower() not in PEOPLE:
        if found.dep_ not in {"pobj", "prep", "appos", "compound", "poss"} or found.head == found:
            return noun
        found = found.head
    return found


def together(heads: list[Token]) -> Iterator[Token]:
    """Yield the heads and the nouns that are joined to them by "and"."""
    for head in heads:
        yield head
        for child in head.children:
            if (child.dep_ == "conj" or listed(child)) and child.pos_ in NOMINAL:
                yield from together([child])


def listed(noun: Token) -> bool:
    """Tell whether what looks like an apposition goes on with a list: "a journalist, his wife and their driver"."""
    own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
    return noun.dep_ == "appos" and own and any(c.dep_ == "conj" for c in noun.children)


def complements(word: Token, *prepositions: str) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, head) for the prepositional phrases of a word, and of a preposition among them."""
    for child in word.children:
        if child.dep_ in {"prep", "agent", "dative"} and (not prepositions or child.lower_ in prepositions):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from ((placed(child), n) for n in together([noun]))
            yield from complements(child)


def placed(preposition: Token) -> str:
    """Return the preposition, or the one before it that "of" only goes on with: "out of", "outside of"."""
    before = preposition.head
    return before.lower_ if preposition.lower_ == "of" and before.dep_ == "prep" else preposition.lower_


def around(word: Token, depth: int = 3) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, head) as `complements` does, and those of the nouns found, nearest first."""
    level = [word]
    for _ in range(depth):
        found = [pair for noun in level for pair in complements(noun)]
        yield from found
        level = [noun for _, noun in found]


def definite(noun: Token) -> bool:
    """Tell whether the noun points back to what the reader knows: "the attack", "the gunmen"."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children)


def whole(noun: Token) -> Token:
    """Return the noun that stands for more of it: "a series of attacks", "an assassination attempt"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in SERIES:
        return head.head
    return head if noun.dep_ == "compound" and head.lemma_.lower() in SERIES else noun
