"""What the names of one thing in one article stand for."""

from dataclasses import dataclass


@dataclass(slots=True)
class Referent:
    """One thing of an article.

    `gender` is "m", "f" or None, and `guessed` if only a single word tells it, which may be a surname as well;
    `listed` is a gender that the list of first names alone tells, which the text's own words overrule;
    `unsure` is a kind that a pronoun may still change.
    """

    key: str
    kind: str
    label: str
    gender: str | None = None
    unsure: bool = False
    guessed: bool = False
    listed: bool = False
