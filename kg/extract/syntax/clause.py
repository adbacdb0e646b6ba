"""Who does what to whom in a clause, whatever its voice, and whatever a headline or a coordination leaves out."""

from collections.abc import Iterator

from kg.extract.lexicon.law import CHARGES, PROSECUTING, SERVING, TERMS
from kg.extract.lexicon.words import words
from kg.extract.syntax.joined import NOMINAL, antecedent, conjuncts
from kg.extract.syntax.tree import dependents
from kg.extract.syntax.voice import DONE_TO, ended, passive, whole_objects
from kg.language.parsed import Token

VERBAL = {"VERB", "AUX"}
#: Those that go on with what was begun: "stabbed in the neck and killed by rebels", but not "and arrested by police".
FINISHING = DONE_TO - words("arrest attack detain")
#: Over how many verbs one has its subject or object from another: in no sentence that is one are there more.
FAR = 20


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
    over = timed(preposition)
    governor = charged(over)
    if governor.pos_ != "VERB" or suffered(governor, preposition):
        return
    own = governor.lemma_ in SERVING and over != governor
    put = {"for", "of", "with", "from"} | ({"in"} if governor.lemma_ in PROSECUTING else set())
    of = preposition.lower_ in put and any(c.dep_ == "dobj" for c in governor.children)
    if own:
        yield from agents(governor, far)
        return
    blamed = of or governor != over
    yield from patients(governor, far) if blamed or passive(governor) else agents(governor, far)


#: What befalls somebody after what others did: "Woman dies after stabbing".
BEFALLING = words("die perish injure wound hurt hospitalize hospitalise survive recover rush airlift")


def suffered(governor: Token, preposition: Token) -> bool:
    """Tell whether a gerund without an object names what befell somebody: "dies after stabbing"."""
    bare = not any(c.dep_ == "dobj" for verb in dependents(preposition, "pcomp") for c in verb.children)
    return bare and preposition.lower_ in {"after", "following", "in"} and governor.lemma_ in BEFALLING


def timed(preposition: Token) -> Token:
    """Return on what a preposition hangs, behind a day that the parser hung it on: "convicted on Friday of killing"."""
    over: Token = preposition.head
    while over.ent_type_ in {"DATE", "TIME"} and over.dep_ == "pobj":
        over = over.head.head
    return over


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
        yield from conjuncts([headline_of(verb) or (verb.head.head if both else verb.head)])
    else:
        yield from done_to_above(verb, far)


def headline_of(verb: Token) -> Token | None:
    """Return of whom a participle tells that is a headline's only verb: "Host who probed gangs shot dead"."""
    clause: Token = verb.head.head if verb.head.dep_ in {"dobj", "pobj"} else verb
    clause = clause.head if clause.pos_ == "ADP" else clause
    alone = clause.dep_ == "relcl" and clause.head.dep_ == "ROOT" and clause.head.pos_ in {"NOUN", "PROPN"}
    return clause.head if alone and verb.tag_ in {"VBN", "VBD"} and not ended(verb.sent) else None


def done_to_above(verb: Token, far: int) -> Iterator[Token]:
    """Yield whom a passive verb is done to by the verb above it: "was released after being kidnapped"."""
    if verb.dep_ in {"pcomp", "xcomp", "advcl"}:
        governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if governor.pos_ == "VERB" and governor != verb:
            listed = verb.dep_ == "pcomp" and verb.head.lower_ == "as"
            yield from patients(governor, far - 1) if listed or passive(governor) else agents(governor, far - 1)
    elif verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head != verb:
        if passive(verb.head):
            yield from done_to(verb.head, far - 1)
        elif any(c.dep_ == "auxpass" for c in verb.children):
            yield from agents(verb.head, far - 1)  # "wrote about crime and was shot dead"


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
