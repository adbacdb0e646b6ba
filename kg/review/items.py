"""Questions about items elsewhere: counterparts of things that are likely and not sure enough."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.graph.store import Store
from kg.graph.terms import SAME
from kg.graph.told import CONFIDENCE, REASON, SOURCE
from kg.query.names import said
from kg.review.question import Question, Side
from kg.vocabulary import LINKS, PREFIXES, PROPOSED, RDF

_ITEM = re.compile(rf"{re.escape(PREFIXES['wd'])}(Q[1-9]\d*)")
_ENDS = tuple(NamedNode(RDF + name) for name in ("subject", "object"))


def questions(store: Store) -> Iterator[Question]:
    """Yield the proposed counterparts, the surest first."""
    rows: defaultdict[str, dict[NamedNode, NamedNode | Literal]] = defaultdict(dict)
    for quad in store.db.quads_for_pattern(None, None, None, store.graph(PROPOSED)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            rows[quad.subject.value][quad.predicate] = quad.object
    told = [row for row in rows.values() if all(end in row for end in (*_ENDS, CONFIDENCE)) and _open(store, row)]
    for row in sorted(told, key=lambda row: (-float(row[CONFIDENCE].value), *(row[end].value for end in _ENDS))):
        yield _question(store, row)


def _open(store: Store, row: dict[NamedNode, NamedNode | Literal]) -> bool:
    """Tell whether the thing has no link yet: what comes next to an accepted one is no question."""
    thing = NamedNode(row[_ENDS[0]].value)
    return not any(store.db.quads_for_pattern(thing, SAME, None, store.graph(LINKS)))


def _question(store: Store, row: dict[NamedNode, NamedNode | Literal]) -> Question:
    thing, item = (row[end] for end in _ENDS)
    found = _ITEM.fullmatch(item.value)
    left = Side(thing.value.removeprefix(store.base), said(store.db, thing))
    right = Side(found[1] if found else item.value, item.value)
    reasons = tuple(row[each].value for each in (REASON, SOURCE) if each in row)
    return Question("link", left, right, f"confidence {row[CONFIDENCE].value}", reasons)
