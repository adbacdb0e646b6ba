"""Kinds that few articles read otherwise: what one takes for a person, and all others for the club of that name."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.extract.lexicon import gazetteer
from kg.resolve import frequency
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.family import Family, Get, is_body, is_full_name, link
from kg.resolve.named import Sense
from kg.resolve.tally import ACTS, APART, BESIDE, WORD, Tally

#: How many times more articles must read a name as one kind for the others to be mistaken.
OUTVOTED = 3
#: Articles that know a surname of one bearer, for each that takes it for something else.
SURNAMES = 2
#: Articles that call one body by a word, at least, for others to be mistaken who take the word for a person.
CALLED = 3
Links = Iterator[Link[Sense]]


def _name(tally: Tally) -> Iterator[str]:
    if tally.profiles and not tally.sense.article:
        yield tally.sense.name


def _outvoted(name: str, senses: Sequence[Sense], get: Get) -> Links:
    """Yield a name that was read as several kinds: few articles are mistaken, or a group is a body."""
    for a, b in combinations(senses, 2):
        if a.kind != b.kind and _one_kind(name, get(a), get(b)):
            less, more = sorted((get(a), get(b)), key=lambda tally: tally.number)
            text = f"{more.number} articles read the name as {more.sense.kind}, {less.number} as {less.sense.kind}"
            yield link(a, b, NEEDED + more.number / less.number, text)


def _one_kind(name: str, one: Tally, other: Tally) -> bool:
    kinds = {one.sense.kind, other.sense.kind}
    less, more = sorted((one.number, other.number))
    if one.has_team() or other.has_team():
        return False
    if one.beside(BESIDE).get(other.sense) and more < OUTVOTED * less:
        return False
    if kinds == {"Group", "Organization"}:
        return not any(map(gazetteer.demonym, one.labels() | other.labels()))
    if " " not in name or (one.keys() | other.keys()) & gazetteer.by_key().keys():
        return False
    return more > less if "Person" in kinds else more >= OUTVOTED * less


def _word(tally: Tally) -> Iterator[str]:
    """Yield a person's surname or only name, the word that a body or place is called, and each that calls a body."""
    sense = tally.sense
    if tally.profiles and sense.kind == "Person" and sense.name:
        yield sense.name.split()[-1]
    elif tally.profiles and sense.kind in {"Place", "Organization"} and not sense.article and " " not in sense.name:
        yield sense.name
    yield from (word for _, word in tally.of(WORD))


def _words(word: str, senses: Sequence[Sense], get: Get) -> Links:
    people = [sense for sense in senses if sense.kind == "Person"]
    others = [sense for sense in senses if sense.kind != "Person"]
    if people and others:
        bearers = [sense for sense in people if is_full_name(sense)]
        if not bearers:
            yield from _no_persons(word, [sense for sense in people if sense.name == word], others, get)
        if len(bearers) == 1 and frequency.share(word) == 0:
            yield from _surnames(word, bearers[0], people, others, get)


def _no_persons(word: str, people: Sequence[Sense], others: Sequence[Sense], get: Get) -> Links:
    """Yield names taken for a person of whom nothing is told, and by other articles for a place or body."""
    found = [other for kind in ("Place", "Organization") if (other := Sense(kind, word)) in others]
    body = None if found else _called(word, others, get)
    for sense in people:
        tally = get(sense)
        if any(map(gazetteer.gender, tally.labels())):
            continue
        if len(found) == 1 and not tally.of(ACTS):
            count = get(found[0]).number
            yield link(sense, found[0], NEEDED + count, f"{count} articles read the name as {found[0].kind}")
        elif body and frequency.share(word) == 0:
            text = f"several articles call “{body.name}” so, and nobody is called so"
            yield link(sense, body, NEEDED + 1, text)


def _called(word: str, others: Sequence[Sense], get: Get) -> Sense | None:
    """Return the only body that articles call by a word of its name: "Bayern" of Bayern Munich."""
    called = {sense: get(sense).of(WORD)[WORD, word] for sense in others if is_body(sense) and sense.name != word}
    return next(iter(called)) if len(called) == 1 and sum(called.values()) >= CALLED else None


def _surnames(word: str, bearer: Sense, people: Sequence[Sense], others: Sequence[Sense], get: Get) -> Links:
    """Yield surnames of one bearer that few articles take for a firm's or a town's name: "Mourinho said".

    An article that names the bearer as well knows the two apart: "Tamar was founded by Keith Tamar".
    """
    known = sum(get(sense).number for sense in people)
    for sense in others:
        tally = get(sense)
        taken = sense.name == word and bearer not in tally.beside(APART)
        if taken and _is_unknown(tally) and known >= SURNAMES * tally.number:
            yield link(sense, bearer, NEEDED + 1, f"{known} articles know a person of that surname")


def _is_unknown(tally: Tally) -> bool:
    """Tell whether nothing but the name tells of a thing: no place that lies in another, or that everybody knows."""
    lies = any(profile.within for profile in tally.profiles)
    return tally.sense.kind != "Place" or not (lies or tally.keys() & gazetteer.by_key().keys())


FAMILIES = (Family("kinds", _name, _outvoted, counts=True), Family("words", _word, _words, counts=True))
