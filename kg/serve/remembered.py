"""Answers that were given lately: the same question to the same state of the store is not asked twice."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

#: Bytes that are kept in all, and of one answer; what an entry takes beside it.
ALL, EACH, BESIDE = 64_000_000, 4_000_000, 1000


class Remembered:
    """Answers of one state, by what was asked; those that were wanted longest ago are forgotten first."""

    def __init__(self, most: int = ALL, each: int = EACH) -> None:
        self._most, self._each = most, each
        self._held: OrderedDict[Hashable, bytes] = OrderedDict()
        self._state: Hashable = None
        self._size = 0
        self._lock = Lock()

    def get(self, state: Hashable, asked: Hashable) -> bytes | None:
        """Return an answer, if it is kept and of this state."""
        with self._lock:
            found = self._held.get(asked) if state == self._state else None
            if found is not None:
                self._held.move_to_end(asked)
            return found

    def keep(self, state: Hashable, asked: Hashable, answer: bytes) -> None:
        """Keep an answer, and forget others for it: all those of another state."""
        if len(answer) > self._each:
            return
        with self._lock:
            if state != self._state:
                self._held.clear()
                self._state, self._size = state, 0
            elif asked in self._held:
                self._size -= len(self._held.pop(asked)) + BESIDE
            self._held[asked] = answer
            self._size += len(answer) + BESIDE
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1]) + BESIDE
