"""Places of one name that lie in two countries, or in two states of one, are two: London in Ontario is not London."""

from kg.extract.lexicon import gazetteer
from kg.resolve import folding
from kg.resolve.named import Named

#: What may lie in several countries.
WIDE = frozenset({"bay", "border", "desert", "gulf", "lake", "mountains", "ocean", "river", "sea", "strait"})


def apart(one: Named, other: Named) -> bool:
    """Tell whether articles put two places of one name into countries or states that exclude each other."""
    a, b = _codes(one), _codes(other)
    return bool(a and b) and not any(_agree(x, y) for x in a for y in b)


def told(thing: Named) -> str:
    """Return in what an article puts a place."""
    return " and ".join(key.rpartition("/")[2].replace("-", " ") for key in thing.within)


def _codes(thing: Named) -> frozenset[str]:
    """Return the codes of the countries and states that its article puts a place in; a country lies in none."""
    known = gazetteer.codes()
    if thing.key in known or WIDE & set(folding.words(thing.label)):
        return frozenset()
    given = {known[key] for key in thing.within if key in known}
    return frozenset(code for code in given if not any(other.startswith(f"{code}-") for other in given))


def _agree(one: str, other: str) -> bool:
    """Tell whether one code is the other's, or its country's: "us-me" and "us"."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")
