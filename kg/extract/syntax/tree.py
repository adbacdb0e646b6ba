"""What is asked of a token again and again."""

from collections.abc import Callable
from functools import wraps

from kg.language.parsed import Token


def dependents(token: Token, *deps: str) -> list[Token]:
    """Return a token's children under some of the labels, in the order of the text."""
    return [child for child in token.children if child.dep_ in deps]


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
