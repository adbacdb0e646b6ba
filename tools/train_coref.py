"""Train the ranker of antecedents on GAP and GUM and write it where kg reads it; report five-fold cross-validation.

    python tools/train_coref.py gap/dev.jsonl gum_news/train.jsonl

GAP (https://github.com/google-research-datasets/gap-coreference, Apache-2.0) asks of one pronoun a text whether it
means one name or the other; GUM's news (https://gucorpling.org/gum, CC BY) also has pronouns that mean somebody without
a name. Both in the form that ../shared/eval/README.md describes. pronouns/news.txt is ours: speakers beside those
whom they speak of. Takes minutes and needs scikit-learn; the same input
gives the same file.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from listwise import DEPTH, Lists, grow
from numpy.typing import NDArray

from kg.extract.coref import persons
from kg.extract.coref.candidates import Place
from kg.extract.coref.forest import Forest
from kg.extract.coref.ranking import AGREES, NEARNESS, SUBJECT
from kg.extract.names.find import names
from kg.extract.names.referents import referents
from kg.language.layout import unwrap
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import off_spacy
from kg.language.pipeline import load

OUTPUT = Path(__file__).parent.parent / "kg" / "extract" / "coref" / "coref.npz"
#: What the rule for earlier pronouns gives to subjects and to those of the right gender.
SUBJECT_BONUS, GENDER_BONUS = 1.5, 3
FOLDS = 5
#: What we wrote ourselves: {He=bomber}.
OWN = Path(__file__).parent / "pronouns" / "news.txt"
MARK = re.compile(r"\{(\w+)=([\w-]+)\}")
NOBODY = "-"
#: So many lines one after another are of one kind, and in one fold.
BLOCK = 8
#: GUM has few pronouns, but they are news.
GUM_WEIGHT = 3


class Example(NamedTuple):
    """A pronoun with its candidates' vectors, which of them are right and which are known to be wrong.

    `names` tells which of GAP's names A and B each candidate bears; `gold`, in GAP, whether each is meant.
    """

    vectors: list[list[float]]
    right: list[bool]
    judged: list[bool]
    names: list[set[str]]
    gold: dict[str, bool]
    weight: float


def read(paths: Iterable[str]) -> list[tuple[dict[str, Any], Doc]]:
    """Return annotated texts with their parses, each with words of its own."""
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    nlp = load()
    return [(row, off_spacy(nlp(unwrap(row["text"])))) for row in rows]


def choices(row: dict[str, Any], doc: Doc, rank: persons.Ranker) -> Iterator[persons.Choice]:
    """Yield the pronouns of a text with their candidates."""
    found = names(doc)
    return persons.choices(row["id"], doc, found, referents(row["id"], doc, found), rank)


def gap(row: dict[str, Any], doc: Doc, rank: persons.Ranker) -> Example:
    """Return GAP's pronoun; where neither name is meant, only they are known to be wrong."""
    gold = {name: row[f"{name}_coref"] for name in "AB"}
    asked = [choice for choice in choices(row, doc, rank) if choice.token.idx == row["pronoun"][0]]
    able = asked[0].candidates if asked else []
    borne = [
        {name for name in "AB" if any(_over(doc, p, row[name]) for p in c.places if p.form == "name")} for c in able
    ]
    right = [any(gold[name] for name in label) for label in borne]
    judged = [bool(label) or any(gold.values()) for label in borne]
    return Example(asked[0].vectors if asked else [], right, judged, borne, gold, 1.0)


def _over(doc: Doc, place: Place, span: list[int]) -> bool:
    return doc[place.start].idx < span[1] and span[0] < doc[place.end - 1].idx + len(doc[place.end - 1])


def gum(row: dict[str, Any], doc: Doc, rank: persons.Ranker) -> Iterator[Example]:
    """Yield GUM's pronouns that stand in a chain with one of their candidates."""
    chains: dict[int, int] = {}
    for number, cluster in enumerate(row["gum_clusters"]):
        for span in cluster:
            words = doc.char_span(*span, alignment_mode="expand")
            if words:
                chains[words.root.i] = number
    for choice in choices(row, doc, rank):
        own = chains.get(choice.token.i, -1)
        right = [any(chains.get(p.head.i) == own and p.form != "pronoun" for p in c.places) for c in choice.candidates]
        if any(right):
            yield Example(choice.vectors, right, [True] * len(right), [], {}, GUM_WEIGHT)


def written() -> list[tuple[Doc, dict[int, str]]]:
    """Return our own texts with whom their marked pronouns mean."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    texts = [marked(line) for line in lines if not line.startswith("#")]
    return [(off_spacy(load()(text)), meant) for text, meant in texts]


def own(doc: Doc, meant: dict[int, str], rank: persons.Ranker) -> Iterator[Example]:
    """Yield the marked pronouns of a text of ours; a candidate is right if one of its mentions has the word told."""
    for choice in choices({"id": "own"}, doc, rank):
        word = meant.get(choice.token.idx)
        right = [any(word == t.text for p in c.places for t in doc[p.start : p.end]) for c in choice.candidates]
        if word == NOBODY or any(right):
            yield Example(choice.vectors, right, [True] * len(right), [], {}, 1.0)


def marked(line: str) -> tuple[str, dict[int, str]]:
    """Return a text without its marks, and by where each marked pronoun starts a word of whom it means."""
    text, meant, end = "", {}, 0
    for mark in MARK.finditer(line):
        text += line[end : mark.start()]
        meant[len(text)] = mark[2]
        text, end = text + mark[1], mark.end()
    return text + line[end:], meant


def nearest(vectors: list[list[float]]) -> NDArray[np.float64]:
    """Choose the nearest subject, else the nearest name: how earlier pronouns are read while the ranker learns."""
    weight = [SUBJECT_BONUS * v[SUBJECT] + GENDER_BONUS * v[AGREES] - v[NEARNESS] for v in vectors]
    return (np.array(weight) == max(weight)).astype(float)


def train(rows: Iterable[Example]) -> Forest:
    """Return trees fitted to the pronouns of which something is known.

    Where GAP says that neither name is meant, any other candidate may be, or nobody.
    """
    known = [row for row in rows if row.vectors and (any(row.right) or not any(row.gold.values()))]
    right = [row.right if any(row.right) else [not judged for judged in row.judged] for row in known]
    trees, nobody = grow(
        Lists(
            np.array([vector for row in known for vector in row.vectors], dtype=np.float32),
            np.repeat(np.arange(len(known)), [len(row.vectors) for row in known]),
            np.concatenate(right).astype(float),
            np.array([row.weight for row in known]),
            np.array([float(not any(row.right)) for row in known]),
        )
    )
    return forest(trees, nobody)


def forest(trees: list[Any], nobody: float) -> Forest:
    """Return the trees as arrays."""
    shape = (len(trees), max(len(nodes) for nodes in trees))
    feature, children = np.zeros(shape, np.int16), np.zeros((*shape, 2), np.int16)
    threshold, value = np.zeros(shape), np.zeros(shape, np.float32)
    for i, nodes in enumerate(trees):
        for j, node in enumerate(nodes):
            leaf = node["is_leaf"]
            feature[i, j], threshold[i, j] = (0, 0) if leaf else (node["feature_idx"], node["num_threshold"])
            value[i, j] = node["value"] if leaf else 0
            children[i, j] = (j, j) if leaf else (node["left"], node["right"])
    return Forest(feature, threshold, children, value, nobody, DEPTH)


def score(rows: list[Example], forests: list[Forest], threshold: float) -> str:
    """Return precision, recall and F1 as score.py's task `pronouns` counts them, each text by a model new to it."""
    gold = predicted = right = 0
    for i, row in enumerate(rows):
        gold += sum(row.gold.values())
        if row.vectors:
            chances = forests[i % FOLDS].probabilities(row.vectors)
            best = int(np.argmax(chances))
            if chances[best] >= threshold:
                predicted += len(row.names[best])
                right += sum(row.gold[name] for name in row.names[best])
    return f"P {100 * right / predicted:.1f}  R {100 * right / gold:.1f}  F1 {200 * right / (predicted + gold):.1f}"


def share(texts: list[list[Example]], forests: list[Forest], block: int) -> str:
    """Return how many pronouns with an antecedent among the candidates get it, each text by a model new to it."""
    judged = [
        (row, forests[i // block % FOLDS].probabilities(row.vectors))
        for i, rows in enumerate(texts)
        for row in rows
        if any(row.right)
    ]
    return f"{sum(row.right[int(np.argmax(chance))] for row, chance in judged)} of {len(judged)}"


def but(found: tuple[list[list[Example]], ...], fold: int | None) -> list[Example]:
    """Return the examples of all texts without those of one fold."""
    blocks = zip(found, (1, 1, BLOCK), strict=True)
    return [row for texts, n in blocks for i, rows in enumerate(texts) if i // n % FOLDS != fold for row in rows]


def main() -> None:
    """Train twice: earlier pronouns are read by a rule first, then by models that have not seen their text."""
    *paths, news = sys.argv[1:]
    gaps, chains, ours = read(paths), read([news]), written()

    def examples(ranks: list[persons.Ranker]) -> tuple[list[list[Example]], ...]:
        return (
            [[gap(row, doc, ranks[i % FOLDS])] for i, (row, doc) in enumerate(gaps)],
            [list(gum(row, doc, ranks[i % FOLDS])) for i, (row, doc) in enumerate(chains)],
            [list(own(doc, meant, ranks[i // BLOCK % FOLDS])) for i, (doc, meant) in enumerate(ours)],
        )

    found = examples([nearest] * FOLDS)
    forests = [train(but(found, fold)) for fold in range(FOLDS)]
    report(found, forests)
    found = examples([forest.probabilities for forest in forests])
    np.savez_compressed(OUTPUT, **train(but(found, None))._asdict())


def report(found: tuple[list[list[Example]], ...], forests: list[Forest]) -> None:
    """Print how the models read texts that they have not seen."""
    for threshold in (0.0, 0.1, 0.2, 0.3, 0.5):
        print(f"GAP cross-validated, threshold {threshold}: {score([row for [row] in found[0]], forests, threshold)}")
    print(f"GUM cross-validated: {share(found[1], forests, 1)}")
    print(f"our own, cross-validated: {share(found[2], forests, BLOCK)}")


if __name__ == "__main__":
    main()
