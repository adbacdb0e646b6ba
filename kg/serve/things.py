"""The page of a thing or an incident: what is told of it, by kind, with who says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.export.network import HOLDS_ROLE, between_things
from kg.graph.terms import news
from kg.query.card import SPEAKER, TYPE, term, values
from kg.query.names import ALIAS, names
from kg.serve.atlas import Frame, framed
from kg.serve.claims import MOST, Claim, about, published
from kg.serve.entries import Entry, Part, Writer
from kg.serve.neighbours import Neighbour, neighbours
from kg.serve.snapshot import Snapshot
from kg.serve.summary import Row, summary
from kg.vocabulary import GEO, INFERRED, NEWS, SKOS, vocabulary

STATEMENT = f"{NEWS}Statement"


@dataclass(frozen=True, slots=True)
class Thing:
    """All of a page."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    point: tuple[str, str] | None
    sections: tuple[tuple[str, list[Entry]], ...]
    cut: bool
    around: tuple[Neighbour, ...]
    summary: tuple[Row, ...]
    event: bool

    @property
    def frame(self) -> Frame:
        """The part of the world around it."""
        return framed([(float(self.point[1]), float(self.point[0]))] if self.point else [], least=30)


def thing(seen: Snapshot, node: NamedNode) -> Thing:
    """Return what the graph holds of a thing."""
    claims = about(seen, node)
    writer = Writer(seen)
    mentioning = list(articles(writer, node, MOST + 1))
    sections = (*_sections(writer, node, claims), ("Articles", mentioning[:MOST]))
    found = ((title, list(entries)) for title, entries in sections)
    return Thing(
        iri=node.value,
        label=seen.said(node),
        kinds=seen.kinds(node),
        aliases=tuple(sorted(text for _, text in names(seen.db, ALIAS, node))),
        links=tuple(values(seen.db, node, f"{SKOS}exactMatch")),
        point=_point(seen, node),
        sections=tuple((title, entries) for title, entries in found if entries),
        cut=len(claims) >= MOST or len(mentioning) > MOST,
        around=neighbours(writer, node, claims),
        summary=tuple(summary(writer, [claim for claim in claims if claim.subject == node])),
        event=_is_event(seen, node, claims),
    )


def _is_event(seen: Snapshot, node: NamedNode, claims: list[Claim]) -> bool:
    """Tell whether a thing is an incident or another event, if only by what somebody claims."""
    told = (claim.object.value for claim in claims if claim.predicate.value == TYPE and claim.subject == node)
    return any(_is_a(kind, "Event") for kind in (*seen.classes(node), *told))


def _is_a(iri: str, wanted: str) -> bool:
    return vocabulary().is_a(iri.removeprefix(NEWS), wanted)


def _sections(writer: Writer, node: NamedNode, claims: list[Claim]) -> Iterator[tuple[str, list[Entry]]]:
    kind: Callable[[Claim], str] = _kind(writer.seen, node)
    sorted_ = [(kind(claim), claim) for claim in claims]

    def told(name: str, say: Callable[[Writer, Claim], tuple[Part, ...]]) -> list[Entry]:
        return writer.entries((say(writer, claim), claim) for sort, claim in sorted_ if sort == name)

    yield "What it is", told("is", _is)
    yield "Offices", told("office", _office)
    yield "What is told", told("part", _part)
    yield "Facts", told("fact", _fact)
    yield "What follows", list(follows(writer, node))
    yield "Events", told("event", _event)
    yield "What it said", told("said", _statement)
    yield "Said to it, or there", told("heard", _heard)


def _kind(seen: Snapshot, node: NamedNode) -> Callable[[Claim], str]:
    """Return the function that says under which title a claim of the thing stands."""

    def kind(claim: Claim) -> str:
        relation = claim.predicate.value
        if relation == TYPE:
            return "is"
        if relation == HOLDS_ROLE:
            return "office"
        if between_things(relation):
            return "fact"
        if claim.subject == node:
            return "part"
        if relation == SPEAKER and _is_statement(seen, claim.subject):
            return "said"
        return "heard" if _is_statement(seen, claim.subject) else "event"

    return kind


def _is_statement(seen: Snapshot, node: NamedNode) -> bool:
    return "/statement/" in node.value.removeprefix(seen.store.base)


def _is(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    return (Part(term(claim.object.value), writer.addresses.link(claim.object.value)),)


def _office(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    scope = (Part(","), writer.part(claim.scope)) if claim.scope else ()
    return (writer.part(claim.subject), Part("holds"), writer.part(claim.object), *scope)


def _part(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    return (writer.relation(claim.predicate), writer.part(claim.object))


def _fact(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    return (writer.part(claim.subject), writer.relation(claim.predicate), writer.part(claim.object))


def _event(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    return (writer.relation(claim.predicate), Part("of"), writer.part(claim.subject))


def _statement(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    cue = writer.seen.store.value(claim.subject, "cue") or "said"
    return (Part(cue), Part(f"“{_words(writer.seen, claim.subject)}”", writer.addresses.link(claim.subject.value)))


def _heard(writer: Writer, claim: Claim) -> tuple[Part, ...]:
    return (writer.relation(claim.predicate), Part("of"), *_statement(writer, claim)[1:])


def _words(seen: Snapshot, statement: NamedNode) -> str:
    return seen.store.value(statement, "words") or seen.said(statement)


def follows(writer: Writer, node: NamedNode) -> Iterator[Entry]:
    """Yield what no article states and what is inferred, each with a link to its proof."""
    inferred = writer.seen.store.graph(INFERRED)
    found = [
        (quad.predicate, quad.object)
        for quad in writer.seen.db.quads_for_pattern(node, None, None, inferred)
        if between_things(quad.predicate.value) and isinstance(quad.object, NamedNode)
    ]
    for relation, other in sorted(found, key=lambda each: (each[0].value, each[1].value)):
        parts = (writer.part(node), writer.relation(relation), writer.part(other))
        yield Entry(parts, proof=why(node.value, relation.value, other.value))


def why(subject: str, predicate: str, object_: str) -> str:
    """Return the address of a proof."""
    return f"/why?{urlencode({'subject': subject, 'relation': predicate, 'object': object_})}"


def articles(writer: Writer, node: NamedNode, most: int) -> Iterator[Entry]:
    """Yield the newest articles that mention the thing, newest first."""
    seen = writer.seen
    counts: dict[NamedNode, int] = {}
    for quad in seen.db.quads_for_pattern(None, news("mentionOf"), node, None):
        if isinstance(quad.graph_name, NamedNode):
            counts[quad.graph_name] = counts.get(quad.graph_name, 0) + 1
    dated = [(published(seen, article), article) for article in counts]
    for date, article in sorted(dated, key=lambda each: (each[0], each[1].value), reverse=True)[:most]:
        number = counts[article]
        yield Entry((writer.part(article), Part(date), Part(f"{number} mention{'s' if number > 1 else ''}")))


def _point(seen: Snapshot, node: NamedNode) -> tuple[str, str] | None:
    """Return where a place lies, if background knows."""
    found = [_value(seen, node, GEO + name) for name in ("lat", "long")]
    return (found[0], found[1]) if all(found) else None


def _value(seen: Snapshot, node: NamedNode, relation: str) -> str:
    quads = seen.db.quads_for_pattern(node, NamedNode(relation), None, DefaultGraph())
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), "")
