"""The kinds of names by rules: votes of NER, gazetteer, context and longer names. The referee weighs them anew."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import PHRASES
from kg.extract.names import acronyms
from kg.extract.names.cleaning import NO_NAMES
from kg.extract.names.find import KINDS
from kg.extract.names.name import Name
from kg.extract.names.signs import signs
from kg.language.parsed import Doc, Token

#: Last words that tell what a name names.
ORGANIZATION = gazetteer.words("ends of organizations")
PLACE = gazetteer.words("ends of places")
#: Those that no person's or place's name ends with, and those that places share with clubs.
CLUB = gazetteer.words("ends of clubs")
#: Streets whose names persons bear too.
LANES = frozenset({"lane"})
CITIES = frozenset({"city", "town"})
MATCHES = gazetteer.words("verbs of matches")
#: "the town of Oslo", "the mayor of Oslo"
OF_TOWNS = gazetteer.words("nouns before names of towns")
#: Plurals of those who live somewhere or follow something: "Londoners", "Parisians", "Sunnis".
PEOPLE_ENDS = ("ers", "ians", "ans", "ites", "ists", "nis")
IN = frozenset({"in", "near", "at", "across", "throughout", "outside", "inside"})
DOING = gazetteer.words("verbs of persons")
SUFFERING = gazetteer.words("verbs done to persons")
OWNED = gazetteer.words("nouns of a person's own")
PERSONS = gazetteer.words("nouns of persons") | gazetteer.words("nouns of men") | gazetteer.words("nouns of women")
OFFICES = gazetteer.words("nouns of offices")
WORKING = gazetteer.words("verbs of work")
POSTS = frozenset({"ceo", "chairman", "chairwoman", "co-founder", "employee", "executive", "founder", "spokesman"})
OF_BODIES = frozenset({"of", "at", "for", "with"})
TRUSTING = gazetteer.words("what is done in somebody")
#: Nouns that stand before the name of a body, and those that stand after it.
CALLED = gazetteer.words("nouns of named bodies")
KINDS_OF_BODIES = gazetteer.words("nouns after names of bodies")
PLAYERS = gazetteer.words("nouns of players")
DIVISIONS = gazetteer.words("nouns of divisions")
FACILITIES = gazetteer.words("nouns of facilities")
#: No person's name, unless the text is in capitals: then other names are too long.
ACRONYM = re.compile(r"[A-Z]{3,5}")


def votes(doc: Doc, found: Sequence[Name], beside: Mapping[str, Counter[str]] | None = None) -> dict[str, Counter[str]]:
    """Return what NER, the gazetteer, the context and longer names say of the kind of each name's text.

    `beside` is what is said beside names, where that was asked already.
    """
    told: dict[str, Counter[str]] = defaultdict(Counter)
    surnames = set()
    beside = signed(doc, found) if beside is None else beside
    for name in found:
        vote = told[name.text]
        if name.label and not (name.label == "PERSON" and "Organization" in beside[name.text]):
            vote[KINDS[name.label]] += 2
        _context(doc, name, vote)
        if name.label == "PERSON" and len(name.words) > 1 and not (gazetteer.known(name.text) or _ends_body(name.text)):
            surnames.add(name.words[-1])
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
    words = text.split()
    last = words[-1].lower()
    thing = gazetteer.known(text)
    if thing:
        vote[thing.kind] += 5
    elif gazetteer.demonym(text):
        vote["Group"] += 6
    elif _ends_body(text) or text in PHRASES:
        vote["Organization"] += 12
    elif last in ORGANIZATION or words[0] in {"University", "Ministry", "Department", "Bank", "Institute"}:
        vote["Organization"] += 5
    elif last in PLACE or (last in LANES and not gazetteer.gender(words[0])):
        vote["Place"] += 4
    elif ACRONYM.fullmatch(text) and "Person" in vote:
        vote["Organization"] += 3
    elif len(words) > 1 and gazetteer.gender(words[0]) and "Organization" in vote:
        vote["Person"] += 1
    if not vote:
        vote["Unknown"] = 1


def _ends_body(text: str) -> bool:
    """Tell whether the last word is that of a business or club: "Acme Holdings", "Oslo Rovers"."""
    return " " in text and text.rsplit(maxsplit=1)[-1].lower() in acronyms.BUSINESS | CLUB


def _within(text: str, votes: dict[str, Counter[str]]) -> None:
    """Add what a longer name tells of its parts: "Acme Holdings" of Acme, "Oslo Police Department" of Oslo."""
    for end in acronyms.ends(text):
        short = text.removesuffix(f" {end}")
        if short in votes and end.lower() in acronyms.BUSINESS | CLUB:
            votes[short]["Organization"] += 4 if end.lower() in acronyms.BUSINESS else 2
        elif short in votes and acronyms.is_local(end):
            votes[short]["Place"] += 3
        club = end.lower() in CITIES and votes[text]["Organization"] > votes[text]["Place"]
        if end in votes and (club or end.lower() in CLUB):
            votes[end]["Organization"] += 4


def _context(doc: Doc, name: Name, vote: Counter[str]) -> None:
    """Add what the words around one mention tell."""
    head = doc[name.end - 1]
    _person(name, head, vote)
    if head.dep_ == "pobj" and head.head.lower_ in IN:
        vote["Place"] += 3 if _is_where(name, head.head) else 1
    _town(doc, name, head, vote)
    if name.label == "ORG" and _employs(head):
        vote["Organization"] += 2
    if _is_called_body(doc, name):
        vote["Organization"] += 4
    else:
        _place_before(name, head, vote)
    plural = name.end - name.start == 1 and head.tag_ in {"NNS", "NNPS"} and name.text.endswith(PEOPLE_ENDS)
    if plural and name.label in {"GPE", "LOC", "NORP"}:
        vote["Group"] += 6
    if name.end < len(doc) - 1 and doc[name.end].text == "," and doc[name.end + 1].like_num:
        vote["Person"] += 1  # "Masood, 52, ..."


def _person(name: Name, head: Token, vote: Counter[str]) -> None:
    """Add what titles, verbs and what is owned tell of persons."""
    above = head.head
    if name.title:
        vote["Person"] += 3
    if (head.dep_ == "nsubj" and above.lemma_ in DOING) or (head.dep_ == "nsubjpass" and above.lemma_ in SUFFERING):
        vote["Person"] += 2
    if (head.dep_ == "poss" and above.lemma_ in OWNED) or (head.dep_ in {"appos", "nsubj"} and _is_person(head)):
        vote["Person"] += 3


def _place_before(name: Name, head: Token, vote: Counter[str]) -> None:
    """Add what the noun after a name tells of a place: "Kisii province", "Kisii and Migori counties", "Torsby jail"."""
    first = head
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    noun = first.head
    listed = noun.tag_ == "NNS" and noun.i >= name.end
    if first.dep_ not in {"compound", "nmod"} or not (noun.i == name.end or listed):
        return
    if noun.lemma_.lower() in DIVISIONS:
        vote["Place"] += 8
    elif noun.lower_ in FACILITIES:
        vote["Place"] += 10


def _is_where(name: Name, preposition: Token) -> bool:
    """Tell whether one unknown word says where something is done: "gunmen attacked a bus in Torsby"."""
    below = preposition.head.lemma_ not in TRUSTING and preposition.lower_ in {"in", "near"}
    return (
        below and len(name.words) == 1 and name.label == "PERSON" and not name.title and not gazetteer.gender(name.text)
    )


def _employs(head: Token) -> bool:
    """Tell whether somebody works in what the word names: "works for Acme", "chairman of Acme"."""
    above = head.head
    worker = above.head.lemma_.lower()
    works = above.lower_ in {"for", "at"} and worker in WORKING
    return head.dep_ == "pobj" and (works or (above.lower_ in OF_BODIES and worker in POSTS))


def _is_home(doc: Doc, name: Name) -> bool:
    """Tell whether a name follows somebody's age: "Ann Lee, 52, of Oslo"."""
    before = doc[max(0, name.start - 3) : name.start]
    aged = len(before) == 3 and before[0].like_num and [t.lower_ for t in before[1:]] == [",", "of"]  # noqa: PLR2004
    return aged and before[0].i > 0 and before[0].nbor(-1).text == "," and not gazetteer.known(name.text)


def _town(doc: Doc, name: Name, head: Token, vote: Counter[str]) -> None:
    """Add what the words around a mention tell of towns, and of the clubs that are named after them."""
    if _is_home(doc, name):
        vote["Place"] += 6
    if _is_of_town(head):
        vote["Place"] += 4
    if name.words[-1].lower() in CITIES and len(name.words) > 1 and _is_in_match(head):
        vote["Organization"] += 12


def _is_of_town(head: Token) -> bool:
    """Tell whether a noun says that the name is a town's: "the town of Oslo", "the mayor of Oslo"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in OF_TOWNS


def _is_in_match(head: Token) -> bool:
    """Tell whether a name is who plays, or whom somebody plays for or against: "Oslo City beat Bergen Town"."""
    while head.dep_ == "conj":
        head = head.head
    against = head.dep_ == "pobj" and head.head.lower_ in {"against", "for", "to", "with"}
    above = head.head.head if against else head.head
    return head.dep_ in {"nsubj", "dobj", "pobj"} and above.lemma_ in MATCHES


def _is_called_body(doc: Doc, name: Name) -> bool:
    """Tell whether a noun beside the name says that it is a body: "the daily Bild", "the Brandt group"."""
    before, head = doc[max(0, name.start - 1)], doc[name.end - 1]
    if len(name.text) == 1 or not name.text[0].isupper() or name.text.lower() in NO_NAMES:
        return False
    called = (
        before.lower_ in CALLED and before.i < name.start and (head.head == before or before.head in {head, head.head})
    )
    after = head.head
    return called or (
        head.dep_ in {"compound", "nmod"} and after.i == name.end and after.lower_ in KINDS_OF_BODIES | PLAYERS
    )


def _is_person(head: Token) -> bool:
    """Tell whether a noun for a person stands beside the name as its apposition, head or predicate."""
    if head.dep_ == "appos":
        return head.head.lemma_.lower() in PERSONS | OFFICES
    return head.head.lemma_ == "be" and any(t.dep_ == "attr" and t.lemma_ in PERSONS for t in head.head.rights)
