"""What a task says of one article: counts for the table, predictions for the reliability, errors to mend."""

from dataclasses import dataclass
from typing import NamedTuple

from kg.facts import Evidence, Span


@dataclass(frozen=True, slots=True)
class Count:
    """What one article adds to one row of precision, recall and F1.

    `found` is of the gold what is covered, where that is another number than the predictions that are right.
    """

    measure: str
    right: int
    predicted: int
    gold: int
    found: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one article adds to one row that is a plain share: `hits` of `total`."""

    measure: str
    hits: int
    total: int


@dataclass(frozen=True, slots=True)
class Mean:
    """One row of precision and recall that are means over things, and how many these are."""

    measure: str
    precision: float
    recall: float
    size: int


@dataclass(frozen=True, slots=True)
class Judged:
    """One prediction of a kind (quote, relation, event, argument), and whether it is right."""

    kind: str
    rule: str
    confidence: float
    right: bool

    @classmethod
    def of(cls, kind: str, evidence: Evidence, *, right: bool) -> "Judged":
        """Return the judgement of the fact that has this evidence."""
        return cls(kind, evidence.rule, evidence.confidence, right)


@dataclass(frozen=True, slots=True)
class Error:
    """Something missed or wrong: the words that annotators marked, those found instead, and by which rule."""

    kind: str
    gold: tuple[Span, ...] = ()
    predicted: tuple[Span, ...] = ()
    rule: str | None = None


Verdict = Count | Share | Mean | Judged | Error


class Score(NamedTuple):
    """Precision, recall and F1 in per cent, and the number of gold facts."""

    precision: float
    recall: float
    f1: float
    gold: int


def score(right: int, predicted: int, gold: int, found: int | None = None) -> Score:
    """Return the score of the summed counts; one guess that fits many counts once, so never over 100."""
    right = min(right, predicted)
    precision = right / predicted if predicted else 0.0
    return mean(precision, (right if found is None else found) / gold if gold else 0.0, gold)


def mean(precision: float, recall: float, gold: int) -> Score:
    """Return the score of a precision and a recall."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1), gold)
