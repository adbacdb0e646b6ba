"""The referee of names: which words name something, and of what kind, by a model seen over the whole article.

The weights are learned by tools/train_names.py; docs/names_model.md is the model card.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from kg.extract.lexicon import gazetteer
from kg.extract.names.evidence import Features, evidence, within
from kg.extract.names.name import Name
from kg.extract.names.votes import margin, most, signed, votes
from kg.language.parsed import Doc
from kg.language.parsed.doc import Vector

Numbers = np.ndarray[Any, np.dtype[np.float32]]
#: What the model tells apart; "Unknown" is no name of a person, organization, place or people.
KINDS = ("Person", "Organization", "Place", "Group", "Unknown")
#: A lead of the rules' votes from which on they are right where the model disagrees (20 of 33 times on news).
SURE = 4
#: The votes for a person that a surname has by the whole name alone: what has more is told of as a person, unless
#: several signs tell of a body.
SURNAME = 8


@dataclass(frozen=True, slots=True)
class Referee:
    """Weights by feature and kind, and by dimension of the vectors of a name's first and last word and kind."""

    rows: Mapping[str, int]
    weights: Numbers
    vectors: Numbers
    bias: Numbers

    def scores(self, features: Features, vector: Numbers) -> Numbers:
        """Return the log odds of each kind."""
        known = [(self.rows[name], value) for name, value in features.items() if name in self.rows]
        rows = [row for row, _ in known]
        values = np.array([value for _, value in known], np.float32)
        total: Numbers = values @ self.weights[rows] + vector @ self.vectors + self.bias
        return total


@cache
def referee() -> Referee:
    """Return the referee that came with kg."""
    with files("kg.extract.names").joinpath("names.npz").open("rb") as file:
        data = np.load(file)
        names = bytes(data["features"]).decode("utf-8").split("\n")
        weights = data["weights"].astype(np.float32) * data["scale"]
        vectors = data["vectors"].astype(np.float32)
        return Referee({name: row for row, name in enumerate(names)}, weights, vectors, data["bias"])


def kinds(doc: Doc, found: Sequence[Name]) -> dict[str, str]:
    """Return the kind of each name's text, the longest judged first: they tell of their parts."""
    beside = signed(doc, found)
    ruled = votes(doc, found, beside)
    told = evidence(doc, found, ruled)
    judged: dict[str, str] = {}
    for text in sorted(told, key=lambda text: (-len(text.split()), text)):
        of_person = _is_of_person(text, judged)
        doubted = of_person and ruled[text]["Person"] > SURNAME and beside[text].total() <= SURNAME
        if margin(ruled[text]) >= SURE and not doubted:
            judged[text] = most(ruled[text])
            continue
        if of_person:
            judged[text] = "Person"
            continue
        features = {**told[text], **dict.fromkeys(within(text, judged), 1.0)}
        scores = referee().scores(features, vector(doc.vector, text))
        judged[text] = KINDS[int(scores.argmax())]
    return judged


def _is_of_person(text: str, judged: Mapping[str, str]) -> bool:
    """Tell whether a single word is a first name or surname of a person of the article, and no place or people."""
    if " " in text or gazetteer.known(text) or gazetteer.demonym(text):
        return False
    return any(kind == "Person" and text in (whole.split()[0], whole.split()[-1]) for whole, kind in judged.items())


def vector(of: Vector, text: str) -> Numbers:
    """Return the vectors of the first and of the last word of a name, each of length one, or zeros."""
    words = text.split()
    return np.concatenate([_unit(of(words[0])), _unit(of(words[-1]))])


def _unit(given: Numbers | None) -> Numbers:
    size = 300
    if given is None or len(given) != size:
        return np.zeros(size, np.float32)
    own = np.asarray(given, np.float32)
    length = float(np.linalg.norm(own))
    return own / length if length else own
