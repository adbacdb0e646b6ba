"""Gradient-boosted trees as arrays: read from a file, evaluated with NumPy alone."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Forest:
    """Trees by row and their nodes by column; a leaf is its own child, so that every walk takes `depth` steps.

    `base` is the score of nobody, whom none of the candidates is.
    """

    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    children: NDArray[np.intp]
    value: NDArray[np.float64]
    base: float
    depth: int

    def probabilities(self, vectors: list[list[float]]) -> NDArray[np.float64]:
        """Return the probability of each candidate of one pronoun; what is left to one is nobody's."""
        x = np.asarray(vectors, dtype=np.float32)
        levels, values = self._levels
        rows, at = np.arange(len(x))[:, None] * x.shape[1], np.arange(len(self.feature))[None, :]
        # Every table is read as one row: that is three times sooner than by two indexes.
        for feature, threshold in levels:
            at = 2 * at + (x.take(rows + feature.take(at)) > threshold.take(at))
        weight = np.exp(values.take(at).sum(axis=1) - self.base)
        return np.asarray(weight / (1 + weight.sum()))

    @cached_property
    def _levels(self) -> tuple[list[tuple[NDArray[np.intp], NDArray[np.float64]]], NDArray[np.float64]]:
        """What all trees ask at each step, and their values at the end: the children of place n are 2n and 2n + 1."""
        trees, nodes = self.feature.shape
        levels, at = [], np.arange(trees) * nodes
        for _ in range(self.depth):
            levels.append((self.feature.take(at), self.threshold.take(at)))
            both = self.children.reshape(-1, 2)[at]
            at = (both + (at // nodes * nodes)[:, None]).ravel()
        return levels, self.value.take(at)


@cache
def load(name: str) -> Forest:
    """Return the forest of a file in this folder."""
    with as_file(files("kg.extract.coref").joinpath(name)) as path, np.load(path, allow_pickle=False) as arrays:
        return Forest(
            arrays["feature"].astype(np.intp),
            arrays["threshold"],
            arrays["children"].astype(np.intp),
            arrays["value"],
            float(arrays["base"]),
            int(arrays["depth"]),
        )
