"""What two things must share, one at least, for any evidence to tell of both: so few others need to be looked at."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from kg.extract.lexicon import gazetteer
from kg.naming import REMEMBERED
from kg.resolve import bodies, folding, parties, people
from kg.resolve.alike import LETTERS
from kg.resolve.named import Named

#: What keys begin with that things of one article alone share.
WITHIN = "in:"


def blocks(thing: Named) -> frozenset[str]:
    """Return the keys under which a thing is found by all that may be one with it, or share its path."""
    found = _person(thing.label) if thing.kind == "Person" else _other(frozenset({thing.label, *thing.said}))
    sense = {f"name:{thing.sense.name}"} if thing.sense else set()
    return frozenset({*found, *sense, *_within(thing), f"path:{thing.key}"})


def _within(thing: Named) -> Iterator[str]:
    """Yield what a name's words, and a bare name, are found by in the article alone."""
    called = people.called(thing.label) if thing.kind == "Person" and not thing.local else None
    words = {called.first, called.last} if called else {people.bare(thing.label)} - {""}
    yield from (f"{WITHIN}{thing.article}:{folding.plain(word)}" for word in words)


@lru_cache(maxsize=REMEMBERED)
def _person(label: str) -> frozenset[str]:
    return frozenset(_of_person(label))


def _of_person(label: str) -> Iterator[str]:
    called = people.called(label)
    words = folding.words(label)
    yield f"name:{' '.join(words)}"
    if called is None:
        yield f"last:{folding.plain(words[-1])}" if words else "last:"
        return
    yield f"last:{folding.plain(called.last)}"
    run = (called.first, *called.middle, called.last)
    yield from (f"name:{one} {other}" for one, other in pairwise(run))
    yield f"name:{called.first} {called.last}"


@lru_cache(maxsize=REMEMBERED)
def _other(names: frozenset[str]) -> frozenset[str]:
    return frozenset(_of_other(names))


def _of_other(names: Iterable[str]) -> Iterator[str]:
    tails = gazetteer.words("what firms are called by")
    for name in names:
        base = bodies.body(name).base
        yield f"name:{base}"
        yield f"name:{' '.join(folding.words(name))}"
        yield f"name:{folding.loose(base)}"
        short = base if " " not in base and name.replace(".", "").isupper() else folding.letters(name)
        if len(short) >= LETTERS:
            yield f"letters:{short}"
        short, _, last = base.rpartition(" ")
        if short and last in tails:
            yield f"name:{short}"
        if not short:
            yield f"last:{base}"
        if rest := bodies.abroad(base):
            yield f"name:{rest}"
        if parties.is_party(base) or bodies.are_members(base):
            yield f"party:{parties.first(base)}"
