"""What forbids a relation between two words that the model would give: vetoes with names."""

from collections.abc import Set as AbstractSet
from itertools import islice

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import KIN
from kg.extract.lexicon.parties import is_party
from kg.extract.relations.model.pairs import Candidate, Pair
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

#: What stands before the place where somebody was born.
BEFORE_PLACE = {"in", "at", "near", "from", "of", ",", "the", "(", "and"}
#: Where somebody is for a time only.
BUILDINGS = frozenset(
    {"hotel", "center", "centre", "arena", "stadium", "airport", "hall", "theater", "theatre", "square"}
)
#: What must stand in the sentence: other words only keep such relations company in biographies.
SAID_BY = {
    name: frozenset(words.split())
    for name, words in {
        "childOf": "son daughter child father mother parent bear heir twin stepson stepdaughter",
        "spouseOf": "wife husband marry married spouse widow widower wed divorce bride",
        "chiefExecutiveOf": "ceo executive chief c.e.o.",
        "educatedAt": "study graduate degree educate education student attend alumnus alumna school college earn"
        " doctorate diploma train bachelor master b.a. m.a. ba ma phd ph.d. mba enroll enrol pupil major admit class"
        " scholarship complete qualify b.s. bachelors masters undergraduate",
        "livesIn": "live life move reside residence resident relocate settle grow raise home native emigrate immigrate"
        " base house emigrant immigrant citizen hail childhood upbring dwell stay return spend exile retire",
        "headquarteredIn": "base headquarter headquarters locate office situate seat relocate home",
        "foundedBy": "found founder co-founder cofounder founding establish start create launch form begin set",
        "foundedOn": "found founder founding establish start create launch form begin set incorporate",
    }.items()
}
#: What holds of a person and not of his family or followers.
OF_ONE = {"bornIn", "bornOn", "diedOn", "livesIn", "educatedAt", "memberOf", "memberOfParty"}
#: Who runs a company, and who only runs its money or machines.
CHIEFS = {"ceo", "c.e.o.", "executive"}
OFFICERS = {"cfo", "coo", "cto", "cio", "cmo"}
TEACHERS = {"teacher", "tutor", "professor", "lecturer", "instructor", "mentor"}
#: Words that make a chief executive none.
BELOW = {"deputy", "vice", "assistant", "ceos", "executives"}


def stated(trigger: Token, pair: Pair) -> bool:
    """Tell whether neither stands in a clause that is told of the other: "Fox denied that Bell was born in Leeds"."""
    return not any(
        node.dep_ in {"ccomp", "csubj"}
        for end in (pair.subject.head, pair.object.head)
        for node in (end, *end.ancestors)
        if node.head == trigger != node
    )


def only_named(subject: Token, obj: Token) -> bool:
    """Tell whether a person only says whose kin or followers do it: "the family of Jo Poe moved to Leeds"."""
    below = subject.dep_ == "pobj" and subject.head.lower_ in {"of", "to", "for", "with"}
    noun = subject.head.head if below else subject.head
    kin = subject.tag_ == "PRP$" and noun.lemma_.lower() in KIN  # "her father died", not "her life ended"
    owned = noun != subject.head or (subject.dep_ == "poss" and (subject.pos_ == "PROPN" or kin))
    if not owned or noun.dep_ not in {"nsubj", "nsubjpass", "appos"} or noun.pos_ != "NOUN":
        return False
    # "Keller's death in 2019", but "Keller's predecessor, who died in 2019"
    theirs = (c for c in noun.children if c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.children))
    return obj not in noun.subtree or any(obj in clause.subtree for clause in theirs)


def credible(context: Context, relation: str, pair: Pair) -> bool:
    """Tell whether a pair is free of what forbids its relation, beyond what its sentence and its object tell."""
    first, second = sorted((pair.subject.start, pair.object.start))
    between = {token.lower_ for token in context.doc[first:second]}
    if ";" in between or (relation == "chiefExecutiveOf" and not BELOW.isdisjoint(between)):
        return False
    if relation in OF_ONE and of_kin(context, pair):
        return False
    another = deed_of_another(pair) or beside_its_own(relation, pair) or told_of_another(relation, pair)
    return not another


def said_in(lemmas: AbstractSet[str], relation: str) -> bool:
    """Tell whether a sentence with these lemmas has what a relation is said by, where it is said by some words."""
    return relation not in SAID_BY or not SAID_BY[relation].isdisjoint(lemmas)


def of_kin(context: Context, pair: Pair) -> bool:
    """Tell whether what holds of one is told of somebody who is only named beside him."""
    subject, obj = pair.subject.head, pair.object.head
    named = pair.subject.mention is not None and pair.subject.mention.form == "name"
    beside = only_named(subject, obj) or (named and only_in_clause(subject, obj)) or whose(subject, obj)
    return beside or of_a_nearer(context, pair)


def of_a_nearer(context: Context, pair: Pair) -> bool:
    """Tell whether a clause with the object follows another's name: "Ann Lee and her son Bob Poe, who died in May"."""
    for node in (pair.object.head, *pair.object.head.ancestors):
        comma = node.left_edge.i - 1
        told = node.dep_ == "relcl" or (node.dep_ == "appos" and context.mention(node) is None)
        if told and comma > pair.subject.end and context.doc[comma].text == ",":
            name = context.person(context.doc[comma - 1])
            if name is not None:
                return name is not pair.subject.mention
    return False


def left_for(body: Token) -> bool:
    """Tell whether somebody came from a body to another, and is in it no more: "joined the bank from Acme"."""
    if body.lower_ in {"where", "which"}:
        body = next((t.head for t in body.ancestors if t.dep_ == "relcl"), body)
    return body.dep_ == "pobj" and body.head.lower_ == "from" and body.head.head.lemma_.lower() in COMING


#: Verbs of those who come to a body from another.
COMING = frozenset({"join", "hire", "move", "recruit", "sign", "poach", "transfer", "arrive", "come", "return"})


def deed_of_another(pair: Pair) -> bool:
    """Tell whether the object stands in what somebody else does: "Blom criticised Moll for joining the party"."""
    subject = pair.subject.head
    for node in pair.object.head.ancestors:
        doers = list(grammar.controlling(node))
        if doers and subject not in doers and subject not in node.subtree:
            return True
    return False


def beside_its_own(relation: str, pair: Pair) -> bool:
    """Tell whether an end only says whose somebody else is, or where: "by Ann Lee's grandfather", "in Hollis"."""
    subject, obj = pair.subject.head, pair.object.head
    if relation == "foundedBy":
        return obj.dep_ == "poss" and obj.head.lemma_.lower() in KIN
    if relation not in {"livesIn", "educatedAt"}:
        return False
    theirs = subject.dep_ == "poss" and subject.tag_ == "PRP$" and subject.head.lemma_.lower() in KIN
    there = subject.dep_ == "pobj" and subject.head.lower_ in {"in", "at", "near"}
    return theirs or there or (relation == "educatedAt" and others_learn(obj))


def only_in_clause(subject: Token, obj: Token) -> bool:
    """Tell whether only a clause about another names somebody: "Ann Lee, who divorced Jo Poe, lives in Leeds"."""
    clause = next((t for t in subject.ancestors if t.dep_ == "relcl"), None)
    return clause is not None and obj not in clause.subtree


def whose(subject: Token, obj: Token) -> bool:
    """Tell whether an end is told of somebody's kin: "Ann Lee, whose husband Jo Poe died in 2010"."""
    clauses = (c for c in grammar.children(subject, "relcl") if obj in c.subtree)
    kin = (n for c in clauses for n in grammar.children(c, "nsubj", "nsubjpass") if n.lemma_.lower() in KIN)
    return any(w.tag_ == "WP$" for n in kin for w in n.lefts)


def others_learn(school: Token) -> bool:
    """Tell whether a school is that of students who are spoken to or of: "Addressing students at Kelham College"."""
    noun = school.head.head if school.dep_ == "pobj" else school.head
    return noun.tag_ == "NNS" and noun.lemma_.lower() in LEARNERS and noun.dep_ in {"dobj", "pobj"}


LEARNERS = frozenset({"student", "pupil", "graduate", "undergraduate", "cadet"})


def told_of_another(relation: str, pair: Pair) -> bool:
    """Tell whether the word for the relation is another's: the officer's, the teacher's or the judge's beside it."""
    if relation == "chiefExecutiveOf" and not chief(pair.subject.head):
        return True
    if relation == "educatedAt" and (taught(pair.subject.head) or teaches(pair.object.head)):
        return True
    own = SAID_BY.get(relation, frozenset())
    return any(of_another(end.head, own) for end in (pair.subject, pair.object))


def chief(person: Token) -> bool:
    """Tell whether the nearest office of a company's chiefs is the first one: not "chief financial officer"."""
    offices = (t for t in person.sent if t.lower_ in {"chief", *CHIEFS, *OFFICERS})
    nearest = min(offices, key=lambda t: abs(t.i - person.i), default=person)
    after = nearest.doc[nearest.i + 1 : nearest.i + 3].text.lower().split()
    other = nearest.lower_ == "chief" and after[1:] == ["officer"] and after[0] != "executive"
    return nearest.lower_ not in OFFICERS and not other


def taught(person: Token) -> bool:
    """Tell whether the person is there as a teacher: "her teacher was Jo Poe", "studied under Jo Poe"."""
    verb = person.head
    beside = {c.lemma_.lower() for c in verb.children if c.dep_ in {"nsubj", "attr"}} if verb.lemma_ == "be" else set()
    return not beside.isdisjoint(TEACHERS) or (person.dep_ == "pobj" and verb.lower_ in {"under", "with"})


def teaches(school: Token) -> bool:
    """Tell whether somebody teaches at a school: "taught geography at Kelham School"."""
    return any(t.lemma_ in {"teach", "lecture"} for t in islice(school.ancestors, 3))


def of_another(end: Token, own: frozenset[str]) -> bool:
    """Tell whether another title has it as its own: the bank of "founder of Acme and head of the bank"."""
    noun = end.head.head if end.dep_ == "pobj" and end.head.dep_ == "prep" else end
    first = noun.head
    lacks = noun != end and noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.lemma_.lower() not in own
    return lacks and first.lemma_.lower() in own and any(c.dep_ == "prep" for c in first.children)


def fitting(context: Context, relation: str, one: Candidate) -> bool:
    """Tell whether the object is what such relations have, beyond its kind."""
    obj = one.mention
    if relation == "memberOf" and left_for(one.head):
        return False
    if relation == "memberOfParty":
        return is_party(obj)
    if relation in {"bornIn", "livesIn"} and obj is not None and obj.text.split()[-1].lower() in BUILDINGS:
        return False
    if relation == "bornIn" and one.start and context.doc[one.start - 1].lower_ not in BEFORE_PLACE:
        return False
    if relation in {"bornIn", "livesIn", "headquarteredIn"}:
        return obj is None or gazetteer.demonym(obj.text) is None
    return relation != "memberOf" or obj is None or obj.kind == "Organization"
