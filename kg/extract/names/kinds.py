"""The kinds of names by rules alone, which the referee of names does better."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.lexicon import gazetteer
from kg.extract.names.acronyms import BUSINESS
from kg.extract.names.find import KINDS
from kg.extract.names.name import Name

ENDS = {
    "Organization": BUSINESS | gazetteer.words("ends of clubs") | gazetteer.words("ends of organizations"),
    "Place": gazetteer.words("ends of places"),
}


def kinds(doc: Doc, found: Sequence[Name]) -> dict[str, str]:
    """Return the kind of each name's text: a surname's, the gazetteer's, by its last word, or what NER says most."""
    del doc
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for name in found:
        labels[name.text][KINDS.get(name.label, "Unknown")] += 1
    whole = {text: _kind(text, count) for text, count in labels.items()}
    surnames = {text.split()[-1] for text, kind in whole.items() if kind == "Person" and " " in text}
    return {text: "Person" if text in surnames else kind for text, kind in whole.items()}


def _kind(text: str, labels: Counter[str]) -> str:
    known, last = gazetteer.known(text), text.split()[-1].lower()
    if known is not None:
        return known.kind
    if gazetteer.demonym(text):
        return "Group"
    by_end = (kind for kind, ends in ENDS.items() if " " in text and last in ends)
    return next(by_end, max(sorted(labels), key=labels.__getitem__))
