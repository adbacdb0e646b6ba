"""Where sentences start, as far as lines and abbreviations tell it; the rest is the parser's."""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words that a sentence may have, and what ends one.
LONGEST_SENTENCE = 400
ENDS = frozenset({".", "!", "?", "…"})
#: The full stop of a short form that ends a sentence is one with it.
UNITS = _set("m. k. b. t. g. bn. mn. tn. km. kg.")
FIRMS = _set("Ltd. Inc. Corp. Co. Cos. Bros. Plc. PLC. L.P. N.V. S.A. A.G. S.p.A. L.L.C.")
OTHERS = _set("U.S. U.K. U.N. E.U. D.C. U.S.A. a.m. p.m. Jr. Sr. etc.")
#: Words that a capital makes the first of a sentence: no name and no title begins with them.
OPENERS = _set(
    "the it its he she his her they their we our you this that these those there but however although though "
    "while when after before because if since as at in on for from with by under during despite meanwhile both "
    "neither nor yet so then now what who how why where not"
)
#: What stands between a firm and whom it has: "Acme Inc. Chairman Ann Lee".
TITLES = _set(
    "chairman chairwoman chairperson chair chief president ceo cfo coo director vice executive managing senior "
    "founder co-founder spokesman spokeswoman spokesperson manager head analyst economist treasurer secretary"
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: What may stand between the first word of a sentence and its verb, for the verb to be its own.
CLAUSE_BREAKS = frozenset({",", ";", ":", "WDT", "WP", "WRB", "-LRB-", "``", "''"})
#: How far after its first word a sentence's verb is looked for.
NEAR = 12


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Let a sentence start where a line starts (a headline has no full stop), and none with the mark that closes it.

    Nor does one start behind the first word of a line: the parser leaves "Gunmen" alone before "killed three".
    """
    after_break, first = False, True
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
        elif after_break:
            token.is_sent_start = first = True
            after_break = False
        elif first and token.i:
            first = False
            if doc[token.i - 1].is_alpha:
                token.is_sent_start = False
        elif token.is_quote and token.i and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space:
            token.is_sent_start = False
    return bounded(shortened(doc))


def shortened(doc: Doc) -> Doc:
    """Let a sentence end with a short form where the words around it tell so: "It paid £40m. Barton Group ..."."""
    verb = False
    for token, after in pairwise(doc):
        if token.is_sent_start or token.text in ENDS:
            verb = False
        verb = verb or token.tag_ in FINITE
        if token.text[-1:] == "." and after.is_sent_start is None:
            starts = ends(token, after, verb=verb)
            if starts is not None:
                after.is_sent_start = starts
                verb = verb and not starts
                if after.is_quote and after.i + 1 < len(doc):
                    doc[after.i + 1].is_sent_start = False
    return doc


def ends(short: Token, after: Token, *, verb: bool) -> bool | None:
    """Tell whether a short form ends its sentence, in which a `verb` stands or none; None is left to the parser."""
    if not (after.text[:1].isupper() or (after.is_quote and short.whitespace_)):
        return None
    opened = verb and short.text in FIRMS | OTHERS and after.lower_ in OPENERS
    if opened or _is_measured(short) or _is_network(short):
        return True
    return _firm_ends(after, verb=verb) if short.text in FIRMS else None


def _is_measured(short: Token) -> bool:
    """Tell whether a short form is the unit of a number that is one with it: "£40m."."""
    before = short.nbor(-1) if short.i else short
    return short.text in UNITS and before.like_num and not before.whitespace_


def _is_network(short: Token) -> bool:
    """Tell whether a letter is where somebody posted: "on X."."""
    return short.text == "X." and short.i > 0 and short.nbor(-1).lower_ in {"on", "via"}


def _firm_ends(after: Token, *, verb: bool) -> bool | None:
    """Tell whether a firm's short form ends its sentence; who is named with a title goes on: "Acme Inc. Chairman"."""
    clause = verb and states(after)
    if after.lower_ in TITLES:
        return None if clause else False
    return True if clause and not after.is_quote else None


def states(first: Token) -> bool:
    """Tell whether a clause of its own begins with a word: a verb is near, and nothing that may have it instead."""
    for token in first.doc[first.i : first.i + NEAR]:
        if token.tag_ in FINITE:
            return token.i > first.i
        if token.text in ENDS or token.text in CLAUSE_BREAKS or token.tag_ in CLAUSE_BREAKS or token.is_space:
            return False
    return False


def bounded(doc: Doc) -> Doc:
    """Cut a sentence that does not end: what looks through it for each of its words is to have an end, too."""
    since = 0
    for token in doc:
        since = 0 if token.is_sent_start or token.text in ENDS else since + 1
        if since == LONGEST_SENTENCE:
            token.is_sent_start = True
            since = 0
    return doc
