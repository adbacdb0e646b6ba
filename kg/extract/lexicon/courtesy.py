"""Words before a name that belong to the person but not to the name, and what they tell of the gender."""

from kg.extract.lexicon.gazetteer import words

MALE = words("titles of men") | words("honorifics of men")
FEMALE = words("titles of women") | words("honorifics of women")
#: What a name is said with, whatever its bearer's office: "Sir", "Dr", "Datuk", "Engr".
HONORIFICS = words("honorifics of men") | words("honorifics of women") | words("honorifics of either")
#: Ranks, which may stand between an office and a name: "chief negotiator Colonel Jo Poe".
RANKS = words("ranks before names")
TITLES = MALE | FEMALE | words("titles of either") | HONORIFICS
#: What a mention has, but no name.
COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
#: Stripped from the front of what NER took for a name. The others may be names themselves: "Prince", "Justice Smith".
STRIPPED = TITLES - {"st", "saint", "don", "justice", "prince", "king", "queen", "princess", "private", "father"}


def title_of(word: str) -> str | None:
    """Return the title that a word is, in small letters without its full stop."""
    plain = word.lower().rstrip(".")
    return plain if plain in TITLES else None


def gender_of(title: str) -> str | None:
    """Return "m" or "f" where the title tells it."""
    return "m" if title in MALE else "f" if title in FEMALE else None


def bare(name: str) -> str:
    """Return a name without the "Mr" or "Ms" before it."""
    first, _, rest = name.partition(" ")
    return rest.strip() if rest and title_of(first) in COURTESY else name
