"""The children of a token, looked up: spaCy looks through all that is below a token each time it is asked."""

from spacy.tokens import Token

_TABLE = "kg.children"


def dependents(token: Token) -> list[Token]:
    """Return a token's children in the order of the text."""
    table = token.doc.user_data.get(_TABLE)
    if table is None:
        table = token.doc.user_data[_TABLE] = [[] for _ in token.doc]
        for child in token.doc:
            if child.head.i != child.i:
                table[child.head.i].append(child.i)
    return [token.doc[i] for i in table[token.i]]
