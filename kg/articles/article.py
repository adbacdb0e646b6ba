"""An article as it was published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news article; `text` is never changed, so that offsets into it stay true.

    `title` is the headline and `byline` the line under it that names the author ("Name, Role"); both may also stand in
    the text. `published` is an ISO 8601 date or date-time, None where it is not known. `source` is a URL. `language` is
    what was said of the article's language, if anything was. `dated_by` says what told the date where
    no field of its own does: a tag of the page, its address.
    """

    id: str
    text: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None
    dated_by: str | None = None
