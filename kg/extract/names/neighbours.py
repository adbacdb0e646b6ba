"""What stands beside a name, as questions: who is its manager, its mayor, its captain."""

from itertools import pairwise

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import NAMES, PHRASES
from kg.extract.names.name import Name
from kg.language.parsed import Doc, Token

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


def owns(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane's finance director", "Tolvane's shareholders"."""
    if doc[name.end : name.end + 1].text not in POSSESSIVES:
        return False
    words = _words(doc, name.end + 1)
    return _manages(words) or not OWNED.isdisjoint(words)


def is_managed(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane chief executive Ann Lee", "Tolvane shares".

    The manager is named behind: in "appointed Ines Roth chief executive" the name is hers.
    """
    words = _words(doc, name.end)
    behind = doc[name.end + len(words) : name.end + len(words) + 1]
    is_named = behind.text[:1].isupper() and all(token.ent_type_ not in {"DATE", "TIME"} for token in behind)
    has_shares = not {"shares", "shareholders", "employees"}.isdisjoint(words[:1])
    return has_shares or (_manages(words[:2]) and is_named)


def is_worked_for(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "two employees of Tolvane", "jobs at Tolvane"."""
    noun, preposition = (doc[i].lower_ if i >= 0 else "" for i in (name.start - 2, name.start - 1))
    of = preposition in {"of", "in"} and noun in OF_FIRMS
    return (of and not (noun == "employees" and preposition == "in")) or (preposition == "at" and noun in AT_FIRMS)


def is_founded(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane was founded"."""
    head = doc[name.end - 1]
    return head.dep_ == "nsubjpass" and head.head.lemma_ == "found"


def moves(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane fell 4 percent"."""
    head = doc[name.end - 1]
    after = doc[head.head.i + 1 : head.head.i + 5]
    return head.dep_ == "nsubj" and head.head.lemma_ in MOVING and any(t.lower_ in {"percent", "%"} for t in after)


def employs(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane employs 900 people"."""
    head = doc[name.end - 1]
    return head.dep_ == "nsubj" and head.head.lemma_ == "employ" and any(t.like_num for t in head.head.subtree)


def is_firm(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane, a maker of valves"."""
    first = len(name.words) > 1 and gazetteer.gender(name.words[0]) is not None
    return not first and _is_beside(doc[name.end - 1], FIRMS)


def _is_beside(head: Token, nouns: frozenset[str]) -> bool:
    return any(child.dep_ == "appos" and child.lemma_.lower() in nouns for child in head.rights)


def is_played_in(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane captain Jim Dole"."""
    noun, holder = doc[name.end : name.end + 1], doc[name.end + 1 : name.end + 2]
    return name.label != "GPE" and noun.text in PLAYING and holder.text[:1].isupper()


def has_analyst(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "analyst Jim Dole of Tolvane"."""
    start = _person_before(doc, name, {"of", "at", "with"})
    return start > 0 and doc[start - 1].lower_ in ANALYSTS


def has_mayor(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Mayor Jim Dole of Tolvane"."""
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


def is_mayors(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane Mayor Jim Dole"."""
    return doc[name.end : name.end + 1].text in {"Mayor", "mayor"} and doc[name.end + 1 : name.end + 2].text.istitle()


def is_seat(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane Central MP Jim Dole"."""
    party = name.text in NAMES or name.text in PHRASES or name.text.isupper()
    return not party and doc[name.end : name.end + 1].text == "MP" and doc[name.end + 1 : name.end + 2].text.istitle()


def is_town(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Tolvane, the county seat"."""
    return len(name.words) == 1 and _is_beside(doc[name.end - 1], TOWNS)


def is_home(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Jim Dole, of Tolvane"."""
    before = doc[max(0, name.start - 3) : name.start]
    of = [token.lower_ for token in before[-2:]] == [",", "of"] and before[0].ent_type_ == "PERSON"
    return of and name.label in {"PERSON", "GPE"} and len(name.words) == 1


def is_listed(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "in Oslo and Tolvane"."""
    first = head = doc[name.end - 1]
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    where = first.dep_ == "pobj" and first.head.lower_ in IN and first.ent_type_ in {"GPE", "LOC"}
    return where and first.i != head.i and len(name.words) == 1 and name.label == "PERSON"


def is_party(doc: Doc, name: Name) -> bool:
    """Tell whether a name stands as in "Jim Dole (QDP, Imo)"."""
    short = name.text.isupper() and len(name.text) in LETTERS
    opened = doc[max(0, name.start - 2) : name.start].text.endswith("(")
    holder = name.start > 1 and doc[name.start - 2].tag_ == "NNP"
    rest = doc[name.end : name.end + 4]
    return short and opened and holder and rest[:1].text in {",", "-"} and ")" in {token.text for token in rest}
