"""Sentences parsed as spaCy's parser parses them, those of all paragraphs of many texts a step at a time.

The parser goes through a text from left to right, and what it does next depends on the words on its stack and on those
that come (Honnibal and Johnson 2015). Where a sentence is told to start, as with a paragraph, its stack is empty: so it
begins at each such place by itself, and what all of them do next is told by one product of matrices. The states and
their steps are spaCy's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from kg.language.component import Component, Layer
from kg.language.scores import Numbers, Scores

PARSER = "quick_parser"
Marks = npt.NDArray[np.bool_]
#: spaCy tells no type of it.
State = Any
#: Places of what a state tells of itself: the next word, and the one on top of its stack.
NEXT, TOP = 0, 2
#: What is no word, nor the lack of one.
ELSEWHERE = -2


class Ways:
    """How far states are that go on till their stack is empty where the next begins.

    While words are left on its stack there, one may tell that a sentence starts with the word behind (a break). The
    next would not know: it goes on in the next's place.
    """

    def __init__(self, ends: Numbers) -> None:
        self._ends = ends
        #: Those on their way, and the first of the others that each does not reach.
        self.on = np.arange(len(ends))
        self.reached = self.on + 1
        self._broke = np.zeros(len(ends), bool)
        self._before = np.full(len(ends), ELSEWHERE)

    def go_on(self, nexts: Numbers, tops: Numbers) -> Marks:
        """Return which of those on their way are so still, by their next words and those on top of their stacks."""
        on = self.on
        ends = nexts == self._ends[self.reached[on] - 1]
        self._broke[on] |= ends & (tops == self._before[on])  # any other step would have changed them
        self._before[on] = np.where(ends, tops, ELSEWHERE)
        arrived = ends & (tops < 0)
        further = on[arrived & self._broke[on]]
        self.reached[further] += 1
        self._broke[further], self._before[further] = False, ELSEWHERE
        going: Marks = ~arrived | np.isin(on, further)
        self.on = on[going]
        return going


class Parser(Component):
    """Does what spaCy's does, with its model."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.labels: tuple[str, ...] = ()

    def begin(self, parser: DependencyParser) -> None:
        """Take over what a parser has learned."""
        self.model: Layer = parser.model
        self._parser, self.labels = parser, parser.labels
        self._root = parser.vocab.strings["ROOT"]
        self._read, self._lower, self._upper = self.model.layers
        none = np.zeros((0, self._lower.get_dim("nI")), np.float32)
        #: Tells which words a state is told by.
        self._states = ParserStepModel(
            [], [lambda *_, **__: (none, None), self._lower, self._upper], has_upper=True, train=False
        )

    def _set(self, docs: list[Doc]) -> None:
        begins = [_begins(doc) for doc in docs]
        offsets = accumulate(map(len, docs[:-1]), initial=0)
        ends = [(*(first + at for at in each[1:]), -1) for first, each in zip(offsets, begins, strict=True)]
        at_start = self._parser.moves.init_batch(docs)
        states = [list(_from_each(state, places)) for state, places in zip(at_start, begins, strict=True)]
        scores = Scores(self._read.predict(docs), self._lower, self._upper)
        reached = iter(
            self._parsed(list(chain.from_iterable(states)), np.array(list(chain.from_iterable(ends))), scores).tolist()
        )
        first = 0
        for doc, some in zip(docs, states, strict=True):
            _tell(doc, _that_count(some, [each - first for each in islice(reached, len(some))]), self._root)
            for each in self._parser.postprocesses:
                each(doc)
            first += len(some)

    def _parsed(self, states: Sequence[State], ends: Numbers, scores: Scores) -> Numbers:
        """Bring states to where the next begin, or a text ends; return which is the first that each did not reach."""
        ways = Ways(ends)
        while len(ways.on):
            words = self._states.get_token_ids([states[each] for each in ways.on.tolist()])
            words = words[ways.go_on(words[:, NEXT], words[:, TOP])]
            moved = [states[each] for each in ways.on.tolist()]
            if moved and len(self._parser.transition_states(moved, scores(words))) < len(moved):
                ways.on = ways.on[[not state.is_final() for state in moved]]
        return ways.reached


def _begins(doc: Doc) -> list[int]:
    """Return the places where a text begins, and where sentences are told to start."""
    told: Any = doc.to_array(["SENT_START"])
    told[0] = 1
    places: list[int] = np.flatnonzero(told == 1).tolist()
    return places


def _from_each(state: State, places: Sequence[int]) -> Iterator[State]:
    """Yield states like one at the start of a text, that have passed over what is before each of some places."""
    for before, place in pairwise((0, *places)):
        for _ in range(place - before):
            state.push()
            state.pop()
        yield state.copy()


def _that_count(states: Sequence[State], reached: Sequence[int]) -> Iterator[State]:
    """Yield the states of a text without those that another went on in place of."""
    at = 0
    while at < len(states):
        yield states[at]
        at = reached[at]


def _tell(doc: Doc, states: Iterable[State], root: int) -> None:
    """Give the words of a text the heads that states found, and what they are to these."""
    heads, labels = [0] * len(doc), [root] * len(doc)
    for arc in chain.from_iterable(state.arcs for state in states):
        child = arc["child"]
        heads[child], labels[child] = arc["head"] - child, arc["label"]
    told: Any = np.column_stack((np.array(heads, np.int64).view(np.uint64), np.array(labels, np.uint64)))
    doc.from_array(["HEAD", "DEP"], told)


@Language.factory(PARSER)
def _parser(nlp: Language, name: str) -> Parser:  # noqa: ARG001 (spaCy asks for both)
    return Parser(name)
