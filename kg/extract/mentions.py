"""Which words stand for an entity or a value, and which: names first, then pronouns and dates."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.articles.article import Article
from kg.extract import coref
from kg.extract.dates import dates
from kg.extract.names import Name, names
from kg.extract.referents import Referent, referents
from kg.facts import Mention, Span


def mentions(article: Article, doc: Doc) -> Iterator[Mention]:
    """Yield the names of the article and the pronouns that stand for them, and the dates."""
    found = names(doc)
    things = referents(article.id, doc, found)
    for name, thing in zip(found, things, strict=True):
        yield _mention(article, doc, name, thing)
    for token, thing in coref.pronouns(doc, found, things):
        span = Span(token.idx, token.idx + len(token))
        yield Mention(span, article.text[span.start : span.end], thing.kind, thing.key, "pronoun")
    named = {i for name in found for i in range(doc[name.start].idx, doc[name.end - 1].idx + 1)}
    yield from (day for day in dates(article, doc) if named.isdisjoint(range(*day.span)))


def _mention(article: Article, doc: Doc, name: Name, thing: Referent) -> Mention:
    words = doc[name.start : name.end]
    span = Span(words.start_char, words.end_char)
    return Mention(span, article.text[span.start : span.end], thing.kind, thing.key)
