"""What is no content: "she refused it", "he said nothing", "called a strike", "a gang called the Crew"."""

from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.quotes import cues
from kg.extract.quotes.page import Attribution, Page

#: Words that say that nothing is said, or not what; after "refused" also those that only point at a thing.
NOTHING = frozenset({"nothing", "everything"})
POINTING = frozenset({"it", "them", "him", "her", "this", "that"})
ANNOUNCING = frozenset(("announce", "confirm", "disclose", "report", "reveal", "say", "state"))
#: What is called when it is to take place.
HELD = frozenset(("strike", "election", "meeting", "vote", "referendum", "summit", "conference", "rally", "truce"))


def empty(page: Page, found: Attribution) -> bool:
    """Tell whether nothing is said in an attribution to a verb with its object."""
    if (found.form, found.frame) != ("verb", "object") or not found.content:
        return False
    return _only_points(found) or _of_somebody(found) or _of_nothing(page, found) or _only_calls(page, found)


def _only_points(found: Attribution) -> bool:
    """Tell whether the object only points at what is told elsewhere: "announced this in a statement on Friday"."""
    if cues.lemma(found.cue) not in ANNOUNCING:
        return False
    noun = next((c for c in found.cue.rights if c.dep_ == "dobj"), None)
    more = any(c.dep_ in {"oprd", "xcomp", "ccomp"} for c in found.cue.rights)
    return noun is not None and not more and noun.lower_ == "this" and found.content[-1].end > noun.idx + len(noun)


def _of_somebody(found: Attribution) -> bool:
    """Tell whether somebody is confirmed in an office, who is nothing said: "must be confirmed by the Senate"."""
    if cues.lemma(found.cue) != "confirm":
        return False
    whom = (c for c in found.cue.children if c.dep_ in {"nsubjpass", "dobj"})
    return any(kind_of_noun(c) == "Person" or c.ent_type_ == "PERSON" for c in whom)


def _of_nothing(page: Page, found: Attribution) -> bool:
    """Tell whether the words are a number, or say that nothing is said: "said nothing", "refused it"."""
    words = page.text[found.content[0].start : found.content[-1].end].lower()
    return words.isdecimal() or words in NOTHING or (cues.lemma(found.cue) in cues.REFUSALS and words in POINTING)


def _only_calls(page: Page, found: Attribution) -> bool:
    """Tell whether a thing is called to take place, or only has a name: "called a strike", "a gang called the Crew"."""
    cue = found.cue
    if cues.lemma(cue) != "call":
        return False
    noun = next((child for child in cue.rights if child.dep_ in {"dobj", "oprd"}), None)
    if noun is None or any(child.dep_ == "oprd" and child.i != noun.i for child in cue.rights):
        return False
    called = noun.lemma_.lower() in HELD if noun.dep_ == "dobj" else cue.dep_ == "acl" and noun.pos_ == "PROPN"
    return called and all(page.inside[i] < 0 for i in range(cue.i, page.token_at(found.content[-1].end - 1) + 1))
