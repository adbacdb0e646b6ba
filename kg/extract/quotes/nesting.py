"""What stands in somebody's mouth: of "Khan said that Rudd denied X" the article tells what Khan said."""

from collections.abc import Sequence

from kg.extract.quotes.lookup import SaidBy
from kg.facts import Quote


def told(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes that the article tells itself, without those that only their speakers tell."""
    said = SaidBy(quotes)
    pairs = [(quote, said(quote.cue.start) if quote.cue else None) for quote in quotes]
    wrong = {outer for quote, outer in pairs if outer is not None and _surer(quote, outer)}
    return [
        quote
        for quote, outer in pairs
        if quote not in wrong and (outer is None or outer in wrong or outer is quote or _in_passing(quote, outer))
    ]


def _surer(inner: Quote, outer: Quote) -> bool:
    """Tell whether a cue within what is said shows that it was not said."""
    if outer.evidence.rule == "quote-direct-cue-after":
        # He called it "a lie" and said that she knew: the marks are not what he said.
        return outer.kind == "mixed"
    if outer.evidence.rule.startswith("quote-stance"):
        return not inner.evidence.rule.startswith("quote-stance")
    if outer.evidence.rule == "quote-verb-infinitive" and inner.evidence.modality == "denied":
        # She refused to say that X.
        return outer.evidence.modality != "denied"
    return (outer.evidence.rule, inner.evidence.rule) == ("quote-verb-object", "quote-verb-that")


def _in_passing(inner: Quote, outer: Quote) -> bool:
    """Tell whether the article itself tells the inner one: his words in marks, "he rejected her claim that X"."""
    if inner.evidence.rule.startswith("quote-direct"):
        return True
    return outer.evidence.rule == "quote-verb-object" and inner.evidence.rule.startswith("quote-noun")
