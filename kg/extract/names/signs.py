"""What the words beside a name tell of its kind where NER takes a short name for a person's, as rules with examples.

A firm or a club without a word of its trade, and a town called as a person is, are told by what is said of them.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.lexicon import gazetteer
from kg.extract.names import neighbours
from kg.extract.names.name import Name
from kg.language.parsed import Doc


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells of a kind, with how many votes.

    In its examples and counter-examples the name is in brackets, and NER takes it for what `label` says.
    """

    name: str
    kind: str
    votes: int
    tells: Callable[[Doc, Name], bool]
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()
    label: str = "PERSON"


def signs(doc: Doc, name: Name) -> Counter[str]:
    """Return the votes of what is said beside one mention of a name that nothing else tells the kind of."""
    told: Counter[str] = Counter()
    if name.title or gazetteer.known(name.text) or gazetteer.demonym(name.text):
        return told
    for sign in SIGNS:
        if sign.tells(doc, name):
            told[sign.kind] += sign.votes
    return told


#: In the order in which they are asked; all that tell something count.
SIGNS = (
    Sign(
        "what it has",
        "Organization",
        8,
        neighbours.owns,
        ("[Tolvane]'s finance director said so.", "[Tolvane]'s shareholders agreed."),
        ("[Tolvane]'s lawyer said so.", "[Tolvane]'s film director said so."),
    ),
    Sign(
        "its managers and shares",
        "Organization",
        8,
        neighbours.is_managed,
        ("[Tolvane] chief executive Ann Lee left.", "[Tolvane] shares fell on Monday."),
        ("[Tolvane] spokesman Jim Dole left.", "The board named Ann [Lee] chief executive on Monday."),
    ),
    Sign(
        "who is with it",
        "Organization",
        8,
        neighbours.is_worked_for,
        ("Two employees of [Tolvane] were held.", "Workers at [Tolvane] fear the worst."),
        ("A friend of [Tolvane] was held.", "Workers in [Tolvane] fear the worst."),
    ),
    Sign("its beginning", "Organization", 8, neighbours.is_founded, ("[Tolvane] was founded in 1974.",)),
    Sign("its price", "Organization", 8, neighbours.moves, ("[Tolvane] fell 4 percent.",), ("[Tolvane] fell ill.",)),
    Sign("its staff", "Organization", 4, neighbours.employs, ("[Tolvane] employs 900 people.",)),
    Sign(
        "its trade",
        "Organization",
        8,
        neighbours.is_firm,
        ("[Tolvane], a maker of valves, closed.",),
        ("[Tolvane], a teacher, left.",),
    ),
    Sign(
        "who plays in it",
        "Organization",
        8,
        neighbours.is_played_in,
        ("[Tolvane] captain Jim Dole scored twice.",),
        ("[Tolvane] coach Jim Dole left.",),
    ),
    Sign(
        "its analyst",
        "Organization",
        8,
        neighbours.has_analyst,
        ("The price was high, said analyst Jim Dole of [Raymond Tolvane].",),
        ("The price was high, said painter Jim Dole of [Tolvane].",),
    ),
    Sign("a party in brackets", "Organization", 8, neighbours.is_party, ("Jim Dole ([QDP], Imo) spoke.",)),
    Sign("its mayor", "Place", 8, neighbours.has_mayor, ("Mayor Jim Dole of [Tolvane] spoke.",)),
    Sign("whose mayor", "Place", 8, neighbours.is_mayors, ("[San Tolvo] Mayor Jim Dole spoke.",)),
    Sign(
        "whose member of parliament",
        "Place",
        8,
        neighbours.is_seat,
        ("[Tolvane Central] MP Jim Dole spoke.",),
        ("[Labour] MP Jim Dole spoke.", "[QDP] MP Jim Dole spoke."),
    ),
    Sign(
        "what sort of place",
        "Place",
        8,
        neighbours.is_town,
        ("They met in [Tolvane], the county seat, on Monday.",),
        ("They met [Tolvane], a teacher, on Monday.",),
    ),
    Sign("where somebody is of", "Place", 6, neighbours.is_home, ("Jim Dole, of [Tolvane], spoke.",)),
    Sign("beside a place", "Place", 6, neighbours.is_listed, ("Jobs were at risk in Oslo and [Tolvane].",)),
)
