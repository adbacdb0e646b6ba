"""Which verb and which name stand beside quoted words."""

from collections.abc import Sequence

from kg.extract.quotes import cues, speakers
from kg.extract.quotes.page import Page, Stretch
from kg.language.parsed import Token

CLAUSES_OF_NOUNS = frozenset({"relcl", "acl"})


def is_cue(word: Token) -> bool:
    """Tell whether the word is a verb that can stand beside quoted words."""
    return (word.pos_ in {"VERB", "AUX"} or word.dep_ == "ROOT") and word.lemma_.lower() in cues.QUOTE


def tells_apart(verb: Token) -> bool:
    """Tell whether the verb stands in a clause that tells a noun apart: "Khan, who said Y last year"."""
    if verb.dep_ == "acl":
        return True
    return verb.dep_ == "relcl" and any(child.lower_ in speakers.RELATIVE for child in verb.lefts)


def any_verb(page: Page, stretch: Stretch, words: Sequence[Token]) -> Token | None:
    """Return the verb beside a name right after a whole quoted sentence: "X," Khan retaliated; "X?" posed Khan."""
    if page.sentence_start(stretch.first) != stretch.first or words[0].text == ",":
        return None
    verb = next((w for w in words if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.tag_ not in {"VBD", "VBZ"} or tells_apart(verb):
        return None
    head = speakers.subject(verb)
    inverted = verb == words[0] and head is not None and head.i > verb.i and _closes(words, head)
    return verb if head is not None and (verb.i > words[0].i or inverted) else None


def _closes(words: Sequence[Token], name: Token) -> bool:
    """Tell whether a name right after its verb is all that follows, or a comma does."""
    later = [w for w in words if w.i > name.right_edge.i]
    return name.pos_ in {"PROPN", "PRON"} and (not later or later[0].is_punct)


def last_cue(words: Sequence[Token]) -> Token | None:
    """Return the last verb that can be a cue, rather outside a clause that tells a noun apart."""
    found = [w for w in words if is_cue(w)]
    return next((w for w in reversed(found) if not tells_apart(w)), found[-1] if found else None)


def main_verb(words: Sequence[Token]) -> Token | None:
    """Return the main verb of the words, if they have one."""
    verbs = [w for w in words if w.pos_ in {"VERB", "AUX"} and w.dep_ not in CLAUSES_OF_NOUNS]
    return next((w for w in verbs if w.dep_ == "ROOT"), verbs[0] if verbs else None)


def speaker(page: Page, cue: Token, words: Sequence[Token]) -> Token | None:
    """Return the head of the speaker's phrase: the cue's subject, or else the noun next to it outside the marks."""
    head = speakers.subject(cue)
    if head is not None and page.inside[head.i] < 0:
        return head
    left = [w for w in words if w.i < cue.i and w.pos_ in speakers.NOMINAL]
    right = [w for w in words if w.i > cue.i and w.pos_ in {"PROPN", "NOUN", "PRON"}]
    beside = left[-1] if left else right[0] if right else None
    inside = {w.i for w in words}
    while beside is not None and beside.head.i in inside - {beside.i, cue.i} and beside.head.pos_ in speakers.NOMINAL:
        beside = beside.head
    return beside
