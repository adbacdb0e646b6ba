r"""Learn the weights of kg/extract/relations/model/relations.npz from KnowledgeNet.

Needs scikit-learn, which kg itself does not.

    python tools/train_relations.py ../shared/eval/knowledgenet/train.jsonl \
        --news ../shared/eval/{gum_news,hrdsattack}/train.jsonl ../shared/eval/{wikievents,muc4_mixed}/dev.jsonl

Only pairs of texts whose relation was annotated are judged by annotators; pairs of the other texts count a little as
wrong, since most are. So does every other pair of the news, of which nobody annotated anything: biographies state
relations in most sentences, news seldom do, and the model is to know how news looks where it states none.
Each relation's threshold is chosen by cross-validation over the data's own folds: the best F1 among those with at
least the asked precision, of the pairs that the rules do not find anyway, and never below the asked probability.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.articles.article import Article
from kg.extract.coref.mentions import mentions
from kg.extract.quotes.lookup import said_by
from kg.extract.relations import engine as relations
from kg.extract.relations.model import classifier as learned
from kg.extract.relations.model.pairs import Candidate, Pair
from kg.extract.syntax.context import Context
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

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
TARGET = Path(__file__).parent.parent / "kg" / "extract" / "relations" / "model" / "relations.npz"
#: What the corpus does not tell apart.
BROADER = {"worksFor": "memberOf", "leads": "memberOf"}
RARE = 3
STRENGTH = 0.3
#: Features that weigh no more than this in any relation are left out.
SLIGHT = 0.02
UNJUDGED, NEWS = 0.1, 0.3
#: Of what the model adds to the rules; and how likely the model must hold it, which knows news, where they are rarer.
PRECISION, LIKELY = 0.6, 0.35

Spans = tuple[tuple[int, int], tuple[int, int]]


class Example(NamedTuple):
    """A pair with its features and fold; `labels` tells for each admitted relation whether it holds, None if unjudged.

    `ruled` are the relations that the rules find of it already. A pair of unannotated news has no fold.
    """

    features: list[str]
    fold: int | None
    labels: dict[str, bool | None]
    ruled: frozenset[str]


def examples(path: Path) -> Iterator[Example]:
    """Yield the pairs of the annotated texts."""
    for row, context in texts(path):
        gold = annotated(row)
        for pair, spans, found in pairs(context):
            yield Example(pair.features, row["fold"], labels(pair, spans, gold), found)


def unannotated(path: Path) -> Iterator[Example]:
    """Yield every other pair of the news: nothing holds but what the rules find, which nobody judged."""
    for _, context in texts(path):
        for pair, _, found in islice(pairs(context), 0, None, 2):
            names = (learned.LEARNED[column] for column in pair.columns)
            yield Example(pair.features, None, {name: None if name in found else False for name in names}, found)


def texts(path: Path) -> Iterator[tuple[dict[str, Any], Context]]:
    """Yield the rows of a file with their texts as read."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    articles = [Article(str(n), row["text"]) for n, row in enumerate(rows)]
    for row, (article, doc) in zip(rows, parses(articles, load()), strict=True):
        yield row, Context(article, doc, mentions(article, doc))


def pairs(context: Context) -> Iterator[tuple[Pair, Spans, frozenset[str]]]:
    """Yield the pairs of a text with the offsets of both ends and the relations that the rules find of them."""
    facts = ruled(context)
    for sentence in context.sentences:
        for pair in learned.pairs(context, sentence):
            spans = (offsets(context, pair.subject), offsets(context, pair.object))
            yield pair, spans, frozenset(name for name, *fact in facts if all(map(overlap, spans, fact)))


def ruled(context: Context) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Return what the rules find, without the model."""
    matches = relations.matches(context)
    facts = [fact for found in matches for fact in relations.stated(context, found, said_by(()))]
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


def labels(pair: Pair, spans: Spans, gold: dict[str, list[Spans]]) -> dict[str, bool | None]:
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


def matrix(data: list[Example], rows: dict[str, int]) -> csr_matrix:
    """Return the features of examples as a sparse matrix of ones."""
    indices, ends = [], [0]
    for example in data:
        indices += sorted({rows[f] for f in example.features if f in rows})
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices), np.float32), indices, ends), shape=(len(data), len(rows)))


def fit(name: str, data: list[Example], rows: dict[str, int]) -> tuple[LogisticRegression, float]:
    """Return the classifier of a relation and its threshold."""
    data = [example for example in data if name in example.labels]
    x = matrix(data, rows)
    y = np.array([bool(e.labels[name]) for e in data])
    judged = np.array([e.labels[name] is not None for e in data])
    folds = np.array([-1 if e.fold is None else e.fold for e in data])
    weight = np.where(judged, np.where(folds < 0, NEWS, 1.0), UNJUDGED)
    scores = np.zeros(len(data))
    for fold in sorted({*folds} - {-1}):
        out = folds == fold
        scores[out] = classifier().fit(x[~out], y[~out], weight[~out]).decision_function(x[out])
    new = judged & (folds >= 0) & np.array([name not in e.ruled for e in data])
    threshold = choose(name, scores[new], y[new])
    return classifier().fit(x, y, weight), threshold


def classifier() -> LogisticRegression:
    """Return an untrained classifier."""
    return LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)


def choose(name: str, scores: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> float:
    """Return the threshold with the best F1 among those that are precise and likely enough."""
    order = np.argsort(-scores)
    right = np.cumsum(y[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / max(1, y.sum())
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    allowed = (precision >= PRECISION) & (scores[order] >= np.log(LIKELY / (1 - LIKELY)))
    best = int(np.where(allowed, f1, 0).argmax())
    print(f"{name:18} P {precision[best]:.2f}  R {recall[best]:.2f}  F1 {f1[best]:.2f}  of {y.sum()} candidates")
    return float(scores[order][best])


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--news", type=Path, nargs="+", default=[])
    given = parser.parse_args()
    data = list(examples(given.train))
    counts = Counter(feature for example in data for feature in set(example.features))
    data += [example for path in given.news for example in unannotated(path)]
    names = sorted(feature for feature, count in counts.items() if count >= RARE)
    rows = {feature: row for row, feature in enumerate(names)}
    fitted = [fit(name, data, rows) for name in learned.LEARNED]
    weights = np.stack([model.coef_[0] for model, _ in fitted], axis=1)
    kept = np.abs(weights).max(axis=1) > SLIGHT
    scale = np.float32(np.abs(weights).max() / 32767)
    np.savez_compressed(
        TARGET,
        features=np.frombuffer(json.dumps([n for n, k in zip(names, kept, strict=True) if k]).encode(), np.uint8),
        weights=np.round(weights[kept] / scale).astype(np.int16),
        scale=scale,
        bias=np.array([model.intercept_[0] for model, _ in fitted], np.float32),
        threshold=np.array([threshold for _, threshold in fitted], np.float32),
    )
    print(f"{kept.sum()} features, {TARGET.stat().st_size / 1e6:.2f} MB, from {len(data)} pairs")


if __name__ == "__main__":
    main()
