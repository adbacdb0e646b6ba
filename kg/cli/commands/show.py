"""kg show: a card of one thing."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.card import Card, Line


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name or alias, or an IRI.")], *, store: StoreOption = STORE
) -> None:
    """Show all that is known of one thing, with the words that prove it."""
    from kg.graph.store import Store
    from kg.query.card import card
    from kg.query.names import entities

    with Store(store, read_only=True) as graph:
        found = entities(graph.db, name)
        if len(found) > 1:
            listed = "\n  ".join(node.value for node in found)
            raise UsageError(f"{len(found)} things are named {name!r}; give the IRI of one:\n  {listed}")
        write(card(graph.db, found[0]))


def write(card: "Card") -> None:
    """Print a card in plain text."""
    print(f"{card.label}: {', '.join(card.kinds)}", card.iri, sep="\n")
    if card.aliases:
        print("also", ", ".join(card.aliases))
    print(*(f"same as {link}" for link in card.links), sep="\n", end="\n" if card.links else "")
    for title, lines in card.sections:
        print(f"\n{title}")
        for line in lines:
            print(f"  {line.text}")
            for proof in proofs(line):
                print(f"      {proof}")


def proofs(line: "Line") -> list[str]:
    """Return the words that state a line, and their article."""
    words = " ".join(line.words.split())
    return [f"“{words}” ({line.article})"] if words else []
