"""kg why: the proof of a triple, down to the words that state it."""

import sys
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, AtOption, KnownOption, StoreOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store as Oxigraph

    from kg.graph.store import Store
    from kg.reason.graph import Graph
    from kg.reason.proof import Proof
    from kg.reason.terms import Atom

#: How many proofs, and facts that come near, are shown at most.
MOST = 10


class ProofFormat(StrEnum):
    """How a proof is written."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
    DOT = "dot"


@app.command()
def why(
    subject: Annotated[str, typer.Argument(help="A name or alias, a CURIE or an IRI.")],
    predicate: Annotated[str, typer.Argument(help="A relation by label or name, a CURIE or an IRI; or a.")],
    object_: Annotated[str, typer.Argument(metavar="OBJECT", help="As the subject; or a class, or a value.")],
    *,
    every: Annotated[bool, typer.Option("--all", help="Show other proofs too, the shortest first.")] = False,
    form: Annotated[ProofFormat, typer.Option("--format", help="How the proof is written.")] = ProofFormat.TEXT,
    store: StoreOption = STORE,
    known: KnownOption = None,
    at: AtOption = None,
) -> None:
    """Show why something is in the graph: rule by rule, down to the sentences that state it.

    What articles tell otherwise stands below: that it is over, another number, somebody else in the place.
    kg why A sameAs B tells why two names are one thing, or what comes nearest to it.
    """
    from kg.cli.reading import as_of_days, reading
    from kg.query.asof import reasoned_over
    from kg.reason.proof import proofs

    with reading(store) as knowledge:
        if is_identity(predicate, object_, knowledge.base):
            compare(knowledge, (subject, object_), form)
            return
        graph = reasoned_over(knowledge, as_of_days(knowledge, known, at))
        goals = list(meant(graph.db, subject, predicate, object_))
        goal = next(filter(graph.holds, goals), goals[0])
        found = list(proofs(graph, goal, MOST if every else 1))
        if not found:
            refuse_unknown(knowledge.db, goal)
            not_there(graph, goal)
            raise typer.Exit(1)
        write(graph.db, found, form)


def is_identity(predicate: str, object_: str, base: str) -> bool:
    """Tell whether it is asked why two things of articles are one, or why one IRI is replaced by another."""
    name = "".join(predicate.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2].split()).casefold()
    own = object_.startswith(base) or not ("://" in object_ or object_.startswith("wd:"))
    return own and name in {"sameas", "isreplacedby"}


def compare(knowledge: "Store", names: tuple[str, str], form: ProofFormat) -> None:
    """Print why two things are one, with reasons that add up; exit with 1 where they are two."""
    from kg.cli.joins import as_json, lines
    from kg.cli.plain import data
    from kg.query.identity import compared

    if form not in {ProofFormat.TEXT, ProofFormat.JSON}:
        raise UsageError(f"who is who is written as text or json, not as {form.value}")
    found = compared(knowledge, *names)
    if form is ProofFormat.JSON:
        data(as_json(found) + "\n")
    else:
        print(*lines(found), sep="\n", file=sys.stdout if found.one else sys.stderr)
    if not found.one:
        raise typer.Exit(1)


def meant(db: "Oxigraph", subject: str, predicate: str, object_: str) -> "Iterator[Atom]":
    """Yield the triples that the words may mean."""
    from kg.query.terms import objects, relation, things
    from kg.reason.terms import Atom

    named = relation(db, predicate)
    for s in things(db, subject):
        for o in objects(db, s, named, object_):
            yield Atom(s, named, o)


def write(db: "Oxigraph", found: "list[Proof]", form: ProofFormat) -> None:
    """Print proofs."""
    from kg.cli.answer import saying
    from kg.cli.lines import tree
    from kg.cli.plain import data
    from kg.reason.otherwise import otherwise
    from kg.reason.written import as_against, as_dot, as_json, as_text, as_turtle

    say = saying(db)
    match form:
        case ProofFormat.TEXT:
            print("\n\n".join(tree(as_text(db, proof, say)) for proof in found))
            if against := [as_against(each, say) for each in otherwise(db, found)]:
                print("\ntold otherwise:", *against, sep="\n  ")
        case ProofFormat.JSON:
            data(as_json(db, found) + "\n")
        case ProofFormat.TURTLE:
            data(as_turtle(db, found))
        case ProofFormat.DOT:
            data(as_dot(db, found, say) + "\n")


def refuse_unknown(db: "Oxigraph", goal: "Atom") -> None:
    """Raise UsageError if a triple is about what is nowhere in the store: an IRI that means nobody names no fact."""
    from pyoxigraph import NamedNode

    for node in (node for node in (goal.s, goal.o) if isinstance(node, NamedNode)):
        found = chain(*(db.quads_for_pattern(*sides) for sides in ((node, None, None, None), (None, None, node, None))))
        if next(found, None) is None:
            raise UsageError(f"the store has nothing of {node.value}: give a name, or an IRI that kg show prints")


def not_there(graph: "Graph", goal: "Atom") -> None:
    """Say what comes near to a fact that is not in the graph: who claims it all the same, and facts like it."""
    from kg.cli.answer import saying
    from kg.reason.support import told
    from kg.reason.written import as_told, sentence

    say = saying(graph.db)
    typer.echo(f"not in the graph: {sentence(goal, say)}", err=True)
    claimed = [as_told(support, say) for support in told(graph.db, goal)]
    near = list(dict.fromkeys(sentence(triple, say) for triple in islice(graph.near(goal), MOST)))
    for title, lines in (("but it is claimed", claimed), ("facts near it", near)):
        if lines:
            typer.echo(f"{title}:\n  " + "\n  ".join(lines), err=True)
