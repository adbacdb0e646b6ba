"""A reading as the JSON object that `kg extract` prints."""

from typing import Any

from kg.articles.article import Article
from kg.background.proposed import is_named
from kg.extract.lexicon import gazetteer
from kg.facts import Argument, Event, Evidence, Fact, Mention, Quote, Reading, Span
from kg.vocabulary import BASE


def to_json(reading: Reading, base: str = BASE) -> dict[str, Any]:
    """Return the reading as plain JSON values; spans are [start, end) offsets in code points."""
    qids = {entity.key: entity.qid for entity in reading.entities}
    return {
        "id": reading.article.id,
        "text": reading.article.text,
        **_given(reading.article),
        "mentions": [_mention(m, base, _qid(reading, m, qids)) for m in reading.mentions if m.form != "value"],
        "quotes": [_quote(q, base) for q in reading.quotes],
        "relations": [
            *(_fact(f, base) for f in reading.facts),
            *(_fact(f, base) | {"modality": "background"} for f in reading.background),
        ],
        "events": [_event(e, base) for e in reading.events],
    }


def _given(article: Article) -> dict[str, str]:
    """Return what was given of an article beside its text."""
    known = {
        "title": article.title,
        "author": article.byline,
        "published": article.published,
        "source": article.source,
        "language": article.language,
        "dated_by": article.dated_by,
    }
    return {name: value for name, value in known.items() if value}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _iri(mention: Mention | None, base: str) -> str | None:
    return None if mention is None or mention.form == "value" else base + mention.entity


def _first(mentions: tuple[Mention, ...], base: str) -> str | None:
    return _iri(mentions[0], base) if mentions else None


def _evidence(evidence: Evidence, base: str) -> dict[str, Any]:
    return {
        "modality": evidence.modality,
        "source": _first(evidence.sources, base),
        "evidence": _span(evidence.span),
        "confidence": evidence.confidence,
        "rule": evidence.rule,
    }


def _qid(reading: Reading, mention: Mention, qids: dict[str, str | None]) -> str | None:
    """Return the id of a name; "it", "the country" and "Syrian" have none of their own."""
    return qids.get(mention.entity) if is_named(reading.article.text, mention) else None


def _mention(mention: Mention, base: str, qid: str | None) -> dict[str, Any]:
    # "Kenyan" is no name of Kenya.
    form = "adjective" if mention.form == "name" and gazetteer.demonym(mention.text) else mention.form
    entity = base + mention.entity
    return {"span": _span(mention.span), "type": mention.kind, "form": form, "entity": entity, "qid": qid}


def _quote(quote: Quote, base: str) -> dict[str, Any]:
    return {
        "fragments": [_span(fragment) for fragment in quote.fragments],
        "cue": _span(quote.cue),
        "speaker": _span(quote.speaker),
        "entity": _first(quote.speakers, base),
        "entities": [_iri(speaker, base) for speaker in quote.speakers],
        "addressee": _iri(quote.addressee, base),
        "place": _iri(quote.place, base),
        "kind": quote.kind,
        **_evidence(quote.evidence, base),
    }


def _fact(fact: Fact, base: str) -> dict[str, Any]:
    return {
        "relation": fact.relation,
        "subject": _span(fact.subject.span),
        "object": _span(fact.object.span),
        "subject_entity": _iri(fact.subject, base),
        "object_entity": _iri(fact.object, base),
        "value": fact.object.value,
        "status": fact.status,
        "during": fact.during,
        "scope_entity": _iri(fact.scope, base),
        **_evidence(fact.evidence, base),
    }


def _event(event: Event, base: str) -> dict[str, Any]:
    return {
        "type": event.type,
        "event": base + event.key,
        "trigger": _span(event.trigger),
        "arguments": [_argument(a, base) for a in event.arguments],
        **_evidence(event.evidence, base),
    }


def _argument(argument: Argument, base: str) -> dict[str, Any]:
    return {
        "role": argument.role,
        "span": _span(argument.mention.span),
        "entity": _iri(argument.mention, base),
        "value": argument.value,
    }
