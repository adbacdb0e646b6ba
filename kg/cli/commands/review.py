"""kg review: doubtful pairs, for a person to decide."""

import sys
from collections.abc import Container, Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.cli.plain import one_line
from kg.cli.problems import Problems
from kg.errors import DataError, UsageError

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.resolve.decisions import Decision
    from kg.review.question import Kind, Question

#: What ends the dialogue.
END = ("q", "quit")


@app.command()
def review(
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write the questions as CSV to fill in; - prints."),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Take answers from such a file: y, n or skip.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="identity|incident|link", help="Who is who, which incidents are one, or items."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask so many at most.")] = None,
    store: StoreOption = STORE,
) -> None:
    """Decide what is one and what is two, where too little tells so.

    At a terminal it asks: y, n, s to skip, q to end. Answers go to the store's decisions.csv; kg undo takes them back.
    """
    kinds = chosen(kind)
    if out and answers:
        raise UsageError("give --out or --from, not both")
    problems = Problems()
    if answers:
        take(store, answers, problems)
    elif out:
        hand_out(store, out, kinds, limit)
    else:
        ask(store, kinds, limit, problems)
    raise typer.Exit(problems.exit_code)


def chosen(kind: str | None) -> "tuple[Kind, ...]":
    """Return the kinds of questions that are asked."""
    from kg.review.queue import KINDS

    if kind is None:
        return tuple(KINDS)
    if kind not in KINDS:
        raise UsageError(f"no questions of kind {kind!r}: give {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    return tuple(each for each in KINDS if each == kind)


def hand_out(folder: Path, out: Path, kinds: "Iterable[Kind]", limit: int | None) -> None:
    """Write questions to a file, or to standard output."""
    from kg.cli.reading import reading
    from kg.export.file import replacing
    from kg.review.queue import questions
    from kg.review.sheet import write

    with reading(folder) as store:
        asked = islice(questions(store, kinds), limit)
        if str(out) == "-":
            write(asked, sys.stdout)
            return
        try:
            with replacing(out) as file:
                text = TextIOWrapper(file, encoding="utf-8", newline="")
                count = write(asked, text)
                text.detach()
        except OSError as error:
            raise DataError(f"{out}: cannot be written: {error.strerror}") from error
    print(f"{out}: {count} questions; fill in the column judgement, then kg review --from {out}", file=sys.stderr)


def take(folder: Path, path: Path, problems: Problems) -> None:
    """Keep the answers of a file that are about things of the store, and act on them."""
    from kg.cli.deciding import tell
    from kg.cli.reading import writing
    from kg.review.decider import today, user
    from kg.review.queue import settle
    from kg.review.sheet import read

    rows = read(path, problems, user(), today())
    with writing(folder, problems) as store:
        decided = [decision for where, decision in rows if is_known(store, where, decision, problems)]
        if decided:
            settle(store, decided, problems)
    tell(decided)


def is_known(store: "Store", where: str, decision: "Decision", problems: Problems) -> bool:
    """Tell whether a decision is about things of the store; if not, it is told where it stands."""
    from kg.graph.identity import reference

    try:
        for path in (decision.left, decision.right):
            if "/" in path and "://" not in path:
                reference(store, store.graph(path))
    except UsageError as error:
        problems(DataError(f"{where}: {error}"))
        return False
    return True


def ask(folder: Path, kinds: "Iterable[Kind]", limit: int | None, problems: Problems) -> None:
    """Ask at the terminal; each answer is kept at once, and the store brought up to date at the end."""
    from kg.cli.deciding import tell
    from kg.cli.reading import reading, writing
    from kg.review.queue import note, questions, settle

    if not sys.stdin.isatty():
        raise UsageError(
            "kg review asks you at a terminal, and this is none: kg review --out FILE writes the questions to fill in, "
            "kg review --from FILE takes the answers"
        )
    with reading(folder) as store:
        decided = []
        for decision in dialogue(islice(questions(store, kinds), limit)):
            note(store, [decision], problems)
            decided.append(decision)
    if decided:
        with writing(folder, problems) as store:
            settle(store, (), problems)
    tell(decided)


def dialogue(asked: "Iterable[Question]") -> "Iterator[Decision]":
    """Show one question after the other, and yield what is decided."""
    from kg.review.decider import today, user
    from kg.review.queue import answered
    from kg.review.sheet import ANSWERS

    number = 0
    for number, question in enumerate(asked, 1):
        show(number, question)
        if (said := reply({*ANSWERS, *END} - {""})) in END:
            return
        if judgement := ANSWERS[said]:
            yield answered(question, judgement, user(), today())
    if not number:
        print("nothing to decide")


def reply(known: Container[str]) -> str:
    """Return what is typed, asked again until it is known; the end of the input ends the dialogue."""
    while True:
        print("one thing? [y/n/s/q] ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            return END[0]
        if (said := line.strip().casefold()) in known:
            return said
        print("y: they are one; n: they are two; s: skip; q: end")


def show(number: int, question: "Question") -> None:
    """Print a question with the evidence of both sides."""
    now = ", joined now" if question.joined else ""
    print(f"\n{number}. {question.score}{now}")
    print(*(f"   {one_line(reason)}" for reason in question.reasons), sep="\n")
    for side in (question.left, question.right):
        print(f"  {one_line(side.name)}  {side.path}")
        print(*(f"      {one_line(words)}" for words in side.told), sep="\n", end="\n" if side.told else "")
