"""The tokens of a Doc that have one of some values, found by column instead of token by token."""

from collections.abc import Collection
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token


def tagged(doc: Doc, tags: Collection[str]) -> list[Token]:
    """Return the tokens with one of these tags."""
    return _where(doc, "TAG", tags)


def worded(doc: Doc, words: Collection[str]) -> list[Token]:
    """Return the tokens that are one of these words in small letters."""
    return _where(doc, "LOWER", words)


def lemmaed(doc: Doc, lemmas: Collection[str]) -> list[Token]:
    """Return the tokens with one of these lemmas, also with a capital and in capitals."""
    return _where(doc, "LEMMA", _cased(frozenset(lemmas)))


def lemmas(doc: Doc) -> set[str]:
    """Return all lemmas of a text in small letters."""
    return {doc.vocab.strings[int(value)].lower() for value in set(doc.to_array(["LEMMA"]).ravel().tolist())}


@cache
def _cased(words: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.title(), word.upper()))


def numbers(doc: Doc) -> list[Token]:
    """Return the tokens that look like numbers."""
    return [doc[i] for i, value in enumerate(doc.to_array(["LIKE_NUM"]).ravel().tolist()) if value]


def _where(doc: Doc, attribute: str, values: Collection[str]) -> list[Token]:
    wanted = _ids(frozenset(values))
    return [doc[i] for i, value in enumerate(doc.to_array([attribute]).ravel().tolist()) if value in wanted]


@cache
def _ids(values: frozenset[str]) -> frozenset[int]:
    """Return the numbers that every vocabulary gives these strings."""
    return frozenset(map(get_string_id, values))
