"""The words that prove what an article states: passages, mentions, and claims that point at them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kg.facts import Reading, Span
from kg.graph.claims import VALUES, Claim
from kg.graph.terms import TYPE, Names, decimal, integer, news, oa
from kg.vocabulary import NEWS, RDF

_PARTS = [NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object")]


def claim_triples(stated: Iterable[Claim], names: Names) -> Iterator[Triple]:
    """Yield each claim: what it says, where, how, and who says so."""
    taken: Counter[str] = Counter()
    for claim in stated:
        node = names.fragment(_name(claim, taken))
        yield Triple(node, TYPE, news("Claim"))
        for part, value in zip(_PARTS, (claim.subject, claim.predicate, claim.object), strict=True):
            yield Triple(node, part, value)
        yield Triple(node, oa("hasSource"), names.article)
        yield Triple(node, oa("hasSelector"), names.passage(claim.evidence.span))
        for role, span in zip(("subjectMention", "objectMention"), claim.spans, strict=True):
            yield Triple(node, news(role), names.passage(span))
        yield from _manner(node, claim, names)


def passages(reading: Reading, stated: Sequence[Claim], names: Names) -> Iterator[Triple]:
    """Yield the words of all claims and mentions, and the whole text, each once."""
    text = reading.article.text
    mentions = [m for m in reading.mentions if m.form != "value" and m.kind not in VALUES]
    named = {mention.span for mention in mentions}
    proof = {span for claim in stated for span in (claim.evidence.span, *claim.spans)}
    for span in named | proof | {Span(0, len(text))}:
        node = names.passage(span)
        kinds = (news("Mention" if span in named else "Passage"), oa("TextQuoteSelector"), oa("TextPositionSelector"))
        yield from (Triple(node, TYPE, kind) for kind in kinds)
        yield Triple(node, oa("exact"), Literal(text[span.start : span.end]))
        yield Triple(node, oa("start"), integer(span.start))
        yield Triple(node, oa("end"), integer(span.end))
    for mention in mentions:
        yield Triple(names.passage(mention.span), news("mentionOf"), names.thing(mention.entity))
        yield Triple(names.passage(mention.span), news("form"), Literal(mention.form))


def _name(claim: Claim, taken: Counter[str]) -> str:
    relation = claim.predicate.value.removeprefix(NEWS).removeprefix(RDF)
    (a, b), (c, d) = claim.spans
    name = f"{relation}-{a}-{b}-{c}-{d}"
    taken[name] += 1
    # Two rules, or two ways to say it, may read the same words.
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def _manner(node: NamedNode, claim: Claim, names: Names) -> Iterator[Triple]:
    evidence = claim.evidence
    yield Triple(node, news("rule"), Literal(evidence.rule))
    yield Triple(node, news("confidence"), decimal(evidence.confidence))
    yield Triple(node, news("modality"), Literal(evidence.modality))
    if claim.status:
        yield Triple(node, news("status"), Literal(claim.status))
    if claim.node:
        yield Triple(node, news("describes"), claim.node)
    if evidence.source:
        yield Triple(node, news("attributedTo"), names.thing(evidence.source.entity))
