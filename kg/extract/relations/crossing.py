"""What no relation crosses: a closing quotation mark, behind which somebody else speaks."""

from collections.abc import Sequence

from kg.extract.quotes.marks import Quoted
from kg.facts import Fact, Mention, Span

MARKS = "\"'`“”„‘’«»‹›,. "


def crosses(text: str, said: Sequence[Quoted], fact: Fact, trigger: Span) -> bool:
    """Tell whether an end of a fact or its word is in a quotation and an end behind it: 'called "the head" of Acme'.

    A name that alone stands between the marks is no words of anybody: 'the editor of "Leeds Today"'.
    """
    ends = [(m, _around(said, m.span)) for m in (fact.subject, fact.object, fact.scope) if m]
    outside = [mention.span.start for mention, quoted in ends if quoted is None]
    inside = [quoted for mention, quoted in ends if quoted is not None and not _alone(text, quoted, mention)]
    word = _around(said, trigger)
    return any(start >= quoted.end for quoted in (*inside, *filter(None, [word])) for start in outside)


def _around(said: Sequence[Quoted], span: Span) -> Quoted | None:
    """Return the quotation marks that words stand between."""
    return next((quoted for quoted in said if quoted.start < span.start and span.end < quoted.end), None)


def _alone(text: str, quoted: Quoted, mention: Mention) -> bool:
    """Tell whether nothing but a name stands between the marks."""
    return mention.form == "name" and text[quoted.start : quoted.end].strip(MARKS) == mention.text.strip(MARKS)
