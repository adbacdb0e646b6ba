"""The children of a token, looked up: spaCy looks through all that is below a token each time it is asked."""

from collections import defaultdict

from spacy.tokens import Token

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
    return [doc[i] for i in sorted(i for dep in deps for i in table.get((token.i, dep), ()))]
