"""Who does what to whom in a clause, whatever its voice, and whatever a headline or a coordination leaves out."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extract.lexicon.common_nouns import PEOPLE
from kg.extract.lexicon.words import words
from kg.extract.syntax.tree import dependents, remembered

VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
RELATIVE = {"who", "which", "that", "whom"}
#: Verbs that say no more of their subject without an object than that it was done to it.
DONE_TO = words(
    "abduct ambush arrest assassinate attack beat behead bludgeon bomb burn destroy detain execute gun hack hijack "
    "hurt injure kidnap kill knife lynch massacre mug murder rape rob shoot slay stab strangle thrash torch torture "
    "wound"
)
#: Those that go on with what was begun: "stabbed in the neck and killed by rebels", but not "and arrested by police".
FINISHING = DONE_TO - words("arrest attack detain")
#: Nouns that only say how long or when.
SPANS = words("second minute hour day night week month year")
#: What a number before them counts: "8 killed, 21 wounded".
COUNTED = DONE_TO | words("leave rescue free miss")
#: Nouns that say for what somebody is arrested.
CHARGES = {"suspicion", "charge", "count", "accusation", "allegation", "connection"}
#: Verbs of the law whose object is told to have done what stands behind "in".
PROSECUTING = words("implicate charge arrest accuse indict convict sentence jail imprison try want acquit")
#: What a court gives, and what its receiver does with it.
TERMS = words("term sentence year month life death prison jail imprisonment")
SERVING = words("serve get receive")
#: Over how many verbs one has its subject or object from another: in no sentence that is one are there more.
FAR = 20


# ---- voice


@remembered
def passive(verb: Token) -> bool:
    """Tell whether the subject is the one it is done to: "was shot", "a man shot", "Man shot in Leeds"."""
    if dependents(verb, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag_ not in {"VBN", "VBD"} or dependents(verb, "aux") or any(whole_objects(verb)):
        return False
    return by_whom(verb) or participle(verb) or gapped(verb) or headline(verb) or set_between(verb) or reduced(verb)


def reduced(verb: Token) -> bool:
    """Tell whether a second tense shows the first to be a participle: "The child shot in Leeds was two"."""
    if verb.lemma_ not in DONE_TO or dependents(verb, "cc"):
        return False
    after = (c for c in dependents(verb, "conj", "ccomp") if c.i > verb.i and c.tag_ in {"VBD", "VBZ", "VBP"})
    return any(not dependents(c, "nsubj", "nsubjpass", "cc") and c.left_edge.nbor(-1).text != "," for c in after)


def set_between(verb: Token) -> bool:
    """Tell whether a participle between subject and verb is taken for both: "Poe, kidnapped in May, was freed"."""
    return verb.dep_ in {"csubj", "csubjpass"} and verb.lemma_ in DONE_TO


def participle(verb: Token) -> bool:
    """Tell whether a form without a subject is a passive participle: "a man shot by police", "Shot twice, he fled"."""
    if dependents(verb, "nsubj"):
        return False
    form = verb.tag_ == "VBN" or (done_to_form(verb) and verb.dep_ in {"acl", "conj"})
    return form and (verb.dep_ != "conj" or (verb.head != verb and passive(verb.head)))


def done_to_form(verb: Token) -> bool:
    """Tell whether a form may be the participle of a verb of harm; "beat" is the past tense of "beaten"."""
    return verb.lemma_ in DONE_TO and verb.lower_ != "beat"


def by_whom(verb: Token) -> bool:
    """Tell whether a verb joined to this one has an agent: "70 people shot and killed by police"."""
    return any(dependents(joined, "agent") for joined in dependents(verb, "conj"))


def gapped(verb: Token) -> bool:
    """Tell whether the auxiliary is left out after another verb: "38 were killed and 20 wounded"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"} or verb.head == verb:
        return False
    counted = any(c.pos_ == "NUM" or c.like_num for c in dependents(verb, "nsubj"))
    result = verb.head.lemma_ in {"leave", "die"} or passive(verb.head)
    return result and (verb.tag_ == "VBN" or (counted and verb.lemma_ in DONE_TO))


def headline(verb: Token) -> bool:
    """Tell whether a headline leaves out the passive's auxiliary: "Two officers shot dead in Leeds"."""
    if (
        not done_to_form(verb)
        or verb.dep_ not in {"ROOT", "acl", "conj", "ccomp", "advcl"}
        or (ended(verb.sent) and not set_off(verb))
    ):
        return False
    objects_later = any(any(whole_objects(joined)) for joined in dependents(verb, "conj"))
    return not objects_later


def set_off(verb: Token) -> bool:
    """Tell whether a comma sets a participle off from what it is said of: "A teacher, kidnapped in May, was freed"."""
    return verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).text == ","


def ended(sentence: Span) -> bool:
    """Tell whether a sentence ends with a mark, as those of headlines do not."""
    return next((token.is_punct for token in reversed(sentence) if not token.is_space), False)


def whole_objects(verb: Token) -> Iterator[Token]:
    """Yield the direct objects, but for numbers that a participle after them counts: "Eight killed, 21 wounded"."""
    for child in dependents(verb, "dobj"):
        span = child.lemma_ in SPANS and child.ent_type_ in {"DATE", "TIME"}  # "kidnapped 11 days ago"
        among = child.i > verb.i and [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == [",", "among"]
        if not (span or among or (counts_next(child) and child.i > verb.i)):
            yield child


def counts_next(number: Token) -> bool:
    """Tell whether a comma sets off a number with the participle that it counts: ", 21 wounded in an attack"."""
    before = number.doc[number.left_edge.i - 1] if number.left_edge.i else number
    return before.text in {",", ";"} and any(
        c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.lemma_ in COUNTED and c.i == number.i + 1
        for c in number.children
    )


# ---- who does it


def agents(verb: Token, far: int = FAR) -> Iterator[Token]:
    """Yield who or what does it: the subject, the agent of a passive, a shared subject; joined ones each.

    What it has from other verbs is looked for over `far` of them at most.
    """
    if passive(verb):
        yield from conjuncts(by_phrase(verb))
        return
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if own:
        yield from conjuncts([antecedent(t) for t in own])
    else:
        yield from conjuncts(by_phrase(verb)) if any(by_phrase(verb)) else lent(verb, far - 1)


def by_phrase(verb: Token) -> list[Token]:
    """Return the agents of a passive, also where they stand with the last verb: "stabbed and killed by rebels".

    In "shot in the chest and taken to hospital by his father" they are those of the last only.
    """
    bare = not any(c.i > verb.i for c in dependents(verb, "prep", "dobj", "npadvmod", "advcl", "oprd"))
    joined = (v for v in dependents(verb, "conj") if passive(v) and (bare or v.lemma_ in FINISHING))
    verbs = [verb, *joined]
    return [p for v in verbs for by in dependents(v, "agent") for p in dependents(by, "pobj")]


def lent(verb: Token, far: int) -> Iterator[Token]:
    """Yield the subject that an active verb without one has from the words above it."""
    head = told_before(verb.head) if verb.dep_ == "advcl" else verb.head
    if far <= 0:
        return
    if verb.dep_ in {"conj", "xcomp", "advcl"} and head.pos_ in VERBAL and head != verb:
        yield from patients(head, far) if passive(head) and verb.dep_ != "advcl" else agents(head, far)
    elif verb.dep_ == "acl" and (verb.tag_ == "VBG" or (verb.lemma_ in DONE_TO and any(whole_objects(verb)))):
        yield from conjuncts([head])  # "a man shooting two", "The gunman, armed with a rifle, killed six"
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from conjuncts([c for c in head.children if c.dep_ == "poss"])  # "the group's decision to attack"
    elif verb.dep_ == "pcomp":
        yield from lent_through(head, far)


def told_before(verb: Token) -> Token:
    """Return the verb of what is told before one of saying, or else this: "A bomb burst, police said, killing two"."""
    told = (
        [verb.head]
        if verb.dep_ == "parataxis" and verb.head.i < verb.i
        else [c for c in verb.lefts if c.dep_ == "ccomp"]
    )
    return told[-1] if told and verb.i + 1 < len(verb.doc) and verb.nbor().text == "," else verb


def lent_through(preposition: Token, far: int) -> Iterator[Token]:
    """Yield who does what follows a preposition: "criticized X for shooting Y", "arrested on suspicion of killing"."""
    governor = charged(preposition.head)
    if governor.pos_ != "VERB":
        return
    own = governor.lemma_ in SERVING and preposition.head != governor
    put = {"for", "of", "with", "from"} | ({"in"} if governor.lemma_ in PROSECUTING else set())
    of = preposition.lower_ in put and any(c.dep_ == "dobj" for c in governor.children)
    if own:
        yield from agents(governor, far)
        return
    blamed = of or governor != preposition.head
    yield from patients(governor, far) if blamed or passive(governor) else agents(governor, far)


def charged(word: Token) -> Token:
    """Return the verb under which somebody stands in suspicion: "arrested on suspicion of", or else the word.

    So it is with a sentence: "was sentenced to six life terms for killing", "is serving life for killing".
    """
    on = word.head
    if word.lemma_ in TERMS and word.dep_ == "dobj" and on.lemma_ in SERVING:
        return on
    put = word.lemma_ in CHARGES or (word.lemma_ in TERMS and on.lower_ == "to")
    return on.head if put and word.dep_ == "pobj" and on.head.pos_ == "VERB" else word


# ---- to whom


def patients(verb: Token, far: int = FAR) -> Iterator[Token]:
    """Yield whom or what it is done to: the object of the active, the subject of the passive; joined ones each."""
    if passive(verb):
        yield from done_to(verb, far)
        return
    direct = [*whole_objects(verb), *(c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")]
    direct = [taken_up(antecedent(t), verb) for t in direct if t.pos_ in NOMINAL]
    if direct:
        yield from conjuncts(direct)
        return
    # "ambushed and killed 68 peasants": the object stands with the last verb.
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.tag_ == verb.tag_]
    if later and far > 0 and not any(c.dep_ == "prep" for c in dependents(verb)):
        yield from patients(later[0], far - 1)


def done_to(verb: Token, far: int) -> Iterator[Token]:
    """Yield whom or what a passive verb is done to."""
    own = [c for c in verb.children if c.dep_ in {"nsubjpass", "nsubj"}]
    if own or (own := torn_off(verb)):
        yield from conjuncts([antecedent(t) for t in own])
    elif far <= 0:
        return
    elif verb.dep_ in {"acl", "amod"}:
        # "Jo Poe and Ann Lee, kidnapped in May, were freed"
        both = verb.head.dep_ == "conj" and verb.i > verb.head.i and verb.doc[verb.left_edge.i - 1].text == ","
        yield from conjuncts([verb.head.head if both else verb.head])
    else:
        yield from done_to_above(verb, far)


def done_to_above(verb: Token, far: int) -> Iterator[Token]:
    """Yield whom a passive verb is done to by the verb above it: "was released after being kidnapped"."""
    if verb.dep_ in {"pcomp", "xcomp", "advcl"}:
        governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if governor.pos_ == "VERB" and governor != verb:
            listed = verb.dep_ == "pcomp" and verb.head.lower_ == "as"
            yield from patients(governor, far - 1) if listed or passive(governor) else agents(governor, far - 1)
    elif verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head != verb and passive(verb.head):
        yield from done_to(verb.head, far - 1)


def torn_off(verb: Token) -> list[Token]:
    """Return the subject that the parser hung on a conjunction before it: "Man charged after teenager stabbed"."""
    before = verb.nbor(-1) if verb.i else verb
    on = before.head
    torn = verb.dep_ == "advcl" and before.dep_ == "pobj" and on.lower_ in {"after", "as", "when", "while", "amid"}
    return [before] if torn and on.head == verb.head else []


def taken_up(pronoun: Token, verb: Token) -> Token:
    """Return whom "them" takes up from the verb before: "forced the two out and shot them"."""
    if pronoun.lower_ == "them" and verb.dep_ == "conj":
        before = [c for c in verb.head.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN", "NUM"}]
        many = [c for c in before if c.tag_ in {"NNS", "NNPS", "CD"} or any(g.dep_ == "conj" for g in c.children)]
        return many[0] if many else pronoun
    return pronoun


# ---- what words stand for, and what is joined to them


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.tag_ in {"WDT", "WP"}:
        clause = token.head
        # "who killed two and fled", "who police said killed two"
        while clause.dep_ in {"conj", "ccomp"} and clause.head != clause:
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
    return noun.dep_ == "appos" and own and any(c.dep_ == "conj" for c in noun.children)
