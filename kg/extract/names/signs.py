"""What the words beside a name tell of its kind where NER takes a short name for a person's, as rules with examples.

A firm or a club without a word of its trade, and a town called as a person is, are told by what is said of them.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import NAMES, PHRASES
from kg.extract.names.name import Name

OWNED = gazetteer.words("nouns of a firm's own")
FIRMS = gazetteer.words("what firms are")
#: "finance director", "chief executive"
MANAGING = gazetteer.words("words of management")
MANAGERS = frozenset({"director", "executive", "head", "manager", "officer"})
#: Who plays in a team alone: persons have coaches and managers, too.
PLAYING = gazetteer.words("nouns of players") - {"coach", "referee", "substitute", "umpire"} | {"captain"}
#: What stands before "of" and "at" and the name of a firm.
OF_FIRMS = frozenset({"employees", "shareholders", "shares", "subsidiary"})
AT_FIRMS = frozenset({"employees", "executives", "jobs", "workers"})
#: What shares do by so many per cent.
MOVING = frozenset({"climb", "drop", "fall", "gain", "jump", "plunge", "rise", "slide", "slip", "slump", "surge"})
ANALYSTS = frozenset({"analyst", "economist", "strategist"})
TOWNS = gazetteer.words("nouns of divisions") | {"capital", "seat"}
MAYORS = frozenset({"councillor", "councilor", "mayor"})
IN = frozenset({"in", "near", "across"})
POSSESSIVES = frozenset({"'s", "’s"})
#: Letters of a short form, and words that may stand between a name and what it has.
LETTERS, BETWEEN = range(2, 6), 3


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells of a kind, with how many votes; in its examples and counter-examples the name is in brackets."""

    name: str
    kind: str
    votes: int
    tells: Callable[[Doc, Name], bool]
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


def signs(doc: Doc, name: Name) -> Counter[str]:
    """Return the votes of what is said beside one mention of a name that nothing else tells the kind of."""
    told: Counter[str] = Counter()
    if name.title or gazetteer.known(name.text) or gazetteer.demonym(name.text):
        return told
    for sign in SIGNS:
        if sign.tells(doc, name):
            told[sign.kind] += sign.votes
    return told


def _words(doc: Doc, start: int) -> list[str]:
    """Return the next words in small letters, up to the first that is none."""
    words = []
    for token in doc[start : start + BETWEEN]:
        if not token.is_lower:
            break
        words.append(token.lower_)
    return words


def _manages(words: list[str]) -> bool:
    return any(one in MANAGING and other in MANAGERS for one, other in pairwise(words))


def _has(doc: Doc, name: Name) -> bool:
    if doc[name.end : name.end + 1].text not in POSSESSIVES:
        return False
    words = _words(doc, name.end + 1)
    return _manages(words) or not OWNED.isdisjoint(words)


def _before(doc: Doc, name: Name) -> bool:
    words = _words(doc, name.end)
    return _manages(words[:2]) or not {"shares", "shareholders", "employees"}.isdisjoint(words[:1])


def _behind(doc: Doc, name: Name) -> bool:
    noun, preposition = (doc[i].lower_ if i >= 0 else "" for i in (name.start - 2, name.start - 1))
    of = preposition in {"of", "in"} and noun in OF_FIRMS
    return (of and not (noun == "employees" and preposition == "in")) or (preposition == "at" and noun in AT_FIRMS)


def _is_founded(doc: Doc, name: Name) -> bool:
    head = doc[name.end - 1]
    return head.dep_ == "nsubjpass" and head.head.lemma_ == "found"


def _moves(doc: Doc, name: Name) -> bool:
    head = doc[name.end - 1]
    after = doc[head.head.i + 1 : head.head.i + 5]
    return head.dep_ == "nsubj" and head.head.lemma_ in MOVING and any(t.lower_ in {"percent", "%"} for t in after)


def _employs(doc: Doc, name: Name) -> bool:
    head = doc[name.end - 1]
    return head.dep_ == "nsubj" and head.head.lemma_ == "employ" and any(t.like_num for t in head.head.subtree)


def _is_firm(doc: Doc, name: Name) -> bool:
    first = gazetteer.gender(name.words[0]) is not None and len(name.words) > 1
    return not first and _is_beside(doc[name.end - 1], FIRMS)


def _is_beside(head: Token, nouns: frozenset[str]) -> bool:
    return any(child.dep_ == "appos" and child.lemma_.lower() in nouns for child in head.rights)


def _has_players(doc: Doc, name: Name) -> bool:
    noun, holder = doc[name.end : name.end + 1], doc[name.end + 1 : name.end + 2]
    return name.label != "GPE" and noun.text in PLAYING and holder.text[:1].isupper()


def _has_analyst(doc: Doc, name: Name) -> bool:
    start = _person_before(doc, name, {"of", "at", "with"})
    return start > 0 and doc[start - 1].lower_ in ANALYSTS


def _has_mayor(doc: Doc, name: Name) -> bool:
    start = _person_before(doc, name, {"of"})
    return start > 0 and doc[start - 1].lower_ in MAYORS


def _person_before(doc: Doc, name: Name, prepositions: set[str]) -> int:
    """Return where a person's name starts behind which a preposition and this name stand; 0 if none does."""
    start = name.start - 1
    if start < 1 or doc[start].lower_ not in prepositions or doc[start - 1].ent_type_ != "PERSON":
        return 0
    while start > 0 and doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    return start


def _is_mayors(doc: Doc, name: Name) -> bool:
    return doc[name.end : name.end + 1].text in {"Mayor", "mayor"} and doc[name.end + 1 : name.end + 2].text.istitle()


def _is_seat(doc: Doc, name: Name) -> bool:
    party = name.text in NAMES or name.text in PHRASES or name.text.isupper()
    return not party and doc[name.end : name.end + 1].text == "MP" and doc[name.end + 1 : name.end + 2].text.istitle()


def _is_town(doc: Doc, name: Name) -> bool:
    return len(name.words) == 1 and _is_beside(doc[name.end - 1], TOWNS)


def _is_home(doc: Doc, name: Name) -> bool:
    before = doc[max(0, name.start - 3) : name.start]
    of = [token.lower_ for token in before[-2:]] == [",", "of"] and before[0].ent_type_ == "PERSON"
    return of and name.label in {"PERSON", "GPE"} and len(name.words) == 1


def _is_listed(doc: Doc, name: Name) -> bool:
    first = head = doc[name.end - 1]
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    where = first.dep_ == "pobj" and first.head.lower_ in IN and first.ent_type_ in {"GPE", "LOC"}
    return where and first.i != head.i and len(name.words) == 1 and name.label == "PERSON"


def _is_party(doc: Doc, name: Name) -> bool:
    short = name.text.isupper() and len(name.text) in LETTERS
    opened = doc[max(0, name.start - 2) : name.start].text.endswith("(")
    holder = name.start > 1 and doc[name.start - 2].tag_ == "NNP"
    rest = doc[name.end : name.end + 4]
    return short and opened and holder and rest[:1].text in {",", "-"} and ")" in {token.text for token in rest}


#: In the order in which they are asked; all that tell something count.
SIGNS = (
    Sign(
        "what it has",
        "Organization",
        8,
        _has,
        ("[Tolvane]'s finance director said so.", "[Tolvane]'s shareholders agreed."),
        ("[Tolvane]'s lawyer said so.", "[Tolvane]'s film director said so."),
    ),
    Sign(
        "its managers and shares",
        "Organization",
        8,
        _before,
        ("[Tolvane] chief executive Ann Lee left.", "[Tolvane] shares fell on Monday."),
        ("[Tolvane] spokesman Jim Dole left.",),
    ),
    Sign(
        "who is with it",
        "Organization",
        8,
        _behind,
        ("Two employees of [Tolvane] were held.", "Workers at [Tolvane] fear the worst."),
        ("A friend of [Tolvane] was held.", "Workers in [Tolvane] fear the worst."),
    ),
    Sign("its beginning", "Organization", 8, _is_founded, ("[Tolvane] was founded in 1974.",)),
    Sign("its price", "Organization", 8, _moves, ("[Tolvane] fell 4 percent.",), ("[Tolvane] fell ill.",)),
    Sign("its staff", "Organization", 4, _employs, ("[Tolvane] employs 900 people.",)),
    Sign(
        "its trade",
        "Organization",
        8,
        _is_firm,
        ("[Tolvane], a maker of valves, closed.",),
        ("[Tolvane], a teacher, left.",),
    ),
    Sign(
        "who plays in it",
        "Organization",
        8,
        _has_players,
        ("[Tolvane] captain Jim Dole scored twice.",),
        ("[Tolvane] coach Jim Dole left.",),
    ),
    Sign(
        "its analyst",
        "Organization",
        8,
        _has_analyst,
        ("The price was high, said analyst Jim Dole of [Raymond Tolvane].",),
        ("The price was high, said painter Jim Dole of [Tolvane].",),
    ),
    Sign("a party in brackets", "Organization", 8, _is_party, ("Jim Dole ([QDP], Imo) spoke.",)),
    Sign("its mayor", "Place", 8, _has_mayor, ("Mayor Jim Dole of [Tolvane] spoke.",)),
    Sign("whose mayor", "Place", 8, _is_mayors, ("[San Tolvo] Mayor Jim Dole spoke.",)),
    Sign(
        "whose member of parliament",
        "Place",
        8,
        _is_seat,
        ("[Tolvane Central] MP Jim Dole spoke.",),
        ("[Labour] MP Jim Dole spoke.", "[QDP] MP Jim Dole spoke."),
    ),
    Sign(
        "what sort of place",
        "Place",
        8,
        _is_town,
        ("They met in [Tolvane], the county seat, on Monday.",),
        ("They met [Tolvane], a teacher, on Monday.",),
    ),
    Sign("where somebody is of", "Place", 6, _is_home, ("Jim Dole, of [Tolvane], spoke.",)),
    Sign("beside a place", "Place", 6, _is_listed, ("Jobs were at risk in Oslo and [Tolvane].",)),
)
