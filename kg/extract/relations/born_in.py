"""bornIn: where a person was born."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS = [
    # She was born in Leeds. / Born in Leeds, she …
    Pattern("bear", subject="patient", object="in:in|at|near"),
    # Leeds-born architect Jane Poe
    Pattern("bear", subject="^amod", object="npadvmod"),
    # She comes from Leeds.
    Pattern("come hail", subject="actor", object="prep:from pobj", pos="VERB"),
]
TITLES = [Title("native", prepositions="of")]
