"""Why two things of a store are one, by any words that mean them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import identity
from kg.graph.store import Store
from kg.graph.terms import REPLACED
from kg.naming import folded
from kg.query import happenings
from kg.query.kinds import classes
from kg.query.names import entities, said
from kg.resolve import decisions
from kg.resolve.events.agreement import ENOUGH
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.explain import Things, Why
from kg.resolve.features import KINDS
from kg.resolve.named import Named
from kg.resolve.resolve import Resolution
from kg.vocabulary import IDENTITY, vocabulary

#: The most articles that are named of those that tell of one thing.
SHOWN = 3


class Told(Protocol):
    """A thing, or a happening, as one article tells it."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def label(self) -> str:
        """What it is called there."""


#: What is one with something else: all that is one with it already.
Step = Link[tuple[Named, ...]] | Link[tuple[Occurrence, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two things, whether they are one, and the steps from one to the other; of two things what comes nearest.

    `needed` is how many bits the reasons of a step must add up to.
    """

    left: str
    right: str
    one: bool
    steps: tuple[Step, ...]
    needed: float = NEEDED


def compared(store: Store, left: str, right: str) -> Comparison:
    """Return why two things are one, or what tells of it.

    Raises:
        UsageError: a name means nothing, and near ones are suggested, or what is told apart by nothing, as a role.

    """
    nodes = [_nodes(store, name) for name in (left, right)]
    told = [happenings.told(store, some, (path for node in some for path in former(store, node))) for some in nodes]
    if all(told):
        first, second, steps = happenings.compared(store, *told)
        return Comparison(first, second, first == second, tuple(steps), ENOUGH)
    for some in nodes:
        _refuse_others(store, some)
    paths = {identity.reference(store, node) for some in nodes for node in some}
    resolution = identity.resolution(store, {part for path in paths for part in decisions.parts(path)})
    path_of = {(thing.article, thing.key): path for thing, path in resolution.named()}
    one, other = (_meant(store, resolution, *each) for each in zip((left, right), nodes, strict=True))
    a, b = _pair(one, other, path_of)
    why = Why(resolution)
    is_one = path_of[a.article, a.key] == path_of[b.article, b.key]
    near = () if is_one else (why.nearest(a, b),)
    found = why.steps(a, b) if is_one else [step for step in near if step]
    return Comparison(path_of[a.article, a.key], path_of[b.article, b.key], is_one, tuple(found))


def joined(store: Store, node: NamedNode) -> tuple[list[Step], float]:
    """Return what made a thing one of several names and articles, and how many bits that takes; nothing of others."""
    if told := happenings.told(store, [node], former(store, node)):
        return [*happenings.joins(store, told)], ENOUGH
    return [*_joined(store, node)], NEEDED


def _joined(store: Store, node: NamedNode) -> list[Link[Things]]:
    try:
        path = identity.reference(store, node)
    except UsageError:
        return []
    resolution = identity.resolution(store, decisions.parts(path))
    return [*Why(resolution).joined(node.value.removeprefix(store.base))]


def former(store: Store, node: NamedNode) -> list[str]:
    """Return the paths that articles gave a thing and that lead to it now."""
    quads = store.db.quads_for_pattern(None, REPLACED, node, store.graph(IDENTITY))
    return sorted(quad.subject.value.removeprefix(store.base) for quad in quads if isinstance(quad.subject, NamedNode))


def in_words(things: Sequence[Told]) -> str:
    """Return things as a reader would say it: “GF” (3 articles)."""
    names = list(dict.fromkeys(f"“{thing.label}”" for thing in things))
    articles = list(dict.fromkeys(thing.article for thing in things))
    where = ", ".join(articles[:SHOWN]) if len(articles) <= SHOWN else f"{len(articles)} articles"
    return f"{', '.join(names[:SHOWN])} ({where})"


def reasons(step: Step) -> Iterator[str]:
    """Yield the reasons of a step, each with its weight, the weightiest first."""
    for reason in sorted(step.reasons, key=lambda reason: (-reason.weight, reason.text)):
        yield f"{reason.weight:+.1f} {reason.text}"


def total(step: Step, needed: float = NEEDED) -> str:
    """Return what the reasons of a step add up to."""
    return f"{step.score:.1f} of {needed:.0f} bits"


def _nodes(store: Store, name: str) -> list[NamedNode]:
    return entities(store.db, store.base + name if "/" in name and "://" not in name else name)


def _refuse_others(store: Store, nodes: Iterable[NamedNode]) -> None:
    """Raise UsageError for what is of a kind whose things are one by their name alone."""
    for node in nodes:
        kinds = classes(store.db, node)
        if kinds and not any(vocabulary().is_a(kind, each) for kind in kinds for each in (*KINDS, "Event")):
            told = " and ".join(sorted(vocabulary().labels.get(kind, kind) for kind in kinds))
            raise UsageError(
                f"{said(store.db, node)} is of kind {told}: only persons, organizations, places and incidents are "
                "told to be one or two"
            )


def _meant(store: Store, resolution: Resolution, name: str, nodes: Iterable[NamedNode]) -> list[Named]:
    """Return the things that are so named, or that bear one of the IRIs, or that articles gave it."""
    paths = {node.value.removeprefix(store.base) for node in nodes}
    given = [thing for thing, _ in resolution.named() if paths & {thing.key, decisions.own(thing)}]
    if given and "/" in name:
        return given
    borne = [thing for thing, path in resolution.named() if path in paths]
    called = [thing for thing in borne if folded(name) in map(folded, thing.names)]
    return called or borne or given


def _pair(one: list[Named], other: list[Named], path_of: dict[tuple[str, str], str]) -> tuple[Named, Named]:
    """Return a thing of each, of one path if there are such, and not the same thing twice if there are others."""
    pairs = [(a, b) for a in one for b in other]

    def rank(pair: tuple[Named, Named]) -> tuple[bool, bool, bool]:
        a, b = ((thing.article, thing.key) for thing in pair)
        return a == b, path_of[a] != path_of[b], pair[0].names[0] == pair[1].names[0]

    return min(pairs, key=rank)
