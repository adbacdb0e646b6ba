"""What tells whether a pronoun means a candidate, as numbers for the ranker."""

from bisect import bisect_left
from math import log
from operator import attrgetter

from spacy.tokens import Token

from kg.extract.coref.candidates import Candidate, Place
from kg.extract.coref.syntax import Syntax

ROLE_NAMES = ("subject", "object", "possessor", "oblique", "agent", "apposition", "modifier", "other")
FORMS = ("name", "nominal", "pronoun")
FAR = 6
PREPOSITIONS = ({"with"}, {"by"}, {"of"}, {"to", "for"}, {"from", "against"}, {"as", "like", "including"})
SAYING = frozenset({"say", "tell", "add", "write", "state", "claim", "explain", "argue", "think", "note"})
#: Columns of the vector: log distance of the nearest name in words; subjects in this sentence and the last.
NEARNESS, SUBJECTS = 3, -6


def vector(syntax: Syntax, pronoun: Place, gender: str, candidate: Candidate, total: int) -> list[float]:
    """Return the features of a pronoun and one candidate; the candidate has at least one place."""
    before = candidate.places[: bisect_left(candidate.places, pronoun.start, key=attrgetter("start"))]
    near = before[-1] if before else candidate.places[0]
    named = next((p for p in reversed(before) if p.form != "pronoun"), near)
    return [
        *_distance(syntax, pronoun, near, named),
        *_roles(pronoun, near, named),
        *_structure(syntax, pronoun, near),
        *_neighbours(syntax, pronoun, near, candidate, len(before)),
        *_gender(candidate, gender),
        *_weight(pronoun, candidate, before, total),
    ]


def among(vectors: list[list[float]]) -> list[list[float]]:
    """Return the vectors of one pronoun's candidates, each with its rank among them by nearness and by weight."""
    columns = (NEARNESS, SUBJECTS)
    ranks = [_ranks([vector[column] for vector in vectors]) for column in columns]
    return [[*v, *(rank[i] for rank in ranks), len(vectors)] for i, v in enumerate(vectors)]


def _ranks(values: list[float]) -> list[float]:
    return [sum(other < value for other in values) for value in values]


def _distance(syntax: Syntax, pronoun: Place, near: Place, named: Place) -> list[float]:
    return [
        min(pronoun.sentence - near.sentence, FAR),
        min(pronoun.sentence - named.sentence, FAR),
        log(1 + abs(pronoun.start - near.end)),
        log(1 + abs(pronoun.start - named.end)),
        near.start > pronoun.start,
        min(syntax.paragraph(pronoun.start) - syntax.paragraph(near.start), FAR),
    ]


def _roles(pronoun: Place, near: Place, named: Place) -> list[float]:
    return [
        *(near.role == name for name in ROLE_NAMES),
        *(near.form == form for form in FORMS),
        named.role == "subject",
        named.role == pronoun.role,
        near.role == pronoun.role,
        *(pronoun.role == name for name in ("subject", "object", "possessor", "oblique")),
        near.depth,
        named.depth,
        pronoun.depth,
        pronoun.quoted,
        near.quoted,
        pronoun.quoted == near.quoted,
    ]


def _structure(syntax: Syntax, pronoun: Place, near: Place) -> list[float]:
    doc = syntax.doc
    verb, other = doc[pronoun.verb], doc[near.verb]
    same = pronoun.sentence == near.sentence
    return [
        same and verb.i == other.i,
        same and verb.i == other.i and near.role == "subject",
        same and verb.i == other.i and near.role == "subject" and pronoun.role == "possessor",
        same and near.role == "subject" and verb.i != other.i and other.is_ancestor(verb),
        same and near.role == "subject" and verb.dep_ == "conj" and verb.head.i == other.i,
        same and verb.i != other.i and verb.is_ancestor(other),
        same and _inside(pronoun.head, near.head),
        same and _inside(near.head, pronoun.head),
        pronoun.head.head.i == near.head.i,
        same and near.head.dep_ == "conj",
        verb.dep_ in {"ccomp", "xcomp"},
        verb.dep_ == "advcl",
        verb.dep_ == "relcl",
        other.dep_ == "relcl",
        other.dep_ == "advcl",
        other.dep_ == "ROOT",
        verb.dep_ == "ROOT",
    ]


def _neighbours(syntax: Syntax, pronoun: Place, near: Place, candidate: Candidate, before: int) -> list[float]:
    doc = syntax.doc
    after = [p for p in candidate.places[before : before + FAR] if p.sentence == pronoun.sentence]
    around = [*candidate.places[max(0, before - FAR) : before], *after]
    rival = pronoun.role != "possessor" and any(
        p.verb == pronoun.verb and p.role not in {"possessor", "other", "modifier"} for p in around
    )
    head = pronoun.head.head
    above = near.head.head
    return [
        bool(after),
        any(p.verb == pronoun.verb for p in after),
        rival,
        near.end - near.start,
        near.start == syntax.starts[near.sentence],
        pronoun.start == syntax.starts[pronoun.sentence],
        pronoun.role == "possessor" and head.dep_ in {"nsubj", "nsubjpass"},
        pronoun.role == "possessor" and head.dep_ == "pobj",
        pronoun.role == "possessor" and head.dep_ == "appos",
        pronoun.head.dep_ == "nsubjpass",
        *(near.role == "oblique" and above.lower_ in preps for preps in PREPOSITIONS),
        doc[pronoun.verb].lemma_ in SAYING,
        near.role == "subject" and doc[near.verb].lemma_ in SAYING,
    ]


def _inside(outer: Token, inner: Token) -> bool:
    """Tell whether the inner word stands below the noun that the outer word belongs to ("his wife Mary")."""
    top = outer.head if outer.dep_ == "poss" else outer
    return top.i == inner.i or top.is_ancestor(inner)


def _gender(candidate: Candidate, gender: str) -> list[float]:
    own = candidate.thing.gender
    return [own == gender, own is None, candidate.thing.unsure, len(candidate.thing.label.split()) > 1]


def _weight(pronoun: Place, candidate: Candidate, before: list[Place], total: int) -> list[float]:
    last = [p for p in before[-FAR:] if p.sentence >= pronoun.sentence - 1]
    return [
        log(1 + len(before)),
        log(1 + len(candidate.places)),
        len(candidate.places) / max(1, total),
        sum(p.role == "subject" for p in last),
        any(p.role == "subject" and p.sentence == pronoun.sentence for p in last),
        any(p.role == "subject" and p.sentence == pronoun.sentence - 1 for p in last),
        bool(before) and before[0].sentence == 0,
        any(p.form == "pronoun" for p in last),
        any(p.role == "possessor" for p in last),
    ]
