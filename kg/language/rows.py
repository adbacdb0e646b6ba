"""Rows of numbers that are told by keys alone: made once, and looked up from then on."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Number = TypeVar("Number", np.float32, np.uint64)


class Remembered(Generic[Number]):
    """Holds rows, and forgets them all when there are too many."""

    def __init__(self, width: int, kind: type[Number], most: int) -> None:
        self._most = most
        self._places: dict[bytes, int] = {}
        self._rows: npt.NDArray[Number] = np.zeros((most, width), kind)

    def __len__(self) -> int:
        return len(self._places)

    def __call__(self, keys: Keys, make: Callable[[list[int]], npt.NDArray[Number]]) -> npt.NDArray[Number]:
        """Return a row for each row of keys; `make` makes those of the keys at some places that are not known."""
        text, size = keys.tobytes(), keys.itemsize * keys.shape[1]
        each = [text[at : at + size] for at in range(0, len(text), size)]
        if len(self._places) > self._most:
            self._places = {}
        places = self._places
        if missing := {key: at for at, key in enumerate(each) if key not in places}:
            self._remember(list(missing), make(list(missing.values())))
        return self._rows[[places[key] for key in each]]

    def _remember(self, keys: list[bytes], made: npt.NDArray[Any]) -> None:
        """Keep rows. What is broken off anywhere leaves what was there: they count once their places are known."""
        first, after = len(self._places), len(self._places) + len(keys)
        if after > len(self._rows):
            rows = np.zeros((2 * after, self._rows.shape[1]), self._rows.dtype)
            rows[:first] = self._rows[:first]
            self._rows = rows
        self._rows[first:after] = made
        self._places.update(zip(keys, range(first, after), strict=True))
