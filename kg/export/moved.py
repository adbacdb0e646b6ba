"""What only stands elsewhere in its article: statements and events are called by where their words are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

#: The IRI of what an article alone tells of, without where it does.
_PLACED = re.compile(r"(/article/[^/#]+/[^#]+?[/-])\d+(?:-\d+)?$")
Names = Mapping[NamedNode, NamedNode]
Told = frozenset[tuple[str, str]]


def moved(old: Iterable[Triple], new: Iterable[Triple]) -> tuple[Names, Names]:
    """Return what two graphs call the things that only moved, each with the name that both may have for it.

    These are of one article and one kind, and the same is told of them.
    """
    before, after = _told(old), _told(new)
    there, now = (
        _alike({node: told for node, told in one.items() if other.get(node) != told})
        for one, other in ((before, after), (after, before))
    )
    found: tuple[dict[NamedNode, NamedNode], dict[NamedNode, NamedNode]] = {}, {}
    for key in there.keys() & now.keys():
        for pair in zip(there[key], now[key], strict=False):
            common = NamedNode(f"{pair[0].value}={pair[1].value.rpartition('/')[2]}")
            for names, node in zip(found, pair, strict=True):
                names[node] = common
    return found


def renamed(triple: Triple, names: Names) -> Triple:
    """Return a triple with other names for its things."""
    subject, predicate, value = triple
    called = [names.get(each, each) if isinstance(each, NamedNode) else each for each in (subject, value)]
    return Triple(called[0], predicate, called[1])


def _told(triples: Iterable[Triple]) -> dict[NamedNode, Told]:
    """Return what is told of each thing that is called by where it stands, wherever what it is told with does."""
    found: defaultdict[NamedNode, set[tuple[str, str]]] = defaultdict(set)
    for subject, predicate, value in triples:
        if isinstance(subject, NamedNode) and _PLACED.search(subject.value):
            found[subject].add((predicate.value, _bare(value)))
    return {node: frozenset(told) for node, told in found.items()}


def _bare(value: NamedNode | BlankNode | Literal | Triple) -> str:
    return _PLACED.sub(r"\1", value.value) if isinstance(value, NamedNode) else str(value)


def _alike(told: Mapping[NamedNode, Told]) -> dict[tuple[str, Told], list[NamedNode]]:
    found: defaultdict[tuple[str, Told], list[NamedNode]] = defaultdict(list)
    for node in sorted(told, key=lambda node: node.value):
        found[_bare(node), told[node]].append(node)
    return found
