"""spokeAt: where somebody spoke in public."""

from kg.extract.relations.pattern import Pattern

PATTERNS = [Pattern("speak", subject="actor", object="in:in|at|outside|from")]
