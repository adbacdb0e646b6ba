"""Vectors of words, of which what a word gives by itself is remembered.

A model first gives each word a row by its letters alone (their hashes in tables, and a vector read from a file), and
then mixes it with those beside it. The first is two fifths of the work, and few words of a text were said by none
before it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from kg.language.mixing import Mixing
from kg.language.rows import Keys, Remembered

#: Words that are remembered at most, with their rows 6 MB: few of an article are others (as quick as with 60,000).
MOST = 16_000
#: Words whose rows are mixed together at least.
WORDS = 1_000
Rows = npt.NDArray[np.float32]
#: thinc's types of arrays are not numpy's.
Layer = Model[Any, Any]


class TokVecs:
    """Gives the words of texts the vectors that a model gives them."""

    def __init__(self, model: Layer) -> None:
        embed, encode = model.layers
        told, mix, _ = embed.layers
        hashed, self._vectors = told.layers
        extract, _, embedded = hashed.layers
        self._columns: list[int | str] = ["ORTH", *extract.attrs["columns"]]
        self._embedded, self._mix = embedded.layers[0], mix.layers[0]
        self._mixing = Mixing(encode)
        self._known = Remembered(model.get_dim("nO"), np.float32, MOST)

    def __call__(self, docs: Sequence[Doc]) -> list[Rows]:
        """Return the vectors of the words of each text, in their order."""
        return list(chain.from_iterable(self._mixing(list(map(self._alone, some))) for some in together(docs)))

    def _alone(self, doc: Doc) -> Rows:
        """Return what each word of a text gives by itself."""
        given: Any = doc.to_array(self._columns)
        keys: Keys = given.reshape(len(doc), len(self._columns))
        return self._known(keys, lambda places: self._made(keys[places], doc.vocab))

    def _made(self, keys: Keys, vocab: Vocab) -> Rows:
        """Return what words give that are not remembered."""
        told = np.hstack([self._embedded.predict(np.ascontiguousarray(keys[:, 1:])), self._read(keys[:, 0], vocab)])
        made: Rows = self._mix.predict(told)
        return made

    def _read(self, words: Keys, vocab: Vocab) -> Rows:
        """Return what the vectors of words give that the model brings in a file; some have none."""
        places = vocab.vectors.find(keys=words)
        found: Any = np.ascontiguousarray(vocab.vectors.data[places])
        weights: Any = self._vectors.get_param("W")
        read: Any = self._vectors.ops.gemm(found, weights, trans2=True)
        read[places < 0] = 0
        rows: Rows = read
        return rows


def together(docs: Iterable[Doc], words: int = WORDS) -> Iterator[list[Doc]]:
    """Yield texts in lists of some hundred words: what is made of them stays near the processor."""
    some: list[Doc] = []
    for doc in docs:
        some.append(doc)
        if sum(map(len, some)) >= words:
            yield some
            some = []
    if some:
        yield some


def remembering(model: Layer) -> Layer:
    """Return a model that gives what another of this make gives, and remembers."""
    vectors = TokVecs(model)

    def forward(_: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Rows], Callable[[Any], Any]]:
        return model.begin_update(docs) if is_train else (vectors(docs), lambda _: [])

    return Model("remembered_tok2vec", forward, layers=[model], dims={"nO": model.get_dim("nO")})
