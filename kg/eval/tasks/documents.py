"""documents: facts of two entities anywhere in an article, as DWIE annotates them.

A span stands for the gold entity that it overlaps most; one fact of ours may cover several names of the corpus.
"""

from collections.abc import Iterator, Sequence

from kg.eval.gold import Row
from kg.eval.spans import Offsets, overlap
from kg.eval.verdicts import Count, Error, Judged, Share, Verdict
from kg.facts import Evidence, Reading, Span

NEEDS = {"entity_spans": (), "relations": ("subject_entity", "object_entity", "relation")}
MEASURES = ("all",)
#: The corpus has what everybody knows, whether the article says so or not.
BACKGROUND = True

#: Our relations, and which of the corpus's each may stand for.
NAMES = {
    "memberOf": {"member_of", "head_of", "minister_of", "agent_of", "spokesperson_of"},
    "worksFor": {
        *("member_of", "head_of", "minister_of", "agent_of", "spokesperson_of"),
        *("coach_of", "player_of"),
    },
    "leads": {"head_of", "head_of_state", "head_of_gov", "head_of_state-x", "head_of_gov-x"},
    "citizenOf": {"citizen_of", "citizen_of-x"},
    "headquarteredIn": {
        *("based_in0", "based_in0-x", "based_in1", "based_in2", "based_in2-x"),
        *("agency_of", "agency_of-x"),
    },
    "locatedIn": {"in0", "in0-x", "in1", "in2"},
    "spouseOf": {"spouse_of"},
    "childOf": {"child_of"},
}
#: Sport is left out.
COUNTED = {name for names in NAMES.values() for name in names} - {"player_of", "coach_of"}

#: Subject and object as indexes of gold entities, and the relation's name.
Triple = tuple[int, int, str]


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the facts of one article."""
    entities = gold["entity_spans"]
    facts = (fact for fact in gold["relations"] if fact["relation"] in COUNTED)
    want = {(fact["subject_entity"], fact["object_entity"], fact["relation"]) for fact in facts}
    have = _triples(entities, reading)
    for triple in sorted(want):
        found = any(_covers(h, triple) for h in have)
        yield Count("all", 0, 0, 1, int(found))
        yield Share(f"recall {triple[2]}", found, 1)
        if not found:
            yield Error(f"missed {triple[2]}", _nearest(entities[triple[0]], entities[triple[1]]))
    for triple, (ends, evidence) in have.items():
        right = any(_covers(triple, w) for w in want)
        yield Count("all", int(right), 1, 0, 0)
        yield Judged.of("relation", evidence, right=right)
        if not right:
            yield Error(f"wrong {triple[2]}", predicted=ends, rule=evidence.rule)


def _triples(
    entities: Sequence[Sequence[Offsets]], reading: Reading
) -> dict[Triple, tuple[tuple[Span, Span], Evidence]]:
    """Return what the article states of gold entities: each triple once, with the surest evidence."""
    best: dict[Triple, tuple[tuple[Span, Span], Evidence]] = {}
    for fact in sorted((*reading.facts, *reading.background), key=lambda fact: -fact.evidence.confidence):
        ends = fact.subject.span, fact.object.span
        subject, object_ = (_entity(entities, span) for span in ends)
        if fact.relation in NAMES and subject is not None and object_ is not None:
            best.setdefault((subject, object_, fact.relation), (ends, fact.evidence))
    return best


def _entity(entities: Sequence[Sequence[Offsets]], span: Span) -> int | None:
    """Return the index of the gold entity that the span overlaps most; the last of equals."""
    hits = [
        (min(span.end, s[1]) - max(span.start, s[0]), i)
        for i, group in enumerate(entities)
        for s in group
        if overlap(span, s)
    ]
    return max(hits)[1] if hits else None


def _covers(predicted: Triple, wanted: Triple) -> bool:
    return predicted[:2] == wanted[:2] and wanted[2] in NAMES[predicted[2]]


def _nearest(subjects: Sequence[Offsets], objects: Sequence[Offsets]) -> tuple[Span, ...]:
    """Return the two mentions that stand closest: most likely the words that state the fact."""
    pairs = ((Span(*s), Span(*o)) for s in subjects for o in objects)
    return min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start), default=())
