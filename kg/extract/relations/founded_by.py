"""foundedBy: who founded an organization."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS = [
    # Poe founded Acme. / Acme was founded by Poe.
    Pattern("found co-found cofound establish", subject="patient", object="actor"),
    Pattern("start launch create form set", subject="patient", object="actor"),
]
TITLES = [Title("founder co-founder cofounder", swap=True)]
