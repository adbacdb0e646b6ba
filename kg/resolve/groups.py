"""Groups of what is one, that never join what cannot be one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups that grow; `apart` tells of two members that they cannot be one."""

    def __init__(self, apart: Callable[[T, T], bool] | None = None) -> None:
        self._of: dict[T, list[T]] = {}
        self._apart = apart
        #: Groups that cannot be one, by their lists' identities: they never will, as groups only grow.
        self._never: defaultdict[int, set[int]] = defaultdict(set)

    def group(self, member: T) -> list[T]:
        """Return the group that a member is of."""
        return self._of.setdefault(member, [member])

    def join(self, one: T, other: T) -> bool:
        """Make two groups one; tell whether they are, now or before."""
        a, b = self.group(one), self.group(other)
        if a is b:
            return True
        if self._are_two(a, b):
            return False
        small, large = sorted((a, b), key=len)
        large.extend(small)
        self._of.update(dict.fromkeys(small, large))
        for third in self._never.pop(id(small), ()):
            self._never[third].remove(id(small))
            self._part(id(large), third)
        return True

    def _are_two(self, a: list[T], b: list[T]) -> bool:
        if not self._apart:
            return False
        if id(b) in self._never[id(a)]:
            return True
        if found := any(self._apart(x, y) for x in a for y in b):
            self._part(id(a), id(b))
        return found

    def _part(self, a: int, b: int) -> None:
        self._never[a].add(b)
        self._never[b].add(a)

    def merge(self, one: T, other: T) -> bool:
        """Make two groups one; tell whether that changed anything."""
        return self.group(one) is not self.group(other) and self.join(one, other)

    def all(self, members: Iterable[T]) -> list[list[T]]:
        """Return the groups of these members, each once, in order."""
        found = {id(group): group for member in members for group in (self.group(member),)}
        return list(found.values())
