"""Questions about things that articles name: which of them may be one, or are joined and hardly so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.facts import Mention
from kg.graph import identity
from kg.graph.mentioned import Mentioned
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.query.identity import in_words, reasons, total
from kg.resolve import decisions
from kg.resolve.doubts import doubts, shaky
from kg.resolve.evidence import Link
from kg.resolve.joining import Part
from kg.resolve.named import Named
from kg.resolve.resolve import Resolution
from kg.review.question import Question, Side

#: Articles whose words are shown of one thing, and characters before and behind its name.
SHOWN, AROUND = 3, 100


def questions(store: Store) -> Iterator[Question]:
    """Yield what may be one, the likeliest first, then what is hardly joined."""
    resolution = identity.everything(store)
    given = _given(resolution)
    asked = [(link, False) for link in doubts(resolution)] + [(link, True) for link in shaky(resolution)]
    for link, joined in asked:
        left, right = (resolution.parts[what][number] for what, number in (link.left, link.right))
        sides = _side(store, left, given), _side(store, right, given)
        if sides[0].path != sides[1].path:
            step = Link(tuple(left), tuple(right), link.reasons)
            yield Question("identity", *sides, total(step), tuple(reasons(step)), joined)


def _given(resolution: Resolution) -> Mapping[str, set[Part]]:
    """Return the parts whose things articles give a path."""
    found: dict[str, set[Part]] = defaultdict(set)
    for what, parts in resolution.parts.items():
        for number, part in enumerate(parts):
            for thing in part:
                found[thing.key].add((what, number))
    return found


def _side(store: Store, things: Sequence[Named], given: Mapping[str, set[Part]]) -> Side:
    """Return some things with the path that means them and nothing else, and the words of a few articles."""
    alone = [thing for thing in things if len(given[thing.key]) == 1 and not thing.local]
    path = alone[0].key if alone else decisions.own(things[0])
    return Side(path, in_words(tuple(things)), tuple(_told(store, thing) for thing in things[:SHOWN]))


def _told(store: Store, thing: Named) -> str:
    """Return the words around the first naming of a thing in its article."""
    reading = Mentioned(store).reading(Names(thing.article, store.base).article)
    named = [m for m in reading.mentions if m.form == "name" and m.entity == thing.key]
    day = f", {reading.article.published}" if reading.article.published else ""
    return f"“{_marked(reading.article.text, named[0])}” {thing.article}{day}" if named else thing.article


def _marked(text: str, mention: Mention) -> str:
    start, end = mention.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
