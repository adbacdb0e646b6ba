"""Several things of one name that are known to be several are not all one item."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.link.choose import Choice
from kg.link.item import key
from kg.link.search import Wanted

#: How sure at most one is of an item that several things of one name would be, and what is said of it.
UNSURE, SHARED = 0.5, "others of the name would be it as well"


def unshared(things: Iterable[Wanted], choices: Mapping[str, Choice]) -> Mapping[str, Choice]:
    """Return the choices with less trust in those that several things of one name have, but for the only likeliest."""
    claims: defaultdict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for each in things:
        if (best := choices.get(each.key)) and not each.is_local:
            claims[best.candidate.iri, key(each.names[0])].append((best.confidence, each.key))
    lost = {name for held in claims.values() if len(held) > 1 for name in _lost(held)}
    return {name: _doubted(best) if name in lost else best for name, best in choices.items()}


def _lost(held: Sequence[tuple[float, str]]) -> Iterator[str]:
    """Yield all but the likeliest; that too where others are as likely."""
    most = max(held)[0]
    is_tie = sum(sure == most for sure, _ in held) > 1
    return (name for sure, name in held if is_tie or sure < most)


def _doubted(best: Choice) -> Choice:
    return replace(best, confidence=min(best.confidence, UNSURE), reason=f"{best.reason}; {SHARED}")
