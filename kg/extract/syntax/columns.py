"""The tokens of a Doc that have one of some values, found by column instead of token by token."""

from collections.abc import Collection, Mapping
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
    return {doc.vocab.strings[value].lower() for value in _column(doc, "LEMMA")}


@cache
def _cased(words: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.title(), word.upper()))


def numbers(doc: Doc) -> list[Token]:
    """Return the tokens that look like numbers."""
    return [doc[i] for i in _column(doc, "LIKE_NUM").get(1, ())]


def _where(doc: Doc, attribute: str, values: Collection[str]) -> list[Token]:
    column = _column(doc, attribute)
    return [doc[i] for i in sorted(i for value in _ids(frozenset(values)) & column.keys() for i in column[value])]


def _column(doc: Doc, attribute: str) -> Mapping[int, list[int]]:
    """Return where each value of an attribute stands; it is looked for once, as no rule changes a parse."""
    name = f"kg.column.{attribute}"
    column: dict[int, list[int]] | None = doc.user_data.get(name)
    if column is None:
        column = doc.user_data[name] = {}
        values: list[int] = doc.to_array([attribute]).ravel().tolist()  # type: ignore[assignment]
        for i, value in enumerate(values):
            column.setdefault(value, []).append(i)
    return column


@cache
def _ids(values: frozenset[str]) -> frozenset[int]:
    """Return the numbers that every vocabulary gives these strings."""
    return frozenset(map(get_string_id, values))
