"""chiefExecutiveOf: who runs a company."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS: list[Pattern] = []
TITLES = [
    Title("ceo", unless="deputy assistant"),
    Title("executive", after="chief", unless="deputy assistant"),
    Title("officer", after="executive", unless="deputy assistant"),
]
