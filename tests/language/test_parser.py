"""Sentences are parsed as spaCy's parser does, from each place where one is told to start."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.language import parser, pipeline
from kg.language.quick import quicken
from kg.language.scores import Scores
from kg.language.sentences import paragraphs

TOLD = ["ORTH", "DEP", "HEAD", "SENT_START"]
#: Sentences and parts of them, with lines that end anywhere.
WORDS = (
    "Ann Lee met|Bob in Paris|on Monday|, who said|that|they had left|the new|police|officers|killed|three|No|.|.|!|“|”"
    "|and|-|\n|\n\n|\n \n|Dr.|who|is|of|漢字|🙂|!?"
)


@cache
def pipelines() -> tuple[Language, Language]:
    """Return the pipeline with spaCy's parser, and with the quick one."""
    made = []
    for quick in (False, True):
        with warnings.catch_warnings(action="ignore"):
            nlp = pipeline._default()
        if quick:
            quicken(nlp)
        nlp.add_pipe(paragraphs.__name__, before="parser")
        made.append(nlp)
    return made[0], made[1]


@contextmanager
def liking_breaks(by: float) -> Iterator[None]:
    """Let both like by so much more that a sentence starts behind the next word."""
    spacys: Any = pipelines()[0].get_pipe("parser")
    quick: Any = pipelines()[1].get_pipe("parser")
    at = list(spacys.move_names).index("B-ROOT")
    scores = [model.layers[-1].get_param("b") for model in (spacys.model, quick.model)]
    for score in scores:
        score[at] += by
    yield
    for score in scores:
        score[at] -= by


def told(doc: Doc) -> list[list[int]]:
    listed: list[list[int]] = doc.to_array(TOLD).tolist()
    return listed


@pytest.mark.parametrize("breaks", [0.0, 8.0])
@settings(deadline=None, max_examples=30, derandomize=True)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS.split("|")), max_size=40).map(" ".join), min_size=1, max_size=6))
def test_any_lines_are_parsed_as_spacy_parses_them(breaks: float, texts: list[str]) -> None:
    with liking_breaks(breaks):
        theirs, ours = ([told(doc) for doc in nlp.pipe(texts)] for nlp in pipelines())
    assert ours == theirs


def test_a_break_behind_what_is_not_reached_goes_on_in_place_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    reached = []
    ways = parser.Ways

    class Kept(ways):  # type: ignore[misc, valid-type]
        def __init__(self, ends: parser.Numbers) -> None:
            super().__init__(ends)
            reached.append(self)

    monkeypatch.setattr(parser, "Ways", Kept)
    text = "\n\n".join(["Ann Lee met Bob in Paris and", "“ they left the new house of the police officers on"] * 4)
    with liking_breaks(30.0):
        theirs, ours = (told(nlp(text)) for nlp in pipelines())
    assert ours == theirs
    assert any((each.reached > np.arange(len(each.reached)) + 1).any() for each in reached)


def test_where_a_sentence_is_told_to_start_one_state_ends_and_the_next_begins() -> None:
    ways = parser.Ways(np.array([4, 9, -1]))
    assert ways.go_on(np.array([4, 4, 9]), np.array([3, 3, -1])).all()
    # The first has told a break, the second has left the text's next word, the third is on its way.
    assert ways.go_on(np.array([4, 5, 10]), np.array([3, 4, 9])).all()
    assert ways.go_on(np.array([4, 9, 11]), np.array([-1, -1, 9])).tolist() == [True, False, True]
    assert (ways.on.tolist(), ways.reached.tolist()) == ([0, 2], [2, 2, 3])
    assert ways.go_on(np.array([9, 12]), np.array([-1, 9])).tolist() == [False, True]


def test_parses_do_not_depend_on_what_is_parsed_beside() -> None:
    texts = ["Ann Lee met Bob.\n\nShe left.", "No.", "\n", "", "Police killed three\nin Paris on Monday, he said."] * 3
    nlp = pipelines()[1]
    together = [told(doc) for doc in nlp.pipe(texts)]
    for size in (1, 2, 7):
        assert [told(doc) for doc in nlp.pipe(texts, batch_size=size)] == together


def test_what_a_state_scores_does_not_depend_on_the_others() -> None:
    _, lower, upper = pipelines()[1].get_pipe("parser").model.layers  # type: ignore[attr-defined]
    numbers = np.random.default_rng(1)
    scores = Scores(numbers.standard_normal((50, 64)).astype("f"), lower, upper)
    words = numbers.integers(-1, 50, (300, 8))
    whole = scores(words)
    for rows in (*range(1, 40), 100, 255, 299):
        assert np.array_equal(scores(words[:rows]), whole[:rows])
