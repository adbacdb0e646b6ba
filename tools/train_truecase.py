r"""Learn the weights of kg/language/truecase.npz from the case of running news; needs scikit-learn, which kg does not.

    python tools/train_truecase.py ../shared/eval/{gum_news,hrdsattack}/train.jsonl \
        ../shared/eval/{wikievents,meantime}/dev.jsonl --held ../shared/eval/polnear/dev.jsonl

Each word is to be given back its own letters from the text in capitals; what stands at the start of a sentence is not
asked. Prints the share of words given back right, on the held texts too.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.language import truecase
from kg.language.pipeline import load
from kg.language.ranks import ranks

OUTPUT = Path(__file__).parent.parent / "kg" / "language" / "truecase.npz"
#: Weights smaller than this are left out.
LEAST = 0.15
#: Inverse strength of the penalty.
PENALTY = 0.5


def texts(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def examples(text: str) -> Iterator[tuple[list[int], int]]:
    """Yield the features of each word in capitals, and which form it had."""
    words = list(truecase.WORD.finditer(text))
    shouted = text.upper()
    if len(shouted) != len(text) or not words:
        return
    known = ranks(load())
    for word, seen in zip(words, truecase.features(shouted, words, known), strict=True):
        form = form_of(word.group())
        if form is not None and not truecase.starts(text, word.start()):
            yield [crc32(name.encode()) % truecase.SIZE for name in seen], form


def form_of(word: str) -> int | None:
    if len(word) == 1 and word.isupper():
        return 1
    return next((n for n, form in enumerate(truecase.FORMS) if form(word) == word), None)


def matrix(paths: list[Path]) -> tuple[csr_matrix, np.ndarray]:
    rows, targets = zip(*(example for text in texts(paths) for example in examples(text)), strict=True)
    columns = np.concatenate(rows)
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), truecase.SIZE)), np.array(targets)


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("gold", nargs="+", type=Path)
    given.add_argument("--held", nargs="*", type=Path, default=[])
    asked = given.parse_args()
    seen, targets = matrix(asked.gold)
    model = LogisticRegression(C=PENALTY, max_iter=200, random_state=0).fit(seen, targets)
    weights = np.where(np.abs(model.coef_.T) < LEAST, 0, model.coef_.T)
    rows = np.flatnonzero(np.abs(weights).sum(1))
    np.savez_compressed(OUTPUT, rows=rows.astype(np.uint32), weights=weights[rows].astype(np.float16))
    print(f"{len(targets)} words, {len(rows)} features, {OUTPUT.stat().st_size / 1000:.0f} kB")
    for name, (x, y) in [("trained on", (seen, targets)), *((str(path), matrix([path])) for path in asked.held)]:
        found = np.asarray(x @ weights.astype(np.float16).astype(float)).argmax(1)
        print(f"{name}: {100 * (found == y).mean():.2f} % of {len(y)}", confusion(found, y))


def confusion(found: np.ndarray, target: np.ndarray) -> list[list[int]]:
    return [[int(((target == a) & (found == b)).sum()) for b in range(3)] for a in range(3)]


if __name__ == "__main__":
    main()
