"""How far what is said reaches: from the parse of a cue's complement to spans of text."""

from bisect import bisect_right

from kg.extract.quotes import cues, speakers
from kg.extract.quotes.page import Page
from kg.extract.quotes.speakers import CONTRASTS
from kg.facts import Span
from kg.language.parsed import Token

#: Where these begin to the right of a complement, the cue's own clause goes on or another begins.
NOT_SAID = frozenset({"cc", "conj", "parataxis", "punct"})
#: What belongs to the cue's own clause where that clause stands inside of what is said.
OWN_WORDS = frozenset({"aux", "neg", "dobj", "dative", "npadvmod", "advmod", "prep", "tmod", "prt"})
WH = frozenset({"which", "what", "who", "whom", "that", "how", "why", "where", "when"})


def of_part(page: Page, cue: Token, part: Token, *, listener: bool = False) -> tuple[Span, ...]:
    """Return the words of a complement after its cue, with a relative before it: "which she said X"."""
    first, last = max(_opening(cue, part), cue.i + 1), _end(page, cue, part)
    if listener:
        first = _after_listener(part, first)
    found = []
    if part.left_edge.i < cue.i and part.left_edge.lower_ in WH:
        found.append(page.span(part.left_edge.i, part.left_edge.i))
    if first <= last:
        found.append(page.span(first, last))
    return tuple(found)


def _opening(cue: Token, part: Token) -> int:
    """Return where a clause begins, with a subject that the parse gives the cue: "added | the cause was"."""
    first = part.left_edge.i
    if (
        part.dep_ != "ccomp"
        or cues.lemma(cue) in cues.ADDRESSING
        or any(c.dep_ in speakers.SUBJECTS for c in part.lefts)
    ):
        return first
    lost = (c for c in cue.rights if c.dep_ == "dobj" and c.right_edge.i == first - 1)
    return next((c.left_edge.i for c in lost), first)


def _after_listener(clause: Token, first: int) -> int:
    """Return where a clause begins if the parser has put who listens, or when, into it: "tell men | they will win"."""
    opening, subject = clause.doc[first], next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    if (
        opening.dep_ == "prep"
        and opening.head == clause
        and subject
        and subject.left_edge.i == opening.right_edge.i + 1
    ):
        # "told Radio Kelham on Sunday he would": without a comma it is the telling that was on Sunday.
        return subject.left_edge.i
    nouns = [c for c in clause.lefts if c.dep_ in speakers.SUBJECTS or c.pos_ in {"NOUN", "PROPN"}]
    if len(nouns) > 1 and nouns[0].left_edge.i == first and nouns[1].left_edge.i == nouns[0].right_edge.i + 1:
        return nouns[1].left_edge.i
    return first


def of_object(page: Page, cue: Token, noun: Token) -> tuple[Span, ...]:
    """Return the object of a cue with all that the cue says of it."""
    relative = next((c for c in cue.lefts if c.dep_ in {"dobj", "nsubj"} and c.lower_ in WH and c.i != noun.i), None)
    found = of_part(page, cue, noun)
    if relative is not None and relative.dep_ == "dobj":
        return (page.span(relative.i, relative.i), *found)
    return found


def _end(page: Page, cue: Token, part: Token) -> int:
    """Return the last token of a complement: what follows it belongs to it until a new clause of the cue's begins."""
    end = part.right_edge.i
    for child in cue.rights:
        if child.i <= part.i or (child.dep_ == "punct" and child.text != ":"):
            continue
        if child.dep_ in NOT_SAID or (child.dep_ == "advcl" and speakers.after_comma(child)):
            break
        end = max(end, child.right_edge.i)
    return _cut(page, cue, part, end)


def _cut(page: Page, cue: Token, part: Token, end: int) -> int:
    """Return the place before a second cue that the parser has put into what the first one says."""
    doc = page.doc
    for i in page.joints[bisect_right(page.joints, part.i) : bisect_right(page.joints, end)]:
        word = doc[i]
        if word.lower_ in CONTRASTS and part.i < i - 1 and _turns(word):
            return i - 1 if doc[i - 1].text != "," else i - 2
        if doc[i - 1].lower_ in {"but", "and"} and _own_words(word, part):
            return i - 2 if doc[i - 2].text != "," else i - 3
        if doc[i - 1].text == "," and (word.lower_ == "according" or (word.tag_ == "VBG" and _cue(word))):
            return i - 2
        if word.dep_ == "conj" and word.tag_ == cue.tag_ != "VB" and _speaks(word):
            return i - 2 if doc[i - 2].text != "," else i - 3
    return end


def _turns(mark: Token) -> bool:
    """Tell whether another speaks after "while": "said it would pay while the union said it would not"."""
    noun = next((c for c in mark.rights if c.dep_ == "pobj"), None)
    if noun is not None and noun.i + 1 < len(mark.doc) and speakers.torn(noun.nbor()) is not None:
        return _says(noun.nbor())
    verb = mark.head
    other = any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.lefts)
    return mark.dep_ in {"mark", "advmod"} and verb.i > mark.i and other and _says(verb)


def _own_words(verb: Token, part: Token) -> bool:
    """Tell whether what follows "but" or "and" is the paper's own: "would not meet there again but did so in 2001"."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head == part
    modal = any(c.tag_ == "MD" for c in part.lefts)
    return joined and modal and not any(c.dep_ in speakers.SUBJECTS for c in verb.lefts)


def _says(verb: Token) -> bool:
    return not frozenset(("that", "object")).isdisjoint(cues.FRAMES.get(("VERB", cues.lemma(verb)), ()))


def _speaks(word: Token) -> bool:
    """Tell whether a verb without a subject of its own says something, and so is the first speaker's."""
    speaks = any(name in cues.FRAMES.get(("VERB", cues.lemma(word)), ()) for name in ("that", "object"))
    return speaks and not any(child.dep_ in speakers.SUBJECTS for child in word.lefts)


def _cue(word: Token) -> bool:
    return word.pos_ == "VERB" and "that" in cues.FRAMES.get(("VERB", cues.lemma(word)), ())


def around(page: Page, cue: Token, left: int, right: int) -> tuple[Span, ...]:
    """Return the tokens from left to right without the clause of the cue in their midst: "X, she said, Y"."""
    own = [cue.i]
    for child in cue.children:
        if child.dep_ in speakers.SUBJECTS or (child.dep_ in OWN_WORDS and child.i < cue.i + REACH):
            own += [child.left_edge.i, child.right_edge.i]
    first, last = min(own), max(own)
    if first and page.doc[first - 1].text not in BREAKS and not page.closes(first - 1):
        return ()
    left = page.sentence_start(left)
    found = []
    if left < first - 1:
        found.append(page.span(left, first - 1))
    if last < right and page.doc[last + 1].text in BREAKS:
        found.append(page.span(last + 1, right))
    return tuple(found)


REACH = 12
BREAKS = frozenset({",", "-", "--", "–", "—", "?", "!"})
