"""The story of this room: article -> parse -> what it states."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.coref.mentions import mentions
from kg.extract.factuality import deaths
from kg.extract.incidents import find as incidents
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import bare
from kg.extract.measured import calibration
from kg.extract.quotes import first_person as speakers
from kg.extract.quotes.find import quotes
from kg.extract.relations import engine as relations
from kg.extract.syntax.context import Context
from kg.facts import Entity, Event, Fact, Mention, Quote, Reading
from kg.language.limit import TimeLimitError, limited
from kg.language.pipeline import load, parse
from kg.language.view import View, restored, seen
from kg.resources import DEFAULT_MODEL


def readings(articles: Iterable[Article], model: str = DEFAULT_MODEL, *, learned: bool = True) -> Iterator[Reading]:
    """Yield what each article states, in the order of the articles; by rules alone if nothing learned may be used.

    Raises:
        ArticleError: an article cannot be read.

    """
    return whole(outcomes(articles, model, learned=learned))


def whole(found: Iterable[Reading | ArticleError]) -> Iterator[Reading]:
    """Yield readings, and raise the first error that stands among them."""
    for reading in found:
        if isinstance(reading, ArticleError):
            raise reading
        yield reading


def outcomes(
    articles: Iterable[Article], model: str = DEFAULT_MODEL, *, learned: bool = True, seconds: float | None = None
) -> Iterator[Reading | ArticleError]:
    """Yield what each article states, or what kept it from being read; the others are read all the same.

    `seconds` of the processor are what parsing an article may take, and what reading it may.
    """
    nlp = load(model)
    views: deque[tuple[Article, View | ArticleError]] = deque()
    for clean, doc in parse(viewed(articles, nlp, views, learned=learned, seconds=seconds), nlp, seconds):
        article, way_back = views.popleft()
        if isinstance(way_back, ArticleError):
            yield way_back
            continue
        if isinstance(doc, ArticleError):
            yield doc
            continue
        try:
            with limited(seconds):
                found: Reading | ArticleError = restored(read(clean, doc, learned=learned), article, way_back)
        except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever an article raises is told of it)
            found = ArticleError.of(article.id, error)
        yield found


def viewed(
    articles: Iterable[Article],
    nlp: Language,
    views: deque[tuple[Article, View | ArticleError]],
    *,
    learned: bool,
    seconds: float | None,
) -> Iterator[Article]:
    """Yield each article as the parser is to see it; the way back, or what it raised, is left in `views`."""
    for article in articles:
        try:
            with limited(seconds):
                clean, way_back = seen(article, nlp, learned=learned)
        except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever an article raises is told of it)
            views.append((article, ArticleError.of(article.id, error)))
            yield replace(article, text="")
        else:
            views.append((article, way_back))
            yield clean


def read(article: Article, doc: Doc, *, learned: bool = True) -> Reading:
    """Return what one parsed article states."""
    context = Context(article, doc, mentions(article, doc, learned=learned))
    said = tuple(map(calibration.quote, quotes(context)))
    context = context.with_mentions(speakers.first_persons(context, said))
    events = tuple(map(calibration.event, incidents.events(context, said)))
    related = deaths.settled(relations.facts(context, said, model=learned), events)
    facts = (*map(calibration.fact, related), *incidents.facts(events))
    found = tuple(
        sorted({*context.mentions, *mentioned(facts, said, events)}, key=lambda m: (m.span, m.kind, m.entity))
    )
    return Reading(article, found, tuple(entities(found)), facts, said, events)


def mentioned(facts: Iterable[Fact], said: Iterable[Quote], events: Iterable[Event]) -> Iterator[Mention]:
    """Yield the mentions that facts, quotes and events speak of."""
    for fact in facts:
        yield from (m for m in (fact.subject, fact.object, fact.scope, *fact.evidence.sources) if m)
    for quote in said:
        yield from (m for m in (*quote.speakers, quote.addressee, quote.place) if m)
    yield from (a.mention for a in chain.from_iterable(event.arguments for event in events))


def entities(found: Iterable[Mention]) -> Iterator[Entity]:
    """Yield the entities of the mentions; the gazetteer's or the longest name, else the first words, is the label."""
    groups: dict[str, list[Mention]] = {}
    for mention in found:
        if mention.form != "value":
            groups.setdefault(mention.entity, []).append(mention)
    for key, group in groups.items():
        written = {bare(m.text) for m in group if m.form == "name"}
        names = sorted((name for name in written if not gazetteer.demonym(name)), key=longest)
        known = gazetteer.by_key().get(key)
        label = known.name if known else (*names, *sorted(written), group[0].text)[0]
        aliases = tuple(name for name in names if name != label)
        yield Entity(key, group[0].kind, label, aliases, known.qid if known else None)


def longest(name: str) -> tuple[int, str, bool, str]:
    """Return what sorts names: long ones first, and "Bergen" before the "BERGEN" of a dateline."""
    return -len(name), name.casefold(), name.isupper(), name
