"""Places by what they are: "the city", "the country", where one named shortly before is such a place."""

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import described, modifiers, says_what
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Doc
from kg.language.parsed import Span as Words

TOWNS = frozenset({"city", "town", "village"})
COUNTRIES = frozenset({"country", "nation"})
#: What may be another country than the one that is named.
OTHERS = COUNTRIES | {""}
#: Sentences before the description in which the name, or another such place, is sought.
WINDOW = 2


def descriptions(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Words, Referent]]:
    """Yield each description of a town or country by "the" that exactly one of the last sentences' places fits."""
    found = worded(doc, TOWNS | COUNTRIES)
    if not found:
        return
    syntax = Syntax(doc)
    inside = {i for name in names for i in range(name.start, name.end)}
    places = [
        (name.start, thing, _kind(doc, name, thing))
        for name, thing in zip(names, things, strict=True)
        if thing.kind in {"Place", "Group"} or thing.unsure
    ]
    others: dict[frozenset[str], int] = {}
    for noun in found:
        kind = TOWNS if noun.lower_ in TOWNS else COUNTRIES
        if noun.i in inside:
            continue
        first = syntax.starts[max(0, syntax.sentence(noun.i) - WINDOW)]
        near = [(thing, its) for at, thing, its in places if first <= at < noun.i and its & kind]
        fitting = {thing.key: (thing, its) for thing, its in near}
        words = described(noun)
        if words is None or modifiers(noun):
            if not says_what(noun):
                others[kind] = noun.i
        elif len(fitting) == 1 and others.get(kind, -1) < first:
            [(place, its)] = fitting.values()
            if its == kind:
                places.append((noun.i, place, kind))
                yield words, place


def _kind(doc: Doc, name: Name, thing: Referent) -> frozenset[str]:
    """Return what a place may be called: what a town's name is followed by, "Leeds, Ohio", neither town nor country."""
    if thing.key in gazetteer.territories():
        return COUNTRIES if thing.key in gazetteer.countries() else frozenset()
    if name.start > 1 and doc[name.start - 1].text == "," and doc[name.start - 2].ent_type_ == "GPE":
        return frozenset()
    if thing.kind == "Group":  # the Nigerians' country is another than the one named before
        return OTHERS if gazetteer.demonym(name.text) else frozenset()
    return TOWNS if name.label == "GPE" and thing.kind == "Place" else TOWNS | COUNTRIES
