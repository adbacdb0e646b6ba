"""Why something is in the graph, as a tree down to the sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from kg.graph.terms import oa
from kg.query.card import TYPE, term
from kg.query.terms import objects, relation, things
from kg.reason.proof import Proof, proofs
from kg.reason.support import Support, background, supports, told
from kg.reason.terms import Atom
from kg.serve.claims import span
from kg.serve.entries import SHOWN, Part, Words, Writer
from kg.serve.snapshot import Snapshot

#: How many other proofs, and facts near one that is not there, are shown.
MOST = 5


@dataclass(frozen=True, slots=True)
class Tree:
    """A triple with what it follows from, or the words that state it."""

    parts: tuple[Part, ...]
    rule: str
    below: tuple["Tree", ...]
    words: tuple[Words, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The proofs of a triple; where there is none, who claims it and what is near."""

    goal: tuple[Part, ...]
    proofs: tuple[Tree, ...]
    claimed: tuple[tuple[str, Words], ...]
    near: tuple[tuple[Part, ...], ...]


def why(seen: Snapshot, subject: str, predicate: str, object_: str) -> Why:
    """Return why a triple holds; UsageError where a part of it is nothing that the graph has."""
    named = relation(seen.db, predicate)
    goals = [Atom(s, named, o) for s in things(seen.db, subject) for o in objects(seen.db, s, named, object_)]
    goal = next(filter(seen.reasoner.holds, goals), goals[0])
    writer = Writer(seen)
    found = tuple(_tree(writer, proof) for proof in proofs(seen.reasoner, goal, MOST))
    if found:
        return Why(_sentence(writer, goal), found, (), ())
    claimed = tuple((_manner(seen, each), _words(writer, each)) for each in told(seen.db, goal))
    near = dict.fromkeys(_sentence(writer, each) for each in islice(seen.reasoner.near(goal), MOST))
    return Why(_sentence(writer, goal), (), claimed, tuple(near))


def _tree(writer: Writer, proof: Proof) -> Tree:
    db = writer.seen.db
    leaf = not proof.premises
    stated = supports(db, proof.triple)[:SHOWN] if leaf else []
    known = background(db, proof.triple)[:SHOWN] if leaf else []
    return Tree(
        _sentence(writer, proof.triple),
        proof.rule,
        tuple(_tree(writer, premise) for premise in proof.premises),
        tuple(_words(writer, support) for support in stated),
        tuple(f"{each.source}, {each.date} ({each.confidence}: {each.reason})" for each in known),
    )


def _sentence(writer: Writer, triple: Atom) -> tuple[Part, ...]:
    verb = "is a" if triple.p.value == TYPE else term(triple.p.value)
    return (writer.part(triple.s), Part(verb), writer.part(triple.o))


def _words(writer: Writer, support: Support) -> Words:
    start = _start(writer.seen, support)
    claim = support.claim.value if support.claim else ""
    href = writer.addresses.words(support.article.value, claim, start, start + len(support.words))
    return Words(tuple(_pieces(support)), support.title, href, support.rule or "", "")


def _start(seen: Snapshot, support: Support) -> int:
    """Return where the words of a claim begin; of a mention, which has no claim, where its article has it."""
    nodes = [q.object for q in seen.db.quads_for_pattern(support.claim, oa("hasSelector"), None, support.article)]
    return next((span(node)[0] for node in nodes if isinstance(node, NamedNode)), 0) if support.claim else 0


def _pieces(support: Support) -> Iterator[str]:
    last = 0
    for a, b in sorted(support.marks):
        if a >= last:
            yield support.words[last:a]
            yield support.words[a:b]
            last = b
    yield support.words[last:]


def _manner(seen: Snapshot, support: Support) -> str:
    manner = [support.modality] if support.modality != "asserted" else [f"of one {support.status}"]
    return " ".join(filter(None, [*manner, f"by {seen.said(support.by)}" if support.by else ""]))
