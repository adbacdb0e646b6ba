"""Names in headlines whose words all have capitals: there NER takes verbs into names, and the article tells which."""

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.names.name import Name, named
from kg.language.parsed import Doc

#: Words of a headline at least, and the share of them in capitals, if capitals are to say nothing.
ENOUGH, MOST = 4, 0.7
#: Words shorter than this stand in small letters also in such headlines.
SHORT = 4
#: What sentences end with, and headlines do not.
CLOSING = frozenset({".", '"', "”", ":"})


def settled(doc: Doc, found: Sequence[Name]) -> Iterator[Name]:
    """Yield the names; those of a capitalised headline as the article below has them.

    "Harmon Defends NSA Files" is Harmon and the NSA, and "Doubles Down" nobody.
    """
    end = _headline(doc)
    below = {name.text: name.label for name in found if name.start >= end and name.label}
    small = {token.lower_ for token in doc[end:] if token.is_lower} if end else set()
    for name in found:
        single = name.end - name.start == 1
        if name.start >= end or single or name.text in below or gazetteer.gender(name.words[0]):
            yield name
        elif inside := list(_inside(doc, name, below)):
            yield from inside
        elif small.isdisjoint(word.lower() for word in name.words if len(word) >= SHORT):
            yield name


def _headline(doc: Doc) -> int:
    """Return where a headline in capitalised words ends, 0 without one."""
    end = next((token.i for token in doc[:100] if "\n" in token.text), 0)
    words = [token for token in doc[:end] if token.is_alpha and len(token) >= SHORT]
    capital = sum(token.text[0].isupper() for token in words)
    closed = end > 0 and doc[end - 1].text in CLOSING
    return end if not closed and len(words) >= ENOUGH and capital >= MOST * len(words) else 0


def _inside(doc: Doc, name: Name, below: dict[str, str]) -> Iterator[Name]:
    """Yield the longest names of the article that a headline's words hold, from the left."""
    start = name.start
    while start < name.end:
        ends = (end for end in range(name.end, start, -1) if doc[start:end].text in below)
        end = next(ends, None)
        if end is not None:
            yield named(doc, start, end, below[doc[start:end].text])
        start = end or start + 1
