"""Mixes the row of each word with those beside it, as thinc's layers do, in two thirds of the time.

A layer sees a word and its two neighbours, weighs what it sees in three ways, keeps the largest of each three numbers,
brings these to mean 0 and variance 1, scales them, and adds the word itself (spaCy's MaxoutWindowEncoder). Here the
three ways stand side by side, so that the largest is told of whole rows at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from thinc.api import Model

from kg.language.matrices import Matrices

Rows = npt.NDArray[np.float32]
#: As thinc's own.
LEAST_VARIANCE = 1e-08


@dataclass(frozen=True)
class Weights:
    """What a layer has learned: how it weighs what it sees, the ways side by side, and how it scales the outcome."""

    ways: int
    weights: Rows
    bias: Rows
    scale: Rows
    shift: Rows

    @classmethod
    def of(cls, layer: Model[Any, Any]) -> "Weights":
        """Return those of a layer of thinc's."""
        parts = {part.name: part for part in layer.walk()}
        seen, scaled = parts["maxout"], parts["layernorm"]
        weights: Any = seen.get_param("W")
        bias: Any = seen.get_param("b")
        scale: Any = scaled.get_param("G")
        shift: Any = scaled.get_param("b")
        outs, ways, width = weights.shape
        beside = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(ways * outs, width))
        return cls(ways, beside, bias.T.reshape(-1), scale, shift)


class Mixing:
    """Does what the layers of an encoder do."""

    def __init__(self, encoder: Model[Any, Any]) -> None:
        self._layers = [Weights.of(layer) for layer in encoder.layers[0].layers]
        self._ops = Matrices()
        #: Empty rows between two texts, for no text to see another.
        self._between = int(encoder.attrs["pad"])

    def __call__(self, texts: Sequence[Rows]) -> list[Rows]:
        """Return the rows of the words of each text, mixed."""
        width = self._layers[0].scale.size
        rows = np.zeros((sum(map(len, texts)) + self._between * (len(texts) + 1), width), np.float32)
        places, at = [], self._between
        for text in texts:
            places.append(slice(at, at + len(text)))
            at += len(text) + self._between
        for place, text in zip(places, texts, strict=True):
            rows[place] = text
        for layer in self._layers:
            rows += self._seen(rows, layer)
        return [rows[place] for place in places]

    def _seen(self, rows: Rows, layer: Weights) -> Rows:
        """Return what a layer makes of each row and its neighbours."""
        count, width = rows.shape
        window = np.zeros((count, 3 * width), np.float32)
        window[1:, :width], window[:, width : 2 * width], window[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
        weighed = self._ops.gemm(window, layer.weights, trans2=True)
        weighed += layer.bias
        most: Rows = weighed.reshape(count, layer.ways, -1).max(axis=1)
        variance = most.var(axis=1, keepdims=True) + LEAST_VARIANCE
        most -= most.mean(axis=1, keepdims=True)
        most *= variance**-0.5
        most *= layer.scale
        most += layer.shift
        return most
