"""The words that prove what an article states: passages, mentions, and claims that point at them.

They are most of a graph, and go as lines of N-Quads: nothing is asked of them before they are stored.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from pyoxigraph import Literal

from kg.facts import Reading, Span
from kg.graph.claims import VALUES, Claim
from kg.graph.terms import TYPE, Names, decimal, news, oa
from kg.naming import REMEMBERED
from kg.vocabulary import NEWS, RDF, XSD

#: What lines have after their node: a predicate, or with it its value.
_CLAIM, _MENTION, _PASSAGE = (f"{TYPE} {news(name)}" for name in ("Claim", "Mention", "Passage"))
_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}>" for name in ("subject", "predicate", "object"))
_SOURCE, _SELECTOR, _EXACT, _START, _END = (
    f"{oa(name)}" for name in ("hasSource", "hasSelector", "exact", "start", "end")
)
_SUBJECT_MENTION, _OBJECT_MENTION, _RULE, _CONFIDENCE, _MODALITY = (
    f"{news(name)}" for name in ("subjectMention", "objectMention", "rule", "confidence", "modality")
)
_STATUS, _DURING, _DESCRIBES, _SCOPE, _BY = (
    f"{news(name)}" for name in ("status", "during", "describes", "scope", "attributedTo")
)
_OF, _FORM, _WHOLE = (f"{news(name)}" for name in ("mentionOf", "form", "wholeOf"))
#: The words that state a claim are selectors of Web Annotation in so many words; others are by the ontology.
_SELECTORS = [f"{TYPE} {oa(name)}" for name in ("TextQuoteSelector", "TextPositionSelector")]
_INTEGER = f"^^<{XSD}integer>"


def evidence(reading: Reading, stated: Sequence[Claim], names: Names) -> Iterator[str]:
    """Yield lines of the claims, the mentions, and the words of both, each once."""
    text, end = reading.article.text, f"{names.article} ."
    passages: dict[Span, str] = {}

    def passage(span: Span) -> str:
        return passages.get(span) or passages.setdefault(span, str(names.passage(span)))

    taken: Counter[str] = Counter()
    for claim in stated:
        node = str(names.fragment(_name(claim, taken)))
        yield from [f"{node} {told} {end}" for told in _claim(claim, passage, names)]
    proofs = {claim.evidence.span for claim in stated}
    mentions = [m for m in reading.mentions if m.form != "value" and m.kind not in VALUES]
    for mention in mentions:
        node = passage(mention.span)
        yield f"{node} {_OF} {names.thing(mention.entity)} {end}"
        yield f"{node} {_FORM} {_literal(mention.form)} {end}"
    yield f"{passage(Span(0, len(text)))} {_WHOLE} {names.article} {end}"
    named = {mention.span for mention in mentions}
    for span, node in passages.items():
        yield f"{node} {_MENTION if span in named else _PASSAGE} {end}"
        yield f"{node} {_EXACT} {Literal(text[span[0] : span[1]])} {end}"
        yield f'{node} {_START} "{span[0]}"{_INTEGER} {end}'
        yield f'{node} {_END} "{span[1]}"{_INTEGER} {end}'
        if span in proofs:
            yield from (f"{node} {kind} {end}" for kind in _SELECTORS)


def _claim(claim: Claim, passage: Callable[[Span], str], names: Names) -> Iterator[str]:
    """Yield what a claim says, where, how, and who says so."""
    said = claim.evidence
    yield _CLAIM
    yield f"{_SUBJECT} {claim.subject}"
    yield f"{_PREDICATE} {claim.predicate}"
    yield f"{_OBJECT} {claim.object}"
    yield f"{_SOURCE} {names.article}"
    yield f"{_SELECTOR} {passage(said.span)}"
    yield f"{_SUBJECT_MENTION} {passage(claim.spans[0])}"
    yield f"{_OBJECT_MENTION} {passage(claim.spans[1])}"
    yield f"{_RULE} {_literal(said.rule)}"
    yield f"{_CONFIDENCE} {_share(said.confidence)}"
    yield f"{_MODALITY} {_literal(said.modality)}"
    if claim.status:
        yield f"{_STATUS} {_literal(claim.status)}"
    if claim.during:
        yield f"{_DURING} {claim.during}"
    if claim.node:
        yield f"{_DESCRIBES} {claim.node}"
    if claim.scope:
        yield f"{_SCOPE} {claim.scope}"
    yield from (f"{_BY} {names.thing(source.entity)}" for source in said.sources)


@lru_cache(maxsize=REMEMBERED)
def _literal(word: str) -> str:
    return str(Literal(word))


@lru_cache(maxsize=REMEMBERED)
def _share(number: float) -> str:
    return str(decimal(number))


def _name(claim: Claim, taken: Counter[str]) -> str:
    relation = claim.predicate.value.removeprefix(NEWS).removeprefix(RDF)
    # Of a term of a user's own its last part: the name stands in an IRI.
    relation = relation.rpartition("#")[2].rpartition("/")[2]
    (a, b), (c, d) = claim.spans
    name = f"{relation}-{a}-{b}-{c}-{d}"
    taken[name] += 1
    # Two rules, or two ways to say it, may read the same words.
    return name if taken[name] == 1 else f"{name}-{taken[name]}"
