"""Learn the weights of kg/extract/incidents/joining.tsv from MUC-4: which mentions speak of one incident.

    head -300 ../shared/eval/muc4/train.jsonl > first.jsonl
    python tools/train_joining.py first.jsonl ../shared/eval/muc4/dev.jsonl ../shared/eval/muc4_mixed/dev.jsonl

Annotators of MUC-4 filled a template an incident and marked no mentions. A mention is of the incident whose fillers
its own participants are; what fits none, or two as well, is not learned from. So labels are few: the weights are drawn
towards what is EXPECTED of them (logistic regression with a Gaussian prior), all there is for what is never labelled.
Five folds of whole articles say how good they are. docs/joining_model.md is the model card.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from kg.eval import gold
from kg.eval.tasks import incidents as muc
from kg.extract.coref.mentions import mentions
from kg.extract.incidents.incident import Incident
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.likeness import FEATURES, NEVER, Pair, features
from kg.extract.incidents.told import Told, tell_all
from kg.extract.quotes.find import quotes
from kg.extract.syntax.context import Context
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load
from kg.language.view import seen

Numbers = np.ndarray[Any, np.dtype[np.float64]]
TARGET = Path(__file__).parents[1] / "kg" / "extract" / "incidents" / "joining.tsv"
#: Log odds that one expects of each feature, before anything is counted.
EXPECTED = {
    "always": -1.0,
    "harmed: same": 2.0,
    "harmed: others": -0.3,
    "harmed: other names": -3.0,
    "target: same": 2.0,
    "target: another": -0.5,
    "hit: told anew": -1.5,
    "place: same": 1.0,
    "place: another": -3.5,
    "author: same": 0.5,
    "author: taken up": 1.5,
    "author: another": -1.0,
    "author: a name not known": -0.5,
    "people, and a thing": -1.5,
    "date: same": 1.0,
    "type: same": 1.0,
    "type: another": -3.0,
    "word: same": 1.0,
    "word: same, the": 1.0,
    "the": 0.7,
    "the, says nothing else": 1.5,
    "the, says of whom": -1.0,
    "says nothing else": 0.5,
    "says nothing else, nor did the incident": 0.5,
    "incident: says nothing": 0.7,
    "noun": 0.0,
    "in the known one": 1.5,
    "general": -1.0,
    "headline": 2.0,
    "happened: one of two": -2.0,
    "near: same sentence": 0.5,
    "near: next sentence": 0.5,
    "near: soon": 0.3,
    "near: told last": 1.0,
    "told often": 0.3,
}
#: How strongly the weights are drawn towards what is expected: the best of 0.3, 1, 3, 10 on held-out folds, of two
#: that are as good the stronger.
STRENGTH = 10.0
FOLDS = 5
STEPS, STEP = 3000, 0.02
#: How much each fitting participant tells of the incident: attackers and weapons are the same in many.
TELLING = {"Victim": 3, "Target": 3, "PerpInd": 1, "PerpOrg": 1, "Instrument": 1}
PLACE = 1
#: So much must fit: a victim, a target, or two others.
LEAST = 2


class Example(NamedTuple):
    """A mention and an incident told before it: what speaks for them, whether they are one, whose article it is."""

    features: frozenset[str]
    one: bool
    article: int


def main(paths: Sequence[str]) -> None:
    if list(EXPECTED) != list(FEATURES):
        sys.exit(f"EXPECTED and FEATURES differ: {sorted(EXPECTED.keys() ^ FEATURES.keys())}")
    found = [example for path in paths for example in examples(Path(path))]
    print(crossed(found))
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(EXPECTED, learned(found), strict=True))
    TARGET.write_text(f"# feature\tlog odds (written by tools/train_joining.py)\n{rows}", "utf-8")


def examples(path: Path) -> Iterator[Example]:
    """Yield the pairs of the annotated articles of a file."""
    nlp = load()
    rows = [row for row in gold.read(path, muc.NEEDS) if row["events"]]
    clean = [seen(gold.article(row), nlp)[0] for row in rows]
    for number, (row, (article, doc)) in enumerate(zip(rows, parses(clean, nlp), strict=True)):
        context = Context(article, doc, mentions(article, doc))
        told = tell_all(Kinds(context), tuple(quotes(context)))
        yield from pairs(number, told, [muc.annotated(event) for event in row["events"]])


def pairs(article: int, told: Sequence[Told], wanted: Sequence[muc.Incident]) -> Iterator[Example]:
    """Yield each mention that can be labelled with each incident of the labelled mentions before it."""
    known: dict[int, Incident] = {}
    last: int | None = None
    for mention, home in ((Incident(t), home) for t in told if (home := label(t, wanted)) is not None):
        for number, incident in known.items():
            pair = Pair(incident, mention, number == last)
            if not any(apart(pair) for apart in NEVER.values()):
                yield Example(frozenset(features(pair)), number == home, article)
        if home in known:
            known[home].add(mention.first)
        else:
            known[home] = mention
        last = home


def label(told: Told, wanted: Sequence[muc.Incident]) -> int | None:
    """Return which incident the mention is of, if its participants fit one better than all others."""
    scores = [telling(told, incident) for incident in wanted]
    best = max(scores, default=0)
    return scores.index(best) if best >= LEAST and scores.count(best) == 1 else None


def telling(told: Told, incident: muc.Incident) -> int:
    """Return how much of what the mention says is of the incident."""
    said = [(argument.role, argument.mention.text) for argument in told.arguments]
    fit = {
        slot for slot, roles in muc.SLOTS.items() for role, text in said if role in roles and incident.fits(slot, text)
    }
    placed = any(role == "place" and muc.alike(text, incident.places) for role, text in said)
    return sum(TELLING[slot] for slot in fit) + PLACE * placed


def learned(those: Sequence[Example]) -> Numbers:
    """Return the weights that make the examples likely, drawn towards what is expected of them."""
    expected = np.array(list(EXPECTED.values()))
    numbers, ones = arrays(those)
    weights = expected.copy()
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-numbers @ weights))
        weights -= STEP * (numbers.T @ (likely - ones) + STRENGTH * (weights - expected))
    return weights


def arrays(those: Sequence[Example]) -> tuple[Numbers, Numbers]:
    """Return the features and the labels of examples as numbers."""
    numbers = np.array([[name in example.features for name in EXPECTED] for example in those], float)
    return numbers, np.array([example.one for example in those], float)


def crossed(those: Sequence[Example]) -> str:
    """Return how good the pairs are judged by weights that have not seen their article."""
    sums = np.zeros(4, int)
    for fold in range(FOLDS):
        weights = learned([one for one in those if one.article % FOLDS != fold])
        numbers, ones = arrays([one for one in those if one.article % FOLDS == fold])
        said, are = numbers @ weights > 0, ones > 0
        sums += (sum(said & are), sum(said), sum(are), sum(said == are))
    hits, said_one, are_one, right = map(int, sums)
    shares = f"precision {hits / said_one:.3f}, recall {hits / are_one:.3f}, right {right / len(those):.3f}"
    return f"{len(those)} pairs: {shares}, F1 {2 * hits / (said_one + are_one):.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
