"""Run the extraction over annotated articles and add up the verdicts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.article import Article
from kg.background.background import with_background
from kg.background.proposed import borne_out
from kg.eval import gold, tasks
from kg.eval.verdicts import Count, Error, Judged, Mean, Score, Share, Verdict, mean, score
from kg.facts import Reading


@dataclass(slots=True)
class Sheet:
    """All verdicts on some annotated articles: counts by measure, judged predictions, errors with their article."""

    measures: tuple[str, ...] = ()
    articles: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    judged: list[Judged] = field(default_factory=list)
    means: dict[str, Score] = field(default_factory=dict)
    errors: list[tuple[Article, Error]] = field(default_factory=list)

    def add(self, article: Article, verdicts: Iterable[Verdict]) -> None:
        """Add the verdicts on one article."""
        self.articles += 1
        self.note(article, verdicts)

    def note(self, article: Article, verdicts: Iterable[Verdict]) -> None:
        """Add verdicts that an article has a part in."""
        for verdict in verdicts:
            match verdict:
                case Count(measure, right, predicted, wanted, None):
                    self.counts[measure].update(right=right, predicted=predicted, gold=wanted)
                case Count(measure, right, predicted, wanted, int(found)):
                    self.counts[measure].update(right=right, predicted=predicted, gold=wanted, found=found)
                case Share(measure, hits, total):
                    self.counts[measure].update(hits=hits, total=total)
                case Mean(measure, precision, recall, size):
                    self.means[measure] = mean(precision, recall, size)
                case Judged():
                    self.judged.append(verdict)
                case Error():
                    self.errors.append((article, verdict))

    def scores(self) -> dict[str, Score | float]:
        """Return the rows of the table in per cent, first those that the task is about and the gold annotates."""
        judged = [measure for measure in self.measures if measure in self.counts or measure in self.means]
        names = [*(judged or self.measures), *sorted(self.counts.keys() - set(self.measures))]
        return {name: self.means.get(name) or _row(self.counts[name]) for name in names}


def _row(counts: Counter[str]) -> Score | float:
    if "total" in counts:
        return round(100 * counts["hits"] / max(1, counts["total"]), 1)
    return score(counts["right"], counts["predicted"], counts["gold"], counts.get("found"))


def evaluate(  # noqa: PLR0913 (all but the first three are options)
    name: str,
    path: Path,
    model: str,
    jobs: int = 1,
    without: Sequence[str] = (),
    *,
    capitals: bool = False,
    background: bool = True,
    then: Callable[[Iterable[Reading]], Iterable[Reading]] = iter,
) -> Sheet:
    """Extract from the annotated articles of a file and return the verdicts; `without` leaves out what rules gave.

    With `capitals` the same texts are read in capitals. What is known beside the articles is added where the task's
    corpus has it, unless it is to be left out; `then` is what is done with the readings before they are judged.

    Raises:
        UsageError: there is no such task, model or rule.
        DataError: the file is not gold for the task.

    """
    task = tasks.task(name)
    rows = gold.read(path, task.NEEDS, getattr(task, "ANY", ()))
    rows = list(map(gold.in_capitals, rows)) if capitals else rows
    from kg.eval import usage
    from kg.extract.processes import readings_by

    sheet = Sheet(task.MEASURES)
    left_out = usage.judging_like(without)
    readings = map(borne_out, readings_by(jobs, map(gold.article, rows), model, without=left_out))
    if background and getattr(task, "BACKGROUND", False):
        readings = map(with_background, readings)
    counts: Counter[usage.Key] = Counter()
    if whole := getattr(task, "judge_all", None):
        return _whole(sheet, whole, rows, list(then(readings)))
    for row, reading in zip(rows, then(readings), strict=True):
        counts += usage.fired([reading]) if without else Counter()
        sheet.add(reading.article, task.judge(row, usage.without(without, reading)))
    usage.check(without, counts)
    return sheet


def _whole(sheet: Sheet, judge: tasks.JudgeAll, rows: Sequence[gold.Row], readings: Sequence[Reading]) -> Sheet:
    """Return the sheet of a task that judges all articles together."""
    articles = {reading.article.id: reading.article for reading in readings}
    for name, verdict in judge(rows, readings):
        sheet.note(articles[name], [verdict])
    sheet.articles = len(rows)
    return sheet
