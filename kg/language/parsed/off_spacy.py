"""Copy a parse off spaCy: column by column, with each string looked up once."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.language.limit import Allowance
from kg.language.parsed.doc import Doc
from kg.language.parsed.span import Span
from kg.language.parsed.token import Token
from kg.language.pipeline import parse

#: What a word is told as, in the order of `Token`, each with the number of a string ...
STRINGS = ["ORTH", "LOWER", "NORM", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
#: ... where it stands ...
NUMBERS = ["IDX", "HEAD", "SPACY", "SENT_START"]
#: ... and what is so of its letters.
_LETTERS = ["ALPHA", "DIGIT", "LOWER", "UPPER", "TITLE", "PUNCT", "SPACE", "QUOTE", "BRACKET", "CURRENCY"]
FLAGS = [*(f"IS_{letters}" for letters in _LETTERS), "LIKE_NUM"]
#: How spaCy tells whether a word starts a sentence.
STARTS = {1: True, 0: None, -1: False}
#: Strings that are remembered at most, by their numbers, which are the same in all vocabularies.
MOST = 200_000
_KNOWN: dict[int, str] = {}


def parses(
    articles: Iterable[Article], nlp: Language, allowances: Iterable[Allowance] | None = None
) -> Iterator[tuple[Article, Doc | ArticleError]]:
    """Return each article with its parse, or with what kept it from one, as `parse` does; a Doc stays valid."""
    return parse(articles, nlp, off_spacy, allowances)


def off_spacy(doc: SpacyDoc) -> Doc:
    """Return a copy of a parse in plain Python, which stays valid when spaCy forgets its words."""
    table: Any = doc.to_array([*STRINGS, *NUMBERS, *FLAGS])
    told = _strings(doc, table[:, : len(STRINGS)].T.tolist())
    at, heads, spaces, starts = table[:, len(STRINGS) : -len(FLAGS)].astype(np.int64).T.tolist()
    flags = table[:, -len(FLAGS) :].astype(bool).T.tolist()
    rows = zip(
        range(len(doc)),
        at,
        *told,
        [" " * space for space in spaces],
        [STARTS[start] for start in starts],
        *flags,
        strict=True,
    )
    copy = Doc([Token(*row) for row in rows], [i + by for i, by in enumerate(heads)], partial(vector_of, doc.vocab))
    copy.ents = tuple(Span(copy, ent.start, ent.end, ent.label_) for ent in doc.ents)
    return copy


def _strings(doc: SpacyDoc, columns: list[list[int]]) -> list[list[str]]:
    """Return columns of the numbers of strings as these strings."""
    if len(_KNOWN) > MOST:
        _KNOWN.clear()
    missing = {number for column in columns for number in column} - _KNOWN.keys()
    _KNOWN.update((number, doc.vocab.strings[number]) for number in missing)
    return [[_KNOWN[number] for number in column] for column in columns]


def vector_of(vocab: Vocab, word: str) -> Any:
    """Return the vector of a word, or nothing."""
    return vocab.get_vector(word) if vocab.has_vector(word) else None
