"""What is no content: "she refused it", "he said nothing", "called a strike", "a gang called the Crew"."""

from kg.extract.quotes import cues
from kg.extract.quotes.page import Attribution, Page

#: Words that say that nothing is said, or not what; after "refused" also those that only point at a thing.
NOTHING = frozenset({"nothing", "everything"})
POINTING = frozenset({"it", "them", "him", "her", "this", "that"})
#: What is called when it is to take place.
HELD = frozenset(("strike", "election", "meeting", "vote", "referendum", "summit", "conference", "rally", "truce"))


def empty(page: Page, found: Attribution) -> bool:
    """Tell whether nothing is said in an attribution to a verb with its object."""
    if (found.form, found.frame) != ("verb", "object") or not found.content:
        return False
    cue, lemma = found.cue, cues.lemma(found.cue)
    words = page.text[found.content[0].start : found.content[-1].end].lower()
    if words.isdecimal() or words in NOTHING or (lemma in cues.REFUSALS and words in POINTING):
        return True
    if lemma != "call" or any(page.inside[i] >= 0 for i in range(cue.i, page.token_at(found.content[-1].end - 1) + 1)):
        return False
    noun = next((child for child in cue.rights if child.dep_ in {"dobj", "oprd"}), None)
    if noun is None or any(child.dep_ == "oprd" and child.i != noun.i for child in cue.rights):
        return False
    return noun.lemma_.lower() in HELD if noun.dep_ == "dobj" else cue.dep_ == "acl" and noun.pos_ == "PROPN"
