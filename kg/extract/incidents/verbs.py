"""Verbs that name an incident, as rows: alone, with their objects, or with a particle."""

from kg.extract.incidents.verbs_of_destruction import DESTRUCTION_RULES
from kg.extract.incidents.verbs_of_harm import HARM_RULES
from kg.extract.incidents.words import DETAINING, VERBS
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

BEATING = words("hack beat bludgeon club kick stone slash strangle punch batter")

#: The first row that holds gives the type.
VERB_RULES = (
    *HARM_RULES,
    *DESTRUCTION_RULES,
    Rule(
        "verb-drive-into-people",
        words("drive plough plow ram crash"),
        "VehicleAttack",
        needs="into:PERSON",
        slots="object=weapon into=victim",
        examples=("A man drove a van into a crowd in Orsa.",),
        never=("She drove her car into a ditch.",),
    ),
    Rule(
        "verb-drive-through-people",
        words("drive plough plow ram crash"),
        "VehicleAttack",
        needs="through:PERSON",
        slots="object=weapon through=victim",
        examples=("A car ploughed through people at a market.",),
        never=("He drove through the night.",),
    ),
    Rule(
        "verb-attacker-drives-into",
        words("drive plough plow crash"),
        "VehicleAttack",
        needs="into:BUILDING subject:AUTHOR",
        slots="object=weapon into=target",
        examples=("The attacker crashed a truck into the gate.",),
        never=("The driver crashed into a shop.",),
    ),
    Rule(
        "verb-ram",
        frozenset({"ram"}),
        "VehicleAttack",
        needs="object:BUILDING|PERSON",
        slots="object=target",
        examples=("A man rammed a police car in Orsa.",),
        never=("She rammed home the point.",),
    ),
    Rule(
        "verb-ram-into",
        frozenset({"ram"}),
        "VehicleAttack",
        needs="into:BUILDING",
        slots="object=weapon into=target",
        examples=("Two men rammed a lorry into the gates of a mosque.",),
        never=("The idea was rammed into their heads.",),
    ),
    Rule(
        "verb-take-hostage",
        words("take hold seize"),
        "Kidnapping",
        needs="near:hostage|captive",
        examples=("The gunmen took two clerks hostage.", "Rebels seized ten hostages."),
        never=("She took a long walk.",),
    ),
    Rule(
        "verb-mow-down",
        frozenset({"mow"}),
        "VehicleAttack",
        needs="particle:down",
        examples=("A lorry mowed down pedestrians.",),
        never=("He mowed the lawn.",),
    ),
    Rule(
        "verb-hit-by-bomb",
        words("hit strike"),
        "Bombing",
        needs="object subject:BOMB",
        examples=("A rocket hit a house in Lanto.",),
        never=("A storm hit the coast.",),
    ),
    Rule(
        "verb-hit-by-aircraft",
        words("hit strike pound target"),
        "Attack",
        needs="object:BUILDING|PERSON subject:drone|airstrike|jet|warplane|helicopter|gunship",
        examples=("A drone struck a school in Lanto.",),
        never=("A drone struck a tree.", "The jet hit a storm."),
    ),
    Rule(
        "verb-tear-through",
        words("rip tear slam plough smash crash land"),
        "Bombing",
        needs="subject:EXPLOSIVE preposition:through|into|in|on",
        slots="through=target into=target on=target",
        examples=("A bomb ripped through a bus in Lanto.", "A rocket slammed into a house."),
        never=("A lorry slammed into a house.", "The storm tore through the town."),
    ),
    Rule(
        "verb-suicide-strike",
        words("strike"),
        "Bombing",
        needs="subject:bomber",
        examples=("A suicide bomber struck at the gate of a temple.",),
        never=("The workers struck for a week.",),
    ),
    Rule(
        "verb-to-death",
        BEATING,
        "Attack",
        needs="to:death",
        slots="object=killed",
        examples=("A farmer was hacked to death near Orsa.",),
        never=("The team beat its rivals.",),
    ),
    Rule(
        "verb-beat-badly",
        BEATING,
        "Attack",
        needs="object:PERSON child:severely|badly|brutally|savagely|repeatedly|up|unconscious",
        examples=("The reporter was badly beaten by two men.",),
        never=("The team was beaten in the final.",),
    ),
    Rule(
        "verb-detain",
        DETAINING | words("sentence hold"),
        "Detention",
        needs="object:DEFENDER",
        slots="object=victim",
        examples=("Police arrested a journalist in Orsa.", "Two activists were detained by soldiers."),
        never=("Police arrested a gunman in Orsa.", "The rain arrested play."),
    ),
    Rule(
        "verb-torture",
        frozenset({"torture"}),
        "Attack",
        needs="object:PERSON",
        examples=("Soldiers tortured the farmer for two days.",),
        never=("The question tortured nothing but time.",),
    ),
    Rule(
        "verb-gun-down",
        frozenset({"gun"}),
        "Shooting",
        needs="particle:down",
        examples=("A judge was gunned down outside his house.",),
        never=("He gunned the engine.",),
    ),
    Rule(
        "verb-execute",
        frozenset({"execute"}),
        "Attack",
        needs="subject:PARTY",
        slots="object=killed",
        examples=("The militants executed three hostages.",),
        never=("The bank executed the order.",),
    ),
    *(
        Rule(f"verb-{kind.lower()}", listed - {"gun", "execute"}, kind, examples=(example,), never=(never,))
        for kind, listed, example, never in (
            ("Attack", VERBS["Attack"], "Rebels ambushed a convoy near Orsa.", "The critics attacked the play."),
            ("Bombing", VERBS["Bombing"], "Jets bombed a village in Lanto.", "The play bombed."),
            ("Shooting", VERBS["Shooting"], "A man shot two officers in Orsa.", "The director shot the film."),
            ("Stabbing", VERBS["Stabbing"], "A man stabbed a clerk.", "He spoke of peace."),
            ("Kidnapping", VERBS["Kidnapping"], "Gunmen abducted a priest.", "Lions kidnapped nobody."),
            ("Arson", VERBS["Arson"], "A mob torched a bus.", "The torch went out."),
            ("Assassination", VERBS["Assassination"], "A judge was assassinated.", "The assassin left."),
        )
    ),
)
