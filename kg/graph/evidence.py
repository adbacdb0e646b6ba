"""The words that prove what an article states: passages, mentions, and claims that point at them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from kg.facts import Reading, Span
from kg.graph.claims import VALUES, Claim
from kg.graph.terms import TYPE, Names, Row, decimal, integer, news, oa
from kg.vocabulary import NEWS, RDF

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
#: The words that state a claim are selectors of Web Annotation in so many words; others are by the ontology.
_SELECTORS = ("TextQuoteSelector", "TextPositionSelector")


def evidence(reading: Reading, stated: Sequence[Claim], names: Names) -> Iterator[Row]:
    """Yield the claims, the mentions, and the words of both, each once."""
    passages: dict[Span, NamedNode] = {}

    def passage(span: Span) -> NamedNode:
        return passages.get(span) or passages.setdefault(span, names.passage(span))

    taken: Counter[str] = Counter()
    for claim in stated:
        yield from _claim(names.fragment(_name(claim, taken)), claim, passage, names)
    proofs = {claim.evidence.span for claim in stated}
    mentions = [m for m in reading.mentions if m.form != "value" and m.kind not in VALUES]
    for mention in mentions:
        yield passage(mention.span), news("mentionOf"), names.thing(mention.entity)
        yield passage(mention.span), news("form"), Literal(mention.form)
    passage(Span(0, len(reading.article.text)))
    named = {mention.span for mention in mentions}
    for span, node in passages.items():
        yield node, TYPE, news("Mention" if span in named else "Passage")
        yield node, oa("exact"), Literal(reading.article.text[span[0] : span[1]])
        yield node, oa("start"), integer(span[0])
        yield node, oa("end"), integer(span[1])
        if span in proofs:
            yield from ((node, TYPE, oa(kind)) for kind in _SELECTORS)


def _claim(node: NamedNode, claim: Claim, passage: Callable[[Span], NamedNode], names: Names) -> Iterator[Row]:
    """Yield what a claim says, where, how, and who says so."""
    said = claim.evidence
    yield node, TYPE, news("Claim")
    yield node, _SUBJECT, claim.subject
    yield node, _PREDICATE, claim.predicate
    yield node, _OBJECT, claim.object
    yield node, oa("hasSource"), names.article
    yield node, oa("hasSelector"), passage(said.span)
    yield node, news("subjectMention"), passage(claim.spans[0])
    yield node, news("objectMention"), passage(claim.spans[1])
    yield node, news("rule"), Literal(said.rule)
    yield node, news("confidence"), decimal(said.confidence)
    yield node, news("modality"), Literal(said.modality)
    if claim.status:
        yield node, news("status"), Literal(claim.status)
    if claim.during:
        yield node, news("during"), claim.during
    if claim.node:
        yield node, news("describes"), claim.node
    if claim.scope:
        yield node, news("scope"), claim.scope
    yield from ((node, news("attributedTo"), names.thing(source.entity)) for source in said.sources)


def _name(claim: Claim, taken: Counter[str]) -> str:
    relation = claim.predicate.value.removeprefix(NEWS).removeprefix(RDF)
    # Of a term of a user's own its last part: the name stands in an IRI.
    relation = relation.rpartition("#")[2].rpartition("/")[2]
    (a, b), (c, d) = claim.spans
    name = f"{relation}-{a}-{b}-{c}-{d}"
    taken[name] += 1
    # Two rules, or two ways to say it, may read the same words.
    return name if taken[name] == 1 else f"{name}-{taken[name]}"
