"""The seat of a body whose name has a city in it: the University of Hamburg, the Karachi Stock Exchange."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.background.choose import Choice, choose, named

#: How large a city must be to be meant inside a name, and how sure that it is that one.
LARGE, SURE = 100_000, 0.95
#: Words of a city's name at most.
LONGEST = 3
#: What is of a city where another country has it: "the US embassy in Abuja".
ABROAD = frozenset({"embassy", "consulate", "mission"})


def seat(name: str, spoken_of: AbstractSet[str]) -> Choice | None:
    """Return the city that a body's name has in it, in a country that is spoken of."""
    words = name.replace("-", " ").split()
    if not ABROAD.isdisjoint(map(str.lower, words)):
        return None
    choices = (choose(part, spoken_of) for part in parts(words))
    return next((choice for choice in choices if choice and choice.confidence >= SURE and is_large(choice)), None)


def is_large(choice: Choice) -> bool:
    """Tell whether the place, or the capital that its province is called by, is a large city."""
    same = (place for place in named(choice.place.name) if place.country == choice.place.country)
    return any(place.population >= LARGE for place in (choice.place, *same))


def parts(words: list[str]) -> Iterator[str]:
    """Yield the words that may be a city within a longer name, the longest first."""
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            if part[0].isupper() and not part.isupper():
                yield part
