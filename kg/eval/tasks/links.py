"""links: which Wikidata item a name means; named entities only, span and item exact, as ELEVANT scores it."""

from collections.abc import Iterator
from itertools import compress

from kg.background.proposed import is_named
from kg.eval.gold import Row
from kg.eval.spans import overlap
from kg.eval.verdicts import Count, Error, Share, Verdict
from kg.facts import Reading, Span

NEEDS = {"entities": ("span",)}
MEASURES = ("named", "mentions found", "right, of mentions found")


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the links of one article."""
    asked = [_counts(gold["text"], entity) for entity in gold["entities"]]
    want = {Span(*entity["span"]): entity["qid"] for entity in compress(gold["entities"], asked)}
    ignored = [entity["span"] for entity, counts in zip(gold["entities"], asked, strict=True) if not counts]
    have = _links(gold, reading)
    found = want.keys() & have.keys()
    right = {span for span in found if want[span] == have[span]}
    wrong = {span for span in have.keys() - want.keys() if not any(overlap(span, other) for other in ignored)}
    yield Count("named", len(right), len(found) + len(wrong), len(want))
    yield Share("mentions found", len(found), len(want))
    yield Share("right, of mentions found", len(right), len(found))
    for span in sorted(want.keys() - found):
        yield Error("missed link", (span,))
    for span in sorted(found - right | wrong):
        yield Error("wrong link", predicted=(span,))


def _counts(text: str, entity: Row) -> bool:
    """Tell whether a link is asked for: not of things that are unknown, optional or not named.

    Named is what has a name of its own, which starts with a capital: "fish" has none.
    """
    name: str = entity.get("name") or text[slice(*entity["span"])]
    optional = entity.get("optional") or entity.get("coref") or entity.get("nil")
    return bool(entity.get("qid")) and name[:1].isupper() and not optional


def _links(gold: Row, reading: Reading) -> dict[Span, str]:
    """Return the items that were given to names in the annotated part of the text."""
    start, end = gold.get("evaluation_span") or (0, len(gold["text"]))
    items = {entity.key: entity.qid for entity in reading.entities if entity.qid}
    said = (mention for mention in reading.mentions if is_named(reading.article.text, mention))
    names = (mention for mention in said if mention.entity in items)
    return {m.span: items[m.entity] for m in names if start <= m.span.start and m.span.end <= end}
