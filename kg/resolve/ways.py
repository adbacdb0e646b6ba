"""The way from one to another along the links that made them one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from kg.resolve.evidence import Link

T = TypeVar("T", bound=Hashable)


def way(links: Iterable[Link[T]], start: T, end: T) -> list[tuple[T, T, Link[T]]]:
    """Return the links that lead from one to another: there is one way at most, as each link joined two groups."""
    beside: dict[T, list[tuple[T, Link[T]]]] = defaultdict(list)
    for link in links:
        beside[link.left].append((link.right, link))
        beside[link.right].append((link.left, link))
    came: dict[T, tuple[T, Link[T]]] = {}
    todo, met = [start], {start}
    while todo:
        here = todo.pop()
        new = {other: (here, link) for other, link in beside[here] if other not in met}
        came |= new
        met |= new.keys()
        todo += new
    found = []
    while step := came.get(end):
        found.append((step[0], end, step[1]))
        end = step[0]
    return found[::-1]
