"""What people decided of who is who, in order: left, right, judgement, who, when and why, as nomenklatura has it."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from kg import naming
from kg.errors import DataError
from kg.resolve.evidence import NEVER, Reason
from kg.resolve.named import Named

SAME, DIFFERENT = JUDGEMENTS = ("positive", "negative")
#: The file of a store that holds what was decided.
FILE = "decisions.csv"
COLUMNS = ("left", "right", "judgement", "who", "when", "why")
#: What stands before the article's id in the path of what one article names.
ARTICLE = "article/"


@dataclass(frozen=True, slots=True)
class Decision:
    """Two things are one (positive) or are not (negative), by the paths of their IRIs.

    A path means the thing that articles so name; `article/ID/person/ann-lee` the one that this article names so.
    """

    left: str
    right: str
    judgement: str
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def same(self) -> bool:
        """Whether the two are one."""
        return self.judgement == SAME


def reason(decision: Decision) -> Reason:
    """Return a decision as the reason that outweighs all others."""
    who = " ".join(filter(None, (decision.who and f"by {decision.who}", decision.when and f"on {decision.when}")))
    text = f"decided {who}".rstrip() + (f": {decision.why}" if decision.why else "")
    return Reason(-NEVER if decision.same else NEVER, text)


def means(path: str, thing: Named) -> bool:
    """Tell whether a path of a decision means a thing."""
    return path in {thing.key, own(thing)}


def own(thing: Named) -> str:
    """Return the path that means the thing of this one article only."""
    return thing.key if thing.local else f"{naming.article(thing.article)}/{thing.key}"


def paths(decision: Decision) -> Iterator[str]:
    """Yield the paths of what a decision is about, as articles give them."""
    for path in (decision.left, decision.right):
        yield from parts(path)


def parts(path: str) -> Iterator[str]:
    """Yield a path of a decision, and without its article that which others may give the thing as well."""
    yield path
    if path.startswith(ARTICLE):
        yield "/".join(path.split("/")[2:])


def apart(one: Named, other: Named, decisions: Iterable[Decision]) -> bool:
    """Tell whether it was decided that two things are two."""
    return any(
        not each.same
        and (
            (means(each.left, one) and means(each.right, other)) or (means(each.left, other) and means(each.right, one))
        )
        for each in decisions
    )


def about(things: Sequence[Named], decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions of which both sides are among some things."""
    return [
        each
        for each in decisions
        if any(means(each.left, one) for one in things) and any(means(each.right, one) for one in things)
    ]


def read(file: Path, report: Callable[[DataError], None]) -> list[Decision]:
    """Return the decisions of a file, if there is one; a line that is wrong is reported and the others stand."""
    if not file.exists():
        return []
    found: list[Decision] = []
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        for row in rows:
            try:
                found += [_decision(row)] if row and tuple(row) != COLUMNS else []
            except ValueError as error:
                report(DataError(f"{file}:{rows.line_num}: {error}"))
    return found


def _decision(row: Sequence[str]) -> Decision:
    if len(row) not in {len(COLUMNS), len(COLUMNS) - 1, len(COLUMNS) - 2, len(COLUMNS) - 3}:
        raise ValueError(f"{len(row)} values, where there should be {', '.join(COLUMNS)}")
    if row[2] not in JUDGEMENTS:
        raise ValueError(f"judgement {row[2]!r}: give {' or '.join(JUDGEMENTS)}")
    if not (row[0] and row[1]) or row[0] == row[1]:
        raise ValueError("a decision is about two different things")
    return Decision(*row)


def amended(held: Iterable[Decision], new: Iterable[Decision]) -> list[Decision]:
    """Return decisions with new ones at their end, each in place of what was decided of the same two before."""
    found = {frozenset((each.left, each.right)): each for each in held}
    for each in new:
        pair = frozenset((each.left, each.right))
        found.pop(pair, None)
        found[pair] = each
    return [*found.values()]


def write(file: Path, decided: Iterable[Decision]) -> None:
    """Write decisions in the place of what a file held, whole or not at all."""
    new = file.with_name(f"{file.name}.new")
    with new.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([COLUMNS, *map(astuple, decided)])
    new.replace(file)
