"""The quads of a graph at a SPARQL endpoint, looked up as those of a store on this machine: each pattern is a query.

All quads of a subject are asked for at once and remembered, so that a page of a thing costs tens of queries, and not
one for each label. What is remembered lasts as long as the snapshot that it belongs to.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from threading import Lock
from typing import Any

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
)

from kg.errors import NetworkError
from kg.link.remote import rows as parsed
from kg.query.limit import limited
from kg.query.names import ALIAS, LABEL

#: Subjects and patterns that are remembered beside those of one look, subjects of one query, and rows of an answer.
KEPT, BATCH, MOST = 20_000, 200, 200_000
_ANYWHERE = "{{ {} {} {} }} UNION {{ GRAPH ?g {{ {} {} {} }} }}"
Known = dict[Hashable, tuple[Quad, ...]]


class Quads:
    """The quads of an endpoint; `ask` gives the answer of a query in SPARQL's JSON."""

    def __init__(self, ask: Callable[[str], bytes], kept: int = KEPT) -> None:
        self._ask, self._kept = ask, kept
        self._lock = Lock()
        self._held: OrderedDict[Hashable, tuple[Quad, ...]] = OrderedDict()
        self._most = kept

    def query(
        self,
        text: str,
        *,
        base_iri: str | None = None,
        prefixes: Mapping[str, str] | None = None,
        default_graph: object = None,
        named_graphs: object = None,
    ) -> QuerySolutions | QueryBoolean:
        """Return the answer of a query for rows, or for yes or no.

        Raises:
            DataError: it has too many rows.
            TypeError: it is asked of some graphs only.

        """
        if default_graph is not None or named_graphs is not None:
            raise TypeError("an endpoint is asked for all its graphs: name those of a query in the query")
        base = f"BASE <{base_iri}>\n" if base_iri else ""
        declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in (prefixes or {}).items())
        return parsed(self._ask(limited(f"{base}{declared}{text}", MOST + 1)), MOST)

    def rows(self, text: str) -> QuerySolutions:
        """Return the rows of a SELECT; NetworkError where the endpoint gives none."""
        found = self.query(text)
        if isinstance(found, QueryBoolean):
            raise NetworkError("the endpoint answered with yes or no where it was asked for rows")
        return found

    def quads_for_pattern(self, s: Any, p: Any, o: Any, graph: Any = None) -> Iterator[Quad]:
        """Yield the quads that have these parts, None for any."""
        if isinstance(s, NamedNode):
            found = self.fetch([s])[s]
            return (q for q in found if p in {None, q.predicate} and o in {None, q.object} and _is_in(q, graph))
        return iter(self._pattern((s, p, o, graph)))

    def fetch(self, nodes: Iterable[Any]) -> Known:
        """Return all quads of some subjects; those that are not remembered are looked up, many by one query."""
        wanted = [each for each in dict.fromkeys(nodes) if isinstance(each, NamedNode)]
        found = self._known(wanted)
        missing = [each for each in wanted if each not in found]
        for some in (missing[start : start + BATCH] for start in range(0, len(missing), BATCH)):
            looked = self._looked(some)
            self._keep(looked, len(wanted))
            found |= looked
        return found

    def __contains__(self, quad: Quad) -> bool:
        return next(self.quads_for_pattern(*quad), None) is not None

    def _known(self, keys: Iterable[Hashable]) -> Known:
        """Return what is remembered; it is forgotten last from now on."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
            for key in found:
                self._held.move_to_end(key)
            return found

    def _keep(self, found: Known, together: int) -> None:
        """Remember what was found; so many that were wanted together do not drive each other out."""
        with self._lock:
            self._most = max(self._most, self._kept + together)
            self._held |= found
            while len(self._held) > self._most:
                self._held.popitem(last=False)

    def _looked(self, nodes: Sequence[NamedNode]) -> Known:
        pattern, among = _ANYWHERE.format(*("?s", "?p", "?o") * 2), " ".join(map(str, nodes))
        found: dict[Any, list[Quad]] = {each: [] for each in nodes}
        for quad in self._rows(f"SELECT * {{ VALUES ?s {{ {among} }} {pattern} }}", (None, None, None, None)):
            if quad.subject not in found:
                raise NetworkError(f"the endpoint answered of {quad.subject}, which it was not asked of")
            found[quad.subject].append(quad)
        return {each: tuple(quads) for each, quads in found.items()}

    def _pattern(self, key: tuple[Any, Any, Any, Any]) -> tuple[Quad, ...]:
        if known := self._known([key]):
            return known[key]
        *parts, graph = key
        names = [name if part is None else str(part) for name, part in zip(("?s", "?p", "?o"), parts, strict=True)]
        if graph is None:
            where = _ANYWHERE.format(*names * 2)
        else:
            triple = " ".join(names)
            where = triple if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {triple} }}"
        found = tuple(self._rows(f"SELECT * {{ {where} }}", key))
        self._keep({key: found}, 1)
        return found

    def _rows(self, query: str, key: tuple[Any, Any, Any, Any]) -> Iterator[Quad]:
        """Yield quads of the rows of a query, whose known parts are not among its columns."""
        answer = self.rows(query)
        columns = {variable.value for variable in answer.variables}
        for row in answer:
            s, p, o, graph = (
                (row[name] if name in columns else None) if part is None else part
                for name, part in zip("spog", key, strict=True)
            )
            if isinstance(s, NamedNode) and isinstance(p, NamedNode) and isinstance(o, NamedNode | Literal):
                yield Quad(s, p, o, graph or DefaultGraph())


class Named(Quads):
    """Those of any endpoint, whose things are found by names as they are written there: it is not asked for all."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, graph: Any = None) -> Iterator[Quad]:
        """Yield the quads that have these parts; names without a language are English, too."""
        if s is not None or p not in {LABEL, ALIAS}:
            return super().quads_for_pattern(s, p, o, graph)
        written = [o, Literal(o.value, language="en")] if isinstance(o, Literal) else []
        return chain.from_iterable(super(Named, self).quads_for_pattern(None, p, each, graph) for each in written)


def _is_in(quad: Quad, graph: Any) -> bool:
    return graph is None or quad.graph_name == graph
