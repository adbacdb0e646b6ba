"""Questions about incidents: which tellings of several articles may be one, or are joined and hardly so."""

from collections.abc import Iterator

from kg.graph.happened import Occurrences
from kg.graph.mentioned import Mentioned
from kg.graph.state import State
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.query import happenings
from kg.query.identity import in_words, reasons, total
from kg.resolve.events.agreement import ENOUGH
from kg.resolve.events.doubts import doubts
from kg.resolve.events.occurrence import Occurrence
from kg.review.question import Question, Side


def questions(store: Store) -> Iterator[Question]:
    """Yield what may be one, the likeliest first, then what is hardly joined."""
    for each, is_one in doubts(Occurrences(store).every(), State(store).decisions):
        step = happenings.step(each.left, each.right, each.reasons)
        sides = _side(store, each.left), _side(store, each.right)
        yield Question("incident", *sides, total(step, ENOUGH), tuple(reasons(step)), is_one)


def _side(store: Store, one: Occurrence) -> Side:
    """Return a telling with the sentence that tells of it first."""
    reading = Mentioned(store).reading(Names(one.article, store.base).article)
    told = [event.evidence.span for event in reading.events if event.key == one.key]
    words = [" ".join(reading.article.text[start:end].split()) for start, end in told[:1]]
    day = f", {one.published}" if one.published else ""
    return Side(one.key, in_words((one,)), tuple(f"“{text}” {one.article}{day}" for text in words))
