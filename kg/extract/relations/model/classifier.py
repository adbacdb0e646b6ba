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
from typing import Any

import numpy as np

from kg.extract.relations.model import features
from kg.extract.relations.model.credible import credible, fitting, said_in, stated
from kg.extract.relations.model.pairs import Candidate, Pair, candidates
from kg.extract.relations.pattern import Found
from kg.extract.syntax.context import Context
from kg.language.parsed import Span as Words
from kg.language.parsed import Token
from kg.vocabulary import vocabulary

Numbers = np.ndarray[Any, np.dtype[np.float32]]
#: What the model knows, in the order of its columns.
LEARNED = (
    *("bornIn", "bornOn", "chiefExecutiveOf", "childOf", "diedOn", "educatedAt", "foundedBy", "foundedOn"),
    *("headquarteredIn", "livesIn", "memberOf", "memberOfParty", "spouseOf", "subsidiaryOf"),
)
#: Pairs whose features are held at a time, and how many are looked at in what is hardly one sentence any more.
BATCH, MOST = 2_000, 10_000


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
            rows += [row for row in map(self.rows.get, pair.features) if row is not None]
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
    found = (pair for sentence in context.sentences for pair in pairs(context, sentence, credible_alone=True))
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


def pairs(context: Context, sentence: Words, *, credible_alone: bool = False) -> Iterator[Pair]:
    """Yield the pairs of a sentence that some relation admits, or with those alone that may be credible there."""
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
    if credible_alone:
        wanted = list(_credible(context, sentence, found, wanted))
    words = features.sentence(sentence)
    ends: dict[int, features.End] = {}
    for i, j, columns in wanted:
        for k in (i, j):
            if k not in ends:
                ends[k] = features.end(words, found[k])
        own = features.of_pair(words, ends[i], ends[j], abs(i - j) - 1)
        yield Pair(found[i], found[j], columns, own)


def _credible(
    context: Context, sentence: Words, found: list[Candidate], wanted: list[tuple[int, int, tuple[int, ...]]]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the pairs with the relations of which sentence and object allow one: most pairs have none."""
    lemmas = {token.lemma_.lower() for token in sentence}
    said = {column for column, name in enumerate(LEARNED) if said_in(lemmas, name)}
    able: dict[int, set[int]] = {}
    for i, j, columns in wanted:
        if j not in able:
            able[j] = {column for column in said if fitting(context, LEARNED[column], found[j])}
        if left := tuple(column for column in columns if column in able[j]):
            yield i, j, left


def near(starts: list[int], i: int) -> range:
    """Return which candidates are close enough to one of them, by where each begins in the text."""
    return range(bisect_left(starts, starts[i] - features.REACH), bisect_right(starts, starts[i] + features.REACH))


def apart(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates are not known to mean one thing."""
    return not (one.mention and other.mention and one.mention.entity == other.mention.entity)


@cache
def admitted(subjects: tuple[str, ...], objects: tuple[str, ...]) -> tuple[int, ...]:
    """Return the columns of the relations that the ontology allows between some of these kinds."""
    allows = vocabulary().allows
    return tuple(
        column
        for column, name in enumerate(LEARNED)
        if any(allows(name, subject, obj) for subject in subjects for obj in objects)
    )
