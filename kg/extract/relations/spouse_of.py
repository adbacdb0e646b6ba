"""spouseOf: who is or was married to whom."""

from kg.extract.pattern import Pattern
from kg.extract.title import Title

PATTERNS = [
    # Anna married Ben. / Anna was married to Ben.
    Pattern("marry wed", subject="subject", object="dobj"),
    Pattern("marry wed married", subject="subject", object="prep:to pobj", pos="VERB ADJ"),
    Pattern("married", subject="^acomp nsubj", object="prep:to pobj", pos="ADJ"),
]
TITLES = [Title("wife husband spouse widow widower ex-wife ex-husband bride", prepositions="of")]
