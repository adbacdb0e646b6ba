"""What a pronoun may mean: the persons of the article, each with its mentions so far."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referents import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.position import Syntax, clause, depth, role

MEN = gazetteer.words("nouns of men")
WOMEN = gazetteer.words("nouns of women")
PERSONS = gazetteer.words("nouns of persons")
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
    for name, thing in zip(names, things, strict=True):
        if thing.kind == "Person" or thing.unsure:
            candidate = people.setdefault(id(thing), Candidate(thing))
            head = syntax.doc[name.start : name.end].root
            candidate.places.append(place(syntax, name.start, name.end, head, "name"))
    for words, thing in described:
        insort(people[id(thing)].places, place(syntax, words.start, words.end, words[-1], "nominal"), key=START)
        named.update(range(words.start, words.end))
    for noun in nouns(syntax.doc, named):
        where = place(syntax, noun.i, noun.i + 1, noun, "nominal")
        people[noun] = Candidate(_described(noun, article), [where])
    return list(people.values())


def nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Yield the singular common nouns that describe a person and are no part of a name, nor beside one."""
    for token in worded(doc, PERSONS | MEN | WOMEN):
        free = token.i not in named and token.i + 1 not in named
        beside = token.dep_ == "appos" and token.head.pos_ not in {"DET", "NUM", "PRON"}  # "Another, a man who ..."
        if free and not beside and token.tag_ == "NN" and token.dep_ not in {"compound", "amod", "attr"}:
            yield token


def _described(noun: Token, article: str) -> Referent:
    word = noun.lower_
    key = naming.local(article, "Person", f"{word} {noun.idx}")
    gender = "m" if word in MEN else "f" if word in WOMEN else None
    return Referent(key, "Person", word, gender)
