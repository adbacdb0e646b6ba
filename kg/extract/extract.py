"""The story of this room: article -> parse -> what it states."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, tee

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
from kg.extract.relations import same_office
from kg.extract.rules.running import TRACE, WITHOUT
from kg.extract.rules.users import NO_RULES, Own
from kg.extract.syntax.context import Context
from kg.facts import Entity, Event, Fact, Mention, Quote, Reading, Span
from kg.language.limit import Allowance, TimeLimitError
from kg.language.offsets import View
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load
from kg.language.view import restored, seen
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


@dataclass(frozen=True, slots=True)
class Viewed:
    """An article as the parser is to see it, the way back or what it raised, and what of its time is left."""

    article: Article
    clean: Article
    way_back: View | ArticleError
    allowance: Allowance


def outcomes(  # noqa: PLR0913 (all but the first are options)
    articles: Iterable[Article],
    model: str = DEFAULT_MODEL,
    *,
    learned: bool = True,
    seconds: float | None = None,
    without: Collection[str] = (),
    own: Own = NO_RULES,
) -> Iterator[Reading | ArticleError]:
    """Yield what each article states, or what kept it from being read; the others are read all the same.

    `seconds` of the processor are what an article may take in all; `without` names rules that are left out, `own` are
    rules beside kg's.
    """
    nlp = load(model)
    views, cleans, allowances = tee(viewed(articles, partial(seen, nlp=nlp, learned=learned), seconds), 3)
    parsed = parses((each.clean for each in cleans), nlp, (each.allowance for each in allowances))
    # The parse first: what comes before it must not run among words that are forgotten with the batch.
    for (_, doc), view in zip(parsed, views, strict=True):
        if isinstance(view.way_back, ArticleError):
            yield view.way_back
        elif isinstance(doc, ArticleError):
            yield doc
        else:
            doc.user_data[WITHOUT] = without
            found = outcome(view, view.way_back, doc, learned=learned, own=own)
            doc.forget()
            yield found


def outcome(viewed: Viewed, way_back: View, doc: Doc, *, learned: bool, own: Own) -> Reading | ArticleError:
    """Return what one parsed article states, or what it raised."""
    try:
        with viewed.allowance.spent():
            return restored(read(viewed.clean, doc, learned=learned, own=own), viewed.article, way_back)
    except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever an article raises is told of it)
        return ArticleError.of(viewed.article.id, error)


def viewed(
    articles: Iterable[Article], see: Callable[[Article], tuple[Article, View]], seconds: float | None
) -> Iterator[Viewed]:
    """Yield each article as the parser is to see it."""
    for article in articles:
        allowance = Allowance(seconds)
        try:
            with allowance.spent():
                clean, way_back = see(article)
        except (Exception, TimeLimitError) as error:  # noqa: BLE001 (whatever an article raises is told of it)
            failed = ArticleError.of(article.id, error)
            yield Viewed(article, replace(article, text=""), failed, allowance)
        else:
            yield Viewed(article, clean, way_back, allowance)


def read(article: Article, doc: Doc, *, learned: bool = True, own: Own = NO_RULES) -> Reading:
    """Return what one parsed article states."""
    fired: set[tuple[str, int]] = doc.user_data.setdefault(TRACE, set())
    context, said = understood(article, doc, learned=learned)
    events = tuple(map(calibration.event, incidents.events(context, said)))
    stated = relations.facts(context, said, model=learned, own=own)
    related = same_office.joined(deaths.settled(stated, events))
    # What a user says of his own rules is not measured here.
    sure = (each if each.evidence.rule in own.names else calibration.fact(each) for each in related)
    facts = (*sure, *incidents.facts(events))
    found = tuple(sorted({*context.mentions, *mentioned(facts, said, events)}, key=order))
    counts = tuple(sorted(Counter(name for name, _ in fired).items()))
    return Reading(article, found, tuple(entities(found)), facts, said, events, fired=counts)


def order(mention: Mention) -> tuple[Span, str, str, str, str]:
    """Return what sorts mentions: no two that differ are alike in it, as one word may stand in two forms."""
    return mention.span, mention.kind, mention.entity, mention.form, mention.value or ""


def understood(article: Article, doc: Doc, *, learned: bool) -> tuple[Context, tuple[Quote, ...]]:
    """Return one parsed article as rules see it, and what is said in it."""
    context = Context(article, doc, mentions(article, doc, learned=learned))
    said = tuple(map(calibration.quote, quotes(context)))
    return context.with_mentions(speakers.first_persons(context, said)), said


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
