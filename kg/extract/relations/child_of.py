"""childOf: who is whose child."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS: list[Pattern] = [
    # Anna was born to Ben and Cara.
    Pattern("bear", subject="patient", object="prep:to pobj"),
]
TITLES = [
    Title("son daughter child stepson stepdaughter", prepositions="of to"),
    Title("father mother parent dad mum", swap=True, prepositions="of to"),
]
