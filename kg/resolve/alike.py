"""Senses that are one by more than their name: other spellings of a first name, a country before a name, letters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.extract.lexicon import gazetteer
from kg.resolve import bodies, folding, frequency, people
from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.frequency import rarity
from kg.resolve.named import Named, Sense

#: Ends of names that are the whole firm's, whatever else is called by its name.
WHOLE = frozenset({"group", "holding"})
#: The fewest letters of a short name that is one's alone.
LETTERS = 4
#: Share of people who bear a word as surname, up to which it may be any word.
RARE = 1e-5
Things = Mapping[Sense, Sequence[Named]]


def alike(senses: Things) -> Iterator[Link[Sense]]:
    """Yield the pairs of senses that are one, with the reasons."""
    yield from _spelled(senses)
    yield from _abroad(senses)
    yield from _tails(senses)
    yield from _loosely(senses)
    yield from _letters(senses)


def link(a: Sense, b: Sense, weight: float, text: str) -> Link[Sense]:
    """Return the link of two senses by one reason."""
    return Link(min(a, b), max(a, b), (Reason(round(weight, 1), text),))


def _spelled(senses: Things) -> Iterator[Link[Sense]]:
    """Yield Mike and Michael Pence, Sergei and Sergey Lavrov: the same surname, first names that are one."""
    by_surname: dict[str, list[tuple[Sense, people.Called]]] = defaultdict(list)
    for sense, things in sorted(senses.items()):
        called = people.called(things[0].label) if sense.kind == "Person" and not sense.article else None
        if called:
            by_surname[folding.plain(called.last)].append((sense, called))
    for found in by_surname.values():
        for (a, one), (b, other) in combinations(found, 2):
            if people.same_first(one.first, other.first):
                rare = min(rarity(one.first, one.last), rarity(other.first, other.last))
                yield link(a, b, rare, f"“{one.first}” and “{other.first}” are one name, so rare with that surname")


def _abroad(senses: Things) -> Iterator[Link[Sense]]:
    """Yield US Federal Reserve and Federal Reserve."""
    for sense in senses:
        short = bodies.abroad(sense.name) if sense.kind == "Organization" and not sense.article else None
        other = Sense("Organization", short or "")
        if other in senses:
            yield link(sense, other, NEEDED + 1, f"“{short}” is the same without its country")


def _tails(senses: Things) -> Iterator[Link[Sense]]:
    """Yield Chrysler Group and Chrysler: a last word that says what kind of firm it is, where one alone has it."""
    tails = gazetteer.words("what firms are called by")
    longer: dict[Sense, list[Sense]] = defaultdict(list)
    for sense in senses:
        name, _, last = sense.name.rpartition(" ")
        if sense.kind == "Organization" and last in tails and not (sense.article or sense.country):
            longer[Sense("Organization", name)].append(sense)
    for short, found in longer.items():
        for one in found if short in senses else ():
            last = one.name.rpartition(" ")[2]
            if len(found) == 1 or last in WHOLE:
                yield link(short, one, NEEDED + 1, f"“{last}” only says what “{short.name}” is")


def _loosely(senses: Things) -> Iterator[Link[Sense]]:
    """Yield Mt Cook and Mount Cook, Academy of Motion Picture Arts and of Motion Pictures Arts."""
    by_key: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for sense in sorted(senses):
        if sense.kind in {"Organization", "Place"} and not sense.article and " " in sense.name:
            by_key[sense.kind, folding.loose(sense.name)].append(sense)
    for found in by_key.values():
        for a, b in combinations(found, 2):
            if a.country == b.country:
                yield link(a, b, NEEDED + 1, f"“{a.name}” and “{b.name}” differ in a plural or a short word only")


def _letters(senses: Things) -> Iterator[Link[Sense]]:
    """Yield USAF and United States Air Force: letters that are those of one long name alone."""
    short: dict[str, Sense] = {}
    long: dict[str, set[Sense]] = defaultdict(set)
    for sense, things in sorted(senses.items()):
        if sense.kind != "Organization" or sense.article:
            continue
        if " " not in sense.name and len(sense.name) >= LETTERS and things[0].label.replace(".", "").isupper():
            short[sense.name] = sense
        for name in {name for thing in things for name in thing.names}:
            if len(letters := folding.letters(name)) >= LETTERS:
                long[letters].add(sense)
    for letters, sense in short.items():
        if len(found := long[letters] - {sense}) == 1:
            other = next(iter(found))
            yield link(sense, other, NEEDED + 1, f"“{letters}” are the first letters of “{other.name}” alone")


def named_whole(articles: Iterable[Iterable[tuple[Named, Sense]]]) -> Iterator[Link[Sense]]:
    """Yield what is read as another thing and is a name of one whom the article names in full: a person, Norvik ASA.

    Not what is known by that name, or what other articles name so.
    """
    held = [list(things) for things in articles]
    often = Counter(sense for things in held for _, sense in things)
    for things in held:
        by_word: dict[str, set[Sense]] = defaultdict(set)
        for thing, sense in things:
            called = people.called(thing.label) if sense.kind == "Person" and not sense.article else None
            if called:
                by_word[folding.plain(called.last)].add(sense)
                by_word[folding.plain(called.first)].add(sense)
            elif _is_firm(thing, sense):
                by_word[sense.name].add(sense)
        for thing, sense in things:
            found = by_word.get(people.bare(thing.label), set())
            if len(found) == 1 and sense not in found and _is_unknown(thing, sense, often):
                whole = next(iter(found))
                yield link(sense, whole, NEEDED + 1, f"the article names “{whole.name}”, and nothing else so")


def _is_firm(thing: Named, sense: Sense) -> bool:
    """Tell whether a body is named by one word and its legal form."""
    shared = sense.kind == "Organization" and not (sense.article or sense.country)
    return shared and " " not in sense.name and " " in thing.label


def _is_unknown(thing: Named, sense: Sense, often: Mapping[Sense, int]) -> bool:
    told = thing.team or thing.staffed
    known = thing.key in gazetteer.by_key() or told or gazetteer.demonym(thing.label)
    return not known and (bool(sense.article) or often[sense] == 1)


def longer(articles: Iterable[Iterable[tuple[Named, Sense]]]) -> Iterator[Link[Sense]]:
    """Yield names that run on, in an article that names the person: "Ann Lee Dies" in a headline."""
    for things in articles:
        full = {s: c for t, s in things if s.kind == "Person" and not s.article and (c := people.called(t.label))}
        names = {(c.first, c.last): s for s, c in full.items()}
        for sense, name in full.items():
            words = (name.first, *name.middle, name.last)
            for start in range(len(words) - 1):
                short = names.get((words[start], words[start + 1]))
                if short and short != sense and not any(map(_is_name, (*words[:start], *words[start + 2 :]))):
                    yield link(sense, short, NEEDED + 1, f"the article names “{short.name}” as well")


def _is_name(word: str) -> bool:
    """Tell whether people bear a word as a name."""
    return gazetteer.gender(word.capitalize()) is not None or frequency.share(word) > RARE
