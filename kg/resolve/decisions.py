"""What people decided of who is who, in order: left, right, judgement, who, when and why, as nomenklatura has it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg import naming
from kg.resolve.named import Named

SAME, DIFFERENT = "positive", "negative"
#: What stands before the article's id in the path of what one article names.
ARTICLE = "article/"


@dataclass(frozen=True, slots=True)
class Decision:
    """Two things are one (positive) or are not (negative), by the paths of their IRIs.

    A path means the thing that articles so name; `article/ID/person/ann-lee` the one that this article names so.
    """

    left: str
    right: str
    judgement: str
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def same(self) -> bool:
        """Whether the two are one."""
        return self.judgement == SAME


def means(path: str, thing: Named) -> bool:
    """Tell whether a path of a decision means a thing."""
    return path in {thing.key, own(thing)}


def own(thing: Named) -> str:
    """Return the path that means the thing of this one article only."""
    return thing.key if thing.local else f"{naming.article(thing.article)}/{thing.key}"


def paths(decision: Decision) -> Iterator[str]:
    """Yield the paths of what a decision is about, as articles give them."""
    for path in (decision.left, decision.right):
        yield path
        if path.startswith(ARTICLE):
            yield "/".join(path.split("/")[2:])


def apart(one: Named, other: Named, decisions: Iterable[Decision]) -> bool:
    """Tell whether it was decided that two things are two."""
    return any(
        not each.same
        and (
            (means(each.left, one) and means(each.right, other)) or (means(each.left, other) and means(each.right, one))
        )
        for each in decisions
    )


def about(things: Sequence[Named], decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions of which both sides are among some things."""
    return [
        each
        for each in decisions
        if any(means(each.left, one) for one in things) and any(means(each.right, one) for one in things)
    ]
