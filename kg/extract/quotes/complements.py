"""What a cue is over: the clause, infinitive or noun phrase that each of its frames finds."""

from collections.abc import Callable

from kg.extract.quotes import cues, extent, speakers
from kg.extract.quotes.page import Page
from kg.facts import Span
from kg.language.parsed import Token

Finder = Callable[[Page, Token], tuple[Span, ...]]


def _that_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """She said that X; she said X; X, she said; X, she said, and Y."""
    clauses = [c for c in cue.children if c.dep_ == "ccomp" and speakers.torn(c) is None]
    after = next((c for c in clauses if c.i > cue.i), None)
    if after is not None and cues.lemma(cue) in cues.SENSES and not _finite(after):
        return ()
    before = next((c for c in clauses if c.i < cue.i), None)
    if after is not None and speakers.owned(cue) is not None:
        before = None
    if before is not None and (found := extent.around(page, cue, before.left_edge.i, before.right_edge.i)):
        return found
    if after is not None:
        return extent.of_part(page, cue, after, listener=cues.lemma(cue) in cues.ADDRESSING)
    return _hung_elsewhere(page, cue)


def _hung_elsewhere(page: Page, cue: Token) -> tuple[Span, ...]:
    """Find a clause that the parser has hung on who listens, or where it is said; or on which it has hung the cue."""
    if (told := _told(cue)) is not None:
        return extent.of_part(page, cue, told)
    if cue.dep_ == "parataxis" or _told_last(cue):
        last = cue.head.right_edge.i if cue.dep_ == "parataxis" else cue.left_edge.i - 1
        return extent.around(page, cue, cue.head.left_edge.i, last)
    clause = _beside(cue)
    return extent.of_part(page, cue, clause) if clause is not None else ()


def _beside(cue: Token) -> Token | None:
    """Return the clause that the parser has hung on where it is said: "said in a statement | that X"."""
    nouns = (noun for child in cue.rights if child.dep_ == "prep" for noun in child.rights if noun.dep_ == "pobj")
    clauses = (c for noun in nouns for c in noun.rights if c.dep_ in {"acl", "relcl", "ccomp"} and _finite(c))
    return next((c for c in clauses if c.left_edge.lower_ == "that" and (c.left_edge.dep_ == "mark" or _full(c))), None)


def _full(clause: Token) -> bool:
    """Tell whether a clause lacks nothing that "that" could stand for: "said at the gate that he had agreed on it"."""
    that = clause.left_edge
    subject = any(c.dep_ in speakers.SUBJECTS and c != that for c in clause.lefts)
    passive = any(c.dep_ == "nsubjpass" and c != that for c in clause.lefts)
    ends = (c for c in clause.rights if c.dep_ in {"dobj", "attr", "acomp", "ccomp", "xcomp"} or any(c.children))
    return that.dep_ == "dobj" and subject and (passive or any(ends))


def _told_last(cue: Token) -> bool:
    """Tell whether who says it ends the sentence, as if in a second clause: "A bus burned, she told reporters"."""
    joined = (
        cue.dep_ == "conj" and cue.head.i < cue.i and not any(c.dep_ == "cc" for c in cue.head.rights if c.i < cue.i)
    )
    own = any(c.dep_ == "nsubj" for c in cue.lefts) and cue.doc[cue.left_edge.i - 1].text == ","
    said = cue.tag_ == "VBD" and all(c.dep_ in {"dobj", "dative", "punct", "npadvmod", "prep"} for c in cue.rights)
    return joined and own and said and cue.i > cue.sent.end - 1 - LAST_WORDS


#: Tokens that stand behind such a verb at most: "told the local radio station on Friday."
LAST_WORDS = 8


def _told(cue: Token) -> Token | None:
    """Return the clause that the parser has hung on who listens: "tell terrorists they will not win"."""
    if cues.lemma(cue) not in cues.ADDRESSING:
        return None
    listener = next((c for c in cue.rights if c.dep_ == "dobj"), None)
    clauses = [] if listener is None else [c for c in listener.rights if c.dep_ == "relcl"]
    own = (c for c in clauses if any(s.dep_ == "nsubj" for s in c.lefts))
    return next((c for c in own if c.left_edge.lower_ not in extent.WH or c.left_edge.dep_ == "mark"), None)


def _finite(verb: Token) -> bool:
    """Tell whether the verb of a clause has a tense: "found that he lied", not "found him lying"."""
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.lefts if child.dep_ in {"aux", "auxpass"})


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _infinitive(page: Page, cue: Token) -> tuple[Span, ...]:
    """She vowed to win; she urged him to win."""
    clause = next((c for c in cue.rights if c.dep_ == "xcomp"), None)
    if clause is None:
        return ()
    noun = next((c for c in cue.rights if c.dep_ == "dobj" and c.i < clause.i), None)
    part = clause if noun is None or _listens(page, cue, noun) else noun
    return extent.of_part(page, cue, part)


def _upon(page: Page, cue: Token) -> tuple[Span, ...]:
    """She called on ministers to resign."""
    word = cue.doc[min(cue.i + 1, len(cue.doc) - 1)]
    clause = next((c for c in cue.rights if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"), None)
    if word.lower_ not in {"on", "upon"} or clause is None:
        return ()
    return (page.span(word.i + 1, clause.right_edge.i),)


def _object(page: Page, cue: Token) -> tuple[Span, ...]:
    """She condemned the attack on the bridge; she called him a liar."""
    noun = next((c for c in cue.rights if c.dep_ in {"dobj", "oprd"} or (c.dep_ == "ccomp" and not _finite(c))), None)
    if noun is None or (cues.lemma(cue) in cues.SENSES and cue.tag_ not in FINITE):
        return ()
    if noun.dep_ == "dobj" and _listens(page, cue, noun):
        rest = next((c for c in cue.rights if c.dep_ == "xcomp" or c.lower_ in {"about", "of", "against"}), None)
        if rest is None:
            return ()
        return extent.of_part(page, cue, rest)
    return extent.of_object(page, cue, noun)


def _listens(page: Page, cue: Token, noun: Token) -> bool:
    """Tell whether the object of a verb like "told" or "warned" is who listens; people also ask for things."""
    lemma = cues.lemma(cue)
    if lemma not in cues.ADDRESSING or lemma != "ask":
        return lemma in cues.ADDRESSING
    mention = page.context.mention(noun)
    return noun.pos_ in {"PRON", "PROPN"} or (
        mention is not None and mention.kind in {"Person", "Organization", "Group"}
    )


def _noun_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """Her claim that X; her promise to Y."""
    clause = next((c for c in cue.rights if c.dep_ in {"acl", "relcl", "ccomp"}), None)
    if clause is None:
        return ()
    opening = clause.left_edge
    if not (opening.lower_ == "to" or (opening.lower_ in {"that", "whether"} and opening.dep_ == "mark")):
        return ()
    return (page.span(opening.i, clause.right_edge.i),)


def _patient(page: Page, cue: Token) -> tuple[Span, ...]:
    """He is expected to win; the plan was criticized by Khan; who was accused of arson."""
    subject = next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)
    rest = [c for c in cue.rights if c.dep_ in {"xcomp", "oprd", "prep", "ccomp"} and c.lower_ not in CIRCUMSTANCE]
    if subject is None:
        return ()
    parts = [(subject.left_edge.i, subject.right_edge.i)]
    if cues.lemma(cue) in cues.ADDRESSING and (not rest or rest[0].lower_ == "about"):
        # "he was asked about X", "he was told nothing": he listens.
        parts = []
    if rest:
        first = rest[0].left_edge.i + (rest[0].dep_ == "prep" and rest[0].lower_ != "as")
        parts.append((first, rest[0].right_edge.i))
    return tuple(page.span(first, last) for first, last in parts if first <= last)


#: Prepositions of time and place, which go with the saying and not with what is said.
CIRCUMSTANCE = frozenset({"in", "on", "at", "by", "during", "after", "before", "since", "from", "with"})


def _passive_clause(page: Page, cue: Token) -> tuple[Span, ...]:
    """Find the X of: it was reported that X; he was told that X."""
    clause = next((c for c in cue.rights if c.dep_ == "ccomp"), None)
    return extent.of_part(page, cue, clause) if clause is not None else ()


ACTIVE: dict[str, Finder] = {
    "that": _that_clause,
    "upon": _upon,
    "infinitive": _infinitive,
    "object": _object,
    "clause": _noun_clause,
}
PASSIVE: dict[str, Finder] = {"that": _passive_clause, "infinitive": _patient, "object": _patient, "patient": _patient}
