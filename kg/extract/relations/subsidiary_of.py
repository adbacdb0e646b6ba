"""subsidiaryOf: the organization that owns another."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS = [
    # Acme is owned by Globex.
    Pattern("own acquire", subject="patient", object="actor"),
]
TITLES = [
    Title("subsidiary division unit affiliate arm", prepositions="of"),
    Title("parent owner", swap=True, prepositions="of"),
    Title("company", after="parent", swap=True, prepositions="of"),
]
