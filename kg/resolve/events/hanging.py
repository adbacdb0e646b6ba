"""What hangs together by links, without weighing any two that are known to hang together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.resolve.groups import Groups

#: Tells whether two members are linked.
Linked = Callable[[int, int], bool]


def components(keys: Sequence[frozenset[str]], linked: Linked, tied: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Return which members hang together, in order; two are asked about once at most, if they share one of their keys.

    Members are the numbers of `keys`; `tied` hang together whatever is linked.
    """
    together = Groups[int]()
    for pair in tied:
        together.join(*pair)
    for block, group in sorted(_by_block(keys).items()):

        def here(one: int, other: int, block: str = block) -> bool:
            return min(keys[one] & keys[other]) == block and linked(one, other)

        _meet(group, together, here)
    return [sorted(group) for group in together.all(range(len(keys)))]


def _by_block(keys: Iterable[frozenset[str]]) -> Mapping[str, list[int]]:
    """Return the members of each block, in order."""
    found = defaultdict[str, list[int]](list)
    for number, some in enumerate(keys):
        for block in some:
            found[block].append(number)
    return found


def _meet(group: Iterable[int], together: Groups[int], linked: Linked) -> None:
    """Join the members of a block to what they are linked to there."""
    met: list[list[int]] = []
    for one in group:
        mine: list[int] | None = None
        for some in met:
            is_mine = together.group(one) is together.group(some[0])
            if is_mine or any(linked(other, one) for other in some):
                together.join(one, some[0])
                mine = some if mine is None else mine
        if mine is None:
            met.append([one])
        else:
            mine.append(one)
