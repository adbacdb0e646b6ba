"""An article as the parser sees it: without tags, marks of layout and capitals, and with the way back to its own text.

What a reader does not see, or sees as layout, must change no fact. Spans that are found in the view are those of the
article's unchanged text again by `Offsets`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar

from spacy.language import Language

from kg.articles.article import Article
from kg.facts import Entity, Mention, Reading, Span
from kg.language.cleaning import Cleaning
from kg.language.cleanings import CLEANINGS, LAST, PLAIN, SUSPECT
from kg.language.layout import unwrap
from kg.language.offsets import View
from kg.language.ranks import Ranks, ranks
from kg.language.truecase import recased


def cleaned(text: str) -> View:
    """Return a text without what a reader does not see as words."""
    if SUSPECT.search(text):
        return through(View(text), CLEANINGS)
    plain = through(View(text), PLAIN)
    return plain if plain.text == text else through(plain, LAST)


def through(view: View, cleanings: Iterable[Cleaning]) -> View:
    """Return the view with each cleaning done in turn."""
    for cleaning in cleanings:
        view = view.replaced(cleaning.pattern, cleaning.by)
    return view


#: A word that is cut at the end of a line.
_CUT = re.compile(r"\b([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)\b")
#: The large first letter of a paragraph, apart from its word.
_DROPPED = re.compile(r"(?:\A|(?<=\n\n))([B-HJ-NP-Z])[ \t]([a-z]{2,})\b")
#: What stands first in a line keeps its capital.
_LINE_START = re.compile(r"^[ \t]*\w", re.MULTILINE)


def view(text: str, nlp: Language, *, learned: bool = True) -> View:
    """Return a text as the parser is to see it."""
    seen = whole_words(cleaned(text), nlp)
    # Lines in capitals show only in small letters where they run on.
    lines = unwrap(recased(unwrap(seen.text), nlp, learned=learned))
    return View(_LINE_START.sub(lambda m: seen.text[m.start() : m.end()], lines), seen.offsets)


def whole_words(view: View, nlp: Language) -> View:
    """Return a view with the words whole that a line's end or a large first letter cuts.

    A hyphen stays where the word has one of its own.
    """
    known = ranks(nlp) if _CUT.search(view.text) or _DROPPED.search(view.text) else None
    if known is None:
        return view
    mended = view.replaced(_CUT, lambda cut: _mended(cut, known))
    return mended.replaced(_DROPPED, lambda cut: _begun(cut, known))


def _mended(cut: re.Match[str], known: Ranks) -> str:
    """Return a cut word: what is seldom written in one is written with a hyphen."""
    one, other = cut.groups()
    place, *parts = known.of([one + other, one, other]).tolist()
    return one + other if place <= max(parts) else f"{one}-{other}"


def _begun(cut: re.Match[str], known: Ranks) -> str:
    """Return a word whose first letter stands apart: "G unmen" is no word but "gunmen" is; "M states" are two."""
    one, other = cut.groups()
    whole, rest = known.of([one.lower() + other, other]).tolist()
    return one + other if whole < rest else cut.group()


def seen(article: Article, nlp: Language, *, learned: bool = True) -> tuple[Article, View]:
    """Return the article as the parser is to see it, and the way back."""
    whole = view(article.text, nlp, learned=learned)
    title = article.title and view(article.title, nlp, learned=learned).text
    return replace(article, text=whole.text, title=title), whole


T = TypeVar("T")
#: The marks of the text that the view shows as curly ones, with their blanks.
_ANGLE = re.compile("\u00ab\\s*|\\s*\u00bb")


def restored(reading: Reading, article: Article, whole: View) -> Reading:
    """Return what was read in the view of an article as what its own text states."""
    if whole.offsets is None:
        return replace(reading, article=article)
    text = article.text if _ANGLE.search(article.text) else ""
    back = _Back(whole, text, {m.text: own_marks(m, text, whole) for m in reading.mentions} if text else {})
    return Reading(article, **{name: back(getattr(reading, name)) for name in _parts(Reading)[1:]})


def own_marks(mention: Mention, text: str, whole: View) -> str:
    """Return the words of a mention with the angle marks of the text itself: "Radio \u00abNord\u00bb"."""
    if not text or len(mention.text) != mention.span.end - mention.span.start:
        return mention.text
    places = (whole.span(Span(i, i + 1)) for i in range(*mention.span))
    marks = (_ANGLE.fullmatch(text, place.start, place.end) for place in places)
    return "".join(mark.group() if mark else seen for seen, mark in zip(mention.text, marks, strict=True))


class _Back:
    """Gives values with all spans in them moved, and names as the text writes them."""

    def __init__(self, whole: View, text: str, labels: Mapping[str, str]) -> None:
        self._whole, self._text, self._labels = whole, text, labels
        self._done: dict[int, object] = {}

    def __call__(self, value: T) -> T:
        """Return a value moved; what is part of several things is moved once."""
        if value is None or isinstance(value, str | int | float):
            return value
        if isinstance(value, Span):
            return self._whole.span(value)  # type: ignore[return-value]
        if isinstance(value, tuple):
            return tuple([self(item) for item in value])  # type: ignore[return-value]
        if not is_dataclass(value) or isinstance(value, type):
            return value
        if id(value) not in self._done:
            parts: dict[str, object] = {name: self(getattr(value, name)) for name in _parts(type(value))}
            self._done[id(value)] = type(value)(**{**parts, **self._named(value)})
        return self._done[id(value)]  # type: ignore[return-value]

    def _named(self, value: object) -> Mapping[str, str]:
        """Return how the text writes what a thing is called."""
        if isinstance(value, Mention):
            return {"text": own_marks(value, self._text, self._whole)}
        return {"label": self._labels.get(value.label, value.label)} if isinstance(value, Entity) else {}


@cache
def _parts(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
