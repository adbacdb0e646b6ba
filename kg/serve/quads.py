"""The quads of a graph at a SPARQL endpoint, looked up as those of a store on this machine: each pattern is a query.

All quads of a subject are asked for at once and remembered, so that a page of a thing costs tens of queries, and not
one for each label. What is remembered lasts as long as the snapshot that it belongs to.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Any, TypeVar

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
)

from kg.errors import DataError
from kg.link.remote import rows as parsed

#: Subjects and patterns that are remembered, subjects of one query, and rows that a pattern may have.
KEPT, BATCH, MOST = 20_000, 200, 200_000
_ANYWHERE = "{{ {} {} {} }} UNION {{ GRAPH ?g {{ {} {} {} }} }}"
Found = TypeVar("Found")


class Quads:
    """The quads of an endpoint; `ask` gives the answer of a query in SPARQL's JSON."""

    def __init__(self, ask: Callable[[str], bytes]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._held: OrderedDict[Hashable, tuple[Quad, ...]] = OrderedDict()

    def query(self, text: str, *, prefixes: Mapping[str, str] | None = None, **_: object) -> Any:
        """Return the answer of a query for rows, or for yes or no."""
        declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in (prefixes or {}).items())
        return parsed(self._ask(declared + text))

    def quads_for_pattern(self, s: Any, p: Any, o: Any, graph: Any = None) -> Iterator[Quad]:
        """Yield the quads that have these parts, None for any."""
        if isinstance(s, NamedNode):
            self.fetch([s])
            found = self._known(s)
            return (q for q in found if p in {None, q.predicate} and o in {None, q.object} and _is_in(q, graph))
        return iter(self._pattern((s, p, o, graph)))

    def fetch(self, nodes: Iterable[Any]) -> None:
        """Look up all quads of some subjects that are not remembered yet, many by one query."""
        with self._lock:
            missing = [each for each in dict.fromkeys(nodes) if isinstance(each, NamedNode) and each not in self._held]
        for some in (missing[start : start + BATCH] for start in range(0, len(missing), BATCH)):
            pattern = _ANYWHERE.format(*("?s", "?p", "?o") * 2)
            among = " ".join(map(str, some))
            found: dict[Any, list[Quad]] = {each: [] for each in some}
            for quad in self._rows(f"SELECT * {{ VALUES ?s {{ {among} }} {pattern} }}", (None, None, None, None)):
                found[quad.subject].append(quad)
            for each, quads in found.items():
                self._keep(each, tuple(quads))

    def __contains__(self, quad: Quad) -> bool:
        return next(self.quads_for_pattern(*quad), None) is not None

    def _known(self, key: Hashable) -> tuple[Quad, ...]:
        with self._lock:
            return self._held.get(key, ())

    def _keep(self, key: Hashable, quads: tuple[Quad, ...]) -> None:
        with self._lock:
            self._held[key] = quads
            while len(self._held) > KEPT:
                self._held.popitem(last=False)

    def _pattern(self, key: tuple[Any, Any, Any, Any]) -> tuple[Quad, ...]:
        with self._lock:
            if key in self._held:
                return self._held[key]
        *parts, graph = key
        names = [name if part is None else str(part) for name, part in zip(("?s", "?p", "?o"), parts, strict=True)]
        if graph is None:
            where = _ANYWHERE.format(*names * 2)
        else:
            triple = " ".join(names)
            where = triple if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {triple} }}"
        found = tuple(self._rows(f"SELECT * {{ {where} }} LIMIT {MOST + 1}", key))
        if len(found) > MOST:
            raise DataError(f"the endpoint has more than {MOST:,} answers to {' '.join(names)}: ask for less")
        self._keep(key, found)
        return found

    def _rows(self, query: str, key: tuple[Any, Any, Any, Any]) -> Iterator[Quad]:
        """Yield quads of the rows of a query, whose known parts are not among its columns."""
        answer = self.query(query)
        if isinstance(answer, QueryBoolean) or not isinstance(answer, QuerySolutions):
            raise TypeError(query)
        columns = {variable.value for variable in answer.variables}
        for row in answer:
            s, p, o, graph = (
                (row[name] if name in columns else None) if part is None else part
                for name, part in zip("spog", key, strict=True)
            )
            if isinstance(s, NamedNode) and isinstance(p, NamedNode) and isinstance(o, NamedNode | Literal):
                yield Quad(s, p, o, graph or DefaultGraph())


def _is_in(quad: Quad, graph: Any) -> bool:
    return graph is None or quad.graph_name == graph
