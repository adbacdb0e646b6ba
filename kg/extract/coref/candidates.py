"""What a pronoun may mean: the persons of the article, each with its mentions so far."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.position import Syntax, clause, depth, role
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as Words

MEN = gazetteer.words("nouns of men")
WOMEN = gazetteer.words("nouns of women")
PERSONS = gazetteer.words("nouns of persons")
#: Nouns that count for pronouns only: the referee of names was trained without them.
OTHERS = gazetteer.words("further nouns of persons")
PEOPLE = PERSONS | OTHERS | MEN | WOMEN
#: "the 19-year-old", "the accused"
STANDING = frozenset({"old", "accused", "deceased"})
#: "19-year-old" is five tokens.
AGE = 5
#: The places of nouns, in which those stand for a person.
STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent"})
START = attrgetter("start")
#: Words such as "the mayor" and the person that bears the title.
Described = tuple[Words, Referent]


@dataclass(frozen=True, slots=True)
class Place:
    """One mention where it stands: its words, and what the parse says of them."""

    start: int
    end: int
    head: Token
    form: str
    sentence: int
    role: str
    verb: int
    depth: int
    quoted: bool


@dataclass(slots=True)
class Candidate:
    """A person that pronouns may mean, with its places in the order of the text."""

    thing: Referent
    places: list[Place] = field(default_factory=list)


def place(syntax: Syntax, start: int, end: int, head: Token, form: str) -> Place:
    """Return the place of a mention."""
    return Place(
        start, end, head, form, syntax.sentence(start), role(head), clause(head).i, depth(head), syntax.quoted(start)
    )


def candidates(
    syntax: Syntax, names: Sequence[Name], things: Sequence[Referent], described: Iterable[Described], article: str
) -> list[Candidate]:
    """Return the persons of an article: those with names, names of unsure kind, and persons that nouns describe."""
    people: dict[int | Token, Candidate] = {}
    named = {i for name in names for i in range(name.start, name.end)}
    pairs = list(zip(names, things, strict=True))
    objects = {id(thing) for name, thing in pairs if _is_object(syntax.doc, name)}
    for name, thing in pairs:
        if thing.kind == "Person" or (thing.unsure and id(thing) not in objects):
            candidate = people.setdefault(id(thing), Candidate(thing))
            head = syntax.doc[name.start : name.end].root
            candidate.places.append(place(syntax, name.start, name.end, head, "name"))
    for words, thing in described:
        insort(people[id(thing)].places, place(syntax, words.start, words.end, words[-1], "nominal"), key=START)
        named.update(range(words.start, words.end))
    nominal: dict[str, Candidate] = {}
    for noun in nouns(syntax.doc, named):
        where = place(syntax, noun.i, noun.i + 1, noun, "nominal")
        same = nominal.get(noun.lower_) if _again(noun) else None
        if same is None:
            same = people[noun] = nominal[noun.lower_] = Candidate(_described(noun, article))
        same.places.append(where)
    return list(people.values())


def _is_object(doc: Doc, name: Name) -> bool:
    """Tell whether "the" stands before a name, as before no person's: "the Freewinds", but "the Lee report"."""
    head = doc[name.start : name.end].root
    return name.start > 0 and doc[name.start - 1].text == "the" and head.dep_ not in {"compound", "nmod", "poss"}


def nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Yield the words that describe one person and are no part of a name, nor beside one."""
    for token in worded(doc, PEOPLE | STANDING | {"one"}):
        free = token.i not in named and token.i + 1 not in named
        beside = token.dep_ == "appos" and token.head.pos_ not in {"DET", "NUM", "PRON"}  # "Another, a man who ..."
        if not free or beside or token.dep_ in {"compound", "amod", "attr"}:
            continue
        if _is_person(token):
            yield token


def _is_person(word: Token) -> bool:
    """Tell whether a word means one person: "a man", "the 19-year-old", "one of the attackers"."""
    if word.lower_ == "one":
        of = [child for below in word.rights if below.lower_ == "of" for child in below.children]
        return word.dep_ in STANDS and any(child.lemma_ in PEOPLE for child in of)
    return word.dep_ in STANDS if word.lower_ in STANDING else word.tag_ == "NN"


def _again(noun: Token) -> bool:
    """Tell whether a noun may mean whom the same noun meant before: "the bomber", not "a bomber", "his son"."""
    return any(child.lower_ in {"the", "that", "this"} for child in noun.lefts)


def _described(noun: Token, article: str) -> Referent:
    word = noun.doc[max(0, noun.i + 1 - AGE) : noun.i + 1].text.lower() if noun.lower_ == "old" else noun.lower_
    key = naming.local(article, "Person", f"{word} {noun.idx}")
    gender = "m" if word in MEN else "f" if word in WOMEN else None
    return Referent(key, "Person", word, gender)
