"""The page of an article: its text with what was read in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.terms import news
from kg.query.card import TYPE, term
from kg.serve.claims import Claim, exact, span, told_by
from kg.serve.entries import Notes, Part, Writer
from kg.serve.marks import Mark, Paragraph, lines, paragraphs, sentences
from kg.serve.problems import Problem
from kg.serve.snapshot import Snapshot
from kg.vocabulary import NEWS

#: The kinds that have a colour of their own.
COLOURS = ("person", "organization", "place", "group", "role")
STATEMENT = f"{NEWS}Statement"


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside the text."""

    name: str
    href: str
    parts: tuple[Part, ...]
    notes: Notes
    rule: str
    confidence: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with the claims that it states."""

    paragraph: Paragraph
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All of a page."""

    iri: str
    title: str
    facts: tuple[tuple[str, str], ...]
    source: str
    rows: tuple[Row, ...]
    whole: bool


def page(seen: Snapshot, article: NamedNode, chosen: str) -> ArticlePage:
    """Return an article with the claim of that name chosen."""
    claims = told_by(seen, article)
    if chosen and all(claim.node.value.partition("#")[2] != chosen for claim in claims):
        raise Problem(404, f"{seen.said(article)} has no claim {chosen!r}.")
    text = whole(seen, article)
    passages = sorted({claim.span for claim in claims})
    filled = text or _sparse(claims)
    spans = list(lines(filled)) if text else list(sentences(passages))
    writer = Writer(seen)
    marks = [*mentions(writer, article), *quotations(claims), *chosen_marks(claims, chosen)]
    notes = [(claim.span[0], note(writer, claim, chosen)) for claim in claims]
    known = (("By", "byline"), ("Published", "published"), ("Id", "identifier"))
    return ArticlePage(
        iri=article.value,
        title=seen.said(article),
        facts=tuple((name, value) for name, key in known if (value := seen.store.value(article, key))),
        source=seen.store.value(article, "source") or "",
        rows=tuple(_rows(paragraphs(filled, spans, marks, passages), notes)),
        whole=bool(text),
    )


def whole(seen: Snapshot, article: NamedNode) -> str:
    """Return the text of an article; nothing where it is not kept, or not shown."""
    for quad in seen.db.quads_for_pattern(None, news("wholeOf"), article, article):
        if isinstance(quad.subject, NamedNode):
            return exact(seen.db, quad.subject, article)
    return ""


def _sparse(claims: list[Claim]) -> str:
    """Return a text that has only the words of claims, each at its place."""
    text: list[str] = []
    for claim in claims:
        start, end = claim.span
        text.extend(" " * (end - len(text)))
        text[start:end] = claim.words
    return "".join(text)


def _rows(found: list[Paragraph], notes: list[tuple[int, Note]]) -> Iterator[Row]:
    for place, paragraph in enumerate(found):
        until = found[place + 1].span[0] if place + 1 < len(found) else float("inf")
        first = paragraph.span[0] if place else 0
        yield Row(paragraph, tuple(note for start, note in notes if first <= start < until))


def mentions(writer: Writer, article: NamedNode) -> Iterator[Mark]:
    """Yield the words that stand for things."""
    db = writer.seen.db
    for quad in db.quads_for_pattern(None, news("mentionOf"), None, article):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found = writer.seen.kinds(quad.object)
            style = next((kind for kind in found if kind in COLOURS), "thing")
            part = writer.part(quad.object)
            yield Mark(span(quad.subject), style, part.href, f"{part.text}: {', '.join(found)}")


def quotations(claims: list[Claim]) -> Iterator[Mark]:
    """Yield the words that are quoted."""
    for claim in claims:
        if claim.predicate.value == TYPE and claim.object.value == STATEMENT:
            start, _, end = claim.subject.value.rpartition("/statement/")[2].partition("-")
            yield Mark((int(start), int(end)), "quotation")


def chosen_marks(claims: list[Claim], chosen: str) -> Iterator[Mark]:
    """Yield the sentence and the two ends of the chosen claim."""
    for claim in claims:
        if chosen and claim.node.value.partition("#")[2] == chosen:
            yield Mark(claim.span, "evidence")
            yield from (Mark(end, "end") for end in claim.marks)


def note(writer: Writer, claim: Claim, chosen: str) -> Note:
    """Return a claim as it stands beside the text."""
    name = claim.node.value.partition("#")[2]
    kind = term(claim.object.value)
    relation = Part(f"is {article_of(kind)}" if claim.predicate.value == TYPE else term(claim.predicate.value))
    last = Part(kind) if claim.predicate.value == TYPE else writer.part(claim.object)
    scope = (Part(","), writer.part(claim.scope)) if claim.scope else ()
    return Note(
        name,
        writer.addresses.words(claim.article.value, claim.node.value, *claim.span),
        (writer.part(claim.subject), relation, last, *scope),
        tuple(writer.notes(claim)),
        claim.rule,
        claim.confidence,
        name == chosen,
    )


def article_of(noun: str) -> str:
    """Return the article of a noun of the ontology: an attack, a bombing."""
    return "an" if noun[:1].lower() in set("aeiou") else "a"
