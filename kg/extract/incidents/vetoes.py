"""Guards: what takes a word of violence away, as rows: here beasts, devices, traffic, accidents and the law."""

from kg.extract.incidents.vetoes_figures import FIGURES
from kg.extract.incidents.vetoes_general import ANY_NOUN, ANY_VERB, IN_GENERAL, NOUN
from kg.extract.incidents.words import DETAINING
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

HARMLESS = (
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
        kept="Eggs and paint are thrown at politicians again and again, and nobody is hurt.",
    ),
    Rule(
        "veto-used-devices",
        frozenset({"use"}),
        needs="object:device|stone|arrow",
        unless="near:explosive|incendiary|homemade|improvised|bomb",
        examples=("Officers found a device that had been used at the gate.",),
        never=("Rebels used an explosive device against the gate.",),
    ),
    Rule(
        "veto-nature",
        ANY_VERB,
        needs="subject:NATURE",
        examples=("Waves shelled the harbour.",),
        never=("Gunboats shelled the harbour.",),
    ),
    Rule(
        "veto-traffic",
        words("kill injure wound hurt hit mow"),
        needs="subject:driver|motorist|cyclist|rider",
        unless="below:deliberately|attack",
        examples=("A nurse was killed by a drunk driver.",),
        never=("A nurse was killed by a gunman.", "Gunmen killed two drivers."),
    ),
    Rule(
        "veto-death-in-traffic",
        words("manslaughter homicide"),
        pos=NOUN,
        needs="self:OF_TRAFFIC",
        examples=("The drunk driver, who fled after the crash, is charged with the manslaughter of a nurse.",),
        never=("The driver of the bus saw the manslaughter of a nurse.", "The homicide of a nurse shocked Orsa."),
    ),
    Rule(
        "veto-anybody",
        ANY_VERB,
        needs="subject:ANYBODY",
        examples=("Whoever murders a guard goes to jail.",),
        never=("A man murdered a guard.",),
    ),
    Rule(
        "veto-each-other",
        ANY_VERB,
        pos="VERB NOUN",
        needs="self:MUTUAL",
        examples=("The two sides have accused each other of bombing civilians.",),
        never=("The two sides have accused rebels of bombing a school.",),
    ),
    Rule(
        "veto-stormed-to-free",
        frozenset({"storm", "raid"}),
        needs="self:TO_FREE",
        examples=("Soldiers stormed the hotel and freed 30 hostages.", "The siege ended as police stormed the bank."),
        never=("Rebels stormed the hotel and took 30 hostages.", "Soldiers stormed the parliament in Orsa."),
    ),
    Rule(
        "veto-drill",
        ANY_VERB | ANY_NOUN,
        pos="VERB NOUN PROPN",
        needs="self:DRILLED",
        examples=(
            "Soldiers will simulate a bomb attack on a station.",
            "The exercise simulated the kidnapping of a minister.",
        ),
        never=("Soldiers stopped a bomb attack on a station.", "A bomb exploded at a station during the exercise."),
    ),
    Rule(
        "veto-nothing-hit",
        frozenset({"storm", "shell", "assault"}),
        needs="!object:CONCRETE",
        examples=("He stormed out of the room.",),
        never=("Police stormed the building.",),
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
        needs="child:accidental|accidentally|gas|controlled|boiler|dust|volcanic|depot|refinery|fireworks|transformer",
        examples=(
            "Two men died in accidental explosions.",
            "The device detonated accidentally.",
            "A fuel depot explosion killed nine people in Orsa.",
        ),
        never=("A bomb exploded in Orsa.",),
    ),
    Rule(
        "veto-arrested-for-crime",
        DETAINING | words("sentence hold"),
        needs="charge:CRIME",
        examples=("Police arrested a reporter on suspicion of murder.", "The writer was jailed for murder."),
        never=("Police arrested a reporter in Orsa.",),
        kept="A journalist who is charged with a murder is not detained as a journalist.",
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
    Rule(
        "veto-attack-of-beasts",
        ANY_NOUN,
        pos=NOUN,
        needs="party:ANIMAL",
        examples=(
            "The killing of a bear shocked Orsa.",
            "An attack by a shark hurt two.",
            "The attack on the sheep went on.",
        ),
        never=("The attack by the rebels hurt two.", "The attack on the town went on.", "The killing of a nurse."),
        kept="Sharks, bears and dogs attack in any newspaper; the corpora at hand were chosen for terror.",
    ),
    Rule(
        "veto-law",
        frozenset({"execution"}),
        pos=NOUN,
        needs="self:LAWFUL",
        examples=("After the appeal against his sentence the execution was put off.",),
        never=("The execution of two hostages by rebels shocked Orsa.",),
    ),
)
GUARDS = (*HARMLESS, *FIGURES, *IN_GENERAL)
