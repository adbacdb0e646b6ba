"""What is quick gives what spaCy's own components give, of any texts, however many are parsed together."""

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.language import pipeline, rows, tokvecs
from kg.language.matrices import FEW, Matrices
from kg.language.quick import is_known, quicken

ROOT = Path(__file__).parents[2]
STORY = [json.loads(line)["text"] for line in (ROOT / "docs/story.jsonl").read_text("utf-8").splitlines()]
TEXTS = [*STORY, *(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))]
TOLD = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
#: Names of one word and of many, what stands beside them, blanks, lines, and letters that no model knows.
WORDS = (
    "Barack Obama|University of Oslo|the United Nations Security Council|Paris|on Monday|$3 million|10 percent|1999|"
    "said|killed|who|in|and|no|Mr.|Acme Inc.|Ann Lee|'s|’|“|”|,|.|-| |\t|\n|\n\n|ö|漢字|🙂|x"
)


@cache
def plain() -> Language:
    """The pinned pipeline as it comes."""
    with warnings.catch_warnings(action="ignore"):
        return pipeline._default()


@cache
def quick() -> Language:
    """The pinned pipeline, quick."""
    with warnings.catch_warnings(action="ignore"):
        nlp = pipeline._default()
    quicken(nlp)
    return nlp


def told(doc: Doc) -> list[list[int]]:
    listed: list[list[int]] = doc.to_array(TOLD).tolist()
    return listed


def test_real_texts_are_told_as_spacy_tells_them() -> None:
    theirs, ours = ([told(doc) for doc in nlp.pipe(TEXTS, batch_size=32)] for nlp in (plain(), quick()))
    assert ours == theirs
    assert sum(map(len, ours)) > 1000


@settings(deadline=None, max_examples=40, derandomize=True)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS.split("|")), max_size=30).map(" ".join), min_size=1, max_size=6))
def test_any_texts_are_told_as_spacy_tells_them(texts: list[str]) -> None:
    theirs, ours = ([told(doc) for doc in nlp.pipe(texts)] for nlp in (plain(), quick()))
    assert ours == theirs


@pytest.mark.parametrize("size", [1, 2, 7])
def test_vectors_do_not_depend_on_what_is_parsed_beside(size: int) -> None:
    docs = [quick().make_doc(text) for text in TEXTS]
    together = quick().get_pipe("tok2vec").predict(docs)  # type: ignore[attr-defined]
    for first in range(0, len(docs), size):
        some = quick().get_pipe("tok2vec").predict(docs[first : first + size])  # type: ignore[attr-defined]
        assert all(map(np.array_equal, some, together[first : first + size]))


def test_a_row_of_a_product_does_not_depend_on_the_others() -> None:
    numbers = np.random.default_rng(1)
    for width, outs in ((672, 288), (300, 96), (96, 64), (64, 74)):
        left = numbers.standard_normal((3 * FEW, width)).astype("f")
        right = numbers.standard_normal((outs, width)).astype("f")
        whole = Matrices().gemm(left, right, trans2=True)
        for count in (1, 2, 3, 20, FEW - 1, FEW, FEW + 1):
            some, given = Matrices().gemm(left[:count], right, trans2=True), np.empty((count, outs), "f")
            assert np.array_equal(some, whole[:count])
            assert np.array_equal(Matrices().gemm(left[:count], right, out=given, trans2=True), some)
            assert np.array_equal(given, some)


def vectors() -> tokvecs.TokVecs:
    """Return what remembers nothing yet."""
    return tokvecs.TokVecs(plain().get_pipe("tok2vec").model)  # type: ignore[attr-defined]


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokvecs, "MOST", 20)
    docs = [plain().make_doc(text) for text in TEXTS]
    ours, fresh = vectors(), vectors()
    for doc in docs:
        assert np.array_equal(ours([doc])[0], fresh([doc])[0])
        fresh = vectors()
    assert len(ours._known) <= 20 + max(map(len, docs))


class Broken(BaseException):
    """What breaks a run off."""


@contextmanager
def broken_at(line: int) -> Iterator[Callable[[], int]]:
    """Break off what is run of the module at the line that is so many run from now, as a limit of time does."""
    passed = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal passed
        if frame.f_code.co_filename not in {tokvecs.__file__, rows.__file__}:
            return None
        passed += event == "line"
        if event == "line" and passed == line:
            raise Broken
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield lambda: passed
    finally:
        sys.settrace(before)


def test_what_is_broken_off_at_any_line_spoils_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokvecs, "MOST", 12)
    first, second = (
        plain().make_doc(text) for text in ("Ann Lee met Bob in Paris.", "She left Oslo on Monday , he said .")
    )
    expected = [vectors()([doc])[0] for doc in (first, second)]
    line, whole = 0, False
    while not whole:
        line += 1
        ours = vectors()
        ours([first])
        try:
            with broken_at(line):
                ours([second])
            whole = True
        except Broken:
            pass
        for doc, whole_rows in zip((second, first), expected[::-1], strict=True):
            assert np.array_equal(ours([doc])[0], whole_rows)
    assert line > 10


def test_only_the_make_that_is_known_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_known(plain())
    with plain().select_pipes(disable="tagger"):
        assert not is_known(plain())
    recognizer: Any = plain().get_pipe("ner")
    for change in (
        lambda to: to.setitem(recognizer.model.attrs, "unseen_classes", {3}),
        lambda to: to.setattr("kg.language.quick.TOLD_BY", {"ner": 6}),
        lambda to: to.setattr("spacy.about.__version__", "3.8.19"),
        lambda to: to.setitem(plain().meta, "version", "3.7.2"),
    ):
        with monkeypatch.context() as to:
            change(to)
            assert not is_known(plain())
    assert is_known(plain())
