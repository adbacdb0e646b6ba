"""Kinds that few articles read otherwise: what one takes for a person, and all others for the club of that name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.extract.lexicon import gazetteer
from kg.resolve import folding, frequency
from kg.resolve.alike import Things, link
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.named import Named, Sense

#: How many times more articles must read a name as one kind for the others to be mistaken.
OUTVOTED = 3
#: Articles that know a surname of one bearer, for each that takes it for something else.
SURNAMES = 2
#: Articles that call one body by a word, at least, for others to be mistaken who take the word for a person.
CALLED = 3


def mistaken(senses: Things) -> Iterator[Link[Sense]]:
    """Yield the pairs of senses that are one and were read as two kinds, with the reasons."""
    yield from _persons(senses)
    yield from _outvoted(senses)
    yield from _surnames(senses)


def _persons(senses: Things) -> Iterator[Link[Sense]]:
    """Yield names taken for a person of whom nothing is told, and by other articles for a place or body."""
    bearers = Counter(sense.name.split()[-1] for sense in senses if sense.kind == "Person" and not sense.article)
    short = _short(senses)
    for sense, things in senses.items():
        is_word = sense.kind == "Person" and sense.article and " " not in sense.name
        if not is_word or bearers[sense.name] or gazetteer.gender(things[0].label):
            continue
        found = [other for kind in ("Place", "Organization") if (other := Sense(kind, sense.name)) in senses]
        if len(found) == 1 and not any(t.acts for t in things):
            text = f"{len(senses[found[0]])} articles read the name as {found[0].kind}"
            yield link(sense, found[0], NEEDED + len(senses[found[0]]), text)
        elif not found and (body := short.get(sense.name)) and frequency.share(sense.name) == 0:
            yield link(sense, body, NEEDED + 1, f"several articles call “{body.name}” so, and nobody is called so")


def _short(senses: Things) -> Mapping[str, Sense]:
    """Return the only body that articles call by a word of its name, by the words: "Bayern" of Bayern Munich."""
    called: dict[str, Counter[Sense]] = defaultdict(Counter)
    for sense, things in senses.items():
        if sense.kind == "Organization" and not sense.article and " " in sense.name:
            for word in sense.name.split():
                called[word][sense] += sum((word,) in map(folding.words, thing.said) for thing in things)
    told = {word: +counts for word, counts in called.items()}
    return {word: next(iter(found)) for word, found in told.items() if len(found) == 1 and found.total() >= CALLED}


def _outvoted(senses: Things) -> Iterator[Link[Sense]]:
    """Yield a name that was read as several kinds: few articles are mistaken, or a group is a body."""
    by_name: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses:
        if not sense.article:
            by_name[sense.name].append(sense)
    for name, found in by_name.items():
        for a, b in combinations(sorted(found), 2):
            if a.kind != b.kind and _one_kind(name, (a, senses[a]), (b, senses[b])):
                more, less = sorted((senses[a], senses[b]), key=len, reverse=True)
                text = f"{len(more)} articles read the name as {more[0].kind}, {len(less)} as {less[0].kind}"
                yield link(a, b, NEEDED + len(more) / len(less), text)


def _one_kind(name: str, one: tuple[Sense, Sequence[Named]], other: tuple[Sense, Sequence[Named]]) -> bool:
    kinds = {one[0].kind, other[0].kind}
    if any(thing.team for thing in (*one[1], *other[1])):
        return False
    more, less = sorted((len(one[1]), len(other[1])), reverse=True)
    if {thing.article for thing in one[1]} & {thing.article for thing in other[1]} and more < OUTVOTED * less:
        return False
    if kinds == {"Group", "Organization"}:
        return gazetteer.demonym(one[1][0].label) is None
    if " " not in name or any(thing.key in gazetteer.by_key() for thing in (*one[1], *other[1])):
        return False
    return more > less if "Person" in kinds else more >= OUTVOTED * less


def _surnames(senses: Things) -> Iterator[Link[Sense]]:
    """Yield surnames of one bearer that few articles take for a firm's or a town's name: "Mourinho said".

    An article that names the bearer as well knows the two apart: "Tamar was founded by Keith Tamar".
    """
    single: dict[str, list[Sense]] = defaultdict(list)
    for sense, things in senses.items():
        if sense.kind in {"Organization", "Place"} and " " not in sense.name and _is_unknown(sense, things):
            single[sense.name].append(sense)
    known: Counter[str] = Counter()
    bearers: dict[str, set[Sense]] = defaultdict(set)
    for sense, things in senses.items():
        last = sense.name.split()[-1] if sense.kind == "Person" else ""
        if last in single:
            known[last] += len(things)
            bearers[last] |= {sense} if " " in sense.name and not sense.article else set()
    for last, found in sorted(bearers.items()):
        if len(found) != 1 or frequency.share(last):
            continue
        own = {thing.article for thing in senses[next(iter(found))]}
        wrong = [each for each in single[last] if known[last] >= SURNAMES * len(senses[each])]
        wrong = [each for each in wrong if own.isdisjoint(thing.article for thing in senses[each])]
        if wrong:
            text = f"{known[last]} articles know a person of that surname"
            yield from (link(each, next(iter(found)), NEEDED + 1, text) for each in wrong)


def _is_unknown(sense: Sense, things: Sequence[Named]) -> bool:
    """Tell whether nothing but the name tells of a thing: no place that lies in another, or that everybody knows."""
    is_place = any(thing.within or thing.key in gazetteer.by_key() for thing in things)
    return not sense.article and not (sense.kind == "Place" and is_place)
