"""To whom, where and how surely something is said."""

from kg.extract.quotes import cues
from kg.extract.syntax.context import Context
from kg.facts import Mention, Modality, Span
from kg.language.parsed import Token

POSSIBLE = frozenset({"may", "might", "could", "will", "would", "should", "shall", "must", "'ll", "’ll", "'d", "’d"})


def addressee(context: Context, cue: Token, content: tuple[Span, ...]) -> Mention | None:
    """Return whom the cue names as listening: "told Sky News", "said to reporters"."""
    noun = listener(cue)
    if noun is None or any(span.start < noun.idx < span.end for span in content) or is_hall(context, noun):
        return None
    return context.phrase(noun)


def is_hall(context: Context, noun: Token) -> bool:
    """Tell whether who listens is only told by where they are, which is no name: "told a square that was packed"."""
    return noun.lemma_.lower() in cues.PLACES and context.mention(noun) is None


def listener(cue: Token) -> Token | None:
    """Return the head of the phrase that names who listens."""
    if cues.lemma(cue) in cues.ADDRESSING:
        for child in cue.children:
            if child.dep_ in {"dobj", "dative"} and child.i > cue.i:
                return child
            if child.dep_ == "nsubjpass":
                return child
    for child in cue.rights:
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to":
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    return None


def modality(cue: Token) -> Modality:
    """Return whether it is said, is not said or said by nobody, or is only possibly said; a denial is said."""
    if unsaid(cue) or any(child.dep_ == "neg" or child.lower_ == "never" for child in cue.lefts):
        return "denied"
    if any(child.lower_ in POSSIBLE and child.dep_ == "aux" for child in cue.lefts):
        return "planned"
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in cue.lefts):
        return "planned"
    if cue.dep_ == "xcomp" and cue.i and any(child.tag_ == "TO" for child in cue.lefts):
        return _intended(cue.head)
    if _asked(cue):
        return "planned"
    return "asserted"


def unsaid(cue: Token) -> bool:
    """Tell whether nobody says it in the cue's words: "dismissed claims that", "nobody believes"."""
    verb = cue
    if cue.pos_ == "NOUN" and cue.dep_ == "dobj":
        verb = cue.head
        if cues.lemma(verb) in cues.DENIALS:
            return True
        if verb.lemma_.lower() == "rule" and any(c.lower_ == "out" for c in verb.rights):
            return True
    return any(nobody(child) for child in verb.lefts if child.dep_ == "nsubj")


def nobody(noun: Token) -> bool:
    """Tell whether the words stand for nobody: "nobody", "none of them", "no one", "no minister"."""
    return noun.lower_ in {"nobody", "none", "neither"} or any(c.lower_ in {"no", "neither"} for c in noun.lefts)


def _intended(verb: Token) -> Modality:
    """Return how sure "to say X" is after a verb: "refused to say", "plans to say"."""
    lemma = cues.lemma(verb)
    if lemma in cues.REFUSALS:
        return "denied"
    return "planned" if lemma in cues.INTENTIONS else modality(verb)


def _asked(cue: Token) -> bool:
    """Tell whether the cue's sentence is a question: "Did he say that X?"."""
    subject = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
    if subject is None or not any(aux.i < subject.i for aux in cue.lefts if aux.dep_ == "aux"):
        return False
    return any(word.text == "?" for word in cue.sent[-3:])
