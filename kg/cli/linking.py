"""What the commands that look things up at Wikidata, or decide of links, have in common."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.cli.problems import Problems
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.store import Store
    from kg.link.deciding import Who
    from kg.link.offline import IndexNames
    from kg.resolve.decisions import Decision

    #: Returns the decisions of a store with one more, or one less, about the thing of a path.
    Deciding = Callable[[Store, Sequence[Decision], str, Who], list[Decision]]


def indexes(index: Path | None, *, builtin: bool) -> "IndexNames":
    """Return the names of the index that was asked for: of a file, or the built-in one."""
    from kg.link.builtin.making import builtin as made
    from kg.link.index import Index
    from kg.link.offline import IndexNames

    if index and builtin:
        raise UsageError("--index and --builtin are two indexes: give one")
    return IndexNames(Index(index or made()))


def pairs(given: Iterable[str]) -> dict[str, str]:
    """Return options of the form NAME=VALUE by their names; UsageError where one is none."""
    found = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not (name and sign and value):
            raise UsageError(f"{each!r} is no NAME=VALUE")
        found[name] = value
    return found


def decided(folder: Path, name: str | None, why: str, decide: "Deciding") -> int:
    """Change the decisions of links, bring the store up to date, say what changed, and return the exit code."""
    from kg import conclude
    from kg.cli.deciding import path_of, tell
    from kg.cli.reading import writing
    from kg.link.deciding import Who
    from kg.resolve.decisions import FILE, read
    from kg.review.decider import today, user

    problems = Problems()
    with writing(folder, problems) as store:
        path = path_of(store, name) if name else ""
        held = read(store.path / FILE, problems)
        wanted = decide(store, held, path, Who(user(), today(), why))
        conclude.decide(store, wanted)
    tell([row for row in wanted if row not in held], [row for row in held if row not in wanted])
    return problems.exit_code


def table(store: "Store") -> Iterator[str]:
    """Yield the lines of a table of the store's links, proposals and rejections."""
    from pyoxigraph import NamedNode

    from kg.graph.state import State
    from kg.link import sssom
    from kg.link.kept import shown
    from kg.link.replay import current, item_of
    from kg.query.names import said
    from kg.resources import version_of

    def label(path: str) -> str:
        return said(store.db, NamedNode(store.base + path))

    tool = f"newskg {version_of('newskg')}"
    rows = [sssom.said(row, label(row.thing), tool) for row in shown(store)]
    for decision in State(store).decisions:
        if item_of(decision) and not decision.same:
            rows += [sssom.rejected(decision, label(path)) for path in current(store, decision.left)]
    keys = ("subject_id", "predicate_id", "predicate_modifier", "confidence", "object_id")
    yield from sssom.lines(store.base, sorted(rows, key=lambda row: [row.get(key, "") for key in keys]))


def _opened(file: Path) -> IO[str]:
    """Return a text whose lines that are no UTF-8 are told of one by one."""
    return file.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def taken(folder: Path, file: Path) -> int:
    """Take a table's links as decisions, in the place of those of the same pairs, and return the exit code."""
    from kg import conclude
    from kg.cli.reading import writing
    from kg.link import sssom
    from kg.resolve.decisions import FILE, amended, read

    problems = Problems()
    if not file.is_file():
        raise UsageError(f"there is no file {file}")
    with writing(folder, problems) as store, _opened(file) as stream:
        new = list(sssom.decisions(stream, str(file), store.base, problems))
        conclude.decide(store, amended(read(store.path / FILE, problems), new))
    print(f"{len(new)} links decided", file=sys.stderr)
    return problems.exit_code
