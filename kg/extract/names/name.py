"""A name as it stands in a Doc."""

from dataclasses import dataclass

from kg.extract.lexicon.courtesy import COURTESY, title_of
from kg.language.parsed import Doc


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` that name something; `label` is what NER called it, "" where it missed it."""

    start: int
    end: int
    text: str
    label: str
    title: str | None = None
    #: Where the mention starts: at the "Mr" or "Ms" before the name, if there is one.
    courtesy: int = -1

    @property
    def words(self) -> list[str]:
        """The name's words."""
        return self.text.split()


def named(doc: Doc, start: int, end: int, label: str, title: str | None = None) -> Name:
    """Return the name that some tokens are, with the title before it."""
    before = start - 1
    if title is None and start:
        before -= doc[before].text == "." and start > 1
        title = title_of(doc[before].text)
    courtesy = before if title in COURTESY and before >= 0 and title_of(doc[before].text) == title else start
    return Name(start, end, " ".join(doc[start:end].text.split()), label, title, courtesy)
