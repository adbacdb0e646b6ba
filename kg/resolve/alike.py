"""Senses that are one by more than their name: other spellings of a first name, a country before a name, letters."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.extract.lexicon import gazetteer
from kg.resolve import bodies, folding, people
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.family import Family, Get, is_body, is_full_name, link
from kg.resolve.frequency import rarity
from kg.resolve.named import Sense
from kg.resolve.tally import NAME, Tally

#: Ends of names that are the whole firm's, whatever else is called by its name.
WHOLE = frozenset({"group", "holding"})
#: The fewest letters of a short name that is one's alone.
LETTERS = 4
Links = Iterator[Link[Sense]]


def _surname(tally: Tally) -> Iterator[str]:
    if tally.profiles and is_full_name(tally.sense):
        yield tally.sense.name.split()[1]


def _spelled(surname: str, senses: Sequence[Sense], _: Get) -> Links:
    """Yield Mike and Michael Pence, Sergei and Sergey Lavrov: the same surname, first names that are one."""
    first_of = {sense: sense.name.split()[0] for sense in senses}
    for a, b in combinations(senses, 2):
        one, other = first_of[a], first_of[b]
        if people.same_first(one, other):
            rare = min(rarity(one, surname), rarity(other, surname))
            yield link(a, b, rare, f"“{one}” and “{other}” are one name, so rare with that surname")


def _base(tally: Tally) -> Iterator[str]:
    """Yield the name of a body, and it without its country and without what says what kind of firm it is."""
    if tally.profiles and is_body(tally.sense):
        yield tally.sense.name
        yield from filter(None, (bodies.abroad(tally.sense.name), _without_tail(tally.sense)))


def _without_tail(sense: Sense) -> str:
    name, _, last = sense.name.rpartition(" ")
    return name if last in gazetteer.words("what firms are called by") and not sense.country else ""


def _shorter(name: str, senses: Sequence[Sense], _: Get) -> Links:
    """Yield US Federal Reserve and Federal Reserve, Chrysler Group and Chrysler where one alone is so called."""
    short = Sense("Organization", name)
    if short not in senses:
        return
    for sense in senses:
        if bodies.abroad(sense.name) == name:
            yield link(sense, short, NEEDED + 1, f"“{name}” is the same without its country")
    longer = [sense for sense in senses if _without_tail(sense) == name]
    for sense in longer:
        last = sense.name.rpartition(" ")[2]
        if len(longer) == 1 or last in WHOLE:
            yield link(short, sense, NEEDED + 1, f"“{last}” only says what “{name}” is")


def _loose(tally: Tally) -> Iterator[str]:
    sense = tally.sense
    if tally.profiles and sense.kind in {"Organization", "Place"} and not sense.article and " " in sense.name:
        yield f"{sense.kind} {folding.loose(sense.name)}"


def _loosely(_: str, senses: Sequence[Sense], __: Get) -> Links:
    """Yield Mt Cook and Mount Cook, Academy of Motion Picture Arts and of Motion Pictures Arts."""
    for a, b in combinations(senses, 2):
        if a.country == b.country:
            yield link(a, b, NEEDED + 1, f"“{a.name}” and “{b.name}” differ in a plural or a short word only")


def _lettered(tally: Tally) -> Iterator[str]:
    """Yield a short name in capitals, and the letters of long ones."""
    if is_body(tally.sense):
        yield from {letters for _, name in tally.of(NAME) if len(letters := folding.letters(name)) >= LETTERS}
        name = tally.sense.name
        if len(name) >= LETTERS and " " not in name and any(x.replace(".", "").isupper() for x in tally.labels()):
            yield name


def _letters(letters: str, senses: Sequence[Sense], _: Get) -> Links:
    """Yield USAF and United States Air Force: letters that are those of one long name alone."""
    short = [sense for sense in senses if sense.name == letters][-1:]
    long = [sense for sense in senses if sense not in short]
    if short and len(long) == 1:
        yield link(short[0], long[0], NEEDED + 1, f"“{letters}” are the first letters of “{long[0].name}” alone")


FAMILIES = (
    Family("first names", _surname, _spelled),
    Family("shorter", _base, _shorter),
    Family("loosely", _loose, _loosely),
    Family("letters", _lettered, _letters),
)
