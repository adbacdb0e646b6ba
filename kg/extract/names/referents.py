"""Names of one thing in one article become one referent, with a kind for the whole article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import gender_of
from kg.extract.names import acronyms
from kg.extract.names.cleaning import NO_NAMES
from kg.extract.names.find import KINDS
from kg.extract.names.name import Name
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside

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
#: Words that name the bodies of states.
STATE = gazetteer.words("words of state bodies")
#: Plurals of those who live somewhere or follow something: "Londoners", "Parisians", "Sunnis".
PEOPLE_ENDS = ("ers", "ians", "ans", "ites", "ists", "nis")
IN = frozenset({"in", "near", "at", "across", "throughout", "outside", "inside"})
DOING = gazetteer.words("verbs of persons")
SUFFERING = gazetteer.words("verbs done to persons")
OWNED = gazetteer.words("nouns of a person's own")
MEN = gazetteer.words("nouns of men")
WOMEN = gazetteer.words("nouns of women")
PERSONS = gazetteer.words("nouns of persons") | MEN | WOMEN
KIN = gazetteer.words("nouns of kin")
TRUSTING = gazetteer.words("what is done in somebody")
#: Nouns that stand before the name of a body, and those that stand after it.
CALLED = gazetteer.words("nouns of named bodies")
KINDS_OF_BODIES = gazetteer.words("nouns after names of bodies")
PLAYERS = gazetteer.words("nouns of players")
DIVISIONS = gazetteer.words("nouns of divisions")
#: No person's name, unless the text is in capitals: then other names are too long.
ACRONYM = re.compile(r"[A-Z]{3,5}")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})


@dataclass(slots=True)
class Referent:
    """One thing of an article.

    `gender` is "m", "f" or None, and `guessed` if only a single word tells it, which may be a surname as well;
    `unsure` is a kind that a pronoun may still change.
    """

    key: str
    kind: str
    label: str
    gender: str | None = None
    unsure: bool = False
    guessed: bool = False


def referents(article: str, doc: Doc, found: Sequence[Name]) -> list[Referent]:
    """Return what each name stands for, in the order of the names."""
    kinds = _kinds(doc, found)
    people = _people(article, doc, [name for name in found if kinds[name.text] == "Person"])
    things = _things(article, doc, [name for name in found if kinds[name.text] != "Person"], kinds)
    both = people | things
    return [both[name] for name in found]


def _kinds(doc: Doc, found: Iterable[Name]) -> dict[str, str]:
    """Return the kind of each name's text: what NER, the gazetteer and the context say most, over the whole article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames = set()
    for name in found:
        vote = votes[name.text]
        if name.label:
            vote[KINDS[name.label]] += 2
        _context(doc, name, vote)
        if name.label == "PERSON" and len(name.words) > 1 and not (gazetteer.known(name.text) or _ends_body(name.text)):
            surnames.add(name.words[-1])
    for text, vote in votes.items():
        _shape(text, vote)
        _within(text, votes)
        if text in surnames:
            vote["Person"] += 8
    return {text: max(sorted(vote), key=vote.__getitem__) for text, vote in votes.items()}


def _shape(text: str, vote: Counter[str]) -> None:
    """Add what the name itself tells."""
    words = text.split()
    last = words[-1].lower()
    thing = gazetteer.known(text)
    if thing:
        vote[thing.kind] += 5
    elif gazetteer.demonym(text):
        vote["Group"] += 6
    elif _ends_body(text):
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
    if name.title:
        vote["Person"] += 3
    above = head.head
    if (head.dep_ == "nsubj" and above.lemma_ in DOING) or (head.dep_ == "nsubjpass" and above.lemma_ in SUFFERING):
        vote["Person"] += 2
    if (head.dep_ == "poss" and above.lemma_ in OWNED) or (head.dep_ in {"appos", "nsubj"} and _is_person(head)):
        vote["Person"] += 3
    if head.dep_ == "pobj" and head.head.lower_ in IN:
        vote["Place"] += 3 if _is_where(name, head.head) else 1
    _town(name, head, vote)
    if _is_called_body(doc, name):
        vote["Organization"] += 4
    elif head.dep_ in {"compound", "nmod"} and above.i == name.end and above.lower_ in DIVISIONS:
        vote["Place"] += 4  # "Kisii province"
    plural = name.end - name.start == 1 and head.tag_ in {"NNS", "NNPS"} and name.text.endswith(PEOPLE_ENDS)
    if plural and name.label in {"GPE", "LOC", "NORP"}:
        vote["Group"] += 6
    if name.end < len(doc) - 1 and doc[name.end].text == "," and doc[name.end + 1].like_num:
        vote["Person"] += 1  # "Masood, 52, ..."


def _is_where(name: Name, preposition: Token) -> bool:
    """Tell whether one unknown word says where something is done: "gunmen attacked a bus in Torsby"."""
    below = preposition.head.lemma_ not in TRUSTING and preposition.lower_ in {"in", "near"}
    return (
        below and len(name.words) == 1 and name.label == "PERSON" and not name.title and not gazetteer.gender(name.text)
    )


def _town(name: Name, head: Token, vote: Counter[str]) -> None:
    """Add what the words around a mention tell of towns, and of the clubs that are named after them."""
    if _is_of_town(head):
        vote["Place"] += 4
    if name.words[-1].lower() in CITIES and len(name.words) > 1 and _is_in_match(head):
        vote["Organization"] += 7


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
        return head.head.lemma_ in PERSONS
    return head.head.lemma_ == "be" and any(t.dep_ == "attr" and t.lemma_ in PERSONS for t in head.head.rights)


def full_name(words: Sequence[str]) -> str:
    """Return a person's name as its IRI has it: without initials in the middle and without Jr."""
    plain = [word for word in words if word.lower().rstrip(".") not in SUFFIXES]
    middle = [word for word in plain[1:-1] if len(word.rstrip(".")) > 1]
    return " ".join([*plain[:1], *middle, *plain[1:][-1:]])


def _people(article: str, doc: Doc, found: Sequence[Name]) -> dict[Name, Referent]:
    """Return the persons: whole names make them, a surname or a first name means the last bearer before it."""
    people: dict[str, Referent] = {}
    firsts: dict[str, Name] = {}
    for name in found:
        if len(name.words) > 1:
            whole = full_name(name.words)
            person = people.get(whole)
            if person is None:
                firsts[whole] = name
                key = naming.shared("Person", whole)
                person = people[whole] = Referent(key, "Person", whole, gazetteer.gender(name.words[0]))
                person.gender = None if person.gender == "n" else person.gender
            person.gender = gender_of(name.title or "") or person.gender
    kin = {name for name in firsts.values() if _is_kin(doc, name)}
    later = _by_word(people[whole] for whole, name in firsts.items() if name not in kin)
    chosen: dict[Name, Referent] = {}
    before: dict[str, list[Referent]] = defaultdict(list)
    for name in found:
        person = people.get(full_name(name.words)) or _bearer(name, before, _elsewhere(doc, name, later, firsts))
        if person is None:
            first = gazetteer.gender(name.text)
            key = naming.local(article, "Person", name.text)
            first = None if first == "n" else first
            person = people[name.text] = Referent(key, "Person", name.text, first, guessed=first is not None)
        person.gender = person.gender or gender_of(name.title or "")
        chosen[name] = person
        for word in _ends(person):
            if person in before[word]:
                before[word].remove(person)
            # "Khan and his wife, Saadiya Khan": "Khan" stays the first of the two.
            before[word].insert(len(before[word]) if name in kin else 0, person)
    _by_nouns(doc, chosen)
    return chosen


def _is_kin(doc: Doc, name: Name) -> bool:
    """Tell whether a person is named as somebody's relative: "his wife, Ann Lee", "the son of Ann Lee"."""
    word = doc[name.start : name.end].root
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    if doc[name.start - 1].lower_ in KIN if name.start else False:
        return True
    above = word.head
    return (word.dep_ == "appos" and above.lower_ in KIN) or (
        word.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in KIN
    )


def _elsewhere(
    doc: Doc, name: Name, later: dict[str, list[Referent]], firsts: dict[str, Name]
) -> dict[str, list[Referent]]:
    """Return the later bearers of a name without those of its own sentence: "Lee was born to Max Lee"."""
    end = doc[name.start].sent.end
    word = name.words[-1]
    return {word: [person for person in later.get(word, ()) if firsts[person.label].start >= end]}


def _by_nouns(doc: Doc, chosen: dict[Name, Referent]) -> None:
    """Set the gender of persons of whom such a noun is said: "his wife, Kim Lee", "the actress Kim Lee"."""
    found = worded(doc, MEN | WOMEN)
    named = {i: n for n, name in enumerate(chosen) for i in range(name.start, name.end)} if found else {}
    people = list(chosen.values())
    for noun in found:
        for number in beside(noun, named) if noun.i not in named else ():
            if people[number].gender is None or people[number].guessed:
                people[number].gender, people[number].guessed = "m" if noun.lower_ in MEN else "f", False


def _ends(person: Referent) -> tuple[str, str, str]:
    """Return the words by which a person may be called: surname, end of a double surname, first name."""
    words = person.label.split()
    return words[-1], words[-1].split("-")[-1], words[0]


def _by_word(people: Iterable[Referent]) -> dict[str, list[Referent]]:
    callable_by: dict[str, list[Referent]] = defaultdict(list)
    for person in people:
        for word in dict.fromkeys(_ends(person)):
            callable_by[word].append(person)
    return callable_by


def make_person(article: str, thing: Referent) -> None:
    """Change the kind of a thing that "he" or "she" turned out to mean."""
    whole = full_name(thing.label.split())
    thing.key = naming.shared("Person", whole) if " " in whole else naming.local(article, "Person", whole)
    thing.kind, thing.label, thing.unsure = "Person", whole, False


def _bearer(name: Name, before: dict[str, list[Referent]], later: dict[str, list[Referent]]) -> Referent | None:
    """Return the person whose surname, else first name, this is: the last named before, else the first after."""
    gender = gender_of(name.title or "")
    word = name.words[-1]
    able = [
        person
        for person in (*before.get(word, ()), *later.get(word, ()))
        if len(name.words) < len(person.label.split()) and (not gender or person.gender in {None, gender})
    ]
    by_surname = [person for person in able if person.label.split()[0] != word]
    return next(iter(by_surname or able), None)


def is_common(name: str) -> bool:
    """Tell whether a name has only words that name bodies in every state: "Supreme Court", "Ministry of Defence"."""
    words = name.lower().split()
    return len(words) > 1 and STATE.issuperset(words)


def _where(doc: Doc, found: Sequence[Name]) -> frozenset[str]:
    """Return the names that are used as places somewhere: "in Oslo", "the mayor of Oslo", or by NER mostly."""
    heads = [(name, doc[name.end - 1]) for name in found]
    places = {
        name.text for name, head in heads if _is_of_town(head) or (head.dep_ == "pobj" and head.head.lower_ in IN)
    }
    labels = Counter((name.text, name.label in {"GPE", "LOC"}) for name in found)
    return frozenset(places | {text for text, place in labels if place and labels[text, True] > labels[text, False]})


def _things(article: str, doc: Doc, found: Sequence[Name], kinds: dict[str, str]) -> dict[Name, Referent]:
    """Return organizations, places and groups: by the gazetteer, by acronym, by a longer name of the article.

    A body that common words name ("Interior Ministry") is one thing in the article only.
    """
    longer = acronyms.longer_names([(name.text, kinds[name.text]) for name in found], _where(doc, found))
    things: dict[str, Referent] = {}
    chosen: dict[Name, Referent] = {}
    for name in found:
        text = longer.get(name.text, name.text)
        kind = kinds[text]
        # "British" stands for the country, "Britons" for people.
        plural = text.endswith("s") and not text.endswith("ss")
        country = gazetteer.demonym(text) if kind in {"Group", "Place"} and not plural else None
        known = gazetteer.known(text) or country
        label = known.name if known else text
        kind = known.kind if known else kind
        common = known is None and is_common(label)
        key = naming.local(article, kind, label) if common else naming.shared(kind, label)
        plain = text.split()[-1].lower() not in ORGANIZATION | PLACE and not text.isupper()
        unsure = known is None and plain and kind != "Group"
        chosen[name] = things.setdefault(key, Referent(key, kind, label, unsure=unsure))
    return chosen
