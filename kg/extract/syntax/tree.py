"""What is asked of a token again and again, looked up: spaCy looks through all that is below a token each time."""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps

from kg.language.parsed import Token

_TABLE = "kg.children"


def dependents(token: Token, *deps: str) -> list[Token]:
    """Return a token's children under some of the labels, in the order of the text."""
    doc = token.doc
    table = doc.user_data.get(_TABLE)
    if table is None:
        table = doc.user_data[_TABLE] = defaultdict(list)
        for child in doc:
            if child.head.i != child.i:
                table[child.head.i, child.dep_].append(child.i)
    i = token.i
    found = [child for dep in deps for child in table.get((i, dep), ())]
    return [doc[child] for child in (sorted(found) if len(deps) > 1 else found)]


def remembered(tells: Callable[[Token], bool]) -> Callable[[Token], bool]:
    """Return what tells something of a token, which is worked out once for each token of a parse."""
    name = f"{tells.__module__}.{tells.__qualname__}"

    @wraps(tells)
    def asked(token: Token) -> bool:
        known: dict[int, bool] = token.doc.user_data.setdefault(name, {})
        if token.i not in known:
            known[token.i] = tells(token)
        return known[token.i]

    return asked
