"""Why two things are one, or are not: reasons whose weights, in bits, add up."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

#: Bits that reasons must add up to for two things to be one: a name of about 4,000 bearers tells as much.
NEEDED = 16.0
#: More than all that speaks for it: what cannot be.
NEVER = -99.0


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """One piece of evidence: in words, and how many bits it tells for (or, if negative, against) two being one."""

    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Link(Generic[T]):
    """Two things and why they are one; the parts are in order."""

    left: T
    right: T
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return sum(reason.weight for reason in self.reasons)
