"""kg check: what in the graph cannot all be so."""

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, JsonOption, StoreOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.reason.contradictions import Contradiction

DIFFERENCE = "difference"


@app.command()
def check(
    *,
    store: StoreOption = STORE,
    reference: Annotated[
        bool, typer.Option("--reference", help="Let owlrl reason too, and say where it and kg differ.")
    ] = False,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="With --reference: only the part about it.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List contradictions with the words on both sides, and mark their claims; exit 1 if there are any.

    Where articles tell different values, each its own, that is a difference and no error: of lives, of incidents.
    Nothing is deleted. A claim that is contradicted has news:contradictedBy in the graph graph/contradictions, until
    the next build.
    """
    from kg.cli.problems import Problems
    from kg.cli.reading import writing
    from kg.conclude import conclude
    from kg.reason.contradictions import mark

    if about and not reference:
        raise UsageError("--about says what part of the store owlrl reasons over: give --reference with it")
    problems = Problems()
    with writing(store, problems) as knowledge:
        conclude(knowledge, report=problems)
        if reference:
            raise typer.Exit(1 if _differs(knowledge, about) else 0)
        found = mark(knowledge)
        differences = told_differently(knowledge)
        denied = told_and_denied(knowledge)
        if as_json:
            _give(knowledge, found)
        else:
            _list(knowledge, found, differences)
    errors = sum(not each.is_difference for each in found)
    _count(errors, len(found) - errors + len(differences), denied)
    raise typer.Exit(1 if errors else problems.exit_code)


def _give(knowledge: "Store", found: list["Contradiction"]) -> None:
    """Write contradictions as JSON."""
    from kg.cli.plain import data
    from kg.reason.written import objects

    sides = [{"rule": kind_of(each), "sides": objects(knowledge.db, list(each.sides))} for each in found]
    data(json.dumps(sides, ensure_ascii=False) + "\n")


def _list(knowledge: "Store", found: list["Contradiction"], differences: list[str]) -> None:
    """Print contradictions with the words on both sides, and what articles tell differently."""
    from kg.cli.answer import saying
    from kg.reason.written import as_text, sentence

    say = saying(knowledge.db)
    for each in found:
        print(f"{kind_of(each)}: " + ", but ".join(sentence(side.triple, say) for side in each.sides))
        for side in each.sides:
            print("  " + as_text(knowledge.db, side, say).replace("\n", "\n  "))
        print()
    for line in differences:
        print(line)


def _count(errors: int, told: int, denied: int) -> None:
    """Say how many contradictions there are, how much is told differently, and how much is denied."""
    between = f", {told} difference{'s' * (told != 1)} between articles" if told else ""
    typer.echo(f"{errors or 'no'} contradiction{'s' * (errors != 1)}{between}", err=True)
    if denied:
        things = f"{denied} thing{'s are' if denied != 1 else ' is'}"
        typer.echo(f"{things} told by some and denied by others: kg query contradictions", err=True)


def kind_of(found: "Contradiction") -> str:
    """Return by which rule two things cannot both be so, or that articles only tell them differently."""
    return DIFFERENCE if found.is_difference else found.rule


def told_differently(knowledge: "Store") -> list[str]:
    """Return what articles tell differently of incidents, each value with who tells it."""
    from kg import api

    rows = api.query(knowledge, "differences")
    key = itemgetter("incident", "part")
    return [
        f"{DIFFERENCE}: {incident} {part} " + ", ".join(f"{row['told']} ({row['toldBy']})" for row in told)
        for (incident, part), told in groupby(sorted(rows, key=key), key=key)
    ]


def told_and_denied(knowledge: "Store") -> int:
    """Return how many facts one article asserts and another denies, which is no contradiction of the graph's."""
    from kg import api

    rows = api.query(knowledge, "contradictions", names=False)
    return len({(row["thing"], row["relation"], row["one"]) for row in rows if row["why"].startswith("asserted")})


def _differs(knowledge: "Store", about: str | None) -> bool:
    """Print what only one of owlrl and kg infers, and return whether there is any."""
    from functools import partial

    from kg.query.names import entities, said
    from kg.reason.compare import compare
    from kg.reason.written import sentence

    found = compare(knowledge, entities(knowledge.db, about)[0] if about else None)
    say = partial(said, knowledge.db)
    for who, atoms in (("owlrl", found.only_owlrl), ("kg", found.only_rules)):
        for atom in atoms:
            print(f"only {who}: {sentence(atom, say)}")
    differences = len(found.only_owlrl) + len(found.only_rules)
    of = f"of {found.stated:,} stated facts; owlrl infers {found.inferred:,}"
    typer.echo(f"owlrl and kg differ {f'in {differences}' if differences else 'nowhere'} {of}", err=True)
    return bool(differences)
