"""Where people come to be heard: from the word that tells of speaking to the place that its phrases name.

An audience or an occasion ("told a rally in Ohio") has the place of its own phrases, or the one that it had before.
"""

from collections.abc import Iterator, Sequence

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.extract.quotes.venue_words import (
    AUDIENCES,
    INDOORS,
    LOCATIVE,
    PARTS,
    SENT,
    SERIES,
    VENUES,
    as_place,
    is_occasion,
    is_paper,
    is_venue,
    stands,
)
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.extract.syntax.participants import definite
from kg.facts import Mention
from kg.language.parsed import Token

#: Sentences after an occasion in which it still has its place: "told the crowd".
NEAR = 8
DEPTH = 3


def places(
    context: Context, word: Token, depth: int = DEPTH, prepositions: Sequence[str] = LOCATIVE
) -> Iterator[Mention]:
    """Yield the places that the phrases of a verb or noun name, nearest first."""
    joined = [p for p in grammar.children(word, "prep", "dative") if p.lower_ in prepositions]
    for preposition in sorted(joined, key=lambda p: (p.lower_ == "to", abs(p.i - word.i))):
        for noun in grammar.children(preposition, "pobj"):
            yield from reached(context, preposition.lower_, noun, depth)


def reached(context: Context, preposition: str, noun: Token, depth: int = DEPTH) -> Iterator[Mention]:
    """Yield the place of a noun after a preposition: it names one, or has one, or is a part of one."""
    if not depth:
        return
    known, lemma = context.mention(noun), noun.lemma_.lower()
    if lemma in SERIES:
        yield from (place for occasion in occasions(noun) for place in held(context, occasion, depth))
    if is_occasion(noun) or lemma in AUDIENCES:
        yield from held(context, noun, depth)
    elif known is not None and known.kind == "Place" and not is_paper(context, noun, known):
        if preposition != "to" and stands(preposition, known):
            yield known
    elif known is not None and known.form == "name":
        yield from housed(context, preposition, noun, known)
    elif lemma in PARTS or lemma in VENUES:
        town = elsewhere(context, noun)
        yield from inside(context, noun, depth) if town is None else (town,)


def occasions(series: Token) -> Iterator[Token]:
    """Yield of what occasions something is a series: "a string of rallies"."""
    ofs = (prep for prep in grammar.children(series, "prep") if prep.lower_ == "of")
    yield from (noun for of in ofs for noun in grammar.children(of, "pobj") if is_occasion(noun))


def housed(context: Context, preposition: str, noun: Token, body: Mention) -> Iterator[Mention]:
    """Yield where a named body has its house: "at Harvard University" is a place, and "for Harvard" none.

    A name that ends as those of buildings do is one, whatever kind the parser gives it.
    """
    venue = is_venue(body)
    indoors = preposition in INDOORS and body.kind == "Organization"
    if indoors or (venue and preposition in {*INDOORS, "in", "to"}):
        yield from places(context, noun, 1) if preposition == "to" else ()
        yield as_place(body)


def held(context: Context, noun: Token, depth: int = DEPTH) -> Iterator[Mention]:
    """Yield the place of an occasion or audience: its own, or that of the same one told of before."""
    yield from of_its_own(context, noun, depth) or earlier(context, noun, depth - 1)


def of_its_own(context: Context, noun: Token, depth: int = DEPTH) -> list[Mention]:
    """Return the places that the words beside an occasion or audience name."""
    told = [place for verb in grammar.children(noun, "acl") for place in places(context, verb, depth - 1)]
    ways = (*LOCATIVE, "from") if noun.lemma_ in SENT else LOCATIVE
    return [*places(context, noun, depth - 1, ways), *before(context, noun), *called(context, noun), *told]


def before(context: Context, noun: Token) -> Iterator[Mention]:
    """Yield the place that stands before an occasion: "a Phoenix rally", "the Dubai Air Show"."""
    for child in grammar.children(noun, "compound", "nmod", "poss"):
        place = context.mention(child)
        if place is not None and place.kind == "Place" and place.entity not in gazetteer.nations():
            yield place


def called(context: Context, noun: Token) -> Iterator[Mention]:
    """Yield the town that the name of an occasion begins with: "the Dubai Air Show"."""
    start = noun.i
    while start > noun.sent.start and noun.doc[start - 1].pos_ == "PROPN":
        start -= 1
    first = noun.doc[start]
    town = gazetteer.known(first.text) if start < noun.i and noun.pos_ == "PROPN" else None
    if town is not None and town.kind == "Place" and town.key not in gazetteer.nations():
        yield Mention(context.span(first), first.text, "Place", town.key)


def earlier(context: Context, noun: Token, depth: int) -> Iterator[Mention]:
    """Yield the place of the occasion that "the crowd" or "the rally" points back to."""
    lemma = noun.lemma_.lower()
    if not (definite(noun) and depth):
        return
    start = context.sentences[max(0, number(context, noun) - NEAR)].start
    for other in reversed(context.doc[start : noun.i]):
        word = other.lemma_.lower()
        if other.pos_ == "NOUN" and of_another(context, other, noun):
            continue
        if other.pos_ == "NOUN" and is_occasion(other) and (word == lemma or lemma in AUDIENCES | {"event"}):
            yield from (*places(context, other, depth), *before(context, other))
            return


def of_another(context: Context, occasion: Token, noun: Token) -> bool:
    """Tell whether another speaks at an occasion than who speaks to "the crowd": each is named, or a pronoun."""
    speakers = [{m.entity for end in acting(word) if (m := context.mention(end))} for word in (occasion, noun)]
    return all(speakers) and speakers[0].isdisjoint(speakers[1])


def acting(noun: Token) -> Iterator[Token]:
    """Yield who does what the verb over a noun tells."""
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB"), None)
    yield from grammar.actor(verb) if verb is not None else ()


def number(context: Context, token: Token) -> int:
    """Return the number of the sentence that a token stands in."""
    return next(n for n, sentence in enumerate(context.sentences) if token.i < sentence.end)


def inside(context: Context, noun: Token, depth: int) -> Iterator[Mention]:
    """Yield the place that a part or a building names: its own name, what it is of, where it stands."""
    # The nearest first: "Kenya's Harbour Party headquarters" are the party's.
    before = sorted(grammar.children(noun, "compound", "nmod", "poss", "amod"), key=lambda child: -child.i)
    owners = [(child, context.mention(child)) for child in before]
    for child, known in owners:
        if known is not None and known.kind == "Place" and not gazetteer.demonym(known.text):
            yield known
        elif known is not None and (known.kind, known.form) == ("Organization", "name"):
            yield named(context, child, noun)
    if not any(known for _, known in owners) and noun.pos_ == "PROPN" and noun.lemma_.lower() in VENUES:
        yield named(context, noun, noun)
    for of in grammar.children(noun, "prep"):
        if of.lower_ in {"of", "in", "at", "near"}:
            for whole in grammar.children(of, "pobj"):
                yield from reached(context, "in" if of.lower_ == "of" else of.lower_, whole, depth - 1)


def elsewhere(context: Context, noun: Token) -> Mention | None:
    """Return the town behind a building or street that bears another's name: "in Paris street in Lima"."""
    owners = [
        context.mention(child) for child in grammar.children(noun, "compound", "nmod") if noun.lemma_.lower() in VENUES
    ]
    steps = (token for token in noun.doc[noun.i + 1 : noun.i + 2] if token.lower_ == "in")
    town = next((context.mention(place) for step in steps for place in grammar.children(step, "pobj")), None)
    another = town is not None and town.kind == "Place" and town.entity not in gazetteer.territories()
    return town if another and any(owner is not None and owner.kind == "Place" for owner in owners) else None


def named(context: Context, child: Token, noun: Token) -> Mention:
    """Return the place that the words from a name to the noun name: "the Workers' Party headquarters"."""
    start = min(child.left_edge.i, noun.i)
    while start > noun.sent.start and noun.doc[start - 1].pos_ == "PROPN":
        start -= 1
    while start < noun.i and (noun.doc[start].pos_ == "DET" or noun.doc[start].is_punct):
        start += 1
    span = context.span(noun.doc[start : noun.i + 1])
    text = context.article.text[span.start : span.end]
    return Mention(span, text, "Place", naming.shared("Place", text), "name")
