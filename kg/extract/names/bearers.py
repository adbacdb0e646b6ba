"""Persons of an article: whole names make them; surnames, first names, nicknames and names at birth mean them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import gender_of
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.names.wholes import full_name, is_kin, nicknames, wholes
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside
from kg.language.parsed import Doc

MEN = gazetteer.words("nouns of men")
WOMEN = gazetteer.words("nouns of women")
#: "Al-Harbi" is Saad al-Harbi.
ARTICLE = re.compile("^[ae]l-", re.IGNORECASE)
#: Before the name that somebody was born with.
BORN = frozenset({"nee", "née"})
#: A comma or a parenthesis, and that.
BETWEEN = 2
#: Persons by the words that they may be called by, the last named first.
ByWord = dict[str, list[Referent]]


def people(article: str, doc: Doc, found: Sequence[Name]) -> dict[Name, Referent]:
    """Return the persons: whole names make them, a surname or a first name means the last bearer before it."""
    whole_of = wholes(doc, found)
    firsts = {whole_of[name.text]: name for name in reversed(found) if len(name.words) > 1}
    known = _whole(found, whole_of)
    kin = {name for name in firsts.values() if is_kin(doc, name)}
    later = _by_word(person for whole, person in known.items() if firsts[whole] not in kin)
    born = dict(_maiden(doc, found))
    chosen: dict[Name, Referent] = {}
    before: ByWord = defaultdict(list)
    for name in found:
        person = chosen.get(born[name]) if name in born else known.get(whole_of[name.text])
        person = person or _bearer(name, before, _elsewhere(doc, name, later, firsts))
        person = person or _nicknamed(name, known.values()) or _inside(name, known.values())
        person = person or known.setdefault(name.text, _by_one_word(article, name))
        _titled(person, name)
        chosen[name] = person
        _spoken_of(before, person, name.words if name in born else (), last=name in kin)
    _by_nouns(doc, chosen)
    return chosen


def _whole(found: Sequence[Name], whole_of: Mapping[str, str]) -> dict[str, Referent]:
    """Return the persons whom whole names make."""
    known: dict[str, Referent] = {}
    for name in found:
        if len(name.words) > 1:
            whole = whole_of[name.text]
            gender = _gender(name.words[0])
            first = Referent(naming.shared("Person", whole), "Person", whole, gender, listed=gender is not None)
            _titled(known.setdefault(whole, first), name)
    return known


def _by_one_word(article: str, name: Name) -> Referent:
    """Return the person of a single word, who is known inside the article only."""
    gender = _gender(name.text)
    key = naming.local(article, "Person", name.text)
    return Referent(key, "Person", name.text, gender, guessed=gender is not None)


def _gender(first: str) -> str | None:
    """Return the gender that a first name tells, if it is that of one only."""
    gender = gazetteer.gender(first)
    return None if gender == "n" else gender


def _titled(person: Referent, name: Name) -> None:
    """Set the gender that a title tells, whatever the list of first names says: "Mr Andrea Conti"."""
    told = gender_of(name.title or "")
    if told and (person.gender is None or person.listed):
        person.gender, person.listed = told, False


def _spoken_of(before: ByWord, person: Referent, further: Sequence[str], *, last: bool) -> None:
    """Put a person first under his words, or last: "Khan and his wife, Saadiya Khan": "Khan" stays the first."""
    for word in dict.fromkeys((*_ends(person), *further)):
        if person in before[word]:
            before[word].remove(person)
        before[word].insert(len(before[word]) if last else 0, person)


def _maiden(doc: Doc, found: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield each name that somebody was born with and hers: Ann Lee of "Ann Lee (nee Hale)"."""
    for one, born in pairwise(found):
        between = doc[one.end : born.start]
        if len(between) <= BETWEEN and any(token.lower_ in BORN for token in between):
            yield born, one


def _bearer(name: Name, before: ByWord, later: ByWord) -> Referent | None:
    """Return the person whose surname, else first name, this is: the last named before, else the first after."""
    gender = gender_of(name.title or "")
    word = ARTICLE.sub("", name.words[-1])
    able = [
        person
        for person in (*before.get(word, ()), *later.get(word, ()))
        if len(name.words) < len(person.label.split()) and (not gender or person.gender in {None, gender})
    ]
    by_surname = [person for person in able if person.label.split()[0] != word]
    by_last = [person for person in by_surname if person.label.split()[-1].endswith(word)]
    return next(iter(by_last or by_surname or able), None)


def _elsewhere(doc: Doc, name: Name, later: ByWord, firsts: dict[str, Name]) -> ByWord:
    """Return the later bearers of a name without those of its own sentence: "Lee was born to Max Lee"."""
    end = doc[name.start].sent.end
    word = name.words[-1]
    return {word: [person for person in later.get(word, ()) if firsts[person.label].start >= end]}


def _nicknamed(name: Name, people: Iterable[Referent]) -> Referent | None:
    """Return the only person whom a single first name is short for: "Dave" for David Lane."""
    word = name.text.lower()
    if " " in word or gazetteer.gender(name.text) is None:
        return None
    able = [p for p in people if " " in p.label and word in nicknames().nicknames_of(p.label.split()[0].lower())]
    return able[0] if len(able) == 1 else None


def _inside(name: Name, people: Iterable[Referent]) -> Referent | None:
    """Return the only person of whose surname a single word is a part: "Cruz" of Ana Cruz Diaz or Ana Cruz-Diaz."""
    word, gender = name.text, gender_of(name.title or "")
    if " " in word or gazetteer.gender(word) is not None:
        return None
    whole = [person for person in people if person.label.split()[-1] != word and gender in {None, person.gender}]
    able = [person for person in whole if word in re.split("[ -]", person.label.partition(" ")[2])]
    return able[0] if len(able) == 1 else None


def _ends(person: Referent) -> tuple[str, str, str]:
    """Return the words by which a person may be called: surname, end of a double surname, first name."""
    words = person.label.split()
    return words[-1], words[-1].split("-")[-1], words[0]


def _by_word(people: Iterable[Referent]) -> ByWord:
    callable_by: ByWord = defaultdict(list)
    for person in people:
        for word in dict.fromkeys(_ends(person)):
            callable_by[word].append(person)
    return callable_by


def _by_nouns(doc: Doc, chosen: dict[Name, Referent]) -> None:
    """Set the gender of persons of whom such a noun is said: "his wife, Kim Lee", "the actress Kim Lee"."""
    found = worded(doc, MEN | WOMEN)
    named = {i: n for n, name in enumerate(chosen) for i in range(name.start, name.end)} if found else {}
    people = list(chosen.values())
    for noun in found:
        for number in beside(noun, named) if noun.i not in named else ():
            person, gender = people[number], "m" if noun.lower_ in MEN else "f"
            if person.gender in {None, gender} or person.guessed:
                person.gender, person.guessed, person.listed = gender, False, False


def make_person(article: str, thing: Referent) -> None:
    """Change the kind of a thing that "he" or "she" turned out to mean."""
    whole = full_name(thing.label.split())
    thing.key = naming.shared("Person", whole) if " " in whole else naming.local(article, "Person", whole)
    thing.kind, thing.label, thing.unsure = "Person", whole, False
