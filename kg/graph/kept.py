"""What a store is to keep for itself of an article that was read, made without it: by the process that read."""

from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph

from kg.errors import ArticleError
from kg.facts import Reading
from kg.graph import identity
from kg.graph.collector import at_rest
from kg.graph.held import content_hash, dated
from kg.graph.lines import block, lines
from kg.graph.merge import unseen
from kg.graph.quads import stated
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.graph.waiting import Waiting
from kg.vocabulary import BASE


class Nothing(Store):
    """A store that holds nothing, which tells what an article is to a new one: its reasoner has seen nothing."""

    def __init__(self, base: str = BASE) -> None:
        self.base, self.db = base, Oxigraph()
        self.db.add(unseen(base))


@dataclass(frozen=True, slots=True)
class Kept:
    """An article, and what is kept of it as a block of lines of N-Quads; `dated` tells versions of it apart."""

    article: NamedNode
    lines: bytes
    name: str
    dated: str


@at_rest()
def kept(reading: Reading, *, read_by: str, base: str) -> Kept | ArticleError:
    """Return what is kept of a reading until its graph can be written, or why it cannot be."""
    article, nothing = Names(reading.article.id, base).article, _nothing(base)
    try:
        digest = content_hash(reading.article, read_by)
        # Made to see whether it can be: what stood before is not given up for what cannot be written.
        stated(reading, content_hash=digest, read_by=read_by, base=base)
        new = [
            *identity.change(nothing, {article: reading}).into,
            *Waiting(nothing).new(reading.article, digest, read_by),
        ]
        return Kept(article, block(lines(new)), reading.article.id, dated(reading.article))
    except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
        return ArticleError.of(reading.article.id, error)


@cache
def _nothing(base: str) -> Nothing:
    return Nothing(base)
