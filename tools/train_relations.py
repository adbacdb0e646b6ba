"""Learn the weights of kg/extract/data/relations.npz from KnowledgeNet; needs scikit-learn, which kg itself does not.

    python tools/train_relations.py ../shared/eval/knowledgenet/train.jsonl

Only pairs of texts whose relation was annotated are judged by annotators; pairs of the other texts count a little as
wrong, since most are. Each relation's threshold is chosen by cross-validation over the data's own folds: the best F1
among those with at least the asked precision, of the pairs that the rules do not find anyway.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.articles.article import Article
from kg.extract import features, learned, relations
from kg.extract.candidates import Candidate
from kg.extract.context import Context
from kg.extract.mentions import mentions
from kg.language.pipeline import load, parse

RELATIONS = {
    "EMPLOYEE_OR_MEMBER_OF": "memberOf",
    "CEO": "chiefExecutiveOf",
    "POLITICAL_AFFILIATION": "memberOfParty",
    "PLACE_OF_RESIDENCE": "livesIn",
    "PLACE_OF_BIRTH": "bornIn",
    "DATE_OF_BIRTH": "bornOn",
    "DATE_OF_DEATH": "diedOn",
    "EDUCATED_AT": "educatedAt",
    "CHILD_OF": "childOf",
    "SPOUSE": "spouseOf",
    "HEADQUARTERS": "headquarteredIn",
    "FOUNDED_BY": "foundedBy",
    "DATE_FOUNDED": "foundedOn",
    "SUBSIDIARY_OF": "subsidiaryOf",
}
TARGET = Path(__file__).parent.parent / "kg" / "extract" / "data" / "relations.npz"
#: What the corpus does not tell apart.
BROADER = {"worksFor": "memberOf", "leads": "memberOf"}
RARE = 3
#: A trigger of a relation is a word with which it holds so many times, and so many standard deviations too often.
OFTEN = 5
#: Where few words can state a relation, only these do: the others merely keep it company in biographies.
STATING = {
    "bornIn": {"bear", "native", "birth", "birthplace", "hail", "originally", "hometown"},
    "childOf": {"son", "daughter", "child", "father", "mother", "parent", "bear", "heir", "twin", "stepson"},
    "spouseOf": {"wife", "husband", "marry", "married", "spouse", "widow", "widower", "wed", "divorce", "bride"},
    "chiefExecutiveOf": {"ceo", "executive", "chief"},
    "foundedBy": {"found", "founder", "founding", "establish", "start", "create", "launch", "form", "begin", "set"},
    "foundedOn": {"found", "founding", "establish", "start", "create", "launch", "form", "begin", "set", "incorporate"},
    "headquarteredIn": {
        "base",
        "headquarter",
        "headquarters",
        "locate",
        "office",
        "situate",
        "seat",
        "relocate",
        "home",
    },
}
TELLING = 4.0
STRENGTH = 0.3
#: Features that weigh no more than this in any relation are left out.
SLIGHT = 0.02
UNJUDGED = 0.1
#: Of what the model adds to the rules.
PRECISION = 0.75

Spans = tuple[tuple[int, int], tuple[int, int]]


class Example(NamedTuple):
    """A pair with its features and fold; `labels` tells for each admitted relation whether it holds, None if unjudged.

    `ruled` are the relations that the rules find of it already.
    """

    features: list[str]
    fold: int
    labels: dict[str, bool | None]
    ruled: frozenset[str]
    near: frozenset[str]


def examples(path: Path) -> Iterator[Example]:
    """Yield the pairs of the annotated texts."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    articles = [Article(str(n), row["text"]) for n, row in enumerate(rows)]
    for row, (article, doc) in zip(rows, parse(articles, load()), strict=True):
        context = Context(article, doc, mentions(article, doc))
        gold = annotated(row)
        found = ruled(context)
        for sentence in context.sentences:
            words = features.sentence(sentence)
            for pair in learned.pairs(context, sentence, learned.NO_TRIGGERS):
                spans = (offsets(context, pair.subject), offsets(context, pair.object))
                names = frozenset(name for name, *fact in found if all(map(overlap, spans, fact)))
                near = frozenset(features.near(words, pair.subject, pair.object))
                yield Example(pair.features, row["fold"], labels(pair, spans, gold), names, near)


def ruled(context: Context) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Return what the rules find, without the model."""
    matches = relations.matches(context)
    facts = [fact for found in matches for fact in relations.stated(context, found, ())]
    return [(BROADER.get(fact.relation, fact.relation), fact.subject.span, fact.object.span) for fact in facts]


def annotated(row: dict[str, Any]) -> dict[str, list[Spans]]:
    """Return the annotated facts of a text by relation, also of those relations of which it has none."""
    gold: dict[str, list[Spans]] = {RELATIONS[name]: [] for name in row["annotated_relations"] if name in RELATIONS}
    for fact in (fact for fact in row["relations"] if fact["relation"] in RELATIONS):
        ends = (tuple(fact["subject"]), tuple(fact["object"]))
        name = RELATIONS[fact["relation"]]
        gold[name].append(ends[::-1] if name == "chiefExecutiveOf" else ends)
        if name == "spouseOf":
            gold[name].append(ends[::-1])
    return gold


def labels(pair: learned.Pair, spans: Spans, gold: dict[str, list[Spans]]) -> dict[str, bool | None]:
    """Return which relations hold between the two, None for those that nobody judged in this text."""
    return {
        name: any(all(map(overlap, spans, fact)) for fact in gold[name]) if name in gold else None
        for name in (learned.LEARNED[column] for column in pair.columns)
    }


def offsets(context: Context, one: Candidate) -> tuple[int, int]:
    """Return the offsets of a candidate's words."""
    return context.span(context.doc[one.start : one.end])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def telling(name: str, data: list[Example]) -> set[str]:
    """Return the words that tell of a relation: where they stand near a pair, it often holds."""
    seen, right = Counter[str](), Counter[str]()
    for example in data:
        if example.labels.get(name) is not None:
            seen.update(example.near)
            right.update(example.near if example.labels[name] else ())
    share = right.total() / seen.total()
    stating = STATING.get(name, right.keys())
    return {
        word
        for word, count in right.items()
        if word in stating
        and count >= OFTEN
        and count - share * seen[word] >= TELLING * np.sqrt(seen[word] * share * (1 - share))
    }


def matrix(data: list[Example], rows: dict[str, int]) -> csr_matrix:
    """Return the features of examples as a sparse matrix of ones."""
    indices, ends = [], [0]
    for example in data:
        indices += sorted({rows[f] for f in example.features if f in rows})
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices), np.float32), indices, ends), shape=(len(data), len(rows)))


def fit(name: str, words: set[str], data: list[Example], rows: dict[str, int]) -> tuple[LogisticRegression, float]:
    """Return the classifier of a relation and its threshold."""
    data = [example for example in data if name in example.labels and not words.isdisjoint(example.near)]
    x = matrix(data, rows)
    y = np.array([bool(e.labels[name]) for e in data])
    judged = np.array([e.labels[name] is not None for e in data])
    weight = np.where(judged, 1.0, UNJUDGED)
    folds = np.array([e.fold for e in data])
    scores = np.zeros(len(data))
    for fold in sorted(set(folds)):
        out = folds == fold
        scores[out] = classifier().fit(x[~out], y[~out], weight[~out]).decision_function(x[out])
    new = judged & np.array([name not in e.ruled for e in data])
    threshold = choose(name, scores[new], y[new])
    return classifier().fit(x, y, weight), threshold


def classifier() -> LogisticRegression:
    """Return an untrained classifier."""
    return LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)


def choose(name: str, scores: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> float:
    """Return the threshold with the best F1 among those that keep the asked precision."""
    order = np.argsort(-scores)
    right = np.cumsum(y[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / max(1, y.sum())
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(np.where(precision >= PRECISION, f1, 0).argmax())
    print(f"{name:18} P {precision[best]:.2f}  R {recall[best]:.2f}  F1 {f1[best]:.2f}  of {y.sum()} candidates")
    return float(scores[order][best])


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    data = list(examples(parser.parse_args().train))
    counts = Counter(feature for example in data for feature in set(example.features))
    names = sorted(feature for feature, count in counts.items() if count >= RARE)
    rows = {feature: row for row, feature in enumerate(names)}
    triggers = [telling(name, data) for name in learned.LEARNED]
    fitted = [fit(name, words, data, rows) for name, words in zip(learned.LEARNED, triggers, strict=True)]
    weights = np.stack([model.coef_[0] for model, _ in fitted], axis=1)
    kept = np.abs(weights).max(axis=1) > SLIGHT
    scale = np.float32(np.abs(weights).max() / 32767)
    np.savez_compressed(
        TARGET,
        features=np.frombuffer(json.dumps([n for n, k in zip(names, kept, strict=True) if k]).encode(), np.uint8),
        triggers=np.frombuffer(json.dumps([" ".join(sorted(words)) for words in triggers]).encode(), np.uint8),
        weights=np.round(weights[kept] / scale).astype(np.int16),
        scale=scale,
        bias=np.array([model.intercept_[0] for model, _ in fitted], np.float32),
        threshold=np.array([threshold for _, threshold in fitted], np.float32),
    )
    print(f"{kept.sum()} features, {TARGET.stat().st_size / 1e6:.2f} MB, from {len(data)} pairs")


if __name__ == "__main__":
    main()
