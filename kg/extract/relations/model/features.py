"""What a pair of words looks like to the learned model: the path between them, the words around, their kinds.

No name and no number is a feature, so that the model knows constructions and no lists of people. A sentence is read
out of spaCy once, into lists: its pairs then cost little.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.extract.relations.model.pairs import Candidate
from kg.language.parsed import Span as Words
from kg.language.parsed import Token

#: Pairs further apart are not looked at.
REACH = 40
_BETWEEN = 12
_NEAR = 3
_INNER = 5
_CONTENT = {"VERB", "NOUN", "ADJ"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as lists, one entry a word; `heads` are places in these lists."""

    start: int
    shapes: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    shared: list[str]


class End(NamedTuple):
    """One end of a pair: where it stands in the sentence, how it looks, what stands around it in either role."""

    start: int
    end: int
    head: int
    look: str
    chain: list[int]
    as_subject: list[str]
    as_object: list[str]


def sentence(words: Words) -> Sentence:
    """Return a sentence as lists."""
    start = words.start
    shapes = [shape(token) for token in words]
    tags = [token.pos_ for token in words]
    heads = [token.head.i - start for token in words]
    children: list[list[int]] = [[] for _ in shapes]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    shared = sorted({f"s {s}" for s, tag in zip(shapes, tags, strict=True) if tag in {"VERB", "NOUN"}})
    return Sentence(start, shapes, tags, [token.dep_ for token in words], heads, children, shared)


def shape(token: Token) -> str:
    """Return the word as a feature: its lemma in small letters, or only its kind for names and numbers."""
    if token.pos_ in {"PROPN", "NUM", "X"}:
        return f"<{token.ent_type_ or token.pos_}>"
    return token.lemma_.lower()


def end(words: Sentence, one: Candidate) -> End:
    """Return a candidate as one end of the pairs that it is in."""
    start, stop, head = one.start - words.start, one.end - words.start, one.head.i - words.start
    above = [head]
    while words.heads[above[-1]] != above[-1]:
        above.append(words.heads[above[-1]])
    around = list(_around(words, start, stop, above))
    return End(start, stop, head, look(one), above, [f"s{f}" for f in around], [f"o{f}" for f in around])


def look(one: Candidate) -> str:
    """Return how a candidate looks from outside: pronoun by its word, name or value by its kind."""
    if one.mention is None or one.mention.form == "pronoun":
        return one.head.lower_
    return one.mention.kind


def _around(words: Sentence, start: int, stop: int, above: list[int]) -> Iterator[str]:
    """Yield what governs a candidate and what hangs on it."""
    head, shapes = above[0], words.shapes
    governor = words.heads[head]
    dep = words.deps[head]
    yield f"d {dep}"
    yield f"h {dep} {shapes[governor]}"
    if dep == "pobj":
        yield f"g {shapes[governor]} {shapes[words.heads[governor]]}"
    for child in words.children[head]:
        if not start <= child < stop and words.deps[child] != "punct":
            yield f"c {words.deps[child]} {shapes[child]}"


def of_pair(words: Sentence, subject: End, obj: End, between: int) -> list[str]:
    """Return the features of an ordered pair; `between` counts the candidates between the two."""
    first, second, way = (subject, obj, ">") if subject.start < obj.start else (obj, subject, "<")
    kinds = f"{way}{subject.look},{obj.look}"
    gap = second.start - first.end
    far = min(gap, 3) if gap < 4 else 4 if gap < 8 else 5 if gap < 16 else 6  # noqa: PLR2004 - steps of distance
    return [
        *words.shared,
        f"k {kinds}",
        f"d {way}{far}",
        f"n {way}{min(between, 4)}",
        *_between(words.shapes, first, second, way, kinds),
        *_path(words, subject, obj, kinds),
        *subject.as_subject,
        *obj.as_object,
    ]


def _between(shapes: list[str], first: End, second: End, way: str, kinds: str) -> Iterator[str]:
    between = shapes[first.end : second.start]
    if len(between) <= _BETWEEN:
        for word in dict.fromkeys(between):
            yield f"b {way}{word}"
        for one, other in pairwise(between):
            yield f"bb {way}{one} {other}"
    if len(between) <= _NEAR:
        yield f"bs {kinds}{' '.join(between)}"
    else:
        yield f"bf {way}{between[0]} {between[1]}"
        yield f"bl {way}{between[-2]} {between[-1]}"
    for step in (1, 2):
        if first.start - step >= 0:
            yield f"l{step} {way}{shapes[first.start - step]}"
        if second.end + step - 1 < len(shapes):
            yield f"r{step} {way}{shapes[second.end + step - 1]}"


def _path(words: Sentence, subject: End, obj: End, kinds: str) -> Iterator[str]:
    """Yield what stands on the way through the parse from one to the other."""
    up = subject.chain
    fall = next((n for n, place in enumerate(obj.chain) if place in up), None)
    if fall is None:
        yield "p none"
        return
    top = obj.chain[fall]
    rise = up.index(top)
    down = obj.chain[:fall][::-1]
    inner = [i for i in (*up[:rise], top, *down) if i not in {subject.head, obj.head}]
    deps = f"{' '.join(words.deps[i] for i in up[:rise])}^{' '.join(words.deps[i] for i in down)}"
    yield f"pd {deps}"
    yield f"pk {kinds}{deps}"
    if len(inner) <= _INNER:
        whole = " ".join(words.shapes[i] for i in inner)
        yield f"pw {kinds}{whole}"
        yield f"pdw {deps} {whole}"
        yield f"pc {kinds}{' '.join(words.shapes[i] for i in inner if words.tags[i] in _CONTENT)}"
    for i in inner:
        yield f"pi {words.shapes[i]}"
        yield f"pik {kinds}{words.shapes[i]}"
    yield f"pt {words.shapes[top]} {rise} {fall}"
    yield f"pl {min(len(inner), 7)}"


def meeting(one: Token, other: Token) -> Token:
    """Return the lowest word that governs both, or the first where no word does."""
    above = {one.i, *(token.i for token in one.ancestors)}
    return next((token for token in (other, *other.ancestors) if token.i in above), one)
