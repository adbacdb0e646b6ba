"""All that a person is asked of a store, and what becomes of the answers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from kg.conclude import decide
from kg.errors import DataError
from kg.graph.store import Store
from kg.resolve.decisions import FILE, Decision, amended, read, write
from kg.review import incidents, items, things
from kg.review.question import Kind, Question

_ABOUT: dict[Kind, Callable[[Store], Iterator[Question]]] = {
    "identity": things.questions,
    "incident": incidents.questions,
    "link": items.questions,
}
KINDS: Sequence[Kind] = tuple(_ABOUT)


def questions(store: Store, kinds: Iterable[Kind] = KINDS) -> Iterator[Question]:
    """Yield what is to be asked, of each kind the likeliest first."""
    return chain.from_iterable(_ABOUT[kind](store) for kind in kinds)


def answered(question: Question, judgement: str, who: str, when: str, why: str = "") -> Decision:
    """Return the decision that an answer is; `judgement` is positive or negative."""
    return Decision(question.left.path, question.right.path, judgement, who, when, why)


def note(store: Store, new: Iterable[Decision], report: Callable[[DataError], None]) -> None:
    """Keep decisions in the store's file; the next build, or `settle`, acts on them."""
    file = store.path / FILE
    write(file, amended(read(file, report), new))


def settle(store: Store, new: Iterable[Decision], report: Callable[[DataError], None]) -> None:
    """Keep decisions, and bring the store up to date with all that were made."""
    decide(store, amended(read(store.path / FILE, report), new))
