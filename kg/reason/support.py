"""The words behind a stated triple: which article states it, in which sentence, and where its two ends are named."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from kg.reason.terms import Atom
from kg.vocabulary import PREFIXES

_SELECT = """
SELECT DISTINCT ?article ?title ?date ?claim ?rule ?modality ?status ?by ?words ?start ?a ?b ?c ?d {
  GRAPH ?article {
    ?article a news:Article ; rdfs:label ?title .
    %s
    ?passage oa:exact ?words ; oa:start ?start .
    OPTIONAL { ?article news:published ?date }
    OPTIONAL { ?claim news:status ?status }
    OPTIONAL { ?claim news:attributedTo ?by }
  }
} ORDER BY ?article ?start ?claim
"""
#: Claims of the triple itself or, for the parts of a role holding, of what it describes.
_CLAIMED = """VALUES
    { ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object } UNION
    { ?subject ?predicate ?object . ?claim news:describes ?subject }
    ?claim news:modality ?modality ; news:rule ?rule ; oa:hasSelector ?passage .
    ?claim news:subjectMention/oa:start ?a ; news:subjectMention/oa:end ?b .
    ?claim news:objectMention/oa:start ?c ; news:objectMention/oa:end ?d ."""
#: Where no claim speaks of the triple, as of a name's kind: the first words that name the thing.
_NAMED = """VALUES
    ?subject ?predicate ?object .
    { SELECT ?article (MIN(?at) AS ?start) {
      VALUES GRAPH ?article { ?named news:mentionOf ?subject ; oa:start ?at }
    } GROUP BY ?article }
    ?passage news:mentionOf ?subject ; oa:start ?start ."""


#: Where no article speaks of it: whoever else says so, with what the graph of that keeps of it.
_KNOWN = """
SELECT DISTINCT ?source ?date ?confidence ?reason {
  GRAPH ?graph {
    VALUES (?s ?p ?o) { (%s %s %s) }
    ?node rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dcterms:source ?source .
    OPTIONAL { ?node dcterms:date ?date }
    OPTIONAL { ?node itsrdf:taConfidence ?confidence }
    OPTIONAL { ?node rdfs:comment ?reason }
  }
} ORDER BY ?source ?date ?reason
"""


@dataclass(frozen=True, slots=True)
class Background:
    """Who else than articles says so: a table or another graph, of when, how sure that is, and why."""

    source: str
    date: str
    confidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Support:
    """Words of an article that state a triple; `marks` are the parts of the words that name its two ends."""

    article: NamedNode
    title: str
    date: str | None
    words: str
    marks: tuple[tuple[int, int], ...] = ()
    claim: NamedNode | None = None
    rule: str | None = None
    modality: str | None = None
    status: str | None = None
    by: NamedNode | None = None

    def marked(self, before: str = "[", after: str = "]") -> str:
        """Return the words on one line, their marked parts between two signs."""
        text, last = "", 0
        for start, end in sorted(self.marks):
            if start >= last:
                text += self.words[last:start] + before + self.words[start:end] + after
                last = end
        return " ".join((text + self.words[last:]).split())


def supports(db: Store, triple: Atom) -> list[Support]:
    """Return what states a triple, in the order of articles and of their words."""
    found = [support for support in told(db, triple) if support.modality == "asserted"]
    # That it is over states it of the past: there are others, or it is of a holding that is over.
    found = [support for support in found if support.status not in {"former", "designate"}] or found
    return found or [_support(row) for row in _ask(db, _NAMED, triple)]


def told(db: Store, triple: Atom) -> list[Support]:
    """Return all claims of a triple: those that are only reported, denied, planned or of the past too."""
    return [_support(row) for row in _ask(db, _CLAIMED, triple)]


def background(db: Store, triple: Atom) -> list[Background]:
    """Return who else than articles states a triple."""
    rows = db.query(_KNOWN % tuple(triple), prefixes=PREFIXES)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives rows)
    return [Background(*(_text(row, name) or "" for name in Background.__slots__)) for row in rows]


def claims(db: Store, triple: Atom) -> set[NamedNode]:
    """Return the claims that state a triple."""
    return {support.claim for support in supports(db, triple) if support.claim}


def _ask(db: Store, pattern: str, triple: Atom) -> Iterator[QuerySolution]:
    values = f"VALUES (?subject ?predicate ?object) {{ ({' '.join(map(str, triple))}) }}"
    rows = db.query(_SELECT % pattern.replace("VALUES", values), prefixes=PREFIXES)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives rows)
    return rows


def _text(row: QuerySolution, name: str) -> str | None:
    found = row[name]
    return found.value if isinstance(found, Literal | NamedNode) else None


def _support(row: QuerySolution) -> Support:
    text = partial(_text, row)
    start, words = int(text("start") or 0), text("words") or ""
    spans = [(text(a), text(b)) for a, b in (("a", "b"), ("c", "d"))]
    marks = {(int(a) - start, int(b) - start) for a, b in spans if a is not None and b is not None}
    article, claim, by = row["article"], row["claim"], row["by"]
    assert isinstance(article, NamedNode)  # noqa: S101 (a graph with an article has its name)
    inside = tuple(sorted(mark for mark in marks if mark[0] >= 0 and mark[1] <= len(words)))
    return Support(
        article,
        text("title") or "",
        text("date"),
        words,
        inside,
        claim if isinstance(claim, NamedNode) else None,
        text("rule"),
        text("modality"),
        text("status"),
        by if isinstance(by, NamedNode) else None,
    )
