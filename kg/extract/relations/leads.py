"""leads: who heads an organization, a country or a city."""

from kg.extract.pattern import Pattern
from kg.extract.title import Title

BELOW = "vice deputy assistant sub- associate under"
PATTERNS = [
    # Poe leads Acme. / Acme is led by Poe.
    Pattern("lead head chair run govern rule", subject="actor", object="patient"),
]
TITLES = [
    Title(
        "president chairman chairwoman chairperson chair chancellor premier ceo leader head mayor governor"
        " commissioner chief king queen emperor emir sultan ruler dictator monarch principal rector dean"
        " headmaster secretary-general commander boss captain",
        unless=BELOW,
    ),
    Title("minister", after="prime", unless=BELOW),
    Title("executive", after="chief", unless=BELOW),
    Title("officer", after="executive", unless=BELOW),
    Title("general", after="secretary", unless=BELOW),
    Title("secretary", after="general", unless=BELOW),
    Title("director", after="managing executive general", unless=BELOW),
    Title("director", unless=BELOW, prepositions="of"),
]
