"""Persons by what they are: "the mayor", "the singer", where of one person before it the article has said that."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from kg.extract.coref.candidates import MEN, PERSONS, WOMEN
from kg.extract.factuality.status import ENDED
from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referents import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside, described, modifiers, says_what

#: Titles that are written short before a name.
SHORT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "col.": "colonel",
    "capt.": "captain", "sgt.": "sergeant", "lt.": "lieutenant", "prof.": "professor", "dr.": "doctor",
}  # fmt: skip
NOUNS = gazetteer.words("nouns of offices") | PERSONS | MEN | WOMEN | SHORT.keys()
#: Before a title they make another of it: a vice president is not the president.
OTHER = frozenset({"vice", "deputy", "assistant", "prime", "under", "shadow", "lieutenant", "lt.", "lt"})

#: What heads of states and of governments are called: "the head of state".
HEADS = {
    "state": frozenset({"president", "king", "queen", "emir", "emperor", "monarch", "sultan"}),
    "government": frozenset({"minister", "premier", "chancellor", "president"}),
}


def descriptions(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Words, Referent]]:
    """Yield each description of a person by a title that exactly one person before it bears."""
    found = worded(doc, NOUNS | {"head"})
    if not found:
        return
    named = {i: n for n, name in enumerate(names) for i in range(name.courtesy, name.end)}
    borne: dict[tuple[str, ...], list[Referent | None]] = {}
    for noun in found:
        of = doc[noun.i + 1 : noun.i + 3].text.lower()
        if noun.lower_ == "head" and of.removeprefix("of ") in HEADS and noun.i and doc[noun.i - 1].lower_ == "the":
            heads = HEADS[of.removeprefix("of ")]
            person = _only([b for title, known in borne.items() if _heads(title, heads) for b in known])
            if person and not says_what(noun):
                yield doc[noun.i - 1 : noun.i + 3], person
            continue
        title = [*modifiers(noun), SHORT.get(noun.lower_, noun.lower_)]
        bearers = [things[n] for n in beside(noun, named) if things[n].kind == "Person"]
        words = described(noun)
        if bearers:
            _bear(borne, title, *bearers)
        elif noun.i not in named and not says_what(noun):
            person = _only([bearer for other, known in borne.items() if _is(title, list(other)) for bearer in known])
            if words is not None and person:
                yield words, person
            else:
                _bear(borne, title, None)


def _bear(borne: dict[tuple[str, ...], list[Referent | None]], title: list[str], *bearers: Referent | None) -> None:
    """Note who bears a title, each once."""
    known = borne.setdefault(tuple(title), [])
    known += [bearer for bearer in bearers if all(bearer is not other for other in known)]


def _is(title: list[str], other: list[str]) -> bool:
    """Tell whether a title is the other's end, and no other office: "mayor" is "London mayor"."""
    ended, over = (not ENDED.isdisjoint(words) for words in (title, other))
    title, other = ([word for word in words if word not in ENDED] for words in (title, other))
    before = other[: -len(title)]
    return ended == over and other[-len(title) :] == title and (not before or before[-1] not in OTHER)


def _heads(title: Sequence[str], heads: frozenset[str]) -> bool:
    """Tell whether a title is that of a head of a state or government, and of one that holds it now."""
    return title[-1] in heads and (OTHER - {"prime"} | ENDED).isdisjoint(title)


def _only(bearers: list[Referent | None]) -> Referent | None:
    return bearers[0] if bearers and all(bearer is bearers[0] for bearer in bearers) else None
