"""kg show: a card of one thing."""

import json
from collections import defaultdict
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.lines import broken
from kg.cli.options import STORE, AtOption, JsonOption, KnownOption, StoreOption, thing_names
from kg.cli.plain import one_line, plain
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.query.card import Card, Line
    from kg.query.identity import Step


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name or alias, or an IRI.", autocompletion=thing_names)],
    *,
    store: StoreOption = STORE,
    known: KnownOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show all that is known of one thing, with the words that prove it."""
    from kg.cli.plain import data
    from kg.cli.reading import as_of_days, reading
    from kg.query.card import card
    from kg.query.identity import former, joined
    from kg.query.names import entities

    with reading(store) as graph:
        db = as_of_days(graph, known, at)
        found = entities(db, name)
        if len(found) > 1:
            listed = "\n  ".join(node.value for node in found)
            raise UsageError(f"{len(found)} things are named {name!r}; give the IRI of one:\n  {listed}")
        if as_json:
            data(json.dumps(asdict(card(db, found[0])), ensure_ascii=False) + "\n")
            return
        write(card(db, found[0]))
        one(*joined(graph, found[0]), former(graph, found[0]))


def write(card: "Card") -> None:
    """Print a card in plain text; the articles stand last, numbered, and are cited by their numbers."""
    print(f"{one_line(card.label)}: {', '.join(card.kinds)}", card.iri, sep="\n")
    if card.aliases:
        print("also", ", ".join(map(one_line, card.aliases)))
    for link in card.links:
        print("same as", one_line(link))
    numbers = {article.article: number for number, article in enumerate(dict(card.sections).get("articles", ()), 1)}
    for title, lines in card.sections:
        print(f"\n{title}")
        for (words, among), group in groupby(once(lines), key=lambda told: told[1:]):
            told_by = sorted(numbers[article] for article in among if article in numbers)
            cited = "".join(f" [{number}]" for number in told_by)
            for text, _, __ in group:
                print(wrapped(text if words or not cited else f"{cited.strip()} {text}", 2))
            if words:
                print(wrapped(f"“{words}”{cited}", 6))


def once(lines: "Iterable[Line]") -> "Iterable[tuple[str, str, tuple[str, ...]]]":
    """Return each line once, its text and its words, with the articles that have both."""
    told: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines:
        told[line.text, line.words] += [line.article] if line.article else []
    return ((text, words, tuple(dict.fromkeys(among))) for (text, words), among in told.items())


def wrapped(text: str, indent: int) -> str:
    """Return a text in one line set in, and on a terminal in lines that break between words."""
    margin = " " * indent
    return broken(one_line(text), margin, margin)


def one(joins: "Iterable[Step]", needed: float, former: list[str]) -> None:
    """Print what makes the thing one, if several names or articles do, and the IRIs that articles gave it."""
    from kg.cli.joins import step_in_words
    from kg.query.identity import reasons

    lines = [
        line for step in joins for line in (step_in_words(step, needed), *(f"    {reason}" for reason in reasons(step)))
    ]
    lines += [f"was {path}" for path in former]
    if lines:
        print("\none thing", *(f"  {plain(line)}" for line in lines), sep="\n")
