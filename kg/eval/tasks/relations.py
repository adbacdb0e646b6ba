"""relations: facts of people and organizations in a passage, as KnowledgeNet annotates them.

A fact counts where both spans overlap the gold's; only the relations that annotators looked for are judged.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import DataError
from kg.eval.gold import Row
from kg.eval.spans import overlap, pair_up
from kg.eval.verdicts import Count, Error, Judged, Verdict
from kg.facts import Evidence, Fact, Reading, Span

NEEDS = {"annotated_relations": (), "relations": ("relation", "subject", "object")}
MEASURES = ("all",)

#: Our relations by the corpus's names.
NAMES = {
    "memberOf": "EMPLOYEE_OR_MEMBER_OF",
    "worksFor": "EMPLOYEE_OR_MEMBER_OF",
    "leads": "EMPLOYEE_OR_MEMBER_OF",
    "chiefExecutiveOf": "CEO",
    "memberOfParty": "POLITICAL_AFFILIATION",
    "livesIn": "PLACE_OF_RESIDENCE",
    "bornIn": "PLACE_OF_BIRTH",
    "bornOn": "DATE_OF_BIRTH",
    "diedOn": "DATE_OF_DEATH",
    "citizenOf": "NATIONALITY",
    "educatedAt": "EDUCATED_AT",
    "childOf": "CHILD_OF",
    "spouseOf": "SPOUSE",
    "headquarteredIn": "HEADQUARTERS",
    "foundedBy": "FOUNDED_BY",
    "foundedOn": "DATE_FOUNDED",
    "subsidiaryOf": "SUBSIDIARY_OF",
}
#: The corpus puts the organization first.
SWAPPED = {"chiefExecutiveOf"}
SYMMETRIC = {"SPOUSE"}


class Relation(NamedTuple):
    """A relation by the corpus's name, with the words at its ends."""

    name: str
    subject: Span
    object: Span


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the facts of one passage."""
    if unknown := {r["relation"] for r in gold["relations"]} - set(NAMES.values()):
        known = ", ".join(sorted(set(NAMES.values())))
        raise DataError(f"article {gold['id']}: no relation {min(unknown)!r} is judged; there are {known}")
    want = [Relation(r["relation"], Span(*r["subject"]), Span(*r["object"])) for r in gold["relations"]]
    have = _best(fact for fact in reading.facts if NAMES.get(fact.relation) in gold["annotated_relations"])
    found = sorted(have)
    pairs = {i: j for i, j, _ in pair_up(want, found, _same)}
    for i, wanted in enumerate(want):
        yield from _count(wanted.name, gold=1, right=i in pairs)
        if i not in pairs:
            yield Error(f"missed {wanted.name}", wanted[1:])
    right = set(pairs.values())
    for j, relation in enumerate(found):
        evidence = have[relation]
        yield from _count(relation.name, predicted=1)
        yield Judged.of("relation", evidence, right=j in right)
        if j not in right:
            yield Error(f"wrong {relation.name}", predicted=relation[1:], rule=evidence.rule)


def _best(facts: Iterator[Fact]) -> dict[Relation, Evidence]:
    """Return each relation once, with the surest of the facts that state it."""
    best: dict[Relation, Evidence] = {}
    for fact in facts:
        ends = fact.subject.span, fact.object.span
        relation = Relation(NAMES[fact.relation], *(reversed(ends) if fact.relation in SWAPPED else ends))
        if relation not in best or best[relation].confidence < fact.evidence.confidence:
            best[relation] = fact.evidence
    return best


def _same(gold: Relation, predicted: Relation) -> float:
    straight = overlap(gold.subject, predicted.subject) and overlap(gold.object, predicted.object)
    crossed = overlap(gold.subject, predicted.object) and overlap(gold.object, predicted.subject)
    return float(gold.name == predicted.name and (straight or (gold.name in SYMMETRIC and crossed)))


def _count(name: str, *, gold: int = 0, predicted: int = 0, right: int = 0) -> Iterator[Count]:
    yield Count("all", right, predicted, gold)
    yield Count(name, right, predicted, gold)
