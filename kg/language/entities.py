"""Names as spaCy's recognizer finds them, for all words of many texts at once.

The recognizer goes through a text a word at a time, and what it does next depends on what it did last only while it is
within a name. So what it does at each word outside of names is worked out for all words together; then all names that
may begin grow together, a word at a time; and then a look at each text tells which begin (Lample et al. 2016 call its
steps begin, in, last, unit and out).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from kg.language.component import Component, Layer
from kg.language.scores import Numbers, Scores

RECOGNIZER = "quick_entities"
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Words:
    """The words of several texts, one after the other: what a name may not begin with, end before, or reach beyond."""

    blank: Marks
    #: Whether a sentence, or a text, ends with each.
    last: Marks

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> "Words":
        """Return those of some texts."""
        told = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
        ends = list(accumulate(map(len, docs)))
        last = np.append(told[1:, 1] == 1, True)
        last[np.array(ends) - 1] = True
        return cls(told[:, 0] == 1, last)


class Moves:
    """The steps of a recognizer, by what they are."""

    def __init__(self, names: Sequence[str]) -> None:
        kinds = np.array([name[0] for name in names])
        #: What each is of: "PERSON".
        self.labels = [name[2:] for name in names]
        self.begin, self.unit = (np.flatnonzero(kinds == kind) for kind in "BU")
        self.out = frozenset(np.flatnonzero(kinds == "O").tolist())
        #: Those within a name, and the one that spaCy has for words that may not be in any.
        self.never = np.flatnonzero((kinds == "I") | (kinds == "L") | (np.array(names) == "U-"))
        places = {name: at for at, name in enumerate(names)}
        #: The steps that go on with a name that a step begins, and that end it.
        self.inside = np.array([places.get(f"I-{label}", 0) for label in self.labels])
        self.end = np.array([places.get(f"L-{label}", 0) for label in self.labels])


class Recognizer(Component):
    """Does what spaCy's does, with its model."""

    def begin(self, recognizer: EntityRecognizer) -> None:
        """Take over what a recognizer has learned."""
        model: Layer = recognizer.model
        self._read, self._lower, self._upper = model.layers
        moves = recognizer.moves
        self._moves = Moves([moves.get_class_name(step) for step in range(moves.n_moves)])

    def _set(self, docs: list[Doc]) -> None:
        words = Words.of(docs)
        states = Scores(self._read.predict(docs), self._lower, self._upper)
        steps = self._outside(states, words)
        ends = self._ends(states, words, steps)
        for doc, (first, after) in zip(docs, pairwise(accumulate(map(len, docs), initial=0)), strict=True):
            found = self._found(steps[first:after].tolist(), (ends[first:after] - first).tolist())
            doc.set_ents([Span(doc, *name) for name in found], default="outside")

    def _outside(self, states: Scores, words: Words) -> Numbers:
        """Return what is done at each word, should no name be open."""
        nexts = np.arange(len(words.blank))
        none = np.full(len(nexts), -1)
        moves, scores = self._moves, states(np.column_stack((nexts, none, none)))
        scores[:, moves.never] = -np.inf
        scores[np.ix_(words.blank | words.last, moves.begin)] = -np.inf
        scores[np.ix_(words.blank, moves.unit)] = -np.inf
        steps: Numbers = scores.argmax(axis=1)
        return steps

    def _ends(self, states: Scores, words: Words, steps: Numbers) -> Numbers:
        """Return where a name ends that begins with a word: behind it where it is of one word, or none."""
        ends = np.arange(1, len(steps) + 1)
        starts = np.flatnonzero(np.isin(steps, self._moves.begin))
        at = starts + 1
        while len(starts):
            scores, each, step = states(np.column_stack((at, starts, at - 1))), np.arange(len(starts)), steps[starts]
            more = scores[each, self._moves.inside[step]] >= scores[each, self._moves.end[step]]
            more &= ~words.last[at]
            ends[starts[~more]] = at[~more] + 1
            starts, at = starts[more], at[more] + 1
        return ends

    def _found(self, steps: list[int], ends: list[int]) -> Iterator[tuple[int, int, str]]:
        """Yield the names of a text, and what they name: of those that may begin, each behind the one before."""
        free = 0
        for at, (step, end) in enumerate(zip(steps, ends, strict=True)):
            if at >= free and step not in self._moves.out:
                yield at, end, self._moves.labels[step]
                free = end


@Language.factory(RECOGNIZER)
def _recognizer(nlp: Language, name: str) -> Recognizer:  # noqa: ARG001 (spaCy asks for both)
    return Recognizer(name)
