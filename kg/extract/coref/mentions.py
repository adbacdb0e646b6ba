"""Which words stand for an entity or a value, and which: names first, then pronouns and dates."""

from collections.abc import Iterable, Iterator, Sequence

from kg.articles.article import Article
from kg.extract.coref import ages, bodies, localities, offices, persons, plurals, things
from kg.extract.coref.candidates import AGE, Candidate
from kg.extract.dates.find import dates
from kg.extract.names import referee, votes
from kg.extract.names.bearers import make_person
from kg.extract.names.find import names
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.names.referents import referents
from kg.facts import Form, Mention, Span
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as Words

#: What stands before a noun and belongs to it.
BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod"})


def mentions(article: Article, doc: Doc, *, learned: bool = True) -> Iterator[Mention]:
    """Yield the names of the article, the pronouns and nouns that stand for persons and things, and the dates."""
    rank = persons.likeliest if learned else persons.most_prominent
    found = names(doc)
    named = referents(article.id, doc, found, referee.kinds if learned else votes.kinds)
    titled = [*offices.descriptions(doc, found, named), *ages.descriptions(doc, found, named)]
    chosen = persons.choices(article.id, doc, found, named, rank, described=titled)
    he = [(choice.token, choice.meant) for choice in chosen if choice.meant is not None]
    for _, person in he:
        if person.thing.unsure:
            make_person(article.id, person.thing)
    called = [*bodies.descriptions(doc, found, named), *localities.descriptions(doc, found, named)]
    others = _they_and_it(doc, found, named)
    for name, thing in zip(found, named, strict=True):
        if thing.kind != "Unknown":
            yield _mention(article, doc[name.courtesy : name.end], thing, "name")
    for token, thing in (*((token, person.thing) for token, person in he), *others):
        yield _mention(article, token, thing, "pronoun")
    for words, thing in (*_unnamed(person for _, person in he), *titled, *called):
        yield _mention(article, words, thing, "nominal")
    yield from _free(dates(article, doc), doc, list(zip(found, named, strict=True)))


def _they_and_it(doc: Doc, found: Sequence[Name], named: Sequence[Referent]) -> list[tuple[Token, Referent]]:
    """Return the pronouns that stand for several persons, with each of them, and those that stand for a thing."""
    they = [(token, person) for token, people in plurals.pronouns(doc, found, named) for person in people]
    several = {token for token, _ in they}
    return [*they, *(each for each in things.pronouns(doc, found, named) if each[0] not in several)]


def _unnamed(meant: Iterable[Candidate]) -> Iterator[tuple[Words, Referent]]:
    """Yield the nouns that stand for persons whom pronouns mean and the article does not name."""
    unnamed = {person.thing.key: person for person in meant if person.places[0].form == "nominal"}
    for person in unnamed.values():
        yield from ((_phrase(place.head), person.thing) for place in person.places if place.form == "nominal")


def _free(days: Iterable[Mention], doc: Doc, found: Sequence[tuple[Name, Referent]]) -> Iterator[Mention]:
    """Yield the dates that no name takes; what is a name of no kind inside one is a feast: "New Year's Day 2017"."""
    at: dict[int, tuple[range, str]] = {}
    for name, thing in found:
        characters = range(doc[name.start].idx, doc[name.end - 1].idx + 1)
        at.update(dict.fromkeys(characters, (characters, thing.kind)))
    for day in days:
        words = range(*day.span)
        over = {at[i] for i in words if i in at}
        if all(kind == "Unknown" and name.start in words and name[-1] in words for name, kind in over):
            yield day


def _phrase(noun: Token) -> Words:
    """Return a noun with what stands before it: "the 39-year-old Troy man", or "the 19-year-old" alone."""
    start = noun.i + 1 - AGE if noun.lower_ == "old" and noun.i >= AGE else noun.i
    for child in reversed(list(noun.lefts)):
        if child.i >= start:
            continue
        if child.dep_ not in BEFORE or child.right_edge.i + 1 != start:
            break
        start = child.left_edge.i
    return noun.doc[start : noun.i + 1]


def _mention(article: Article, words: Words | Token, thing: Referent, form: Form) -> Mention:
    start = words.idx if isinstance(words, Token) else words.start_char
    span = Span(start, start + len(words.text))
    return Mention(span, article.text[span.start : span.end], thing.kind, thing.key, form)
