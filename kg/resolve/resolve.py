"""Which things of many articles are one: a function of the set of what articles name, and of what people decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.resolve import alike, decisions, iris, learnt, mistaken, parties
from kg.resolve.decisions import Decision
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.groups import Groups
from kg.resolve.named import Named, Sense, of_article
from kg.resolve.parts import parts
from kg.resolve.senses import sense

#: A thing by its article and the path that the article alone would give it.
Thing = tuple[str, str]
#: A part of the things of one sense.
Part = tuple[Sense, int]
Parts = Mapping[Sense, Sequence[Sequence[Named]]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Groups of things that are one with the path of each.

    `links` are of senses, those as well that are too weak to join; `parts` the things of each sense; `joins` the links
    that made the groups.
    """

    groups: Sequence[iris.Group]
    paths: Sequence[str]
    links: Sequence[Link[Sense]]
    parts: Parts
    joins: Sequence[Link[Part]]
    decided: Sequence[Decision]

    @property
    def keys(self) -> dict[Thing, str]:
        """The path of each thing that gets another than its article alone would give it."""
        return {(t.article, t.key): path for t, path in self.named() if t.key != path}

    def named(self) -> Iterator[tuple[Named, str]]:
        """Yield each thing with its path."""
        for group, path in zip(self.groups, self.paths, strict=True):
            yield from ((thing, path) for thing, _ in group)


def resolve(things: Iterable[Named], decided: Sequence[Decision] = ()) -> Resolution:
    """Return which things are one and what they are called; the order of things does not matter."""
    articles = dict(sorted(of_article(things).items()))
    meant = {name: [(thing, thing.sense or sense(thing, group)) for thing in group] for name, group in articles.items()}
    senses: dict[Sense, list[Named]] = defaultdict(list)
    for group in meant.values():
        for thing, what in group:
            senses[what].append(thing)
    links = _links(senses, list(meant.values()))
    split = {what: _split(found, decided) for what, found in senses.items()}
    groups, joins = _grouped(split, links, decided)
    return Resolution(groups, iris.keys(groups), links, split, joins, decided)


def _links(senses: Mapping[Sense, list[Named]], articles: list[list[tuple[Named, Sense]]]) -> list[Link[Sense]]:
    """Return the links of senses, each pair once with the strongest, in order."""
    found: dict[tuple[Sense, Sense], Link[Sense]] = {}
    for link in (
        *learnt.learnt(articles),
        *alike.alike(senses),
        *mistaken.mistaken(senses),
        *parties.members(senses),
        *alike.longer(articles),
        *alike.named_whole(articles),
    ):
        pair = link.left, link.right
        if all(end in senses for end in pair):
            found[pair] = max(found.get(pair, link), link, key=lambda link: (link.score, link.reasons))
    return sorted(found.values(), key=lambda link: (-link.score, link.left, link.right))


def _split(things: Sequence[Named], decided: Sequence[Decision]) -> list[list[Named]]:
    known = decisions.about(things, decided) if decided else []
    if all(decision.same for decision in known):
        return parts(things)
    return parts(things, lambda one, other: decisions.apart(one, other, known))


def _grouped(
    split: Parts, links: Iterable[Link[Sense]], decided: Sequence[Decision]
) -> tuple[list[iris.Group], list[Link[Part]]]:
    """Return the groups of things that are one, in order, and what joined them."""
    never = _forbidden(split, decided)
    groups: Groups[Part] = Groups((lambda a, b: (a, b) in never) if never else None)
    strong = (Link((x.left, 0), (x.right, 0), x.reasons) for x in links if x.score >= NEEDED)
    joins = [link for link in (*_decided(split, decided), *strong) if groups.merge(link.left, link.right)]
    members = [(what, number) for what in sorted(split) for number in range(len(split[what]))]
    found: list[iris.Group] = [
        [(thing, what) for what, number in sorted(group) for thing in split[what][number]]
        for group in groups.all(members)
    ]
    return found, joins


def _decided(split: Parts, decided: Sequence[Decision]) -> Iterator[Link[Part]]:
    """Yield what somebody decided to be one."""
    for decision in decided:
        left, right = (_meant(split, path) for path in (decision.left, decision.right)) if decision.same else ((), ())
        if left and right:
            first, *rest = (*left, *right)
            yield from (Link(first, part, (decisions.reason(decision),)) for part in rest)


def _meant(split: Parts, path: str) -> list[Part]:
    """Return the parts that a path of a decision means."""
    return [
        (what, number)
        for what in sorted(split)
        for number, part in enumerate(split[what])
        if any(decisions.means(path, thing) for thing in part)
    ]


def _forbidden(split: Parts, decided: Sequence[Decision]) -> set[tuple[Part, Part]]:
    """Return the pairs of parts that somebody decided to be two."""
    pairs = [
        (a, b)
        for decision in decided
        if not decision.same
        for a in _meant(split, decision.left)
        for b in _meant(split, decision.right)
        if a != b
    ]
    return {*pairs, *((b, a) for a, b in pairs)}
