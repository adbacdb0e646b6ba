"""Pronouns of persons: each means the candidate that the ranker finds likeliest, or nobody whom the article names."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from kg.extract.coref import passing
from kg.extract.coref.candidates import START, Candidate, Described, Place, candidates, place
from kg.extract.coref.forest import load
from kg.extract.coref.ranking import MORE_A_SUBJECT, NEARER, among, vector
from kg.extract.coref.structure import Asked, asked
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Doc, Token

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
#: Sentences before the pronoun in which its antecedent is sought.
WINDOW = 6

#: The least probability at which a pronoun is taken to mean a candidate.
LIKELY = 0.3

#: The least probability at which a name that nothing else told to be a person's is taken for one.
SURE = 0.4

#: The same for a name that looks like that of an organization or a place.
SURER = 0.7

#: Roles of which one verb does not give two to one person, unless it says so by "himself".
ARGUMENTS = frozenset({"subject", "object"})

Ranker = Callable[[list[list[float]]], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun with whom it may mean, how each looks to the ranker, and whom it is taken to mean."""

    token: Token
    candidates: list[Candidate]
    vectors: list[list[float]]
    meant: Candidate | None


def choices(  # noqa: PLR0913 - what the article says before its pronouns are read
    article: str,
    doc: Doc,
    names: Sequence[Name],
    things: Sequence[Referent],
    rank: Ranker,
    *,
    described: Sequence[Described] = (),
) -> Iterator[Choice]:
    """Yield each pronoun with its candidates and the place of the chosen one among them."""
    found = worded(doc, GENDERS)
    if not found:
        return
    syntax = Syntax(doc)
    near: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates(syntax, names, things, described, article):
        for where in candidate.places:
            near[where.sentence].append(candidate)
    recent: dict[str, Place] = {}
    alike = len({GENDERS[token.lower_] for token in found}) == 1
    for token in found:
        here = place(syntax, token.i, token.i + 1, token, "pronoun")
        gender = GENDERS[token.lower_]
        question = asked(here, gender, recent.get(gender))
        able = passing.left(syntax, here, list(_able(near, question)))
        total = sum(len(candidate.places) for candidate in able)
        vectors = among([vector(syntax, question, candidate, total) for candidate in able])
        chosen = best(rank(vectors), able) if able else None
        meant = able[chosen] if chosen is not None else passing.miscalled(syntax, near, here, gender) if alike else None
        if meant is not None:
            insort(meant.places, here, key=START)
            recent[gender] = here
            near[here.sentence].append(meant)
            thing = meant.thing
            thing.gender, thing.listed = gender if thing.listed else thing.gender or gender, False
        yield Choice(token, able, vectors, meant)


def _able(near: dict[int, list[Candidate]], question: Asked) -> Iterator[Candidate]:
    """Yield the candidates of the right gender before the pronoun, or after it in its sentence."""
    here, gender, *_ = question
    seen: set[int] = set()
    for sentence in range(here.sentence - WINDOW, here.sentence + 1):
        for candidate in near.get(sentence, ()):
            thing = candidate.thing
            if id(candidate) not in seen and (thing.gender in {None, gender} or thing.guessed):
                seen.add(id(candidate))
                if _beside(candidate, here) or _owned(candidate, here) or _unbound(candidate, question):
                    continue
                if candidate.places[0].start < here.start or _announced(candidate, here):
                    yield candidate


def _announced(candidate: Candidate, here: Place) -> bool:
    """Tell whether the sentence names the candidate after the pronoun, and not below the pronoun's own verb.

    "In her speech, Lee said", "When he was ten, a dog bit Lee", not "He said Lee had gone".
    """
    verb = here.head.head
    own = here.role != "possessor" and here.head.dep_ != "pobj"
    places = takewhile(lambda where: where.sentence == here.sentence, candidate.places)
    return any(where.form == "name" and not (own and verb.is_ancestor(where.head)) for where in places)


def _beside(candidate: Candidate, here: Place) -> bool:
    """Tell whether the candidate is another argument of the pronoun's verb: in "Lee saw him" he is not Lee."""
    if here.role not in ARGUMENTS or here.head.lower_.endswith("self"):
        return False
    return any(
        place.verb == here.verb and place.role in ARGUMENTS and place.sentence == here.sentence
        for place in candidate.places
    )


def _owned(candidate: Candidate, here: Place) -> bool:
    """Tell whether the candidate is whom the pronoun's bearer has: in "her son", "her son, Lee" she is not he."""
    owned = here.head.head
    return here.role == "possessor" and any(
        place.head == owned or (place.head.dep_ == "appos" and place.head.head == owned) for place in candidate.places
    )


def _unbound(candidate: Candidate, question: Asked) -> bool:
    """Tell whether another than the candidate acts on "himself": in "A man blamed himself, Lee said" he is not Lee."""
    here, _, subjects, _ = question
    if here.role not in passing.BOUND or not here.head.lower_.endswith("self") or not subjects:
        return False
    return all(place.head.i != subjects[0] for place in candidate.places)


def likeliest(vectors: list[list[float]]) -> NDArray[np.float64]:
    """Return the chance of each candidate by the trained ranker."""
    return load("coref.npz").probabilities(vectors)


def most_prominent(vectors: list[list[float]]) -> NDArray[np.float64]:
    """Return a chance for the candidate that was a subject most often, of those the nearest: the rule-only ranker."""
    order = [(vector[MORE_A_SUBJECT], vector[NEARER]) for vector in vectors]
    chances = np.zeros(len(vectors))
    # Enough for a person, too little to make one of a name of unsure kind.
    chances[order.index(min(order))] = (LIKELY + SURE) / 2
    return chances


def best(chances: NDArray[np.float64], able: Sequence[Candidate]) -> int | None:
    """Return the place of the greatest chance, None where it is too small."""
    first = int(chances.argmax())
    thing = able[first].thing
    least = LIKELY if not thing.unsure else SURE if thing.kind == "Unknown" else SURER
    return first if chances[first] >= least else None
