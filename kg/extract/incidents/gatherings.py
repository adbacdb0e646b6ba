"""People who come together: vigils, rallies, demonstrations, with place, date and speakers."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.factuality.modality import modality
from kg.extract.incidents.incident import Things, distance, real
from kg.extract.incidents.joining import LATEST
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.pair import overlap
from kg.extract.incidents.parts import Part
from kg.extract.incidents.slots import dates
from kg.extract.incidents.told import Told, argument_of
from kg.extract.incidents.triggers import Trigger
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule
from kg.extract.syntax import clause
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.participants import complements, definite
from kg.language.parsed import Token

GATHERINGS = words("vigil rally demonstration protest march gathering procession parade sit-in")
GATHERING = Rule("gathering", GATHERINGS, "Gathering", pos="NOUN")
#: Sentences after a gathering is told of in which its speakers, or its place, may be told.
NEAR = 2


def gatherings(kinds: Kinds) -> Iterator[list[Told]]:
    """Yield the gatherings of an article that have a place or a speaker, each with its mentions."""
    context = kinds.context
    groups: list[list[Told]] = []
    for token in lemmaed(context.doc, GATHERINGS):
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            told = Told(Trigger(token, GATHERING), [], modality(token), ())
            told.arguments += [argument_of(context, p.role, p.token, told, p.rule) for p in parts(kinds, told)]
            home = next((g for g in reversed(groups[-LATEST:]) if same(g, told)), None)
            if home is None:
                groups.append([told])
            else:
                home.append(told)
    speeches = [t for t in context.doc if t.lemma_ in {"speak", "address"} and t.pos_ == "VERB"] if groups else []
    for group in groups:
        add_speakers(kinds, group, speeches)
        if any(t.of("place", "speaker") for t in group):
            # "the vigil" that says nothing more is no further mention
            yield [told for told in group if told is group[0] or told.arguments]


def same(group: list[Told], told: Told) -> bool:
    """Tell whether the word goes on with a gathering: the same noun, the same place or none, and not too far."""
    last = group[-1].token
    if last.lemma_.lower() != told.token.lemma_.lower() or real(group[0]) != real(told):
        return False
    places, here = Things(a for t in group for a in t.of("place")), Things(told.of("place"))
    if places and here:
        return overlap(places, here)
    return definite(told.token) or distance(last, told.token) <= NEAR


def parts(kinds: Kinds, told: Told) -> Iterator[Part]:
    """Yield place and date of a gathering."""
    sources = [told.token]
    if told.token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        sources.append(told.token.head)
    for source in sources:
        for preposition, noun in complements(source, "in", "at", "on", "outside", "near", "across"):
            if kinds.place(noun) and preposition != "on":
                yield Part("place", noun, "noun phrase")
    yield from dates(kinds, told.trigger)


def add_speakers(kinds: Kinds, group: list[Told], speeches: list[Token]) -> None:
    """Add those who spoke at the gathering, or at a place right after it was told of."""
    context = kinds.context
    first = group[0]
    for token in speeches[bisect_left(speeches, first.token.i, key=lambda t: t.i) :]:
        places = [n for _, n in complements(token, "in", "at") if kinds.place(n)]
        there = any(n.lemma_.lower() == first.token.lemma_.lower() for _, n in complements(token, "at", "to"))
        last = group[bisect_left(group, token.i, key=lambda t: t.token.i) - 1]
        if there or (places and distance(last.token, token) <= NEAR and modality(token) == "asserted"):
            first.arguments += [argument_of(context, "place", n, first, "spoke there") for n in places]
            first.arguments += [
                argument_of(context, "speaker", s, first, "spoke there")
                for s in clause.agents(token)
                if kinds.person(s)
            ]
