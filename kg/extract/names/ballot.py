"""How many votes for a kind each thing gives that is said around a mention of a name, or that its own words say."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import PHRASES
from kg.extract.names import acronyms, company
from kg.extract.names.signs import Sign

#: Last words that tell what a name names.
ORGANIZATION = gazetteer.words("ends of organizations")
PLACE = gazetteer.words("ends of places")
#: Those that no person's or place's name ends with, and those that places share with clubs.
CLUB = gazetteer.words("ends of clubs")
#: Streets whose names persons bear too.
LANES = frozenset({"lane"})
#: First words of the names of bodies.
HEADS = frozenset({"University", "Ministry", "Department", "Bank", "Institute"})
#: No person's name, unless the text is in capitals: then other names are too long.
ACRONYM = re.compile(r"[A-Z]{3,5}")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the words of a name tell of its kind, with how many votes; only `against` a kind that has votes, if any."""

    name: str
    kind: str
    votes: int
    tells: Callable[[str], bool]
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()
    against: str = ""


def ends_body(text: str) -> bool:
    """Tell whether the last word is that of a business or club: "Acme Holdings", "Oslo Rovers"."""
    return " " in text and text.rsplit(maxsplit=1)[-1].lower() in acronyms.BUSINESS | CLUB


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0]


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _is_lane(text: str) -> bool:
    return _last(text) in LANES and not gazetteer.gender(_first(text))


#: In the order in which they are asked; the first that tells something counts.
SHAPES = (
    Shape("of a people", "Group", 6, lambda text: bool(gazetteer.demonym(text)), ("Norwegian",), ("Norway",)),
    Shape(
        "of a firm, club or party",
        "Organization",
        12,
        lambda text: ends_body(text) or text in PHRASES,
        ("Tolvane Holdings", "Tolvane Rovers"),
        ("Holdings", "Jim Dole"),
    ),
    Shape(
        "of a body",
        "Organization",
        5,
        lambda text: _last(text) in ORGANIZATION or _first(text) in HEADS,
        ("Tolvane University", "Ministry of Tolvane"),
        ("Jim Dole",),
    ),
    Shape(
        "of a place",
        "Place",
        4,
        lambda text: _last(text) in PLACE or _is_lane(text),
        ("Tolvane Street", "Tolvane Lane"),
        ("Ann Lane",),
    ),
    Shape(
        "in capitals",
        "Organization",
        3,
        lambda text: ACRONYM.fullmatch(text) is not None,
        ("QDPX",),
        ("Dole",),
        against="Person",
    ),
    Shape(
        "begun with a first name",
        "Person",
        1,
        lambda text: " " in text and bool(gazetteer.gender(_first(text))),
        ("Ann Tolvane",),
        ("Ann", "Tolvane Dole"),
        against="Organization",
    ),
)
#: In the order in which they are asked of each mention; all that tell something count.
AROUND = (
    Sign("its title", "Person", 3, company.has_title, ("Mr [Tolvane] spoke.",), ("[Tolvane] spoke.",)),
    Sign("what a person does", "Person", 2, company.acts, ("[Jim Dole] smiled.",), ("[Tolvane] closed.",)),
    Sign(
        "a person's own",
        "Person",
        3,
        company.is_somebody,
        ("[Dole]'s wife left.", "The nurse, [Jim Dole], left.", "[Jim Dole] is a nurse."),
        ("[Tolvane]'s shareholders agreed.", "[Tolvane] is a firm."),
    ),
    Sign("where", "Place", 1, company.is_in, ("They met in [Tolvane].",), ("They met [Tolvane].",)),
    Sign(
        "where something is done",
        "Place",
        2,
        company.is_where,
        ("Gunmen attacked a bus in [Torsby].",),
        ("They met in [Jim Dole].", "They met at [Torsby]."),
    ),
    Sign(
        "where somebody of an age is of",
        "Place",
        6,
        company.is_home_of_aged,
        ("Jim Dole, 52, of [Tolvane], spoke.",),
        ("Jim Dole, of [Tolvane], spoke.",),
    ),
    Sign("whose town", "Place", 4, company.is_of_town, ("The town of [Tolvane] slept.",), ("A friend of [Tolvane].",)),
    Sign(
        "a town's club",
        "Organization",
        12,
        company.is_club,
        ("[Oslo City] beat Bergen Town.",),
        ("[Oslo City] grew.", "[Oslo] beat Bergen Town."),
    ),
    Sign(
        "who works for it",
        "Organization",
        2,
        company.is_employer,
        ("He works for [Tolvane].", "The chairman of [Tolvane] left."),
        ("He waits for [Tolvane].",),
        label="ORG",
    ),
    Sign(
        "called a body",
        "Organization",
        4,
        company.is_called_body,
        ("The daily [Bild] said so.", "The [Brandt] group said so."),
        ("[Brandt] said so.",),
    ),
    Sign(
        "of what division",
        "Place",
        8,
        company.is_division,
        ("They met in [Kisii] province.", "They met in [Kisii] and Migori counties."),
        ("They met in [Kisii].",),
    ),
    Sign("whose jail", "Place", 10, company.has_facility, ("He fled [Torsby] prison.",), ("They met in [Torsby].",)),
    Sign(
        "several of it",
        "Group",
        6,
        company.is_people,
        ("[Londoners] voted.",),
        ("[London] voted.",),
        label="GPE",
    ),
    Sign("its age", "Person", 1, company.has_age, ("[Dole], 52, spoke.",), ("[Dole], a nurse, spoke.",)),
)
