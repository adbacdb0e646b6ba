"""Guards: what takes a word of violence away, as rows. Words, sport, films, beasts and the law harm nobody here."""

from kg.extract.incidents.words import DETAINING, KILLING_NOUNS, NOUNS, VERBS, WEAK
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

ANY_VERB = frozenset().union(*VERBS.values())
ANY_NOUN = frozenset(NOUNS)
NOUN = "NOUN PROPN"

GUARDS = (
    Rule(
        "veto-beasts",
        ANY_VERB,
        needs="thing:ANIMAL",
        examples=("A dog attacked two children.", "He shot a bear."),
        never=("A man attacked two children.",),
    ),
    Rule(
        "veto-harmless-means",
        ANY_VERB,
        needs="with:HARMLESS",
        examples=("Protesters bombed the minister with eggs.",),
        never=("He attacked her with a knife.",),
    ),
    Rule(
        "veto-nature",
        ANY_VERB,
        needs="subject:NATURE",
        examples=("Waves shelled the harbour.",),
        never=("Gunboats shelled the harbour.",),
    ),
    Rule(
        "veto-anybody",
        ANY_VERB,
        needs="subject:ANYBODY",
        examples=("Whoever murders a guard goes to jail.",),
        never=("A man murdered a guard.",),
    ),
    Rule(
        "veto-nothing-hit",
        frozenset({"storm", "shell", "assault"}),
        needs="!object:CONCRETE",
        examples=("He stormed out of the room.",),
        never=("Police stormed the building.",),
    ),
    Rule(
        "veto-writings-attack",
        WEAK,
        needs="subject:WRITING",
        examples=("The book attacked the church.",),
        never=("A mob attacked the church.",),
    ),
    Rule(
        "veto-words-only",
        WEAK,
        pos="VERB NOUN PROPN",
        needs="self:BLOODLESS",
        examples=("The minister attacked the budget.",),
        never=("The gunmen attacked a bank.",),
    ),
    Rule(
        "veto-attacked-over",
        WEAK,
        needs="preposition:for|over|as",
        examples=("The mayor was attacked over the murder rate.",),
        never=("The mayor was attacked by a gunman.",),
    ),
    Rule(
        "veto-attacked-idea",
        WEAK,
        needs="object !object:CONCRETE",
        examples=("The police chief attacked the plan.",),
        never=("The rebels attacked the police chief.",),
    ),
    Rule(
        "veto-shot-picture",
        frozenset({"shoot"}),
        needs="object:PEACEABLE|REFLEXIVE|it",
        examples=("He shot the video in Orsa.", "She shot herself."),
        never=("He shot the guard.",),
    ),
    Rule(
        "veto-shot-by-goal",
        frozenset({"shoot"}),
        needs="subject:GOAL",
        examples=("A late goal shot the team to the top.",),
        never=("A guard shot the man.",),
    ),
    Rule(
        "veto-shot-up",
        frozenset({"shoot"}),
        needs="!marker particle:up",
        examples=("Prices shot up.",),
        never=("He was shot in Orsa.",),
    ),
    Rule(
        "veto-shot-to",
        frozenset({"shoot"}),
        needs="!marker preposition:to|past",
        examples=("She shot to fame in Orsa.",),
        never=("He was shot on Monday.",),
    ),
    Rule(
        "veto-bombed-play",
        frozenset({"bomb"}),
        needs="!object self:PAST",
        examples=("His new play bombed.",),
        never=("Jets bombed the town.",),
    ),
    Rule(
        "veto-executed-order",
        frozenset({"execute"}),
        needs="object !object:PERSON",
        examples=("The group executed the plan.",),
        never=("The group executed two hostages.",),
    ),
    Rule(
        "veto-held-by-things",
        frozenset({"take", "hold", "seize"}),
        needs="subject !subject:ACTOR|NAME",
        examples=("The country is held hostage by the markets.",),
        never=("Two men held the clerk hostage.",),
    ),
    Rule(
        "veto-accident",
        words("explosion blast shooting explode detonate detonation"),
        pos="VERB NOUN PROPN",
        needs="child:accidental|accidentally|gas|controlled|boiler|dust|volcanic",
        examples=("Two men died in accidental explosions.", "The device detonated accidentally."),
        never=("A bomb exploded in Orsa.",),
    ),
    Rule(
        "veto-sum-of-a-time",
        words("kill die injure wound murder shoot stab kidnap abduct arrest detain"),
        needs="self:SO_FAR",
        examples=("More than 100 people have been killed in attacks by rebels this year.",),
        never=("Two people have been killed by rebels in Orsa.",),
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
        "veto-arrested-for-crime",
        DETAINING | words("sentence hold"),
        needs="charge:CRIME",
        examples=("Police arrested a reporter on suspicion of murder.", "The writer was jailed for murder."),
        never=("Police arrested a reporter in Orsa.",),
    ),
    Rule(
        "veto-in-name",
        ANY_NOUN,
        pos=NOUN,
        needs="self:IN_NAME",
        examples=("He was jailed under the Kidnapping Act 1961.",),
        never=("The kidnapping took place in Orsa.",),
    ),
    Rule(
        "veto-other-thing",
        ANY_NOUN,
        pos=NOUN,
        needs="modifies:OTHER_THING",
        examples=("The attack ad was shown in Orsa.",),
        never=("The attack victim died.",),
    ),
    Rule(
        "veto-peaceable",
        ANY_NOUN,
        pos=NOUN,
        needs="before:PEACEABLE|ANIMAL",
        examples=("He died of a heart attack.", "A shark attack hurt a swimmer."),
        never=("A night attack hurt two guards.",),
    ),
    *(
        Rule(
            f"veto-{preposition}-beasts",
            ANY_NOUN,
            pos=NOUN,
            needs=f"{preposition}:ANIMAL",
            examples=(example,),
            never=("The attack by the rebels hurt two.", "The attack on the town went on.", "The killing of a nurse."),
        )
        for preposition, example in (
            ("of", "The killing of a bear shocked Orsa."),
            ("by", "An attack by a shark hurt two."),
            ("on", "The attack on the sheep went on."),
        )
    ),
    Rule(
        "veto-law",
        frozenset({"execution"}),
        pos=NOUN,
        needs="self:LAWFUL",
        examples=("After the appeal against his sentence the execution was put off.",),
        never=("The execution of two hostages by rebels shocked Orsa.",),
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
