"""Evidence in families: what shares a key may be one by it, and nothing else tells whether it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.resolve.evidence import Link, Reason
from kg.resolve.named import Sense
from kg.resolve.tally import Tally

#: Gives the tally of a sense.
Get = Callable[[Sense], Tally]


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of evidence: the keys of a tally, and what links the senses of a key, given in order.

    Where nothing `counts` but which senses have a key, a further article with a name that is known tells nothing new.
    """

    name: str
    keys: Callable[[Tally], Iterable[str]]
    links: Callable[[str, Sequence[Sense], Get], Iterator[Link[Sense]]]
    counts: bool = False


def link(a: Sense, b: Sense, weight: float, text: str) -> Link[Sense]:
    """Return the link of two senses by one reason."""
    return Link(min(a, b), max(a, b), (Reason(round(weight, 1), text),))


def is_body(sense: Sense) -> bool:
    """Tell whether a sense is of a body that several articles may name."""
    return sense.kind == "Organization" and not sense.article


def is_full_name(sense: Sense) -> bool:
    """Tell whether a sense is a person's first name and surname."""
    return sense.kind == "Person" and not sense.article
