"""One value in the place of a variable, at every occurrence and as the token that a person would write there.

Where SPARQL wants a variable's name it has an expression instead: in SELECT, GROUP BY and ORDER BY; BOUND is true.
"""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.query.places import Place, places

Term = NamedNode | Literal
NUMBERED = {"LIMIT", "OFFSET"}


def substituted(text: str, terms: Mapping[str, Term]) -> str:
    """Return a query with each variable that has a term replaced by it."""
    pieces, last = [], 0
    for start, end, piece in _replaced(text, terms):
        pieces += [text[last:start], piece]
        last = end
    return "".join(pieces) + text[last:]


def _replaced(text: str, terms: Mapping[str, Term]) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of the text that are replaced, from where to where and by what."""
    found = places(text)
    for index, place in enumerate(found):
        name = place.token.text[1:]
        if place.token.kind != "variable" or name not in terms:
            continue
        around = [each.token for each in found[max(0, index - 2) : index + 2]]
        if [token.text.upper() for token in around if token != place.token] == ["BOUND", "(", ")"]:
            yield around[0].start, around[-1].end, "true"
        else:
            yield place.token.start, place.token.end, _written(place, terms[name])


def _written(place: Place, term: Term) -> str:
    if place.clause in NUMBERED:
        return term.value
    if place.depth == 0 and place.clause == "SELECT":
        return f"({term} AS {place.token.text})"
    if place.depth == 0 and place.clause in {"GROUP", "ORDER"}:
        return f"({term})"
    return f" {term} "
