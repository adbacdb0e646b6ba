"""What was nearest where an answer is empty: how many rows there would be without one of its parameters."""

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import QuerySolutions, Store

from kg.query.bind import bound
from kg.query.limit import limited
from kg.query.run import run
from kg.query.saved import SavedQuery

#: Of more rows than this it is only said that there are more.
MOST = 100


def nearest(store: Store, query: SavedQuery, given: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what is found without each of the given parameters that may be left out."""
    may = {each.name for each in query.parameters if not each.required}
    for name in [name for name in given if name in may]:
        without = {other: values for other, values in given.items() if other != name}
        answer = run(store, limited(bound(query, without, store), MOST))
        found = sum(1 for _ in answer) if isinstance(answer, QuerySolutions) else 0
        if found:
            more = "or more " if found == MOST else ""
            yield f"without --{name}: {found} {more}row{'s' * (found != 1)}"
