"""How many a row counts together: "three children and a teacher" are four."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.syntax import joined
from kg.extract.syntax.context import Context
from kg.facts import Argument, Mention, Span
from kg.language.parsed import Token

#: Whose numbers make a sum.
COUNTED = ("killed", "injured")
#: A number and nothing else: it counts those who are told beside it, and is nobody more.
KIND = "Number"


def sums(context: Context, told: Sequence[tuple[Token, Argument]]) -> Iterator[Argument]:
    """Yield the sum of each row of which every member is counted exactly: "Ann Lee and five others" are six."""
    for first, argument in told:
        row = list(joined.conjuncts([first]))
        members = [a for token, a in told if token in row and a.role == argument.role]
        opens = first.dep_ != "conj" and not joined.listed(first)
        if argument.role in COUNTED and opens and len(members) == len(row) > 1 and summed(row, members):
            span = Span(members[0].mention.span.start, members[-1].mention.span.end)
            words = context.article.text[span.start : span.end]
            whole = Mention(span, words, KIND, words, "value")
            yield replace(argument, mention=whole, value=str(sum(int(a.value or 0) for a in members)))


def summed(row: Sequence[Token], members: Sequence[Argument]) -> bool:
    """Tell whether the numbers of a row add up: exact ones, not all of them of one, all told in the same way."""
    by = [c for token in row for c in token.children if c.dep_ == "cc"]
    # Nobody behind the last "and" is lost.
    whole = {c.lower_ for c in by} == {"and"} and max(c.i for c in by) < max(token.i for token in row)
    exact = all(a.value and a.value.isdecimal() for a in members)
    groups = any(a.mention.form == "nominal" for a in members)
    return exact and groups and whole and len({a.evidence.modality for a in members}) == 1
