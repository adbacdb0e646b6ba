"""What NER takes for other names than the words are: places of datelines, parties of two words, states after towns."""

from collections.abc import Iterator
from dataclasses import replace

from kg.articles.datelines import HEAD
from kg.extract.dates import dateline as layout
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import PHRASES
from kg.extract.names.name import Name, named
from kg.extract.syntax.columns import worded
from kg.language.parsed import Doc

PARTY_ENDS = frozenset(phrase.split()[1].lower() for phrase in PHRASES if phrase.count(" ") == 1)
#: Towns, and a country, that share their name with a state of the USA.
STATES = {"Washington": "Washington state", "New York": "New York State", "Georgia": "Georgia (USA)"}
TOWNS_OF_GEORGIA = gazetteer.words("towns of Georgia")
PLACES = frozenset({"GPE", "LOC"})
LISTS = frozenset({"and", "or", "&"})


def dateline(doc: Doc, found: list[Name]) -> list[Name]:
    """Return the names with the place of the dateline, which capitals hide from NER."""
    # A text is joined anew each time that a Doc is asked for it, and datelines stand at its head.
    line = layout.dateline(doc[: HEAD // 2].text)
    words = doc.char_span(*line.place) if line and line.place else None
    if words is None:
        return found
    rest = [name for name in found if name.end <= words.start or words.end <= name.start]
    return [Name(words.start, words.end, words.text.title(), "GPE", None, words.start), *rest]


def parties(doc: Doc, found: list[Name]) -> list[Name]:
    """Return the names with the parties of two words, of which NER sees one: "Social Democrats" are no Democrats."""
    pairs = (doc[token.i - 1 : token.i + 1] for token in worded(doc, PARTY_ENDS) if token.i)
    two = [pair for pair in pairs if pair.text in PHRASES]
    within = {token.i for pair in two for token in pair}
    rest = [name for name in found if not within.issuperset(range(name.start, name.end))]
    known = {i for name in rest for i in range(name.start, name.end)}
    return [*rest, *(named(doc, pair.start, pair.end, "ORG") for pair in two if pair.start not in known)]


def states(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """Yield the names; what is a town's name elsewhere is a state's after a town: "Rochester, New York"."""
    place_end = town_end = -1
    for name in found:
        follows = place_end == name.start - 1 and doc[place_end].text == "," and town_end != place_end
        state = (
            (STATES.get(name.text) or gazetteer.state(name.text))
            if follows and not listed(doc, name.end) and name.label in PLACES
            else None
        )
        yield replace(name, text=state) if state and doc[place_end - 1].text not in TOWNS_OF_GEORGIA else name
        town_end = name.end if follows else -1
        place_end = name.end if name.label in PLACES else -1


def listed(doc: Doc, end: int) -> bool:
    """Tell whether a name is one of a list: "London, New York, Paris and Rome", "London, New York and Rome"."""
    after = doc[end : end + 2]
    comma = len(after) > 1 and after[0].text == ","
    return after[:1].text in LISTS or (comma and (after[1].text in LISTS or after[1].ent_type_ in PLACES))
