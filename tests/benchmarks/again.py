"""Readings of whole articles, read once, and again under other names: many articles, without reading many.

Each time again the letters of persons' names are turned by one more, in the text as in what it states, so that every
offset stays; places, bodies and offices are the same, as they are in news.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from itertools import count, islice
from string import ascii_lowercase
from typing import Any

from common import QUICK, corpus

from kg import naming
from kg.articles.article import Article
from kg.extraction import Extraction
from kg.facts import Mention, Reading, Span

#: Articles that are read.
WHOLE = 8 if QUICK else 100
#: What holds words of the text, or what a thing is called by them.
WORDS = frozenset({"text", "label", "aliases", "title"})


def readings(number: int) -> Iterator[Reading]:
    """Yield readings of so many articles."""
    first = list(Extraction(report=lambda _: None)(corpus(min(number, WHOLE))))
    every = (reading if again == 0 else renamed(reading, again) for again in count() for reading in first)
    yield from islice(every, number)


class Again:
    """A reader that has read so many articles already; it holds one at a time."""

    signature = "again"

    def __init__(self, number: int) -> None:
        self._number = number
        self._now: Reading | None = None

    def articles(self) -> Iterator[Article]:
        """Yield the articles, whose readings are asked for one after another."""
        for reading in readings(self._number):
            self._now = reading
            yield reading.article

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Yield what each article states."""
        return (self._now for _ in articles if self._now)


def renamed(reading: Reading, again: int) -> Reading:
    """Return a reading under another id, and with other persons."""
    people = [mention for mention in reading.mentions if _is_person(mention)]
    words = {word for mention in people for word in re.findall(r"[A-Z]\w+", mention.text)}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words)))})\b") if words else re.compile(r"(?!)")
    change = partial(pattern.sub, lambda found: turned(found[0], again))
    name = f"{reading.article.id}-{again}"
    keys = {mention.entity: "person/" + turned(mention.entity.removeprefix("person/"), again) for mention in people}
    old, new = (f"{naming.article(each)}/" for each in (reading.article.id, name))
    made: Reading = _changed(reading, "", change, lambda text: keys.get(text) or _moved(text, old, new))
    return replace(made, article=replace(made.article, id=name))


def _is_person(mention: Mention) -> bool:
    return mention.kind == "Person" and mention.form == "name" and mention.entity.startswith("person/")


def _moved(text: str, old: str, new: str) -> str:
    return new + text.removeprefix(old) if text.startswith(old) else text


def turned(text: str, by: int) -> str:
    """Return a text whose letters are others, as many as they were."""
    table: Mapping[str, str] = {
        case(letter): case(ascii_lowercase[(place + by) % len(ascii_lowercase)])
        for place, letter in enumerate(ascii_lowercase)
        for case in (str.lower, str.upper)
    }
    return text.translate(str.maketrans(dict(table)))


def _changed(value: Any, name: str, words: Callable[[str], str], key: Callable[[str], str]) -> Any:
    """Return what a reading holds with its words and the paths of its things changed."""
    if isinstance(value, str):
        return words(value) if name in WORDS else key(value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: _changed(getattr(value, each.name), each.name, words, key) for each in fields(value)}
        return replace(value, **parts)
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(_changed(each, name, words, key) for each in value)
    return value
