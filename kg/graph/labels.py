"""What a thing is called when articles call it differently: one label, whatever the order in which they come."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.terms import ALTERNATIVE, LABEL

NAMES = frozenset({LABEL, ALTERNATIVE})
Node = NamedNode | BlankNode | Triple


def called(given: Iterable[Triple]) -> set[Triple]:
    """Return the names of one thing with only the best of its labels left as its label."""
    given = set(given)
    labels = [triple for triple in given if triple.predicate == LABEL]
    if not labels:
        return given
    best = min(labels, key=_worth)
    others = {Triple(t.subject, ALTERNATIVE, t.object) for t in given if t.object != best.object}
    return {best, *others}


def _worth(label: Triple) -> tuple[bool, str]:
    name = label.object.value if isinstance(label.object, Literal) else ""
    # A name in capitals stands in a headline.
    return name.isupper() or name.islower(), name
