"""Which of the candidates of a name is meant, or none: a wrong link costs more than a missing one.

What speaks for a candidate are bits that add up, and among the candidates and "none of them" each has the share that
its bits give it. Every further wiki that writes about an item makes it likelier to be meant. A choice is as sure as
choices of its share were often right.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import log2

from kg.link.candidates import Candidate, local
from kg.resolve import folding
from kg.vocabulary import PREFIXES

#: How sure a candidate is that is accepted, and one that is proposed.
ACCEPTED, LIKELY = 0.85, 0.12
#: How often choices of a share were right, on news_fair_v2, msnbc and rss500 (dev, 409 choices; docs/links.md).
MEASURED = ((0.0, 0.0), (0.62, 0.2), (0.65, 0.85), (0.87, 0.88), (0.95, 0.94), (1.0, 0.95))
#: Bits of how an item bears the name, and of nothing that the source holds; others bear an acronym, or a part, as well.
HOW = {"label": 0.0, "alias": -1.5, "acronym": -2.5, "form": -2.0, "kind": -3.0, "part": -4.0}
NOTHING, NOTHING_OF = -6.0, {"acronym": -3.0, "part": -2.0}
SAID = {
    "label": "labelled",
    "alias": "also called",
    "acronym": "short for what is called",
    "form": "called, in another form,",
    "kind": "of another kind, called",
    "part": "whose name has the part",
}
#: Bits for what a service thinks half as good as its best, and the least share of it that counts.
HALF, LEAST = -4.0, 0.01
#: How likely an item is of the kind that is looked for, where the source does not tell what it is: a choice of one is
#: only proposed.
UNTOLD = 0.5
#: Wikis that an item of none counts as.
UNKNOWN = 0.25
#: Bits where the countries that the article speaks of have the item's among them, and where they have not.
NEAR, FAR = 3.0, -2.0
#: Bits for what the gazetteer proposes, and wikis that it counts as where the source does not have it.
PROPOSED, WELL_KNOWN = 3.0, 20
#: Bits for a word of the roles that the description, an office or an occupation has, and for how many at most.
WORD, WORDS = 2.0, 2
#: Bits for an item that is named beside it and that it lies in, belongs to or works for, and for how many at most.
TIED, TIES = 2.0, 2


@dataclass(frozen=True, slots=True)
class About:
    """What the articles tell of a thing: ids of the countries that they speak of, words of its roles.

    `proposed` is the id that the gazetteer has for its name, `beside` are those of what is named in the same articles.
    """

    countries: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    proposed: str | None = None
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with how sure the choice is, why, and the next best with theirs."""

    candidate: Candidate
    confidence: float
    reason: str
    others: tuple["Choice", ...] = field(default=())


def choose(found: Iterable[Candidate], about: About | None = None, *, accepted: float = ACCEPTED) -> Choice | None:
    """Return the winner among the candidates of a name, if it is sure enough."""
    best = ranked(found, about or About())
    return best if best and best.confidence >= accepted else None


def ranked(found: Iterable[Candidate], about: About) -> Choice | None:
    """Return the best of the candidates with its share of the likelihood, and the second and third."""
    unique = distinct(found)
    unique = [*unique, *proposal(unique, about)]
    weighed = sorted(((bits(each, about), each) for each in unique), key=lambda pair: (-pair[0], pair[1].iri))
    nothing = max((NOTHING_OF.get(each.how, NOTHING) for each in unique), default=NOTHING)
    total = 2.0**nothing + sum(2.0**weight for weight, _ in weighed)
    choices = [
        Choice(each, sure(each, 2.0**weight / total), reason(each, about, unique)) for weight, each in weighed[:3]
    ]
    return replace(choices[0], others=tuple(choices[1:])) if choices else None


def proposal(found: Sequence[Candidate], about: About) -> Iterator[Candidate]:
    """Yield the item that the gazetteer proposes, where the source has others, of which nobody knows how well known."""
    iri = PREFIXES["wd"] + (about.proposed or "")
    if found and about.proposed and all(each.iri != iri and not each.sitelinks for each in found):
        yield Candidate(found[0].name, iri, "label", sitelinks=WELL_KNOWN)


def sure(each: Candidate, share: float) -> float:
    """Return how sure a choice of a share is: no surer than that it is of its kind."""
    return calibrated(share) if each.is_told else round(UNTOLD * calibrated(share), 3)


def calibrated(share: float) -> float:
    """Return how often choices of a share were right, by the points that were measured."""
    for (left, low), (right, high) in pairwise(MEASURED):
        if share <= right:
            return round(low + (high - low) * (share - left) / (right - left), 3)
    return MEASURED[-1][1]


def bits(each: Candidate, about: About) -> float:
    """Return what speaks for a candidate."""
    known = log2(max(float(each.sitelinks), UNKNOWN))
    near = 0.0
    if each.countries and about.countries:
        near = FAR if each.countries.isdisjoint(about.countries) else NEAR
    proposed = PROPOSED if about.proposed and each.iri.endswith(f"/{about.proposed}") else 0.0
    scored = -HALF * log2(max(each.score, LEAST))
    named = WORD * min(WORDS, len(told(each, about))) + TIED * min(TIES, len(met(each, about)))
    kind = 0.0 if each.is_told else log2(UNTOLD)
    return HOW[each.how] + kind + known + near + proposed + scored + named


def told(each: Candidate, about: About) -> frozenset[str]:
    """Return the words of its roles that a candidate's description has, or one of its offices and occupations."""
    return about.words & frozenset(folding.words(" ".join((each.description, *each.works))))


def met(each: Candidate, about: About) -> frozenset[str]:
    """Return the items that a candidate is tied to and that are named beside it; its country counts by itself."""
    return (each.tied & about.beside) - each.countries


def ties(found: Sequence[Candidate]) -> frozenset[str]:
    """Return the items that candidates of a thing are tied to; none of these themselves, which tell nothing of it."""
    return frozenset().union(*(each.tied for each in found)) - {local(each.iri) for each in found}


def reason(each: Candidate, about: About, found: Sequence[Candidate]) -> str:
    """Say what speaks for a candidate."""
    how = SAID[each.how]
    others = [other for other in found if other.iri != each.iri]
    said = [f"the only one {how} {each.name!r}"]
    if others:
        next_most = max(other.sitelinks for other in others)
        said = [f"{how} {each.name!r}, of {len(found)}: in {each.sitelinks} wikis, the next in {next_most}"]
    if each.countries & about.countries:
        said.append("of a country that the article speaks of")
    said += [f"described as {word}" for word in sorted(told(each, about))]
    said += [f"tied to {item}, which is named beside it" for item in sorted(met(each, about))]
    said += [] if each.is_told else ["what it is is not told"]
    return "; ".join(said)


def distinct(found: Iterable[Candidate]) -> Sequence[Candidate]:
    """Return each item once, by its label rather than by an alias."""
    items: dict[str, Candidate] = {}
    for each in sorted(found, key=lambda each: (-HOW[each.how], each.iri)):
        items.setdefault(each.iri, each)
    return list(items.values())
