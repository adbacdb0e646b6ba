"""The tokens of a Doc that have one of some values, found by column instead of token by token."""

from collections.abc import Collection, Mapping
from functools import cache
from operator import attrgetter

from kg.language.parsed import Doc, Token


def tagged(doc: Doc, tags: Collection[str]) -> list[Token]:
    """Return the tokens with one of these tags."""
    return _where(doc, "tag_", tags)


def worded(doc: Doc, words: Collection[str]) -> list[Token]:
    """Return the tokens that are one of these words in small letters."""
    return _where(doc, "lower_", words)


def lemmaed(doc: Doc, lemmas: Collection[str]) -> list[Token]:
    """Return the tokens with one of these lemmas, also with a capital and in capitals."""
    return _where(doc, "lemma_", _cased(frozenset(lemmas)))


def lemmas(doc: Doc) -> set[str]:
    """Return all lemmas of a text in small letters."""
    return {value.lower() for value in _column(doc, "lemma_")}


@cache
def _cased(words: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.title(), word.upper()))


def numbers(doc: Doc) -> list[Token]:
    """Return the tokens that look like numbers."""
    return [token for token in doc if token.like_num]


def _where(doc: Doc, attribute: str, values: Collection[str]) -> list[Token]:
    column = _column(doc, attribute)
    found = [token for value in frozenset(values) & column.keys() for token in column[value]]
    return sorted(found, key=attrgetter("i"))


def _column(doc: Doc, attribute: str) -> Mapping[str, list[Token]]:
    """Return where each value of an attribute stands; it is looked for once, as no rule changes a parse."""
    name = f"kg.column.{attribute}"
    column: dict[str, list[Token]] | None = doc.user_data.get(name)
    if column is None:
        column = doc.user_data[name] = {}
        value = attrgetter(attribute)
        for token in doc:
            column.setdefault(value(token), []).append(token)
    return column
