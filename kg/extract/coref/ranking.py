"""What tells whether a pronoun means a candidate, as numbers for the ranker."""

from bisect import bisect_left
from math import log
from operator import attrgetter

from kg.extract.coref.candidates import Candidate, Place
from kg.extract.coref.structure import FAR, Asked, binding, clauses, structure
from kg.extract.coref.telling import coming, telling
from kg.extract.syntax.position import Syntax

ROLE_NAMES = ("subject", "object", "possessor", "oblique", "agent", "apposition", "modifier", "other")
FORMS = ("name", "nominal", "pronoun")
PREPOSITIONS = ({"with"}, {"by"}, {"of"}, {"to", "for"}, {"from", "against"}, {"as", "like", "including"})
ROLE_WEIGHT = {"subject": 3, "object": 2, "agent": 2, "oblique": 1, "possessor": 1}
SAYING = frozenset({"say", "tell", "add", "write", "state", "claim", "explain", "argue", "think", "note"})
#: Columns of the vector: whether the genders agree, log distance of the nearest name in words, nearest is subject.
AGREES, NEARNESS, SUBJECT = 0, 8, 11
#: Columns by which candidates are ranked among each other, counted from the end.
RANKED = (NEARNESS, -1, -2, -3, -4, -5, -6, -7)
#: Where the ranks by nearness and by how often one was a subject stand, 0 for the first.
NEARER, MORE_A_SUBJECT = -len(RANKED) - 1, -len(RANKED)


def vector(syntax: Syntax, asked: Asked, candidate: Candidate, total: int) -> list[float]:
    """Return the features of a pronoun and one candidate; the candidate has at least one place."""
    pronoun = asked.place
    before = candidate.places[: bisect_left(candidate.places, pronoun.start, key=attrgetter("start"))]
    near = before[-1] if before else candidate.places[0]
    named = next((p for p in reversed(before) if p.form != "pronoun"), near)
    return [
        *_gender(candidate, asked.gender),
        *_distance(syntax, pronoun, near, named),
        *_roles(pronoun, near, named),
        *structure(syntax, pronoun, near),
        *_neighbours(syntax, pronoun, near, candidate, len(before)),
        *clauses(syntax, pronoun, near),
        *_chain(pronoun, before, asked.recent),
        *_names(candidate, named),
        *binding(syntax, asked, candidate, len(before)),
        *_weight(pronoun, candidate, before, total),
        *coming(pronoun, candidate),
        *telling(syntax, pronoun, near),
        *_order(syntax, pronoun, near, before, asked.subjects),
    ]


def among(vectors: list[list[float]]) -> list[list[float]]:
    """Return the vectors of one pronoun's candidates, each with its ranks among them."""
    ranks = [_ranks([vector[column] for vector in vectors]) for column in RANKED]
    return [[*v, *(rank[i] for rank in ranks), len(vectors)] for i, v in enumerate(vectors)]


def _ranks(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [bisect_left(ordered, value) for value in values]


def _chain(pronoun: Place, before: list[Place], recent: Place | None) -> list[float]:
    own = [place for place in before if place.form == "pronoun"]
    is_recent = recent is not None and bool(own) and own[-1].start == recent.start
    return [
        is_recent,
        recent is not None and not is_recent,
        is_recent and own[-1].sentence == pronoun.sentence,
        recent is not None and not is_recent and recent.sentence == pronoun.sentence,
        is_recent and own[-1].role == pronoun.role,
        is_recent and own[-1].verb == pronoun.verb,
        recent is not None and not is_recent and recent.verb == pronoun.verb,
        min(pronoun.sentence - recent.sentence, FAR) if recent else FAR,
        bool(own) and pronoun.sentence - own[-1].sentence <= 1,
        log(1 + len(own)),
    ]


def _names(candidate: Candidate, named: Place) -> list[float]:
    first = candidate.places[0]
    return [
        first.end - first.start,
        named.end - named.start,
        first.start == named.start,
        first.sentence == named.sentence,
        first.end - first.start == 1 and first.form == "name",
        first.role == "subject",
        first.sentence,
    ]


def _order(syntax: Syntax, pronoun: Place, near: Place, before: list[Place], subjects: list[int]) -> list[float]:
    """Return columns by which candidates are ranked: Hobbs' order, last sentences' roles, numbers of mentions."""
    ago = pronoun.sentence - near.sentence
    left = near.start - syntax.starts[near.sentence]
    last = [p for p in before if p.sentence >= pronoun.sentence - 1]
    best = max((ROLE_WEIGHT.get(p.role, 0) - 4 * (pronoun.sentence - p.sentence) for p in last), default=-8)
    level = next((n for n, head in enumerate(subjects) if head in {p.head.i for p in last}), FAR)
    return [
        level,
        pronoun.start - near.start,
        len(before),
        -best,
        1000 * abs(ago) + left if near.start < pronoun.start else FAR * 1000,
        -sum(p.form == "pronoun" for p in before),
        -sum(p.role == "subject" for p in before),
    ]


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


def _gender(candidate: Candidate, gender: str) -> list[float]:
    own = candidate.thing.gender
    return [
        own == gender,
        own is None,
        candidate.thing.guessed,
        candidate.thing.unsure,
        len(candidate.thing.label.split()) > 1,
    ]


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
