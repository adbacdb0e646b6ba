"""Which words stand for an entity or a value, and which: names first, then pronouns and dates."""

from collections.abc import Iterable, Iterator, Sequence

from kg.articles.article import Article
from kg.extract.coref import ages, bodies, localities, offices, persons, plurals, things
from kg.extract.coref.candidates import AGE
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
    described = [*offices.descriptions(doc, found, named), *ages.descriptions(doc, found, named)]
    chosen = persons.choices(article.id, doc, found, named, rank, described=described)
    he = [(choice.token, choice.meant) for choice in chosen if choice.meant is not None]
    for _, person in he:
        if person.thing.unsure:
            make_person(article.id, person.thing)
    described += [*bodies.descriptions(doc, found, named), *localities.descriptions(doc, found, named)]
    they = [(token, person) for token, people in plurals.pronouns(doc, found, named) for person in people]
    several = {token for token, _ in they}
    it = [(token, thing) for token, thing in things.pronouns(doc, found, named) if token not in several]
    for name, thing in zip(found, named, strict=True):
        if thing.kind != "Unknown":
            yield _mention(article, doc[name.courtesy : name.end], thing, "name")
    for token, thing in (*((token, person.thing) for token, person in he), *they, *it):
        yield _mention(article, token, thing, "pronoun")
    bare = {c.thing.key: c for _, c in he if c.places[0].form == "nominal"}
    for person in bare.values():
        for where in person.places:
            if where.form == "nominal":
                yield _mention(article, _phrase(where.head), person.thing, "nominal")
    for words, thing in described:
        yield _mention(article, words, thing, "nominal")
    yield from _free(dates(article, doc), doc, list(zip(found, named, strict=True)))


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
