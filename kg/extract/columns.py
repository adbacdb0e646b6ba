"""The tokens of a Doc that have one of some values, found by column instead of token by token."""

from collections.abc import Collection

import numpy as np
from spacy.tokens import Doc, Token


def tagged(doc: Doc, tags: Collection[str]) -> list[Token]:
    """Return the tokens with one of these tags."""
    return _where(doc, "TAG", tags)


def worded(doc: Doc, words: Collection[str]) -> list[Token]:
    """Return the tokens that are one of these words in small letters."""
    return _where(doc, "LOWER", words)


def _where(doc: Doc, attribute: str, values: Collection[str]) -> list[Token]:
    strings = doc.vocab.strings
    wanted = np.array([strings[value] for value in values if value in strings], dtype=np.uint64)
    return [doc[int(i)] for i in np.isin(doc.to_array([attribute]).reshape(-1), wanted).nonzero()[0]]
