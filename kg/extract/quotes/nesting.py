"""What stands in somebody's mouth: of "Khan said that Rudd denied X" the article tells what Khan said."""

from collections.abc import Sequence

from kg.extract.quotes.lookup import SaidBy
from kg.extract.quotes.page import Attribution
from kg.facts import Quote

Found = tuple[Attribution, Quote]


def told(found: Sequence[Found]) -> list[Quote]:
    """Return the quotes that the article tells itself, without those that only their speakers tell."""
    quotes = [quote for _, quote in found]
    said, ways = SaidBy(quotes), {quote: way for way, quote in found}
    pairs = [(quote, said(quote.cue.start) if quote.cue else None) for quote in quotes]
    wrong = {
        outer for quote, outer in pairs if outer is not None and _surer((ways[quote], quote), (ways[outer], outer))
    }
    return [
        quote
        for quote, outer in pairs
        if quote not in wrong
        and (outer is None or outer in wrong or outer is quote or _in_passing(ways[quote], ways[outer]))
    ]


def _surer(inner: Found, outer: Found) -> bool:
    """Tell whether a cue within what is said shows that it was not said."""
    (way, quote), (around, whole) = inner, outer
    if (around.form, around.frame) == ("direct", "cue-after"):
        # He called it "a lie" and said that she knew: the marks are not what he said. But she made the decision to
        # "close the file", the court said: a noun shows less.
        return whole.kind == "mixed" and way.cue.pos_ != "NOUN"
    if around.form == "stance":
        return way.form != "stance"
    if (around.form, around.frame) == ("verb", "infinitive") and quote.evidence.modality == "denied":
        # She refused to say that X.
        return whole.evidence.modality != "denied"
    return (around.form, around.frame, way.form, way.frame) == ("verb", "object", "verb", "that")


def _in_passing(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether the article itself tells the inner one: his words in marks, "he rejected her claim that X"."""
    return inner.form == "direct" or ((outer.form, outer.frame) == ("verb", "object") and inner.form == "noun")
