"""Run SPARQL on a store: read-only, known prefixes declared, errors shown at their place."""

from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import UsageError
from kg.prefixes import INFERRED, ONTOLOGY, PREFIXES
from kg.query.scan import READS, WRITES, form, undeclared
from kg.query.syntax import explained

Answer = QuerySolutions | QueryBoolean | QueryTriples


def run(store: Store, text: str) -> Answer:
    """Return the answer to a query; UsageError if it is an update, or not SPARQL."""
    if (does := form(text)) in WRITES:
        raise UsageError(f"{does} is a SPARQL UPDATE, and queries only read; kg build and kg forget write")
    if does not in READS:
        raise UsageError("not SPARQL: there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it")
    query = declared(text)
    try:
        return store.query(query)
    except SyntaxError as error:
        raise UsageError(explained(query, str(error), query.count("\n") - text.count("\n"))) from None


def select(store: Store, text: str) -> QuerySolutions:
    """Return the rows of a SELECT that kg itself wrote."""
    answer = run(store, text)
    assert isinstance(answer, QuerySolutions), text  # noqa: S101 - a mistake of ours, never of a user
    return answer


def declared(text: str) -> str:
    """Return a query with the prefixes that it left undeclared; UsageError for one that is not known."""
    missing = sorted(undeclared(text))
    if unknown := [prefix for prefix in missing if prefix not in PREFIXES]:
        known = ", ".join(f"{name}:" for name in sorted(PREFIXES))
        raise UsageError(f"the prefix {unknown[0]}: is not declared; {known} need not be")
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in missing) + text


def asserted(store: Store) -> Store:
    """Return a copy in memory of what the articles themselves state, merged in its default graph."""
    copy = Store()
    for name in store.named_graphs():
        if name.value not in {INFERRED, ONTOLOGY}:
            quads = list(store.quads_for_pattern(None, None, None, name))
            copy.bulk_extend(quads)
            copy.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    return copy
