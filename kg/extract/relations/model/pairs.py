"""The words of a sentence that may be arguments of a relation, and which relations their kinds allow."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.relations.arguments import RELATIVE, pronoun_kinds, relative
from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Span as Words
from kg.language.parsed import Token


class Candidate(NamedTuple):
    """A word that stands for something: what it means, where that is known, and the kinds of thing that it may be.

    `head` is the word that the parse hangs on, `start` and `end` the words that it covers.
    """

    head: Token
    start: int
    end: int
    mention: Mention | None
    kinds: tuple[str, ...]


class Pair(NamedTuple):
    """Two candidates of a sentence in their order as subject and object, the relations admitted, their features."""

    subject: Candidate
    object: Candidate
    columns: tuple[int, ...]
    features: list[str]


def candidates(context: Context, sentence: Words) -> list[Candidate]:
    """Return the names, pronouns and dates of a sentence in the order of the text."""
    return list(_candidates(context, sentence))


def _candidates(context: Context, sentence: Words) -> Iterator[Candidate]:
    skip = -1
    for token in sentence:
        if token.i < skip:
            continue
        mention = context.mention(token)
        if mention is not None:
            skip = token.i + 1
            while skip < sentence.end and context.mention(context.doc[skip]) is mention:
                skip += 1
            yield Candidate(context.doc[token.i : skip].root, token.i, skip, mention, (mention.kind,))
        elif token.tag_ in RELATIVE or token.tag_ in {"PRP", "PRP$"}:
            found = relative(context, token) if token.tag_ in RELATIVE else None
            kinds = (found.kind,) if found else pronoun_kinds(token.lower_)
            if kinds:
                yield Candidate(token, token.i, token.i + 1, found, kinds)
