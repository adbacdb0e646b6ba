"""One clear winner among the candidates of a name, or none: a wrong link costs more than a missing one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.link.candidates import Candidate

#: How much more written about the best must be than the next; below that a name is ambiguous.
CLEAR = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with how sure the choice is, and why; the confidences are ranks, not yet measured shares."""

    candidate: Candidate
    confidence: float
    reason: str


def choose(found: Iterable[Candidate]) -> Choice | None:
    """Return the winner among the candidates of a name: labels first; the only one, or the best known by far."""
    unique = distinct(found)
    labelled = [each for each in unique if each.how == "label"]
    best = labelled or unique
    if not best:
        return None
    how = "labelled" if labelled else "also called"
    if len(best) == 1:
        return Choice(best[0], 0.9 if labelled else 0.7, f"the only one {how} {best[0].name!r}")
    first, second = sorted(best, key=lambda each: (-each.sitelinks, each.iri))[:2]
    if first.sitelinks and first.sitelinks >= CLEAR * second.sitelinks:
        known = f"in {first.sitelinks} wikis, the next in {second.sitelinks}"
        return Choice(
            first, 0.8 if labelled else 0.6, f"by far the best known of {len(best)} {how} {first.name!r}: {known}"
        )
    return None


def distinct(found: Iterable[Candidate]) -> Sequence[Candidate]:
    """Return each item once, by its label rather than by an alias."""
    items: dict[str, Candidate] = {}
    for each in sorted(found, key=lambda each: (each.how == "alias", each.iri)):
        items.setdefault(each.iri, each)
    return list(items.values())
