"""Rules and ontology of a user's own, as commands are given them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract.rules.users import NO_RULES, Own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Triple


@dataclass(frozen=True, slots=True)
class Brought:
    """Rules that were tried, and an ontology, if one was given."""

    rules: Own = NO_RULES
    ontology: "Sequence[Triple] | None" = None


def brought(
    rules: Path | None, ontology: Path | None, model: str, *, rules_only: bool = False, store: Path | None = None
) -> Brought:
    """Read what a user brings of his own; rules may speak of the terms of the ontology that a store has, too."""
    if rules is None and ontology is None:
        return Brought()
    from kg import own

    terms = own.ontology(ontology) if ontology else None
    if rules is None:
        return Brought(ontology=terms)
    held = terms if terms is not None else _held(store)
    return Brought(own.rules(rules, held, model, learned=not rules_only), terms)


def _held(store: Path | None) -> "Sequence[Triple]":
    from kg.graph.folder import MARK
    from kg.graph.ontologies import adopted
    from kg.graph.store import Store

    if store is None or not (store / MARK).is_file():
        return ()
    with Store(store, read_only=True) as graph:
        return [*adopted(graph)]
