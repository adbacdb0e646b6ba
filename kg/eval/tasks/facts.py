"""facts: your own gold, in the form that `kg extract` prints; only the lists that an article has are judged.

A span stands for the entity that the gold gives it: any mention of the entity that the gold names serves.
`annotated_relations`, where an article has it, lists the relations that annotators looked for: no others are judged.
docs/gold.md describes the form.
"""

from collections.abc import Iterator
from functools import partial

from kg.eval import rows
from kg.eval.gold import Row
from kg.eval.incident import triggers
from kg.eval.spans import Offsets, overlap, pair_up
from kg.eval.tasks import quotes
from kg.eval.verdicts import Count, Error, Judged, Share, Verdict
from kg.facts import Argument, Event, Fact, Mention, Reading, Span

NEEDS: dict[str, tuple[str, ...]] = {}
#: One of these at least.
ANY = ("mentions", "relations", "quotes", "events")
MEASURES = ("entities", "relations", "content with speaker", "events", "arguments", "incidents", "incident rows")


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on one article."""
    if "mentions" in gold:
        yield from _entities(gold, reading)
    if "relations" in gold:
        yield from _relations(gold, reading)
    if "quotes" in gold:
        yield from quotes.judge(gold, reading)
    if "events" in gold:
        yield from _events(gold, reading)
        yield from rows.judge(gold, reading, partial(_Names(gold).fills, reading))


def _entities(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the annotated mentions: is each of the right type, and one thing with its first mention."""
    first: dict[str, Mention | None] = {}
    for wanted in gold["mentions"]:
        said = next((m for m in reading.mentions if overlap(m.span, wanted["span"]) and m.kind == wanted["type"]), None)
        same = first.setdefault(wanted["entity"], said)
        right = said is not None and same is not None and said.entity == same.entity
        yield Share("entities", right, 1)
        if not right:
            yield Error(f"{'wrong entity of' if said else 'missed'} {wanted['type']}", (Span(*wanted["span"]),))


class _Names:
    """Which annotated entity a span stands for."""

    def __init__(self, gold: Row) -> None:
        self.mentions = [(mention["span"], mention["entity"]) for mention in gold.get("mentions", ())]

    def same(self, wanted: Offsets, said: Mention) -> bool:
        """Tell whether the mention is the annotated span, or another mention of its entity."""
        return overlap(wanted, said.span) or bool(self._of(wanted) & self._of(said.span))

    def fills(self, reading: Reading, part: Row, argument: Argument) -> bool:
        """Tell whether an argument is what a part of an incident marks, by any mention of either."""
        said, wanted = argument.mention, [part["span"], *part.get("alternatives", ())]
        if any(self.same(span, said) for span in wanted) or (part.get("entity") in self._of(said.span)):
            return True
        if part["role"] == "date" and part.get("value") and part["value"] == argument.value:
            return True
        others = [m for m in reading.mentions if m.entity == said.entity]
        named = {name for m in others if m.form == "name" for name in self._of(m.span)}
        return part.get("entity") in named or any(_most(m.span, span) for m in others for span in wanted)

    def _of(self, span: Offsets) -> set[str]:
        return {entity for mention, entity in self.mentions if overlap(mention, span)}


def _relations(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on all facts; what is stated twice of the same entities counts once."""
    names = _Names(gold)
    want = gold["relations"]
    looked_for = gold.get("annotated_relations")
    facts = (f for f in reading.facts if looked_for is None or f.relation in looked_for)
    have = list({(f.relation, f.subject.entity, f.object.entity): f for f in facts}.values())

    def same(wanted: Row, said: Fact) -> float:
        ends = names.same(wanted["subject"], said.subject) and names.same(wanted["object"], said.object)
        return float(wanted["relation"] == said.relation and ends)

    pairs = {j: i for i, j, _ in pair_up(want, have, same)}
    yield Count("relations", len(pairs), len(have), len(want))
    for i, wanted in enumerate(want):
        if i not in pairs.values():
            yield Error(f"missed {wanted['relation']}", (Span(*wanted["subject"]), Span(*wanted["object"])))
    for j, fact in enumerate(have):
        yield Judged.of("relation", fact.evidence, right=j in pairs)
        if j not in pairs:
            marks = fact.subject.span, fact.object.span
            yield Error(f"wrong {fact.relation}", predicted=marks, rule=fact.evidence.rule)


def _most(one: Offsets, other: Offsets) -> bool:
    """Tell whether a span has at least half of another."""
    return 2 * (min(one[1], other[1]) - max(one[0], other[0])) >= other[1] - other[0]


def _events(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on events by type and trigger, and on the arguments of those that are found."""
    names = _Names(gold)
    want, have = gold["events"], reading.events

    def same(wanted: Row, said: Event) -> float:
        named = any(overlap(trigger, said.trigger) for trigger in triggers(wanted))
        return float(wanted["type"] == said.type and named)

    pairs = {i: j for i, j, _ in pair_up(want, have, same)}
    yield Count("events", len(pairs), len(have), len(want))
    for i, wanted in enumerate(want):
        said = have[pairs[i]] if i in pairs else None
        if said is None:
            yield Error(f"missed {wanted['type']}", (Span(*triggers(wanted)[0]),))
        yield from _arguments(names, wanted, said)
    for j, event in enumerate(have):
        yield Judged.of("event", event.evidence, right=j in pairs.values())
        if j not in pairs.values():
            yield Error(f"wrong {event.type}", predicted=(event.trigger,), rule=event.evidence.rule)


def _arguments(names: _Names, wanted: Row, event: Event | None) -> Iterator[Verdict]:
    said = event.arguments if event else ()

    pairs = {
        i: j
        for i, j, _ in pair_up(
            wanted["arguments"], said, lambda g, p: float(g["role"] == p.role and names.same(g["span"], p.mention))
        )
    }
    yield Count("arguments", len(pairs), len(said), len(wanted["arguments"]))
    for i, argument in enumerate(wanted["arguments"]):
        if i not in pairs:
            yield Error(f"missed {argument['role']}", (Span(*triggers(wanted)[0]), Span(*argument["span"])))
    for j, argument in enumerate(said):
        right = j in pairs.values()
        yield Judged.of("argument", argument.evidence, right=right)
        if not right:
            yield Error(f"wrong {argument.role}", predicted=(argument.mention.span,), rule=argument.evidence.rule)
