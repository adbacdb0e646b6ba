"""Names of one thing in one article become one referent, with a kind for the whole article."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg import naming
from kg.extract.dates.dateline import dateline
from kg.extract.lexicon import gazetteer
from kg.extract.names import acronyms, teams
from kg.extract.names.bearers import people
from kg.extract.names.homes import at_home, elsewhere
from kg.extract.names.name import Name
from kg.extract.names.referee import kinds as judged
from kg.extract.names.referent import Referent
from kg.facts import Span
from kg.language.parsed import Doc, Token

#: Last words that tell what a name names.
ORGANIZATION = gazetteer.words("ends of organizations")
PLACE = gazetteer.words("ends of places")
#: What tells of a body as the last word of a name, and anywhere in one of so many words: "Mewan School of Law".
BODY, LONG = ORGANIZATION | acronyms.BUSINESS, 3
#: What firms are called by, and a few families.
MADE = gazetteer.words("goods and materials")
#: "the town of Oslo", "the mayor of Oslo"
OF_TOWNS = gazetteer.words("nouns before names of towns")
#: Words that name the bodies of states.
STATE = gazetteer.words("words of state bodies")
IN = frozenset({"in", "near", "at", "across", "throughout", "outside", "inside"})
#: A short form: letters in capitals, no name of a country or state.
SHORT = re.compile(r"(?!USA$|UAE$)[A-Z][A-Za-z]{1,3}[A-Z]{1,5}")

#: Tells of what kind each name's text is.
Judge = Callable[[Doc, Sequence[Name]], dict[str, str]]


def referents(article: str, doc: Doc, found: Sequence[Name], judge: Judge = judged) -> list[Referent]:
    """Return what each name stands for, in the order of the names; the judge tells of what kind their words are."""
    kinds = judge(doc, found)
    kinds |= dict.fromkeys(_surnames(doc, found, kinds), "Person")
    kinds |= dict.fromkeys(_firms(found, kinds), "Organization")
    found = _spelled(found)
    kinds |= dict.fromkeys(_datelined(doc, found) & kinds.keys(), "Place")
    short = _bracketed(doc, found, kinds)
    kinds |= dict.fromkeys(short, "Organization")
    persons = people(article, doc, [name for name in found if kinds[name.text] == "Person"])
    things = _things(article, doc, [name for name in found if kinds[name.text] != "Person"], kinds, short)
    both = persons | things
    return [both[name] for name in found]


def _surnames(doc: Doc, found: Sequence[Name], kinds: Mapping[str, str]) -> set[str]:
    """Return the names of papers that are surnames here: "Guardian" of Rolf Guardian, but not "the Guardian"."""
    borne = {name.words[-1] for name in found if len(name.words) > 1 and kinds[name.text] == "Person"}
    alone = [name for name in found if name.text in borne]
    papers = {text for text in borne if (known := gazetteer.known(text)) and known.name == f"The {text}"}
    return papers - {name.text for name in alone if name.start and doc[name.start - 1].lower_ == "the"}


def _firms(found: Sequence[Name], kinds: Mapping[str, str]) -> set[str]:
    """Return the names of firms by what they make that look like persons': "Halden Steel", but not "Ann Steel"."""
    named = {name.text: name for name in found if kinds[name.text] == "Person" and len(name.words) > 1}
    titled = {name.text for name in found if name.title}
    made = {text for text, name in named.items() if name.words[-1].lower() in MADE and name.words[0][1:2] != "."}
    return {text for text in made - titled if gazetteer.gender(named[text].words[0]) is None}


def _spelled(found: Sequence[Name]) -> list[Name]:
    """Return the names, those in capitals as the article spells them elsewhere: "SANTA FE" is Santa Fe."""
    usual = {name.text.casefold(): name.text for name in reversed(found) if not name.text.isupper()}
    return [replace(name, text=usual.get(name.text.casefold(), name.text)) for name in found]


def _datelined(doc: Doc, found: Sequence[Name]) -> set[str]:
    """Return the town that the dateline is of, as the article spells it: "DAYTON, Ohio - " makes Dayton a place."""
    line = dateline(doc.text)
    town = line.place if line else None
    names = (name for name in found if town and doc[name.start].idx == town.start)
    return {name.text for name in names if name.label == "GPE" and not name.text.isupper()}


def _bracketed(doc: Doc, found: Sequence[Name], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the short forms in capitals that stand in brackets behind bodies, with these: "Open Liberals (VLD)"."""
    pairs = ((body, name) for body, name in pairwise(found) if name.start == body.end + 1 and doc[body.end].text == "(")
    closed = ((body.text, name.text) for body, name in pairs if doc[name.end : name.end + 1].text == ")")
    return {
        short: body
        for body, short in closed
        if kinds[body] == "Organization" and " " in body and SHORT.fullmatch(short) and not gazetteer.known(short)
    }


def _is_of_town(head: Token) -> bool:
    """Tell whether a noun says that the name is a town's: "the town of Oslo", "the mayor of Oslo"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in OF_TOWNS


def is_common(name: str) -> bool:
    """Tell whether a name has only words that name bodies in every state: "Supreme Court", "Ministry of Defence"."""
    words = name.lower().split()
    return len(words) > 1 and STATE.issuperset(words)


def _where(doc: Doc, found: Sequence[Name]) -> frozenset[str]:
    """Return the names that are used as places somewhere: "in Oslo", "the mayor of Oslo", or by NER mostly."""
    labels = Counter((name.text, name.label in {"GPE", "LOC"}) for name in found)
    mostly = {text for text, place in labels if place and labels[text, True] > labels[text, False]}
    return _below(doc, found) | mostly | _datelined(doc, found)


def _below(doc: Doc, found: Sequence[Name]) -> frozenset[str]:
    """Return the names that stand where places do: "in Oslo", "the mayor of Oslo"."""
    heads = ((name, doc[name.end - 1]) for name in found)
    return frozenset(
        name.text for name, head in heads if _is_of_town(head) or (head.dep_ == "pobj" and head.head.lower_ in IN)
    )


def _things(
    article: str, doc: Doc, found: Sequence[Name], kinds: dict[str, str], short: dict[str, str]
) -> dict[Name, Referent]:
    """Return organizations, places and groups: by the gazetteer, by acronym, by a longer name of the article.

    A body that common words name ("Interior Ministry") is one thing in the article only.
    """
    longer = short | acronyms.longer_names([(name.text, kinds[name.text]) for name in found], _where(doc, found))
    towns = _below(doc, found)
    home = at_home(found)
    others = {text for text, body in home.items() if not body} | elsewhere(doc, found)
    clubs = _clubs(doc, found, kinds)
    things: dict[str, Referent] = {}
    chosen: dict[Name, Referent] = {}
    for name in found:
        text = longer.get(name.text) or home.get(name.text) or name.text
        kind = "Organization" if name in clubs or name.text in home else kinds.get(text, kinds[name.text])
        known = None if name in clubs or text in others else _known(text, kind)
        thing = _thing(article, text, kind, known)
        thing.unsure = thing.unsure and not (kind == "Place" and text in towns)
        chosen[name] = things.setdefault(thing.key, thing)
    return chosen


def _known(text: str, kind: str) -> gazetteer.Known | None:
    """Return what the gazetteer has for a name: "British" stands for the country, "Britons" for people."""
    plural = text.endswith("s") and not text.endswith("ss")
    country = gazetteer.demonym(text) if kind in {"Group", "Place"} and not plural else None
    return gazetteer.known(text) or country


def _thing(article: str, text: str, kind: str, known: gazetteer.Known | None) -> Referent:
    """Return what a name stands for."""
    label = known.name if known else text
    kind = known.kind if known else kind
    common = known is None and is_common(label)
    key = naming.local(article, kind, label) if common else naming.shared(kind, label)
    words = text.lower().split()
    told = words[-1] in PLACE or not BODY.isdisjoint(words[-1:] if len(words) < LONG else words) or text.isupper()
    return Referent(key, kind, label, unsure=not (known or told or kind == "Group"))


def _clubs(doc: Doc, found: Sequence[Name], kinds: Mapping[str, str]) -> set[Name]:
    """Return the mentions of towns that are of their teams, in articles about sport that speak of both."""
    said: defaultdict[str, dict[Span, Name]] = defaultdict(dict)
    for name in found:
        known = gazetteer.known(name.text)
        if kinds[name.text] == "Place" and not (known and known.key in gazetteer.territories()):
            last = doc[name.end - 1]
            said[name.text][Span(doc[name.start].idx, last.idx + len(last))] = name
    text = doc.text if said else ""
    return {names[span] for names in said.values() if len(names) > 1 for span in teams.apart(text, names)}
