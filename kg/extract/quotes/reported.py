"""What somebody is said to say, think, want or judge without quotation marks around all of it."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.words import words
from kg.extract.quotes import complements, cues, extent, speakers, stances
from kg.extract.quotes.page import Attribution, Form, Page
from kg.extract.syntax import voice
from kg.facts import Span
from kg.language.parsed import Token

FORMS: dict[str, Form] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}


def reported(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield the reported speech of verbs, nouns and adjectives whose cue is not taken yet."""
    told = set[tuple[Span, ...]]()
    for word in page.doc:
        if word.pos_ in cues.PARTS and word.i not in taken and page.inside[word.i] < 0:
            key = (word.pos_, cues.lemma(word))
            found = (
                key in cues.FRAMES
                and not _sworn_in(word)
                and _complement(page, word, cues.FRAMES[key], FORMS[word.pos_])
            )
            if not found and key in stances.FRAMES and _thinks(page, word):
                found = _complement(page, word, stances.FRAMES[key], "stance")
            unsaid = found and (nobodys(found) or decided(page, found) or _unspoken(page, found))
            if found and found.content not in told and not unsaid:
                told.add(found.content)
                yield replace(found, speaker=None) if anothers(found) else found


def nobodys(found: Attribution) -> bool:
    """Tell whether the words are in nobody's mouth: "is expected to win", "was praised for it"."""
    return found.speaker is None and found.form != "noun" and found.frame in {"infinitive", "object", "patient"}


def decided(page: Page, found: Attribution) -> bool:
    """Tell whether a body decides and says nothing: "the council approved a wall", but it "rejected the claim"."""
    verb, who = found.cue, found.speaker
    if cues.lemma(verb) not in DECIDING or who is None or found.frame not in {"object", "patient"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    mention = page.context.mention(who)
    body = who.lemma_.lower() in DECIDERS or (mention is not None and mention.text.split()[-1].lower() in DECIDERS)
    return body and not (subject is not None and subject.lemma_.lower() in SAID)


#: What bodies do to what is put before them, who they are, and what is said of them, which they answer.
DECIDING = words("approve back deny dismiss order quash reject veto")
DECIDERS = words(
    "agency assembly authority board cabinet commission committee congress council court government house judge jury "
    "justice lawmaker legislator legislature magistrate ministry panel parliament regulator senate shareholder "
    "tribunal union voter"
)
SAID = words(
    "accusation allegation appeal application assertion call charge claim comment criticism demand idea notion offer "
    "petition plea recommendation report request rumor rumour suggestion talk"
)


def anothers(found: Attribution) -> bool:
    """Tell whether a noun is what another said: a plea that a judge dismisses, a claim that somebody denies."""
    noun = found.cue
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and not owned and cues.lemma(noun.head) in cues.REFUSING


def _unspoken(page: Page, found: Attribution) -> bool:
    """Tell whether a noun says nothing by who has it or what he does with it: "demand for cars", "withdrew support"."""
    noun = found.cue
    if noun.pos_ != "NOUN" or found.speaker is None:
        return False
    kept = noun.dep_ == "dobj" and found.speaker.dep_ != "poss" and cues.lemma(noun.head) not in cues.VOICING
    known = page.context.mention(found.speaker)
    kind = known.kind if known is not None else kind_of_noun(found.speaker)
    named = kind in THINKERS and (kind != "Place" or (known is not None and known.form == "name"))
    return kept or not (named or found.speaker.pos_ in {"PROPN", "PRON"})


def _thinks(page: Page, cue: Token) -> bool:
    """Tell whether somebody is named who can want or favour something: not "the storm"."""
    source = speakers.source(cue)
    if source is None:
        return False
    known = page.context.mention(source)
    kind = known.kind if known is not None else kind_of_noun(source)
    return kind in THINKERS or source.pos_ == "PROPN" or source.lower_ in {"who", "they", "we", "i", "you"}


THINKERS = frozenset({"Person", "Group", "Organization", "Place"})


def _sworn_in(cue: Token) -> bool:
    """Tell whether "swear" takes its oath of office and says nothing."""
    return cue.lemma_ == "swear" and any(c.lower_ == "in" and c.i == cue.i + 1 for c in cue.children)


def _answered(page: Page, cue: Token, noun: Token) -> bool:
    """Tell whether a noun is who is answered: "was responding to Ann Lee, who had asked"."""
    mention = page.context.mention(noun)
    return cues.lemma(cue) in {"respond", "reply", "react"} and mention is not None and mention.kind == "Person"


def _complement(page: Page, cue: Token, frames: frozenset[str], form: Form) -> Attribution | None:
    """Return what the first of the cue's frames that is filled gives."""
    passive = voice.passive(cue)
    for name, find in (complements.PASSIVE if passive else complements.ACTIVE).items():
        if name in frames and (content := find(page, cue)):
            return Attribution(form, name, cue, content, speakers.source(cue))
    for child in cue.rights:
        if child.dep_ == "prep" and child.lower_ in frames:
            for noun in child.rights:
                if noun.dep_ in {"pobj", "pcomp"} and not _answered(page, cue, noun):
                    content = extent.of_part(page, cue, noun)
                    return Attribution(form, "prep", cue, content, speakers.source(cue))
    return None
