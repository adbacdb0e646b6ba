"""The products of matrices that the models are made of, by numpy's BLAS: two to three times as fast as thinc's."""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

#: Of fewer rows a BLAS makes the product in another way, which rounds otherwise: what a row gives is to be the same
#: however many stand beside it.
FEW = 512


class Matrices(NumpyOps):  # type: ignore[misc]  # thinc tells no type of it
    """thinc's operations, but for products of matrices."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Return a product, each row of which depends on its own row of `x` alone."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        if len(left) >= FEW:
            return np.matmul(left, right, out=out)
        padded = np.zeros((FEW, left.shape[1]), left.dtype)
        padded[: len(left)] = left
        product = np.matmul(padded, right)[: len(left)]
        if out is None:
            return product
        out[...] = product
        return out


def by_numpy(model: Model[Any, Any]) -> None:
    """Let a model make its products so, and all its layers."""
    ops = Matrices()
    for layer in model.walk():
        layer.ops = ops


def by_one_thread() -> AbstractContextManager[Any]:
    """Make products by one thread: more would wait for each other, and take from the processes that read beside."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
