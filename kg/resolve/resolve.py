"""Which things of many articles are one: a function of the set of what articles name, and of what people decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.resolve import alike, iris, learnt
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.groups import Groups
from kg.resolve.named import Named, of_article
from kg.resolve.parts import parts
from kg.resolve.senses import Sense, sense

#: A thing by its article and the path that the article alone would give it.
Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The path of the IRI of each thing that gets another than its article alone would give it."""

    keys: Mapping[Thing, str]
    links: Sequence[Link[Sense]] = ()


def resolve(things: Iterable[Named]) -> Resolution:
    """Return which things are one and what they are called; their order does not matter."""
    articles = of_article(things)
    meant = {article: [(thing, sense(thing, group)) for thing in group] for article, group in sorted(articles.items())}
    senses: dict[Sense, list[Named]] = defaultdict(list)
    for group in meant.values():
        for thing, what in group:
            senses[what].append(thing)
    links = _links(senses, list(meant.values()))
    groups = _grouped(senses, links)
    named = iris.keys(groups)
    keys = {
        (thing.article, thing.key): key
        for group, key in zip(groups, named, strict=True)
        for thing, _ in group
        if thing.key != key
    }
    return Resolution(keys, links)


def _links(senses: Mapping[Sense, list[Named]], articles: list[list[tuple[Named, Sense]]]) -> list[Link[Sense]]:
    """Return the links of senses that are strong enough, each pair once with the strongest, in order."""
    found: dict[tuple[Sense, Sense], Link[Sense]] = {}
    for link in (*learnt.learnt(articles), *alike.alike(senses), *alike.longer(articles)):
        pair = link.left, link.right
        if link.score >= NEEDED and all(end in senses for end in pair):
            found[pair] = max(found.get(pair, link), link, key=lambda link: (link.score, link.reasons))
    return sorted(found.values(), key=lambda link: (-link.score, link.left, link.right))


def _grouped(senses: Mapping[Sense, list[Named]], links: Iterable[Link[Sense]]) -> list[iris.Group]:
    """Return the groups of things that are one, in order."""
    split = {what: parts(things) for what, things in senses.items()}
    groups: Groups[tuple[Sense, int]] = Groups()
    for link in links:
        groups.join((link.left, 0), (link.right, 0))
    members = [(what, number) for what in sorted(split) for number in range(len(split[what]))]
    return [
        [(thing, what) for what, number in sorted(group) for thing in split[what][number]]
        for group in groups.all(members)
    ]
