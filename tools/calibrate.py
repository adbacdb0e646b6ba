"""Measure how often each rule is right on annotated news and write kg/extract/measured/confidence.tsv.

What few facts tell of a rule is drawn towards what is known of its family (worksFor- of worksFor-captain).
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.eval import gold, tasks
from kg.eval.sheet import Sheet
from kg.eval.verdicts import Judged
from kg.extract.extract import readings
from kg.extract.measured.calibration import family

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "eval"
TABLE = ROOT / "kg" / "extract" / "measured" / "confidence.tsv"
ALL = slice(None)
#: Task, data, and which of its articles: enough for every frequent rule, and those whose errors nobody read when the
#: rules were written (wild/dev: every second, but for its roles; hrdsattack/train: the second half; polnear/train: the
#: last).
DATA = [
    ("quotes", "polnear/train", slice(-300, None)),
    ("relations", "knowledgenet/train", ALL),
    ("documents", "dwie/dev", ALL),
    ("incidents", "muc4/dev", slice(100)),
    ("incidents", "muc4_mixed/dev", ALL),
    ("events", "wikievents/dev", ALL),
    ("facts", "wild/dev", slice(1, None, 2)),
    ("victims", "hrdsattack/train", slice(150, None)),
]
#: What is judged where not all is: gold of whole incidents has no verdict on each of their mentions.
JUDGED = {"facts": frozenset({"argument", "relation"})}
#: What no corpus annotates, read by hand: of the facts that kg found in the dev parts of shared/eval in November 2026 a
#: sample of 55 ages, and all speeches; right is who, what, and how it is held.
BY_HAND = {("relation", "age"): (53, 55), ("relation", "spokeAt"): (54, 62)}
#: A family weighs as much as this many facts of the rule itself: more where the articles are few.
WEIGHT = 5
WEIGHT_OF_FEW = 10
#: Kinds of facts whose rules are many and whose annotated articles are few.
FEW = frozenset({"event", "argument"})
#: Rules with fewer facts are not measured.
LEAST = 5
#: What was learned gives each fact its own probability.
LEARNED = "learned"
#: Nothing is quite certain, nor quite excluded.
LOWEST, HIGHEST = 0.05, 0.98

Tally = tuple[int, int]


def main() -> None:
    if not GOLD.is_dir():
        print(f"no annotated news in {GOLD}: {TABLE.name} stays as it is", file=sys.stderr)
        return
    judged = [one for task, data, part in DATA for one in judgements(task, data, part)]
    rows = "".join(f"{kind}\t{rule}\t{share:.2f}\t{facts}\n" for kind, rule, share, facts in measured(judged))
    TABLE.write_text(f"# kind\trule\tconfidence\tfacts (written by tools/calibrate.py)\n{rows}", "utf-8")


def judgements(task: str, data: str, part: slice) -> list[Judged]:
    """Return what annotators say of the facts of some articles."""
    judge = tasks.task(task)
    rows = list(gold.read(GOLD / f"{data}.jsonl", judge.NEEDS))[part]
    sheet = Sheet(judge.MEASURES)
    for row, reading in zip(rows, readings(map(gold.article, rows)), strict=True):
        sheet.add(reading.article, judge.judge(row, reading))
    return [one for one in sheet.judged if one.kind in JUDGED.get(task, {one.kind})]


def measured(judged: Iterable[Judged]) -> Iterator[tuple[str, str, float, int]]:
    """Yield kind, rule, confidence and number of facts of each rule that was judged often enough."""
    rules: dict[tuple[str, str], Tally] = defaultdict(lambda: (0, 0))
    families: dict[tuple[str, str], Tally] = defaultdict(lambda: (0, 0))
    for one in judged:
        for tallies, name in ((rules, one.rule), (families, family(one.rule))):
            right, facts = tallies[one.kind, name]
            tallies[one.kind, name] = right + one.right, facts + 1
    families |= BY_HAND
    # A rule without a row of its own has its family's.
    for (kind, rule), (right, facts) in sorted((families | rules).items()):
        known_right, known = families[kind, family(rule)]
        weight = WEIGHT_OF_FEW if kind in FEW else WEIGHT
        share = (right + weight * known_right / known) / (facts + weight)
        if facts >= LEAST and not rule.startswith(LEARNED):
            yield kind, rule, min(HIGHEST, max(LOWEST, share)), facts


if __name__ == "__main__":
    main()
