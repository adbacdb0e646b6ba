"""Relations by a model: one linear classifier a relation over the features of two words of a sentence.

The weights are learned by tools/train_relations.py from KnowledgeNet; docs/relations_model.md is the model card.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Span as Words
from spacy.tokens import Token

from kg.extract import features, gazetteer
from kg.extract.candidates import Candidate, candidates
from kg.extract.context import Context
from kg.extract.parties import is_party
from kg.extract.pattern import Found
from kg.vocabulary import vocabulary

Numbers = np.ndarray[Any, np.dtype[np.float32]]
#: What the model knows, in the order of its columns.
LEARNED = (
    *("bornIn", "bornOn", "chiefExecutiveOf", "childOf", "diedOn", "educatedAt", "foundedBy", "foundedOn"),
    *("headquarteredIn", "livesIn", "memberOf", "memberOfParty", "spouseOf", "subsidiaryOf"),
)
#: What stands before the place where somebody was born.
BEFORE_PLACE = {"in", "at", "near", "from", "of", ",", "the", "(", "and"}
#: Where somebody is for a time only.
BUILDINGS = frozenset(
    {"hotel", "center", "centre", "arena", "stadium", "airport", "hall", "theater", "theatre", "square"}
)
#: Words that make a chief executive none.
BELOW = {"deputy", "vice", "assistant"}


class Pair(NamedTuple):
    """Two candidates of a sentence in their order as subject and object, the relations admitted, their features."""

    subject: Candidate
    object: Candidate
    columns: tuple[int, ...]
    features: list[str]


class Triggers(NamedTuple):
    """The words without one of which nearby the model says nothing, by column and all together; empty: no such test."""

    of: tuple[frozenset[str], ...]
    any: frozenset[str]


NO_TRIGGERS = Triggers((), frozenset())


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and relation; a pair is found where its sum reaches the relation's threshold."""

    rows: Mapping[str, int]
    weights: Numbers
    bias: Numbers
    threshold: Numbers
    triggers: Triggers

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
    with files("kg.extract").joinpath("data", "relations.npz").open("rb") as file:
        data = np.load(file)
        names = words(data["features"])
        weights = data["weights"].astype(np.float32) * data["scale"]
        zeros = np.zeros((1, len(LEARNED)), np.float32)
        rows = {name: row for row, name in enumerate(names)}
        return Model(rows, np.concatenate([weights, zeros]), data["bias"], data["threshold"], triggers(data))


def triggers(data: Mapping[str, Any]) -> Triggers:
    """Return the triggers of a model file."""
    of = tuple(frozenset(column.split()) for column in words(data["triggers"]))
    return Triggers(of, frozenset().union(*of))


def words(letters: np.ndarray[Any, np.dtype[np.uint8]]) -> list[str]:
    """Return the list of strings that stands as JSON in an array of bytes: no pickle is ever loaded."""
    listed: list[str] = json.loads(bytes(letters).decode("utf-8"))
    return listed


def matches(context: Context) -> Iterator[Found]:
    """Yield what the model finds, each with its probability."""
    found = [pair for sentence in context.sentences for pair in pairs(context, sentence, model().triggers)]
    if not found:
        return
    scores = model().scores(found)
    for pair, row in zip(found, scores, strict=True):
        for column in pair.columns:
            name = LEARNED[column]
            trigger = features.meeting(pair.subject.head, pair.object.head)
            if row[column] >= model().threshold[column] and stated(trigger, pair) and credible(context, name, pair):
                sure = round(1 / (1 + math.exp(-row[column])), 2)
                yield Found(name, pair.subject.head, pair.object.head, trigger, f"learned-{name}", None, sure)


def pairs(context: Context, sentence: Words, triggers: Triggers) -> Iterator[Pair]:
    """Yield the pairs of a sentence that some relation admits, where a word nearby is one of its triggers."""
    found = candidates(context, sentence)
    wanted = [
        (i, j, columns)
        for i, subject in enumerate(found)
        for j, obj in enumerate(found)
        if i != j and (columns := admitted(subject.kinds, obj.kinds)) and apart(subject, obj)
    ]
    if not wanted or (triggers.any.isdisjoint(token.lemma_.lower() for token in sentence) and triggers.any):
        return
    words = features.sentence(sentence)
    ends: dict[int, features.End] = {}
    for i, j, columns in wanted:
        said = features.near(words, found[i], found[j])
        told = tuple(c for c in columns if not triggers.any or not said.isdisjoint(triggers.of[c]))
        if told:
            for k in (i, j):
                if k not in ends:
                    ends[k] = features.end(words, found[k])
            own = features.of_pair(words, ends[i], ends[j], abs(i - j) - 1)
            yield Pair(found[i], found[j], told, own)


def apart(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates are close enough, and not known to mean one thing."""
    same = one.mention and other.mention and one.mention.entity == other.mention.entity
    return not same and abs(one.start - other.start) <= features.REACH


def stated(trigger: Token, pair: Pair) -> bool:
    """Tell whether neither stands in a clause that is told of the other: "Fox denied that Bell was born in Leeds"."""
    return not any(
        node.dep_ in {"ccomp", "csubj"}
        for end in (pair.subject.head, pair.object.head)
        for node in (end, *end.ancestors)
        if node.head == trigger != node
    )


def credible(context: Context, relation: str, pair: Pair) -> bool:
    """Tell whether a pair is free of what forbids its relation, beyond the kinds."""
    obj = pair.object.mention
    if relation == "memberOfParty":
        return is_party(obj)
    if relation == "chiefExecutiveOf":
        first, second = sorted((pair.subject.start, pair.object.start))
        return BELOW.isdisjoint(token.lower_ for token in context.doc[first:second])
    if relation in {"bornIn", "livesIn"} and obj is not None and obj.text.split()[-1].lower() in BUILDINGS:
        return False
    if relation == "bornIn" and pair.object.start and context.doc[pair.object.start - 1].lower_ not in BEFORE_PLACE:
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
