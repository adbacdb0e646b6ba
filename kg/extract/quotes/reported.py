"""What somebody is said to say, think, want or judge without quotation marks around all of it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.quotes import cues, speakers
from kg.extract.quotes.page import Attribution, Page
from kg.facts import Span


def reported(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield the reported speech of verbs, nouns and adjectives whose cue is not taken yet."""
    for word in page.doc:
        frames = cues.FRAMES.get((word.pos_, cues.lemma(word)))
        if frames and word.i not in taken and page.inside[word.i] < 0 and (found := _complement(page, word, frames)):
            yield found


def _complement(page: Page, cue: Token, frames: frozenset[str]) -> Attribution | None:
    for name, find in FINDERS.items():
        if name in frames and (content := find(page, cue)):
            return Attribution(f"quote-{cue.pos_.lower()}-{name}", cue, content, _speaker(cue))
    for child in cue.children:
        if child.dep_ == "prep" and child.i > cue.i and child.lower_ in frames:
            for noun in child.children:
                if noun.dep_ in {"pobj", "pcomp"}:
                    content = (page.span(noun.left_edge.i, noun.right_edge.i),)
                    return Attribution(f"quote-{cue.pos_.lower()}-prep", cue, content, _speaker(cue))
    return None


def _speaker(cue: Token) -> Token | None:
    if cue.pos_ == "NOUN":
        return next((child for child in cue.children if child.dep_ == "poss"), None)
    if cue.pos_ == "ADJ":
        return speakers.subject(cue.head) if cue.dep_ in {"acomp", "ROOT"} else None
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in cue.children):
        return speakers.agent(cue)
    return speakers.subject(cue)


def _that_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """She said that X; she said X; X, she said; X, she said, and Y."""
    clause = next((c for c in cue.children if c.dep_ == "ccomp"), None)
    if clause is None:
        return _parenthesis(page, cue) if cue.dep_ == "parataxis" else ()
    if clause.i > cue.i:
        return (page.span(max(clause.left_edge.i, cue.i + 1), max(cue.right_edge.i, clause.right_edge.i)),)
    return _around(page, cue, clause.left_edge.i, clause.right_edge.i)


def _parenthesis(page: Page, cue: Token) -> tuple[Span, ...]:
    host = cue.head
    return _around(page, cue, host.left_edge.i, host.right_edge.i)


def _around(page: Page, cue: Token, left: int, right: int) -> tuple[Span, ...]:
    """Return the tokens from left to right without the clause of the cue in their midst."""
    own = [cue.i]
    for child in cue.children:
        if child.dep_ in speakers.SUBJECTS or child.dep_ in OWN_WORDS:
            own += [child.left_edge.i, child.right_edge.i]
    first, last = min(own), max(own)
    left = page.sentence_start(left)
    found = []
    if left < first:
        found.append(page.span(left, first - 1))
    if right > last:
        found.append(page.span(last + 1, right))
    return tuple(found)


#: What belongs to the cue's own clause where that clause stands inside of what is said.
OWN_WORDS = frozenset({"aux", "neg", "dobj", "dative", "npadvmod", "advmod", "prep", "tmod"})


def _to_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """She wants to win."""
    clause = next((c for c in cue.children if c.dep_ == "xcomp" and c.i > cue.i), None)
    return (page.span(clause.left_edge.i, clause.right_edge.i),) if clause is not None else ()


def _object(page: Page, cue: Token) -> tuple[Span, ...]:
    """She condemned the attack on the bridge."""
    noun = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    return (page.span(noun.left_edge.i, max(noun.right_edge.i, cue.right_edge.i)),) if noun is not None else ()


def _noun_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """Her claim that X; her promise to Y."""
    clause = next((c for c in cue.children if c.dep_ in {"acl", "relcl", "ccomp"} and c.i > cue.i), None)
    if clause is None or clause.left_edge.lower_ not in {"that", "to"}:
        return ()
    if clause.left_edge.lower_ == "that" and clause.left_edge.dep_ != "mark":
        return ()
    return (page.span(clause.left_edge.i, clause.right_edge.i),)


FINDERS = {"that": _that_clause, "to": _to_clause, "object": _object, "clause": _noun_clause}
