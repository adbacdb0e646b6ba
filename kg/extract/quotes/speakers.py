"""Who stands beside a cue: the subject of a verb, wherever the sentence has put it."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
#: Where a verb has no subject of its own, it has that of the verb it hangs on.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "parataxis"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
STEPS = 5


def subject(verb: Token) -> Token | None:
    """Return the head of the phrase that says what the verb cues, or None where the sentence does not tell."""
    word = verb
    for _ in range(STEPS):
        for child in word.children:
            if child.dep_ in SUBJECTS:
                return _meant(child, word)
        if word.dep_ in {"acl", "relcl"}:
            return word.head if word.head.pos_ in NOMINAL else None
        if word.dep_ not in SHARES_SUBJECT or word.head.i == word.i:
            return None
        word = word.head
    return None


def _meant(noun: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for ("a man who said"); any other subject is itself."""
    if noun.lower_ in RELATIVE and verb.dep_ == "relcl":
        return verb.head
    return noun


def agent(verb: Token) -> Token | None:
    """Return who does what a passive verb says: "was accused by the prosecutor"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def words(head: Token, cue: Token) -> Words:
    """Return the speaker's phrase with its appositions and clauses, without the clause that the cue stands in."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.left_edge.i <= cue.i <= child.right_edge.i:
            # "a man | who said": the phrase ends where the cue's clause begins.
            left, right = (left, child.left_edge.i - 1) if child.i > head.i else (child.right_edge.i + 1, right)
    if left <= cue.i < head.i:
        left = cue.i + 1
    elif head.i < cue.i <= right:
        right = cue.i - 1
    doc = head.doc
    while right > head.i and (doc[right].is_punct or doc[right].is_space or doc[right].dep_ == "cc"):
        right -= 1
    while left < head.i and (doc[left].is_space or doc[left].text in {",", "-", "–", "—", ":"}):
        left += 1
    return doc[left : right + 1]
