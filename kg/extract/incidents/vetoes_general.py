"""Guards: what tells of violence, and of no one incident: sums of a time, sorts, ranks, crimes by their bare names."""

from kg.extract.incidents.words import KILLING_NOUNS, NOUNS, VERBS
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

ANY_VERB = frozenset().union(*VERBS.values())
ANY_NOUN = frozenset(NOUNS)
NOUN = "NOUN PROPN"

IN_GENERAL = (
    Rule(
        "veto-sum-of-a-time",
        words("kill die injure wound murder shoot stab kidnap abduct arrest detain hijack"),
        needs="self:SO_FAR",
        examples=("More than 100 people have been killed in attacks by rebels this year.",),
        never=("Two people have been killed by rebels in Orsa.",),
    ),
    Rule(
        "veto-separate",
        ANY_NOUN,
        pos="VERB NOUN PROPN",
        needs="self:SEPARATE",
        unless="by:AUTHOR on:PERSON|BUILDING|community|village|town",
        examples=(
            "Since Monday 11 people have been hurt in 14 separate stabbings in Orsa.",
            "Nine people were wounded in 14 separate shootings over the weekend.",
        ),
        never=(
            "A shooting in Orsa left seven dead.",
            "Gunmen killed five people in separate attacks on two villages.",
            "Two separate bombings in Orsa killed 12 people on Tuesday.",
            "Three people were killed in two separate shootings in Lanto.",
        ),
    ),
    Rule(
        "veto-feared",
        ANY_NOUN,
        pos=NOUN,
        needs="self:FEARED",
        examples=("Reporters should work without fear of attack.", "Officials warned of the risk of copycat attacks."),
        never=("Fear of the attack spread in Orsa.", "He died of wounds from the attack."),
    ),
    Rule(
        "veto-sort-of",
        ANY_NOUN,
        pos=NOUN,
        needs="self:ONE_OF_A_KIND",
        examples=("This sort of attack shocks nobody in Orsa.", "Nobody in Lanto wanted this kind of attack."),
        never=("A series of attacks shocked Orsa.", "The attack shocked Orsa."),
    ),
    Rule(
        "veto-nth-of-the-year",
        ANY_NOUN,
        pos=NOUN,
        needs="of:year|decade|month",
        examples=("It was the fifth homicide of the year in Lanto.",),
        never=("The murder of a nurse shocked Lanto.",),
    ),
    Rule(
        "veto-counted-by-statistics",
        ANY_NOUN,
        pos=NOUN,
        needs="self:COUNT child:record|register|log",
        examples=("There were 27 homicides recorded by police.",),
        never=("Two bombings killed nine people.",),
    ),
    Rule(
        "veto-arrests-in-general",
        words("arrest detention imprisonment incarceration jailing"),
        pos=NOUN,
        needs="self:IN_GENERAL",
        examples=("Arrests of strikers go on.",),
        never=("The arrests of two activists shocked Orsa.", "The activist's arrest shocked Orsa."),
    ),
    Rule(
        "veto-tallied",
        ANY_NOUN,
        pos=NOUN,
        needs="self:TALLIED",
        examples=("Orsa recorded 2,115 murders in eight months.",),
        never=("Cameras recorded the murder of a nurse.",),
    ),
    # What is told of it is told where it is told: "in Orsa since 2011" is no place of it.
    Rule(
        "veto-ranked",
        ANY_NOUN,
        pos=NOUN,
        needs="self:RANKED",
        examples=(
            "It was the deadliest attack in Orsa since 2011.",
            "This is the third shooting in the county in May.",
        ),
        never=("It was an attack on a school in Orsa.", "The deadliest attack took place in Orsa."),
    ),
    Rule(
        "veto-bare-crime",
        KILLING_NOUNS,
        pos=NOUN,
        needs="self:ONE !telling",
        examples=("He was charged with murder.",),
        never=("The murder took place in Orsa.",),
    ),
)
