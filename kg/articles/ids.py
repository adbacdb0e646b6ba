"""Articles of one id: the same again, another version at the same address, or a mistake."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from kg.articles.article import Article
from kg.articles.report import Report
from kg.articles.text import digest
from kg.errors import DataError, LeftOut, Notice

#: As what articles are counted that are not read.
TWICE, OLDER = "standing twice", "of another version"


@dataclass(frozen=True, slots=True)
class Taken:
    """What is remembered of an article that was read: its id, where it stands, what it is, its date and its address."""

    id: str
    where: str
    content: int | str
    published: str | None
    source: str | None

    @classmethod
    def of(cls, article: Article, where: str) -> Self:
        """Return what is remembered of an article."""
        return cls(article.id, where, hash(article), article.published, article.source)


def dated(article: Article) -> Article:
    """Return an article that is called by its address as one that is called by its date too, so that others may be."""
    if article.id != article.source:
        return article
    return replace(article, id=f"{article.id} {article.published or digest(article.text)}")


def is_new(article: Taken, first: Taken | None, report: Report) -> bool:
    """Whether an article is to be read: no other has its id, or it is the newer at its address, which is told.

    Raises:
        DataError: another article has its id.

    """
    if first is None or first.content == article.content:
        return first is None
    where = article.where
    if article.id != article.source or not (article.published and first.published):
        raise DataError(f"{where}: the article in {first.where} has the id {article.id!r} too: give each its own")
    newer = is_newer(article.published, first.published)
    which = "newer than, and in the place of," if newer else "no newer than"
    said = f"{where}: {which} the article in {first.where} at the same address; --keep-versions keeps both"
    report(Notice(said) if newer else LeftOut(said, OLDER))
    return newer


def again(article: Taken, first: Taken) -> LeftOut:
    """Return what is told of an article that is the same as another."""
    said = f"{article.where}: the same article as in {first.where}: read once, as are others that stand twice"
    return LeftOut(said, TWICE, often=TWICE)


def is_newer(published: str, other: str) -> bool:
    """Whether a date of publication is later than another, as far as both say; in UTC where both give a zone."""
    one, two = _moment(published), _moment(other)
    if one and two:
        return one > two
    size = min(len(published), len(other))
    return published[:size] > other[:size]


def _moment(text: str) -> datetime | None:
    """Return the moment that a date with a time and a zone tells."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
