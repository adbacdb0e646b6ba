"""The kinds of names by rules: votes of NER, gazetteer, context and longer names. The referee weighs them anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.names import acronyms
from kg.extract.names.ballot import AROUND, CLUB, SHAPES, ends_body
from kg.extract.names.company import CITIES
from kg.extract.names.find import KINDS
from kg.extract.names.name import Name
from kg.extract.names.signs import signs
from kg.language.parsed import Doc


def votes(doc: Doc, found: Sequence[Name], beside: Mapping[str, Counter[str]] | None = None) -> dict[str, Counter[str]]:
    """Return what NER, the gazetteer, the context and longer names say of the kind of each name's text.

    `beside` is what is said beside names, where that was asked already.
    """
    told: dict[str, Counter[str]] = defaultdict(Counter)
    beside = signed(doc, found) if beside is None else beside
    for name in found:
        _mention(doc, name, beside[name.text], told[name.text])
    surnames = {name.words[-1] for name in found if _is_whole(name)}
    bodies = {text for text, vote in told.items() if " " in text and vote and most(vote) == "Organization"}
    initials = {short for text in bodies for short in acronyms.initials(text)}
    for text, vote in told.items():
        vote.update(beside[text])
        _shape(text, vote)
        if acronyms.is_initials(text) and text.upper() in initials:
            vote["Organization"] += 12
        _within(text, told)
        if text in surnames:
            vote["Person"] += 8
    return told


def _mention(doc: Doc, name: Name, beside: Counter[str], vote: Counter[str]) -> None:
    """Add what NER and the words around one mention tell."""
    if name.label and not (name.label == "PERSON" and "Organization" in beside):
        vote[KINDS[name.label]] += 2
    for sign in AROUND:
        if sign.tells(doc, name):
            vote[sign.kind] += sign.votes


def _is_whole(name: Name) -> bool:
    """Tell whether a name is that of a person in full, whose last word is a surname."""
    person = name.label == "PERSON" and len(name.words) > 1
    return person and not (gazetteer.known(name.text) or ends_body(name.text))


def signed(doc: Doc, found: Iterable[Name]) -> dict[str, Counter[str]]:
    """Return the votes of what is said beside names, by their text."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for name in found:
        told[name.text].update(signs(doc, name))
    return told


def most(vote: Counter[str]) -> str:
    """Return the kind with most votes."""
    return max(sorted(vote), key=vote.__getitem__)


def margin(vote: Counter[str]) -> int:
    """Return by how many votes the first kind leads."""
    first, second = ([count for _, count in vote.most_common(2)] + [0])[:2]
    return first - second


def kinds(doc: Doc, found: Sequence[Name]) -> dict[str, str]:
    """Return the kind of each name's text by votes alone."""
    return {text: most(vote) for text, vote in votes(doc, found).items()}


def _shape(text: str, vote: Counter[str]) -> None:
    """Add what the name itself tells."""
    if thing := gazetteer.known(text):
        vote[thing.kind] += 5
    elif shape := next((s for s in SHAPES if (not s.against or s.against in vote) and s.tells(text)), None):
        vote[shape.kind] += shape.votes
    if not vote:
        vote["Unknown"] = 1


def _within(text: str, votes: dict[str, Counter[str]]) -> None:
    """Add what a longer name tells of its parts: "Acme Holdings" of Acme, "Oslo Police Department" of Oslo."""
    for end in acronyms.ends(text):
        short, last = text.removesuffix(f" {end}"), end.lower()
        if short in votes and last in acronyms.BUSINESS | CLUB:
            votes[short]["Organization"] += 4 if last in acronyms.BUSINESS else 2
        elif short in votes and acronyms.is_local(end):
            votes[short]["Place"] += 3
        club = last in CITIES and votes[text]["Organization"] > votes[text]["Place"]
        if end in votes and (club or last in CLUB):
            votes[end]["Organization"] += 4
