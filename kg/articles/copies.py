"""Which articles are another's text again: wire copy, updates, versions of one address."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

import numpy as np

from kg.articles.dates import earliest

#: Words of the shortest sentence that tells a text from others, and of the shortest text that can be a copy.
SENTENCE, TEXT = 4, 20
#: The sentences of an article that are compared: those of the smallest digests.
MOST = 64
#: Bytes of a digest.
SIZE = 8
#: The share of the shorter text's sentences, and the number of them, that stand in a copy.
SHARE, LEAST = 0.8, 2
#: What stands in more texts than these, other than whole copies, tells none apart.
COMMON = 40
_ENDS = re.compile(r"[.!?][\"”’)]*\s+|\n+|\A[A-Z][A-Z ,.'-]+(?:\([^()\n]*\))? ?(?:--?|—|–) ")
_WORD = re.compile(r"\w+")
#: The address of a page, and not of a whole site.
_PAGE = re.compile(r"https?://[^/]+/[^/]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of an article: digests of its sentences, in order, when it was published, and its address."""

    id: str
    sentences: bytes
    published: str | None = None
    address: str | None = None


def words(text: str) -> list[str]:
    """Return the words of a text, without capitals and marks."""
    return _WORD.findall(text.casefold())


def digest(told: Iterable[str]) -> str:
    """Return a digest of some words, the same wherever they are told."""
    return blake2b(" ".join(told).encode(errors="replace"), digest_size=SIZE).hexdigest()


def sentences(text: str) -> bytes:
    """Return digests of a text's sentences by their words alone; none of a text too short to be told apart."""
    told = [words(part) for part in _ENDS.split(text)]
    if sum(map(len, told)) < TEXT:
        return b""
    return b"".join(sorted({bytes.fromhex(digest(each)) for each in told if len(each) >= SENTENCE})[:MOST])


def versions(articles: Iterable[Sketch]) -> dict[str, str]:
    """Return for each article that is another's text again the first that has it, whatever their order.

    The first is the one published first, an article without a date last; of one day that of the first id.
    """
    known = {article.id: article for article in articles}
    groups: dict[str, set[str]] = {}
    for one, other in _alike([*known.values()]):
        merged = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(merged, merged))
    first = {
        id(group): min(group, key=lambda name: (earliest(known[name].published or ""), name))
        for group in groups.values()
    }
    return {name: first[id(group)] for name, group in groups.items() if first[id(group)] != name}


def _alike(articles: Sequence[Sketch]) -> Iterator[tuple[str, str]]:
    """Yield pairs that tie together all of one text, of nearly one, or of one address with a sentence in common."""
    texts: defaultdict[bytes, list[Sketch]] = defaultdict(list)
    places: defaultdict[str, list[Sketch]] = defaultdict(list)
    for article in filter(lambda article: article.sentences, articles):
        texts[article.sentences].append(article)
        if article.address and _PAGE.match(article.address):
            places[article.address].append(article)
    for same in texts.values():
        yield from ((same[0].id, other.id) for other in same[1:])
    for there in places.values():
        pairs = combinations(there, 2) if len(there) <= COMMON else ()
        yield from ((one.id, other.id) for one, other in pairs if not _digests(one).isdisjoint(_digests(other)))
    yield from _nearly([same[0] for same in texts.values()])


def _digests(text: Sketch) -> set[bytes]:
    return {text.sentences[at : at + SIZE] for at in range(0, len(text.sentences), SIZE)}


def _nearly(texts: Sequence[Sketch]) -> Iterator[tuple[str, str]]:
    """Yield pairs of different texts that share most sentences of the shorter."""
    shared = Counter(pair for having in _having(texts) for pair in combinations(having, 2))
    for (one, other), number in shared.items():
        shorter = min(len(texts[at].sentences) for at in (one, other)) // SIZE
        if number >= max(LEAST, SHARE * shorter):
            yield texts[one].id, texts[other].id


def _having(texts: Sequence[Sketch]) -> Iterator[list[int]]:
    """Yield which texts have a sentence that several have, and not too many: by columns, for there are millions."""
    digests = np.frombuffer(b"".join(text.sentences for text in texts), dtype=">u8")
    owners = np.repeat(np.arange(len(texts)), [len(text.sentences) // SIZE for text in texts])
    order = np.argsort(digests, kind="stable")
    digests, owners = digests[order], owners[order]
    starts = np.flatnonzero(np.append(True, digests[1:] != digests[:-1])) if len(digests) else owners
    ends = np.append(starts[1:], len(digests))
    for at in np.flatnonzero((ends - starts > 1) & (ends - starts <= COMMON)):
        yield owners[starts[at] : ends[at]].tolist()
