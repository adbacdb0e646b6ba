"""Names of one article that are one thing's: a name that runs on, and what is read as another thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.extract.lexicon import gazetteer
from kg.resolve import folding, frequency, people
from kg.resolve.named import Named, Sense

#: Share of people who bear a word as surname, up to which it may be any word.
RARE = 1e-5
Pairs = Iterator[tuple[Sense, Sense]]


def longer(things: Iterable[tuple[Named, Sense]]) -> Pairs:
    """Yield names that run on, with that of the person whom the article names: "Ann Lee Dies" in a headline."""
    full = {s: c for t, s in things if s.kind == "Person" and not s.article and (c := people.called(t.label))}
    names = {(c.first, c.last): s for s, c in full.items()}
    for sense, name in full.items():
        words = (name.first, *name.middle, name.last)
        found = ((names.get(pair), at) for at, pair in enumerate(pairwise(words)))
        yield from {
            (sense, short)
            for short, at in found
            if short and short != sense and not any(map(_is_name, (*words[:at], *words[at + 2 :])))
        }


def _is_name(word: str) -> bool:
    """Tell whether people bear a word as a name."""
    return gazetteer.gender(word.capitalize()) is not None or frequency.share(word) > RARE


def named_whole(things: Sequence[tuple[Named, Sense]]) -> Pairs:
    """Yield what is read as another thing with what is named so in full: a person, Norvik ASA.

    Not what is known by that name.
    """
    by_word: dict[str, set[Sense]] = defaultdict(set)
    for thing, sense in things:
        called = people.called(thing.label) if sense.kind == "Person" and not sense.article else None
        if called:
            by_word[folding.plain(called.last)].add(sense)
            by_word[folding.plain(called.first)].add(sense)
        elif _is_firm(thing, sense):
            by_word[sense.name].add(sense)
    pairs = {(sense, frozenset(by_word.get(people.bare(t.label), ()))) for t, sense in things if _is_unknown(t)}
    return ((sense, *found) for sense, found in pairs if len(found) == 1 and sense not in found)  # type: ignore[misc]


def _is_firm(thing: Named, sense: Sense) -> bool:
    """Tell whether a body is named by one word and its legal form."""
    shared = sense.kind == "Organization" and not (sense.article or sense.country)
    return shared and " " not in sense.name and " " in thing.label


def _is_unknown(thing: Named) -> bool:
    told = thing.team or thing.staffed
    return not (thing.key in gazetteer.by_key() or told or gazetteer.demonym(thing.label))


def apart(things: Iterable[tuple[Named, Sense]]) -> Pairs:
    """Yield what is called by a surname with the person of that surname whom the article names in full as well."""
    senses = {sense for _, sense in things if not sense.article}
    full = [sense for sense in senses if sense.kind == "Person" and " " in sense.name]
    for sense in senses:
        if sense.kind in {"Organization", "Place"} and " " not in sense.name:
            yield from ((sense, person) for person in full if person.name.split()[-1] == sense.name)
