"""Relations by a model: one linear classifier a relation over the features of two words of a sentence.

The weights are learned by tools/train_relations.py from KnowledgeNet; docs/relations_model.md is the model card.
"""

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Span as Words
from spacy.tokens import Token

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import is_party
from kg.extract.relations.model import features
from kg.extract.relations.model.pairs import Candidate, candidates
from kg.extract.relations.pattern import Found
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.vocabulary import vocabulary

Numbers = np.ndarray[Any, np.dtype[np.float32]]
#: What the model knows, in the order of its columns.
LEARNED = (
    *("bornIn", "bornOn", "chiefExecutiveOf", "childOf", "diedOn", "educatedAt", "foundedBy", "foundedOn"),
    *("headquarteredIn", "livesIn", "memberOf", "memberOfParty", "spouseOf", "subsidiaryOf"),
)
#: Pairs whose features are held at a time, and how many are looked at in what is hardly one sentence any more.
BATCH, MOST = 2_000, 10_000
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


class Pair(NamedTuple):
    """Two candidates of a sentence in their order as subject and object, the relations admitted, their features."""

    subject: Candidate
    object: Candidate
    columns: tuple[int, ...]
    features: list[str]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and relation; a pair is found where its sum reaches the relation's threshold."""

    rows: Mapping[str, int]
    weights: Numbers
    bias: Numbers
    threshold: Numbers

    def scores(self, pairs: list[Pair]) -> Numbers:
        """Return the log odds of each pair (rows) for each relation (columns)."""
        rows, starts = [len(self.weights) - 1], []
        for pair in pairs:
            starts.append(len(rows))
            rows += [self.rows[name] for name in pair.features if name in self.rows]
            rows.append(len(self.weights) - 1)  # the last row is zeros: no pair is without a row
        sums: Numbers = np.add.reduceat(self.weights[rows], starts, axis=0) + self.bias
        return sums


@cache
def model() -> Model:
    """Return the model that came with kg."""
    with files("kg.extract.relations.model").joinpath("relations.npz").open("rb") as file:
        data = np.load(file)
        names = words(data["features"])
        weights = data["weights"].astype(np.float32) * data["scale"]
        zeros = np.zeros((1, len(LEARNED)), np.float32)
        rows = {name: row for row, name in enumerate(names)}
        return Model(rows, np.concatenate([weights, zeros]), data["bias"], data["threshold"])


def words(letters: np.ndarray[Any, np.dtype[np.uint8]]) -> list[str]:
    """Return the list of strings that stands as JSON in an array of bytes: no pickle is ever loaded."""
    listed: list[str] = json.loads(bytes(letters).decode("utf-8"))
    return listed


def matches(context: Context) -> Iterator[Found]:
    """Yield what the model finds, each with its probability."""
    found = (pair for sentence in context.sentences for pair in pairs(context, sentence))
    while batch := list(islice(found, BATCH)):
        yield from scored(context, batch)


def scored(context: Context, found: list[Pair]) -> Iterator[Found]:
    """Yield what the model finds among some pairs."""
    for pair, row in zip(found, model().scores(found), strict=True):
        for column in (c for c in pair.columns if row[c] >= model().threshold[c]):
            name = LEARNED[column]
            trigger = below(features.meeting(pair.subject.head, pair.object.head), pair)
            if stated(trigger, pair) and credible(context, name, pair):
                sure = round(1 / (1 + math.exp(-row[column])), 2)
                yield Found(name, pair.subject.head, pair.object.head, trigger, f"learned-{name}", None, sure)


def below(top: Token, pair: Pair) -> Token:
    """Return the verb that hangs on the one and governs the other: "Acme, a firm founded in 1990"; else the top."""
    ends = (pair.subject.head, pair.object.head)
    over = [node for end in ends for node in end.ancestors if top in ends and top.is_ancestor(node)]
    return next((node for node in reversed(over) if node.pos_ == "VERB"), top)


def pairs(context: Context, sentence: Words) -> Iterator[Pair]:
    """Yield the pairs of a sentence that some relation admits."""
    found = candidates(context, sentence)
    starts = [candidate.start for candidate in found]
    wanted = [
        (i, j, columns)
        for i, subject in enumerate(found)
        for j in near(starts, i)
        if i != j and (columns := admitted(subject.kinds, found[j].kinds)) and apart(subject, found[j])
    ]
    if not wanted:
        return
    del wanted[MOST:]
    words = features.sentence(sentence)
    ends: dict[int, features.End] = {}
    for i, j, columns in wanted:
        for k in (i, j):
            if k not in ends:
                ends[k] = features.end(words, found[k])
        own = features.of_pair(words, ends[i], ends[j], abs(i - j) - 1)
        yield Pair(found[i], found[j], columns, own)


def near(starts: list[int], i: int) -> range:
    """Return which candidates are close enough to one of them, by where each begins in the text."""
    return range(bisect_left(starts, starts[i] - features.REACH), bisect_right(starts, starts[i] + features.REACH))


def apart(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates are not known to mean one thing."""
    return not (one.mention and other.mention and one.mention.entity == other.mention.entity)


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
    owned = noun != subject.head or (subject.dep_ == "poss" and subject.pos_ == "PROPN")
    if not owned or noun.dep_ not in {"nsubj", "nsubjpass", "appos"} or noun.pos_ != "NOUN":
        return False
    # "Keller's death in 2019", but "Keller's predecessor, who died in 2019"
    theirs = (c for c in noun.children if c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.children))
    return obj not in noun.subtree or any(obj in clause.subtree for clause in theirs)


def credible(context: Context, relation: str, pair: Pair) -> bool:
    """Tell whether a pair is free of what forbids its relation, beyond the kinds."""
    first, second = sorted((pair.subject.start, pair.object.start))
    between = {token.lower_ for token in context.doc[first:second]}
    if ";" in between or (relation == "chiefExecutiveOf" and not BELOW.isdisjoint(between)):
        return False
    said = (token.lemma_.lower() for token in pair.subject.head.sent)
    if relation in SAID_BY and SAID_BY[relation].isdisjoint(said):
        return False
    if (relation in OF_ONE and only_named(pair.subject.head, pair.object.head)) or deed_of_another(pair):
        return False
    return not told_of_another(relation, pair) and fitting(context, relation, pair.object)


def deed_of_another(pair: Pair) -> bool:
    """Tell whether the object stands in what somebody else does: "Blom criticised Moll for joining the party"."""
    subject = pair.subject.head
    for node in pair.object.head.ancestors:
        doers = list(grammar.controlling(node))
        if doers and subject not in doers and subject not in node.subtree:
            return True
    return False


def told_of_another(relation: str, pair: Pair) -> bool:
    """Tell whether the word for the relation is another's: the officer's, the teacher's or the judge's beside it."""
    if relation == "chiefExecutiveOf" and not chief(pair.subject.head):
        return True
    if relation == "educatedAt" and taught(pair.subject.head):
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


def of_another(end: Token, own: frozenset[str]) -> bool:
    """Tell whether another title has it as its own: the bank of "founder of Acme and head of the bank"."""
    noun = end.head.head if end.dep_ == "pobj" and end.head.dep_ == "prep" else end
    first = noun.head
    lacks = noun != end and noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.lemma_.lower() not in own
    return lacks and first.lemma_.lower() in own and any(c.dep_ == "prep" for c in first.children)


def fitting(context: Context, relation: str, one: Candidate) -> bool:
    """Tell whether the object is what such relations have, beyond its kind."""
    obj = one.mention
    if relation == "memberOfParty":
        return is_party(obj)
    if relation in {"bornIn", "livesIn"} and obj is not None and obj.text.split()[-1].lower() in BUILDINGS:
        return False
    if relation == "bornIn" and one.start and context.doc[one.start - 1].lower_ not in BEFORE_PLACE:
        return False
    if relation in {"bornIn", "livesIn", "headquarteredIn"}:
        return obj is None or gazetteer.demonym(obj.text) is None
    return relation != "memberOf" or obj is None or obj.kind == "Organization"


@cache
def admitted(subjects: tuple[str, ...], objects: tuple[str, ...]) -> tuple[int, ...]:
    """Return the columns of the relations that the ontology allows between some of these kinds."""
    allows = vocabulary().allows
    return tuple(
        column
        for column, name in enumerate(LEARNED)
        if any(allows(name, subject, obj) for subject in subjects for obj in objects)
    )
