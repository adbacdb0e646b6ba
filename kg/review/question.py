"""One question to a person: whether two are one."""

from dataclasses import dataclass
from typing import Literal

#: Two things that articles name, two incidents that they tell of, or a thing and an item elsewhere.
Kind = Literal["identity", "incident", "link"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: the path or item by which a decision means it, what it is called, and the words that tell of it."""

    path: str
    name: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two are one; `score` says how much tells so, of what is needed, and `reasons` what.

    `joined` are they already, and little tells so.
    """

    kind: Kind
    left: Side
    right: Side
    score: str
    reasons: tuple[str, ...]
    joined: bool = False
