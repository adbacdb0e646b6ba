"""Run SPARQL on a store: read-only, known prefixes declared, errors shown at their place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import DataError, UsageError
from kg.graph.trouble import said
from kg.query.offline import parse, refuse_service
from kg.query.scan import READS, WRITES, form, undeclared, words
from kg.query.syntax import explained
from kg.vocabulary import PREFIXES

Answer = QuerySolutions | QueryBoolean | QueryTriples

#: How Oxigraph ends what it says of a function that it does not have.
UNSUPPORTED = "is not supported"
NO_SERVICE = "SERVICE asks another endpoint, and kg answers from its store alone; kg link asks Wikidata"


def run(
    store: Store,
    text: str,
    *,
    default_graphs: Sequence[NamedNode] | None = None,
    named_graphs: Sequence[NamedNode] | None = None,
    base: str | None = None,
) -> Answer:
    """Return the answer to a query, of these graphs if any are given; UsageError if it is an update, or not SPARQL."""
    query = _readable(text)
    try:
        with evaluated():
            refuse_service(query, base)
            return store.query(
                query,
                base_iri=base,
                default_graph=None if default_graphs is None else [*default_graphs],
                named_graphs=None if named_graphs is None else [*named_graphs],
            )
    except SyntaxError as error:
        raise _wrong(text, query, error) from None


def parsed(text: str, base: str | None = None) -> str:
    """Return a query with its prefixes declared, not evaluated; UsageError for what `run` would not evaluate."""
    query = _readable(text)
    try:
        refuse_service(query, base)
        parse(query, base)
    except SyntaxError as error:
        raise _wrong(text, query, error) from None
    return query


def _readable(text: str) -> str:
    if (does := form(text)) in WRITES:
        raise UsageError(f"{does} is a SPARQL UPDATE, and queries only read; kg build and kg forget write")
    if does not in READS:
        raise UsageError("not SPARQL: there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it")
    return declared(text)


def _wrong(text: str, query: str, error: SyntaxError) -> UsageError:
    if "SERVICE" in words(text):
        return UsageError(NO_SERVICE)
    return UsageError(explained(query, str(error), query.count("\n") - text.count("\n")))


@contextmanager
def evaluated() -> Iterator[None]:
    """Say what fails in the store while an answer streams out of it; what fails where it goes is another's.

    Raises:
        UsageError: the query asks for what Oxigraph does not have, such as another's function.
        DataError: the store cannot be read.

    """
    try:
        yield
    except RuntimeError as error:
        if str(error).endswith(UNSUPPORTED):
            raise UsageError(f"the query cannot be answered: {error}") from error
        raise said(None, error) or DataError(f"the query failed: {error}") from error
    except OSError as error:
        # Oxigraph's own errors have no number; those of files and pipes have.
        if error.errno is not None:
            raise
        raise said(None, error) or DataError(f"the query failed: {error}") from error


def is_empty(answer: Answer) -> bool:
    """Whether an answer has no row, no triple, or is no."""
    return not answer if isinstance(answer, QueryBoolean) else next(iter(answer), None) is None


def select(store: Store, text: str) -> QuerySolutions:
    """Return the rows of a SELECT; UsageError if it is another query."""
    answer = run(store, text)
    if not isinstance(answer, QuerySolutions):
        raise UsageError(f"a SELECT is needed to give rows, not {form(text)}")
    return answer


def declared(text: str) -> str:
    """Return a query with the prefixes that it left undeclared; UsageError for one that is not known."""
    missing = sorted(undeclared(text))
    # The scheme of an IRI that is none is no prefix: the parser finds what is wrong with it.
    if unknown := [prefix for prefix in missing if prefix not in PREFIXES and f"<{prefix}:" not in text]:
        known = ", ".join(f"{name}:" for name in sorted(PREFIXES))
        raise UsageError(f"the prefix {unknown[0]}: is not declared; {known} need not be")
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in missing if prefix in PREFIXES) + text
