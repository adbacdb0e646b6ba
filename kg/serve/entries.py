"""What a page tells of a thing: lines of linked parts, each with the words that prove it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.query.card import term
from kg.serve.addresses import Addresses
from kg.serve.claims import Claim, Node
from kg.serve.snapshot import Snapshot

#: How many sentences stand under one line.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line; linked where there is an address."""

    text: str
    href: str = ""


#: How a line is told (reported, former, …), and by whom.
Notes = tuple[tuple[str, tuple[Part, ...]], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in pieces, every second marked, with its article and the address of the very words."""

    pieces: tuple[str, ...]
    article: str
    href: str
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, how it is said (reported, former, …) and by whom, its words, and how many more there are."""

    parts: tuple[Part, ...]
    notes: Notes = ()
    words: tuple[Words, ...] = ()
    more: int = 0
    proof: str = ""


class Writer:
    """Writes claims as entries, with the labels and links of one snapshot."""

    def __init__(self, seen: Snapshot) -> None:
        self.seen = seen
        self.addresses = Addresses(seen.store.base)

    def part(self, node: Node) -> Part:
        """Return a thing, a term or a value as words."""
        return Part(self.seen.said(node), self.addresses.link(node.value) if isinstance(node, NamedNode) else "")

    def relation(self, node: NamedNode) -> Part:
        """Return a relation by its label."""
        return Part(term(node.value))

    def words(self, claim: Claim) -> Words:
        """Return the sentence of a claim."""
        return Words(
            tuple(pieces(claim)),
            self.seen.said(claim.article),
            self.addresses.words(claim.article.value, claim.node.value, *claim.span),
            claim.rule,
            claim.confidence,
        )

    def notes(self, claim: Claim) -> Iterator[tuple[str, tuple[Part, ...]]]:
        """Yield what keeps a claim from being a plain fact of now: its status, its modality with who says so."""
        if claim.status not in {"", "current"}:
            yield claim.status, ()
        if claim.modality != "asserted":
            yield claim.modality, tuple(map(self.part, claim.by))

    def entries(self, lines: Iterable[tuple[tuple[Part, ...], Claim]]) -> list[Entry]:
        """Return one entry for what is said alike, however often, in the order of the first."""
        alike: dict[tuple[object, ...], list[Claim]] = {}
        for parts, claim in lines:
            alike.setdefault((parts, tuple(self.notes(claim))), []).append(claim)
        return [self._entry(parts, notes, claims) for (parts, notes), claims in alike.items()]

    def _entry(self, parts: object, notes: object, claims: list[Claim]) -> Entry:
        # The same sentence read by two rules is shown once.
        told = list({(claim.article, claim.span): claim for claim in reversed(claims)}.values())[::-1]
        shown = tuple(map(self.words, told[:SHOWN]))
        return Entry(parts, notes, shown, len(told) - len(shown))  # type: ignore[arg-type]


def pieces(claim: Claim) -> Iterator[str]:
    """Yield the words of a claim's sentence, plain and marked by turns."""
    start, last = claim.span[0], 0
    for a, b in claim.marks:
        if last <= a - start and b - start <= len(claim.words):
            yield claim.words[last : a - start]
            yield claim.words[a - start : b - start]
            last = b - start
    yield claim.words[last:]
