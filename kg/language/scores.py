"""What each step of spaCy's parser or recognizer scores in a state, told by a few words in their places.

As their model has it (Kiperwasser and Goldberg 2016): what each word gives in its place is summed, the larger of each
two numbers is kept, and each step is weighed by these.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from thinc.api import Model

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
#: Rows of one product: a BLAS rounds otherwise in products of other shapes, and what a state scores is to be the same
#: however many stand beside it.
BLOCK = 32
#: Words whose states are scored together at least: what they give by place is 4 kB a word.
WORDS = 4_000


class Scores:
    """Those in the states of some texts."""

    def __init__(self, vectors: Any, lower: Model[Any, Any], upper: Model[Any, Any]) -> None:
        params: Any = lower.get_param
        params_above: Any = upper.get_param
        weights, bias, missing = params("W"), params("b"), params("pad")
        self._places, outs, self._ways, width = weights.shape
        # The ways side by side, so that the larger is told of whole rows at once.
        beside: Any = np.ascontiguousarray(np.swapaxes(weights, 1, 2)).reshape(-1, width)
        given: Any = np.empty((len(vectors) + 1, len(beside)), np.float32)
        given[0] = np.swapaxes(missing[0], 1, 2).reshape(-1)
        lower.ops.gemm(vectors, beside, trans2=True, out=given[1:])
        self._given: Floats = given.reshape(-1, outs * self._ways)
        self._bias: Floats = bias.T.reshape(-1)
        self._weights = np.ascontiguousarray(params_above("W").T)
        self._bias_above: Any = params_above("b")

    def __call__(self, words: Numbers) -> Floats:
        """Return a row of scores for the words of each state, which are places in the texts, or -1 for none."""
        total: Floats = self._given[(words + 1) * self._places + np.arange(self._places)].sum(axis=1)
        total += self._bias
        largest = np.zeros((-(-len(words) // BLOCK), BLOCK, total.shape[1] // self._ways), np.float32)
        rows = largest.reshape(-1, largest.shape[-1])[: len(words)]
        total.reshape(len(words), self._ways, -1).max(axis=1, out=rows)
        weighed = largest @ self._weights
        scores: Floats = weighed.reshape(-1, weighed.shape[-1])[: len(words)]
        scores += self._bias_above
        return scores
