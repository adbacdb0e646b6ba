"""Names in pieces, or with what is no piece of theirs: rules of how far a name reaches, with an example each."""

from collections.abc import Callable

from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.language.parsed import Doc

#: Returns the new start and end of a name and its label, or None where it says nothing.
Reach = tuple[int, int, str]
Rule = Callable[[Doc, Name], Reach | None]
#: What joins the words of names abroad, and of bodies: "Davao del Norte", "Grid Corporation of the Philippines".
WITHIN = frozenset({"del", "de", "la", "las", "los", "do", "da", "dos"})
OF = frozenset({"of", "for"})
PROPER = frozenset({"NNP", "NNPS"})
#: Those of a body who open a sentence and are no part of its name.
MEMBERS = gazetteer.words("members of bodies")


def ended(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Davao del | Norte", "Grid Corporation of | the Philippines": no name ends with a small word."""
    end = name.end
    last = doc[end - 1].text
    if last not in WITHIN | OF or not end < len(doc):
        return None
    at = end + (doc[end].lower_ == "the" and last in OF)
    while at < len(doc) and doc[at].text[:1].isupper() and doc[at].tag_ in PROPER:
        at += 1
    whole = doc[at - 1].text[:1].isupper() and at > end
    reach = at if whole else end - 1
    return (name.start, reach, name.label) if reach > name.start else None


def every(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "the All | Progressives Congress": a capital that no sentence's beginning asks for is the name's."""
    before = doc[name.start - 1] if name.start else None
    own = before is not None and before.text == "All" and not before.is_sent_start and name.label in {"ORG", "NORP"}
    return (name.start - 1, name.end, "ORG") if own else None


def members(doc: Doc, name: Name) -> Reach | None:
    """Reach as in "Students of | Mewan University": those of a body are not the body."""
    first, second = doc[name.start], doc[name.start + 1 : name.start + 2].text
    if not (first.is_sent_start and first.lower_ in MEMBERS and second in {"of", "at", "from"}):
        return None
    start = name.start + 2 + (doc[name.start + 2 : name.start + 3].text.lower() == "the")
    return (start, name.end, name.label) if start < name.end and doc[start].text[:1].isupper() else None
