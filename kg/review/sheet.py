"""Questions as a CSV file that anybody can fill in, and answers from one."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from kg.errors import DataError, UsageError
from kg.resolve.decisions import COLUMNS, DIFFERENT, SAME, Decision, checked
from kg.review.question import Question

#: What stands beside a decision's columns, to judge by.
BESIDE = ("kind", "joined", "evidence", "left_name", "left_told", "right_name", "right_told")
#: How people say it.
ANSWERS: Mapping[str, str | None] = {
    **dict.fromkeys(("y", "yes", "same", SAME), SAME),
    **dict.fromkeys(("n", "no", "different", DIFFERENT), DIFFERENT),
    **dict.fromkeys(("", "s", "skip", "?"), None),
}


def write(questions: Iterable[Question], out: IO[str]) -> int:
    """Write questions as rows whose judgement is to be filled in; return how many."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*COLUMNS, *BESIDE])
    found = [[each.left.path, each.right.path, "", "", "", "", *_beside(each)] for each in questions]
    rows.writerows(found)
    return len(found)


def _beside(question: Question) -> Iterator[str]:
    yield question.kind
    yield "yes" if question.joined else ""
    # No cell starts with a sign that a spreadsheet would take for a formula.
    yield f"{question.score}: {'; '.join(question.reasons)}"
    for side in (question.left, question.right):
        yield side.name
        yield "\n".join(side.told)


def read(path: Path, report: Callable[[DataError], None], who: str = "", when: str = "") -> list[tuple[str, Decision]]:
    """Return the answers of a filled-in file, each with its place; a wrong line is told, and the others are used.

    Raises:
        UsageError: there is no such file.
        DataError: it is no CSV file with the columns left, right and judgement.

    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [*_answers(path, csv.DictReader(lines), report, (who, when))]
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path} cannot be read as CSV: {error}") from error


def _answers(
    path: Path, rows: "csv.DictReader[str]", report: Callable[[DataError], None], given: tuple[str, str]
) -> Iterator[tuple[str, Decision]]:
    missing = [name for name in COLUMNS[:3] if name not in (rows.fieldnames or ())]
    if missing:
        raise DataError(f"{path}:1: no column {', '.join(missing)}; kg review --out writes such a file")
    for row in rows:
        where = f"{path}:{rows.line_num}"
        try:
            decision = _decision({name: (value or "").strip() for name, value in row.items() if name}, given)
        except (ValueError, UsageError) as error:
            report(DataError(f"{where}: {error}"))
        else:
            yield from [(where, decision)] if decision else []


def _decision(row: Mapping[str, str], given: tuple[str, str]) -> Decision | None:
    """Return the decision of a row; None where it is left open."""
    said = row["judgement"].casefold()
    if said not in ANSWERS:
        raise ValueError(f"judgement {row['judgement']!r}: give y, n or skip")
    if (judgement := ANSWERS[said]) is None:
        return None
    who, when = (row.get(name) or own for name, own in zip(("who", "when"), given, strict=True))
    return checked(Decision(row["left"], row["right"], judgement, who, when, row.get("why", "")))
