"""What people decided of who is who, in order: left, right, judgement, who, when and why, as nomenklatura has it."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import unquote

from kg import naming
from kg.errors import DataError, DecisionError, UsageError
from kg.resolve.evidence import NEVER, Reason
from kg.resolve.named import Named

SAME, DIFFERENT = JUDGEMENTS = ("positive", "negative")
#: The file of a store that holds what was decided.
FILE = "decisions.csv"
#: Characters of a field at most; the module csv has one limit for all its readers, which others raise.
LONGEST = 131_072
COLUMNS = ("left", "right", "judgement", "who", "when", "why")
#: What stands before the article's id in the path of what one article names.
ARTICLE = "article/"
#: What RFC 3987 lets stand in a path beside ASCII, but for its planes' last signs; and an IRI, and the path of one.
_BEYOND = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane)}-{chr(plane + 0xFFFD)}" for plane in range(0x10000, 0xE0000, 0x10000)
)
_SIGN = rf"(?:[A-Za-z0-9._~!$&'()*+,;=:@/{_BEYOND}-]|%[0-9A-Fa-f]{{2}})"
_TAIL = rf"(?:\?(?:{_SIGN}|\?)*)?(?:#(?:{_SIGN}|\?)*)?"
_PATH = re.compile(rf"{_SIGN}*{_TAIL}")
_IRI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*://[A-Za-z0-9._~-]+(?::[0-9]*)?(?:/{_SIGN}*)?{_TAIL}")


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


def checked(decision: Decision) -> Decision:
    """Return a decision that a store can keep: of two things, by IRIs or their paths, on a day, in text of a CSV file.

    Raises:
        UsageError: it is none.

    """
    if not (decision.left and decision.right) or decision.left == decision.right:
        raise UsageError("a decision is about two different things")
    if decision.judgement not in JUDGEMENTS:
        raise UsageError(f"judgement {decision.judgement!r}: give {' or '.join(JUDGEMENTS)}")
    if decision.when and not _is_day(decision.when):
        raise UsageError(f"{decision.when!r} is no day: give it as 2026-01-31, or leave it out")
    for path in (decision.left, decision.right):
        if not (_IRI if "://" in path else _PATH).fullmatch(path):
            raise UsageError(f"{path!r} is no IRI, nor the path of one: blanks, quotes and brackets stand in none")
    if not _is_kept(decision):
        raise UsageError("a decision is written in UTF-8, without single carriage returns, in fields that CSV can hold")
    return decision


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_kept(decision: Decision) -> bool:
    """Tell whether a decision that is written is read as it was."""
    row = astuple(decision)
    try:
        text = _csv([row]).encode().decode()
        return max(map(len, row)) <= LONGEST and [*csv.reader(StringIO(text, newline=""))] == [[*row]]
    except (UnicodeEncodeError, csv.Error):
        return False


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


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


def article_of(path: str) -> str:
    """Return the id of the article whose thing a path means, which begins with `ARTICLE`."""
    return unquote(path.split("/")[1])


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
    return of_bytes(file.read_bytes(), str(file), report) if file.exists() else []


def of_bytes(content: bytes, name: str, report: Callable[[DataError], None]) -> list[Decision]:
    """Return the decisions of what a file of that name holds; a line that is wrong is reported and the others stand."""
    found: list[Decision] = []
    # What is no UTF-8 costs its line only: `checked` refuses what stands for it.
    rows = csv.reader(StringIO(content.decode("utf-8-sig", "surrogateescape"), newline=""))
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return found
            found += [_decision(row)] if row and tuple(row) != COLUMNS else []
        except (UsageError, csv.Error) as error:
            report(DecisionError(f"{name}:{rows.line_num}: {error}"))


def _decision(row: Sequence[str]) -> Decision:
    if len(row) not in range(len(COLUMNS) - 3, len(COLUMNS) + 1):
        raise UsageError(f"{len(row)} values, where there should be {', '.join(COLUMNS)}")
    return checked(Decision(*row))


def amended(held: Iterable[Decision], new: Iterable[Decision]) -> list[Decision]:
    """Return decisions with new ones at their end, each in place of what was decided of the same two before."""
    found = {frozenset((each.left, each.right)): each for each in held}
    for each in new:
        pair = frozenset((each.left, each.right))
        found.pop(pair, None)
        found[pair] = each
    return [*found.values()]


def write(file: Path, decided: Iterable[Decision]) -> None:
    """Write decisions in the place of what a file held, whole or not at all.

    Raises:
        UsageError: one is no decision.
        DataError: the file holds what cannot be read, which would be lost.

    """
    wrong: list[DataError] = []
    read(file, wrong.append)
    if wrong:
        raise DataError(f"{file} stays as it is until this is mended, for it would be lost:\n{wrong[0]}")
    _put(file, _csv([COLUMNS, *(astuple(checked(each)) for each in decided)]).encode())


@contextmanager
def replaced(file: Path, decided: Iterable[Decision]) -> Iterator[None]:
    """Have decisions in the place of what a file held; it holds that again if what is done with them fails."""
    before = file.read_bytes() if file.exists() else None
    write(file, decided)
    try:
        yield
    except BaseException:
        if before is None:
            file.unlink()
        else:
            _put(file, before)
        raise


def _put(file: Path, content: bytes) -> None:
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(content)
    new.replace(file)
