"""Persons by what they are: "the mayor", "the singer", where of one person before it the article has said that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from kg.extract.coref.candidates import PEOPLE
from kg.extract.factuality.words import ENDED
from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside, described, modifiers, says_what
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as Words

#: Titles that are written short before a name.
SHORT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "col.": "colonel",
    "capt.": "captain", "sgt.": "sergeant", "lt.": "lieutenant", "prof.": "professor", "dr.": "doctor",
}  # fmt: skip
#: Of whom "the official" may be said.
OFFICIALS = gazetteer.words("offices of officials")
NOUNS = gazetteer.words("nouns of offices") | OFFICIALS | PEOPLE | SHORT.keys()
#: Before a title they make another of it: a vice president is not the president.
OTHER = frozenset({"vice", "deputy", "assistant", "prime", "under", "shadow", "lieutenant", "lt.", "lt"})

#: What heads of states and of governments are called: "the head of state".
HEADS = {
    "state": frozenset({"president", "king", "queen", "emir", "emperor", "monarch", "sultan"}),
    "government": frozenset({"minister", "premier", "chancellor", "president"}),
}


@dataclass(frozen=True, slots=True)
class Posts:
    """Who bears which title, as far as the article has been read; None is somebody whom it does not name."""

    borne: dict[tuple[str, ...], list[Referent | None]] = field(default_factory=dict)
    told: list[tuple[int, Referent | None]] = field(default_factory=list)

    def bear(self, noun: Token, title: list[str], *bearers: Referent | None) -> None:
        """Note who bears a title, each once."""
        known = self.borne.setdefault(tuple(title), [])
        known += [bearer for bearer in bearers if all(bearer is not other for other in known)]
        if title[-1] in OFFICIALS:
            self.told.extend((noun.i, bearer) for bearer in bearers)

    def only(self, fits: Callable[[tuple[str, ...]], bool]) -> Referent | None:
        """Return the one person who bears a title that fits."""
        return _only([bearer for title, known in self.borne.items() if fits(title) for bearer in known])

    def official(self, since: int) -> Referent | None:
        """Return the one person told to hold an office since a word of the article."""
        return _only([bearer for at, bearer in self.told if at >= since])


def descriptions(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Words, Referent]]:
    """Yield each description of a person by a title that exactly one person before it bears."""
    found = worded(doc, NOUNS | {"head"})
    if not found:
        return
    named = {i: n for n, name in enumerate(names) for i in range(name.courtesy, name.end)}
    posts, syntax = Posts(), Syntax(doc)
    for noun in found:
        title = [*modifiers(noun), SHORT.get(noun.lower_, noun.lower_)]
        bearers = [things[n] for n in beside(noun, named) if things[n].kind == "Person"]
        if (heads := _of_state(noun)) is not None:
            person = posts.only(partial(_heads, heads=heads))
            if person and not says_what(noun):
                yield doc[noun.i - 1 : noun.i + 3], person
        elif bearers:
            posts.bear(noun, title, *bearers)
        elif noun.i not in named and not says_what(noun):
            yield from _again(noun, title, posts, syntax)


def _of_state(noun: Token) -> frozenset[str] | None:
    """Return which offices "the head of state" or "the head of government" may be, None for all other words."""
    of = noun.doc[noun.i + 1 : noun.i + 3].text.lower().removeprefix("of ")
    heads = noun.lower_ == "head" and noun.i > 0 and noun.nbor(-1).lower_ == "the"
    return HEADS.get(of) if heads else None


def _again(noun: Token, title: list[str], posts: Posts, syntax: Syntax) -> Iterator[tuple[Words, Referent]]:
    """Yield a description with whom it means, else note that somebody unnamed bears the title."""
    person = posts.only(partial(_is, title))
    if title == ["official"] and person is None:
        person = posts.official(syntax.starts[max(0, syntax.sentence(noun.i) - 1)])
    words = described(noun)
    if words is not None and person:
        yield words, person
    else:
        posts.bear(noun, title, None)


def _is(title: list[str], borne: tuple[str, ...]) -> bool:
    """Tell whether a title is the other's end, and no other office: "mayor" is "London mayor"."""
    ended, over = (not ENDED.isdisjoint(words) for words in (title, borne))
    title, other = ([word for word in words if word not in ENDED] for words in (title, borne))
    before = other[: -len(title)]
    return ended == over and other[-len(title) :] == title and (not before or before[-1] not in OTHER)


def _heads(title: Sequence[str], heads: frozenset[str]) -> bool:
    """Tell whether a title is that of a head of a state or government, and of one that holds it now."""
    return title[-1] in heads and (OTHER - {"prime"} | ENDED).isdisjoint(title)


def _only(bearers: list[Referent | None]) -> Referent | None:
    return bearers[0] if bearers and all(bearer is bearers[0] for bearer in bearers) else None
