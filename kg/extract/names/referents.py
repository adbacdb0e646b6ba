"""Names of one thing in one article become one referent, with a kind for the whole article."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from nicknames import NickNamer
from spacy.tokens import Doc, Token

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.courtesy import gender_of
from kg.extract.names import acronyms
from kg.extract.names.name import Name
from kg.extract.names.referee import kinds as judged
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside

#: Last words that tell what a name names.
ORGANIZATION = gazetteer.words("ends of organizations")
PLACE = gazetteer.words("ends of places")
#: "the town of Oslo", "the mayor of Oslo"
OF_TOWNS = gazetteer.words("nouns before names of towns")
#: Words that name the bodies of states.
STATE = gazetteer.words("words of state bodies")
IN = frozenset({"in", "near", "at", "across", "throughout", "outside", "inside"})
MEN = gazetteer.words("nouns of men")
WOMEN = gazetteer.words("nouns of women")
KIN = gazetteer.words("nouns of kin")
#: A short form: letters in capitals, no name of a country or state.
SHORT = re.compile(r"(?!USA$|UAE$)[A-Z][A-Za-z]{1,3}[A-Z]{1,5}")
#: Among how many names of an article that of its dateline is.
HEAD = 9
#: "Al-Harbi" is Saad al-Harbi.
ARTICLE = re.compile("^[ae]l-", re.IGNORECASE)
#: "Bill" of William "Bill" Tate.
BYNAME = re.compile(r"""["'“‘(]\w+["'”’)]""")
#: Before the name that somebody was born with.
BORN = frozenset({"nee", "née"})
#: A comma or a parenthesis, and that.
BETWEEN = 2
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})


#: Tells of what kind each name's text is.
Judge = Callable[[Doc, Sequence[Name]], dict[str, str]]


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


def referents(article: str, doc: Doc, found: Sequence[Name], judge: Judge = judged) -> list[Referent]:
    """Return what each name stands for, in the order of the names; the judge tells of what kind their words are."""
    kinds = judge(doc, found)
    kinds |= dict.fromkeys(_surnames(doc, found, kinds), "Person")
    found = _spelled(found)
    kinds |= dict.fromkeys(_datelined(doc, found) & kinds.keys(), "Place")
    short = _bracketed(doc, found, kinds)
    kinds |= dict.fromkeys(short, "Organization")
    people = _people(article, doc, [name for name in found if kinds[name.text] == "Person"])
    things = _things(article, doc, [name for name in found if kinds[name.text] != "Person"], kinds, short)
    both = people | things
    return [both[name] for name in found]


def _surnames(doc: Doc, found: Sequence[Name], kinds: Mapping[str, str]) -> set[str]:
    """Return the names of papers that are surnames here: "Guardian" of Don Guardian, but not "the Guardian"."""
    borne = {name.words[-1] for name in found if len(name.words) > 1 and kinds[name.text] == "Person"}
    alone = [name for name in found if name.text in borne]
    papers = {text for text in borne if (known := gazetteer.known(text)) and known.name == f"The {text}"}
    return papers - {name.text for name in alone if name.start and doc[name.start - 1].lower_ == "the"}


def _spelled(found: Sequence[Name]) -> list[Name]:
    """Return the names, those in capitals as the article spells them elsewhere: "SANTA FE" is Santa Fe."""
    usual = {name.text.casefold(): name.text for name in reversed(found) if not name.text.isupper()}
    return [replace(name, text=usual.get(name.text.casefold(), name.text)) for name in found]


def _datelined(doc: Doc, found: Sequence[Name]) -> set[str]:
    """Return the town that the dateline is of, as it is spelt in the article: "DAYTON, Ohio" makes Dayton a place."""
    towns = (name for name in found[:HEAD] if name.label == "GPE" and not name.text.isupper())
    return {name.text for name in towns if doc[name.start : name.end].text.isupper()}


def _bracketed(doc: Doc, found: Sequence[Name], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the short forms in capitals that stand in brackets behind bodies, with these: "Open Liberals (VLD)"."""
    pairs = ((body, name) for body, name in pairwise(found) if name.start == body.end + 1 and doc[body.end].text == "(")
    closed = ((body.text, name.text) for body, name in pairs if doc[name.end : name.end + 1].text == ")")
    return {
        short: body
        for body, short in closed
        if kinds[body] == "Organization" and " " in body and SHORT.fullmatch(short) and not gazetteer.known(short)
    }


def full_name(words: Sequence[str]) -> str:
    """Return a person's name as its IRI has it: without initials or a byname in the middle and without Jr."""
    plain = [word for word in words if word.lower().rstrip(".") not in SUFFIXES]
    middle = [word for word in plain[1:-1] if len(word.rstrip(".")) > 1 and not BYNAME.fullmatch(word)]
    return " ".join([*plain[:1], *middle, *plain[1:][-1:]])


def _people(article: str, doc: Doc, found: Sequence[Name]) -> dict[Name, Referent]:
    """Return the persons: whole names make them, a surname or a first name means the last bearer before it."""
    people: dict[str, Referent] = {}
    firsts: dict[str, Name] = {}
    whole_of = _wholes(doc, found)
    for name in found:
        if len(name.words) > 1:
            whole = whole_of[name.text]
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
    born = dict(_maiden(doc, found))
    for name in found:
        person = chosen.get(born[name]) if name in born else people.get(whole_of[name.text])
        person = person or _bearer(name, before, _elsewhere(doc, name, later, firsts))
        person = person or _nicknamed(name, people.values()) or _inside(name, people.values())
        if person is None:
            first = gazetteer.gender(name.text)
            key = naming.local(article, "Person", name.text)
            first = None if first == "n" else first
            person = people[name.text] = Referent(key, "Person", name.text, first, guessed=first is not None)
        person.gender = person.gender or gender_of(name.title or "")
        chosen[name] = person
        for word in dict.fromkeys((*_ends(person), *(name.words if name in born else ()))):
            if person in before[word]:
                before[word].remove(person)
            # "Khan and his wife, Saadiya Khan": "Khan" stays the first of the two.
            before[word].insert(len(before[word]) if name in kin else 0, person)
    _by_nouns(doc, chosen)
    return chosen


def _wholes(doc: Doc, found: Sequence[Name]) -> dict[str, str]:
    """Return the whole name of each: "Saumarez Smith" is Charles Saumarez Smith; a Jr is not his father."""
    plain = {name.text: full_name(name.words) for name in found}
    fathers = {plain[name.text] for name in found if not _suffix(name.words) and _is_kin(doc, name)}
    seniors = {plain[name.text] for name in found if _suffix(name.words) in {"sr", "snr"}}
    for text, whole in plain.items():
        suffix = _suffix(text.split())
        if suffix and whole in fathers | seniors:
            plain[text] = f"{whole} {suffix.title()}"
    wholes = {whole: whole.split() for whole in plain.values() if " " in whole}
    longer = {text: _longer(whole, wholes) if " " in whole else whole for text, whole in plain.items()}
    others = {whole for whole in longer.values() if " " in whole and not _suffix(whole.split())} - fathers
    return {text: _formal(whole, others) if whole in others else whole for text, whole in longer.items()}


def _suffix(words: Sequence[str]) -> str | None:
    last = words[-1].lower().rstrip(".")
    return last if last in SUFFIXES and len(words) > 1 else None


def _longer(whole: str, wholes: Mapping[str, list[str]]) -> str:
    """Return the only longer name that begins or ends with a name, else the name."""
    own = whole.split()
    longer = [
        name
        for name, words in wholes.items()
        if len(words) > len(own) and own in (words[: len(own)], words[-len(own) :]) and not _suffix(words)
    ]
    return longer[0] if len(longer) == 1 else whole


def _formal(whole: str, others: Iterable[str]) -> str:
    """Return the only other name that a name with a short first name is of: Joseph Kane for "Joe Kane"."""
    first, *rest = whole.split()
    of = _nicknames().canonicals_of(first.lower()) if len(rest) == 1 else set()
    formal = [
        other
        for other in others
        if other.split()[1:] == rest and other.split()[0].lower() in of and len(other) > len(whole)
    ]
    return formal[0] if len(formal) == 1 else whole


def _maiden(doc: Doc, found: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield each name that somebody was born with and hers: Ann Lee of "Ann Lee (nee Hale)"."""
    for one, born in pairwise(found):
        between = doc[one.end : born.start]
        if len(between) <= BETWEEN and any(token.lower_ in BORN for token in between):
            yield born, one


def _inside(name: Name, people: Iterable[Referent]) -> Referent | None:
    """Return the only person of whose surname a single word is a part: "Cruz" of Ana Cruz Diaz or Ana Cruz-Diaz."""
    word, gender = name.text, gender_of(name.title or "")
    if " " in word or gazetteer.gender(word) is not None:
        return None
    whole = [person for person in people if person.label.split()[-1] != word and gender in {None, person.gender}]
    able = [person for person in whole if word in re.split("[ -]", person.label.partition(" ")[2])]
    return able[0] if len(able) == 1 else None


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
    word = ARTICLE.sub("", name.words[-1])
    able = [
        person
        for person in (*before.get(word, ()), *later.get(word, ()))
        if len(name.words) < len(person.label.split()) and (not gender or person.gender in {None, gender})
    ]
    by_surname = [person for person in able if person.label.split()[0] != word]
    by_last = [person for person in by_surname if person.label.split()[-1].endswith(word)]
    return next(iter(by_last or by_surname or able), None)


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


def _nicknamed(name: Name, people: Iterable[Referent]) -> Referent | None:
    """Return the only person whom a single first name is short for: "Dave" for David Lane."""
    word = name.text.lower()
    if " " in word or gazetteer.gender(name.text) is None:
        return None
    able = [p for p in people if " " in p.label and word in _nicknames().nicknames_of(p.label.split()[0].lower())]
    return able[0] if len(able) == 1 else None


def _is_of_town(head: Token) -> bool:
    """Tell whether a noun says that the name is a town's: "the town of Oslo", "the mayor of Oslo"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in OF_TOWNS


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
    mostly = {text for text, place in labels if place and labels[text, True] > labels[text, False]}
    return frozenset(places | mostly | _datelined(doc, found))


def _things(
    article: str, doc: Doc, found: Sequence[Name], kinds: dict[str, str], short: dict[str, str]
) -> dict[Name, Referent]:
    """Return organizations, places and groups: by the gazetteer, by acronym, by a longer name of the article.

    A body that common words name ("Interior Ministry") is one thing in the article only.
    """
    longer = short | acronyms.longer_names([(name.text, kinds[name.text]) for name in found], _where(doc, found))
    things: dict[str, Referent] = {}
    chosen: dict[Name, Referent] = {}
    for name in found:
        text = longer.get(name.text, name.text)
        kind = kinds.get(text, kinds[name.text])
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
