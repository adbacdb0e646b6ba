"""A proof as a tree to read, and in the forms that other tools read: JSON, Turtle and Graphviz's DOT."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import count
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from kg.reason.otherwise import Otherwise, otherwise
from kg.reason.proof import Proof
from kg.reason.support import Background, Support, background, supports
from kg.reason.terms import TYPE, Atom, Term
from kg.vocabulary import NEWS, PREFIXES, RDF

Say = Callable[[Term], str]

#: How many sentences are shown for one stated triple.
SHOWN = 3


def as_text(db: Store, proof: Proof, say: Say) -> str:
    """Write a proof as a tree, each line with its rule, and each stated one with its words."""
    return "\n".join(_lines(db, proof, say))


def _lines(db: Store, proof: Proof, say: Say) -> Iterator[str]:
    yield f"{sentence(proof.triple, say)}  ({proof.rule})"
    below = [list(_lines(db, premise, say)) for premise in proof.premises]
    if not proof.premises:
        quoted = dict.fromkeys(
            [*map(_quoted, supports(db, proof.triple)), *map(_sourced, background(db, proof.triple))]
        )
        below = [[words] for words in list(quoted)[:SHOWN]]
    for number, (first, *rest) in enumerate(below, 1):
        is_last = number == len(below)
        yield f"{'└─' if is_last else '├─'} {first}"
        yield from (f"{'  ' if is_last else '│ '} {line}" for line in rest)


def _quoted(support: Support) -> str:
    date = f", {support.date}" if support.date else ""
    return " ".join(f"“{support.marked()}” {support.title}{date}".split())


def _sourced(known: Background) -> str:
    return f"background: {known.source}, {known.date} ({known.confidence}: {known.reason})"


def as_told(support: Support, say: Say) -> str:
    """Write a claim of what is not in the graph: how it is said, by whom, and its words."""
    manner = [support.modality] if support.modality != "asserted" else [f"as {support.status}"]
    manner += [f"by {say(support.by)}"] if support.by else []
    return f"{' '.join(filter(None, manner))}: {_quoted(support)}"


def as_against(told: Otherwise, say: Say) -> str:
    """Write a claim against what is held: what it says instead, how, and its words."""
    how = told.support.status if told.support.status not in {None, "current"} else told.support.modality
    return f"{sentence(told.triple, say)} ({how}): {_quoted(told.support)}"


def as_json(db: Store, proofs: list[Proof]) -> str:
    """Write proofs as nested objects: triple, rule, premises, and the words of what is stated."""
    return json.dumps(objects(db, proofs), ensure_ascii=False, indent=2)


def objects(db: Store, proofs: list[Proof]) -> list[dict[str, Any]]:
    """Return proofs as plain values."""
    return [_object(db, proof) | _told_against(db, proof) for proof in proofs]


def _told_against(db: Store, proof: Proof) -> dict[str, Any]:
    """Return what is told otherwise, if anything is."""
    found = [
        {"triple": list(map(_name, each.triple)), "modality": each.support.modality, "status": each.support.status}
        | _words(each.support)
        for each in otherwise(db, [proof])
    ]
    return {"otherwise": found} if found else {}


def _object(db: Store, proof: Proof) -> dict[str, Any]:
    found: dict[str, Any] = {"triple": list(map(_name, proof.triple)), "rule": proof.rule}
    if proof.premises:
        return found | {"premises": [_object(db, premise) for premise in proof.premises]}
    known = [asdict(source) for source in background(db, proof.triple)]
    found["stated"] = [_words(support) for support in supports(db, proof.triple)]
    return found | ({"background": known} if known else {})


def _name(node: Term) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)


def _words(support: Support) -> dict[str, Any]:
    return {
        "article": support.article.value,
        "title": support.title,
        "date": support.date,
        "words": support.words,
        "marks": [list(mark) for mark in support.marks],
        "claim": support.claim and support.claim.value,
        "rule": support.rule,
    }


def as_turtle(db: Store, proofs: list[Proof]) -> str:
    """Write proofs as PROV: each step is a triple derived from its premises, or from the claims that state it."""
    numbers = count(1)
    triples = [triple for proof in proofs for triple in _derived(db, proof, _step(numbers), numbers)]
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def _step(numbers: "count[int]") -> NamedNode:
    return NamedNode(f"urn:proof:{next(numbers)}")


def _derived(db: Store, proof: Proof, node: NamedNode, numbers: "count[int]") -> Iterator[Triple]:
    for part, value in zip(("subject", "predicate", "object"), proof.triple, strict=True):
        yield Triple(node, NamedNode(RDF + part), value)
    yield Triple(node, TYPE, NamedNode(RDF + "Statement"))
    yield Triple(node, NamedNode(NEWS + "rule"), Literal(proof.rule))
    source = NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
    for premise in proof.premises:
        step = _step(numbers)
        yield Triple(node, source, step)
        yield from _derived(db, premise, step, numbers)
    if not proof.premises:
        for support in supports(db, proof.triple):
            yield Triple(node, source, support.claim or support.article)


def as_dot(db: Store, proofs: list[Proof], say: Say) -> str:
    """Write proofs as a graph to draw: an arrow from each premise to what follows."""
    numbers = count(1)
    lines = [line for proof in proofs for line in _drawn(db, proof, f"n{next(numbers)}", numbers, say)]
    return "\n".join(["digraph proof {", "  rankdir=BT; node [shape=box]", *lines, "}"])


def _drawn(db: Store, proof: Proof, node: str, numbers: "count[int]", say: Say) -> Iterator[str]:
    text = [sentence(proof.triple, say), proof.rule]
    if not proof.premises:
        text += [f"“{support.marked()}” {support.title}" for support in supports(db, proof.triple)[:1]]
        text += list(map(_sourced, background(db, proof.triple)[:1]))
    yield f"  {node} [label={json.dumps(chr(10).join(text), ensure_ascii=False)}]"
    for premise in proof.premises:
        below = f"n{next(numbers)}"
        yield f"  {below} -> {node}"
        yield from _drawn(db, premise, below, numbers, say)


def sentence(triple: Atom, say: Say) -> str:
    """Say a triple in the labels of its parts."""
    if triple.p != TYPE:
        return " ".join(map(say, triple))
    kind = say(triple.o)
    return f"{say(triple.s)} is {'an' if kind[:1].lower() in 'aeio' else 'a'} {kind}"
