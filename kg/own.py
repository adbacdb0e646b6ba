"""What a user brings of his own: an ontology, and rules that read its relations (docs/own-relations.md)."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Triple

from kg.errors import DataError
from kg.extract.rules.users import NO_RULES, Own
from kg.graph.declared import declared
from kg.reason.closing import own as ontology
from kg.resources import DEFAULT_MODEL

__all__ = ["NO_RULES", "Own", "ontology", "rules"]


def rules(path: Path, terms: Iterable[Triple] = (), model: str = DEFAULT_MODEL, *, learned: bool = True) -> Own:
    """Return the rules of a file or folder, of kg's relations and of those that an ontology's `terms` declare.

    Raises:
        UsageError: there is no such file, or no rules in it.
        DataError: a rule is not what it should be, or does not read its examples.

    """
    from kg.extract.measured.registry import rules as known
    from kg.extract.relations.given import Reader
    from kg.extract.trying import failures
    from kg.language.pipeline import labels

    own = Reader(declared(terms).relation, labels(model)).read(path)
    taken = {each.name for each in known()}
    for rule in own.rules:
        if rule.name in taken:
            raise DataError(f"{rule.where}: kg has a rule {rule.name!r}; give yours another name")
    if failed := list(failures(own, model, learned=learned)):
        raise DataError("\n".join(failed))
    return own
