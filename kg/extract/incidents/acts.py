"""Nouns that name an incident, as rows: what an attack is made with says of what type it is."""

from kg.extract.incidents.words import ACTS, FROM_AFAR, MEANS, NOUNS
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

NOUN = "NOUN PROPN"
DETENTIONS = words("arrest detention imprisonment incarceration jailing")
MADE_WITH = {
    "Arson": ("An arson attack destroyed the hall.", "The arson law was passed."),
    "Bombing": ("A grenade attack hurt nine people in Orsa.", "The bomb squad left."),
    "Shooting": ("A gun attack in Orsa left two dead.", "The gun shop closed."),
    "Stabbing": ("The knife attack took place in Lanto.", "The knife was blunt."),
    "VehicleAttack": ("A car attack in Lanto killed nine people.", "The car crash hurt two."),
}
ALONE = {
    "Attack": ("Nobody claimed the attack that killed nine.", "He had a heart attack."),
    "Bombing": ("The bombing in Orsa killed nine.", "The film was a bomb."),
    "Shooting": ("A shooting at a school in Orsa left two dead.", "The shooting star shone."),
    "Stabbing": ("The stabbing took place in Lanto.", "The pain was great."),
    "VehicleAttack": ("The ramming of the crowd in Orsa hurt nine.", "The ram bleated."),
    "Kidnapping": ("The kidnapping of two nurses in Lanto shocked the town.", "The kid napped."),
    "Arson": ("The arson in Lanto destroyed a hall.", "The fire was small."),
    "Assassination": ("The assassination of the judge shocked Orsa.", "He read a novel."),
}
#: Why rules stay that fire on no corpus at hand.
KEPT = {
    "noun-arson-by-means": "An arson attack is news of every week; the corpora at hand were chosen for terror.",
    "noun-vehicleattack": "Ramming is how people have been attacked since 2016; the corpora at hand are older.",
}
NOUN_RULES = (
    *(
        Rule(
            f"noun-detention-{slot}",
            DETENTIONS,
            "Detention",
            pos=NOUN,
            needs=f"{slot}:DEFENDER",
            examples=(example,),
            never=("The arrest of a gunman was filmed.", "The thief's arrest was filmed."),
        )
        for slot, example in (
            ("of", "The arrest of journalist Ann Lee shocked Orsa."),
            ("owner", "The activist's detention shocked Orsa."),
        )
    ),
    Rule(
        "noun-blast-of-gun",
        frozenset({"blast"}),
        "Shooting",
        pos=NOUN,
        needs="of:shotgun|gun|gunfire|rifle",
        examples=("They heard two blasts of the shotgun.",),
        never=("A blast hurt nine people in Orsa.",),
    ),
    *(
        Rule(
            f"noun-{kind.lower()}-by-means",
            frozenset(NOUNS),
            kind,
            pos=NOUN,
            needs=f"before:{'|'.join(sorted(MEANS[kind]))}",
            examples=(example,),
            never=(never,),
            kept=KEPT.get(f"noun-{kind.lower()}-by-means", ""),
        )
        for kind, (example, never) in MADE_WITH.items()
    ),
    *(
        Rule(
            f"noun-{kind.lower()}",
            ACTS[kind],
            kind,
            pos=NOUN,
            examples=(example,),
            never=(never,),
            kept=KEPT.get(f"noun-{kind.lower()}", ""),
        )
        for kind, (example, never) in ALONE.items()
    ),
    Rule(
        "noun-raid-of-fighters",
        frozenset({"raid"}),
        "Attack",
        pos=NOUN,
        needs="before:AUTHOR|mortar|bombing|cross-border|deadly|terror|air|bomb",
        examples=("A rebel raid near Orsa left seven guards dead.", "Air raids on Lanto killed nine."),
        never=("The police raid near Orsa led to nine arrests.", "The tax raid surprised the bank."),
    ),
    Rule(
        "noun-strike-from-afar",
        frozenset({"strike"}),
        "Attack",
        pos=NOUN,
        needs=f"before:{'|'.join(sorted(FROM_AFAR))}",
        examples=("A drone strike in Lanto killed nine.",),
        never=("The teachers' strike went on.",),
    ),
    Rule(
        "noun-strike-on",
        frozenset({"strike"}),
        "Attack",
        pos=NOUN,
        needs="on:BUILDING|PERSON",
        unless="before:hunger|labor|labour|general|transport|rail|teacher",
        examples=("Nine people were killed in a strike on a school in Lanto.",),
        never=("Workers went on strike at the school.", "The rail strike on Monday shut the town."),
    ),
    Rule(
        "noun-strike-that-kills",
        frozenset({"strike"}),
        "Attack",
        pos=NOUN,
        needs="self:KILLING",
        examples=("Israeli strikes killed 14 people in Lanto.", "Nine nurses were killed in strikes near Orsa."),
        never=("The strike hurt the economy.", "Nurses went on strike in Lanto."),
    ),
)
