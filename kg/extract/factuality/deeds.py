"""Who did a deed that is tried, denied or not ended, as rows: "acquitted of", "denied any role in", "did not stop"."""

from functools import cache

from kg.extract.factuality.governing import lemma_of, untruly
from kg.extract.factuality.judging import SLOTS, Class, Link, framed, is_a
from kg.extract.factuality.own import own
from kg.extract.factuality.words import ACCUSING, CLEARING, DENYING, STOPPING
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine

#: Of what one did: who is not jailed for it did it all the same.
JAILING = words("jail imprison sentence condemn")
#: Those under which a court finds, or says, that somebody did it.
CONVICTING = words("convict guilty")
TRYING = ACCUSING | CONVICTING | JAILING | words("arrest detain")
#: What one has in a deed.
INVOLVEMENT = words(
    "role involvement part hand responsibility link connection participation complicity knowledge tie blame guilt"
)
RULES = (
    Rule(
        "cleared-of-deed",
        CLEARING,
        "cleared",
        pos="",
        needs="frame:DEED",
        examples=("She was acquitted of murdering a nurse.", "He was cleared of the murder."),
        never=("She was convicted of murdering a nurse.",),
    ),
    Rule(
        "wrongly-accused-of-deed",
        TRYING,
        "cleared",
        pos="",
        needs="frame:DEED self:UNTRUE",
        examples=("He was wrongly accused of the murder.",),
        never=("He was accused of the murder.",),
        kept="Who was wrongly accused did not do it: the worst mistake about a person.",
    ),
    Rule(
        "not-convicted-of-deed",
        CONVICTING,
        "cleared",
        pos="",
        needs="frame:DEED self:NEGATED",
        examples=("He was not convicted of the murder.",),
        never=("He was convicted of the murder.", "He was not accused of the murder."),
        kept="Who is not convicted did not do it: the worst mistake about a person.",
    ),
    Rule(
        "tried-for-deed",
        TRYING,
        "tried",
        pos="",
        needs="frame:DEED",
        examples=("He was not arrested for the murder.", "He was convicted of the murder."),
        never=("He was cleared of the murder.", "He committed the murder."),
    ),
    Rule(
        "stopped-deed",
        STOPPING,
        "untouched",
        pos="",
        needs="frame:GOING_ON",
        examples=("He did not stop killing people.",),
        never=("He did not start killing people.",),
    ),
    Rule(
        "part-in-deed",
        INVOLVEMENT,
        "untouched",
        pos="",
        needs="frame:IN",
        examples=("He had no part in the bombing.",),
        never=("He had no house in the village.",),
    ),
    Rule(
        "jailed-for-deed",
        JAILING,
        "untouched",
        pos="",
        needs="frame:IN",
        examples=("He was not jailed for the bombing.",),
        never=("He was not blamed for the bombing.",),
    ),
    Rule(
        "denied-part-in-deed",
        INVOLVEMENT,
        "granted",
        pos="",
        needs="frame:PART head:DENIAL",
        examples=("He denied any role in the bombing.",),
        never=("He admitted his role in the bombing.",),
    ),
)
CLASSES: dict[str, Class] = framed("deed", "going on", "in", "part") | {
    "UNTRUE": is_a(untruly),
    "NEGATED": is_a(lambda token: own(token) == "denied"),
    "DENIAL": lemma_of(DENYING),
}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    return Engine(RULES, Terms(SLOTS, CLASSES))
