"""What the commands that decide who is who have in common."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kg.cli.problems import Problems
from kg.graph.store import Store
from kg.resolve.decisions import Decision


def path_of(store: Store, name: str) -> str:
    """Return the path by which a decision means the thing of a name or IRI; UsageError suggests near names."""
    from kg.errors import UsageError
    from kg.graph.identity import reference
    from kg.query.names import entities

    if "/" in name and "://" not in name:
        name = store.base + name
    found = entities(store.db, name)
    if len(found) > 1:
        listed = "\n  ".join(node.value for node in found)
        raise UsageError(f"{len(found)} things are named {name!r}; give the IRI of one:\n  {listed}")
    return reference(store, found[0])


def kind_of(path: str) -> str:
    """Return the kind of a thing by the path that means it: article/ID/person/khan is a person."""
    return path.split("/")[-2]


def alike(left: str, right: str) -> None:
    """Refuse what is of two kinds.

    Raises:
        UsageError: one is a person, say, and the other a place.

    """
    from kg.errors import UsageError

    kinds = tuple(map(kind_of, (left, right)))
    if kinds[0] != kinds[1]:
        raise UsageError(
            f"{left} is a {kinds[0]} and {right} a {kinds[1]}: they are hardly one; if an article took one for the "
            "other, say --across-kinds"
        )


def add(folder: Path, names: tuple[str, str], judgement: str, why: str, *, across: bool = True) -> int:
    """Add a decision to those of a store, bring it up to date, and return the exit code.

    Raises:
        UsageError: nothing has one of the names, both mean one thing, or, unless `across`, two things of two kinds.

    """
    from kg.cli.reading import writing
    from kg.errors import UsageError
    from kg.review.decider import today, user
    from kg.review.queue import settle

    problems = Problems()
    with writing(folder, problems) as store:
        left, right = (path_of(store, name) for name in names)
        if left == right:
            raise UsageError(f"both names mean {left}: nothing is to be decided")
        if not across:
            alike(left, right)
        decision = Decision(left, right, judgement, user(), today(), why)
        settle(store, [decision], problems)
    tell([decision])
    return problems.exit_code


def tell(decided: Iterable[Decision], gone: Iterable[Decision] = ()) -> None:
    """Print what is decided, and what no longer is: in words at a terminal, tab separated for programs."""
    is_shown = sys.stdout.isatty()
    for each in decided:
        said = f"one: {each.left} = {each.right}" if each.same else f"two: {each.left} and {each.right}"
        print(said if is_shown else f"{each.left}\t{each.right}\t{each.judgement}")
    for each in gone:
        said = f"no longer decided: {each.left} {'=' if each.same else 'and'} {each.right}"
        print(said if is_shown else f"{each.left}\t{each.right}\tno longer {each.judgement}")
