"""Which of two words is the more frequent: a model's vectors stand in the order of their words' frequency."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id


@dataclass(frozen=True, slots=True)
class Ranks:
    """The places of a model's words in the order of their frequency, by hash."""

    keys: NDArray[np.uint64]
    places: NDArray[np.int64]

    def of(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Return the place of each word; those that the model does not know stand last."""
        wanted = np.array([get_string_id(word) for word in words], dtype=np.uint64)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, self.places[at], 2 * len(self.keys))


#: Those of a pipeline, as long as there is one.
_RANKS: WeakKeyDictionary[Language, Ranks | None] = WeakKeyDictionary()


def ranks(nlp: Language) -> Ranks | None:
    """Return the ranks of a pipeline's words, None if it has no vectors."""
    if nlp not in _RANKS:
        _RANKS[nlp] = _ranks(nlp)
    return _RANKS[nlp]


def _ranks(nlp: Language) -> Ranks | None:
    vectors = nlp.vocab.vectors
    keys = np.fromiter(vectors.key2row.keys(), dtype=np.uint64)
    if not len(keys):
        return None
    places = np.argsort(keys)
    return Ranks(keys[places], places)
