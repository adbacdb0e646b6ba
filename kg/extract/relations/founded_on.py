"""foundedOn: when an organization was founded."""

from kg.extract.relations.pattern import Pattern

PATTERNS = [
    # Acme was founded in 1990.
    Pattern(
        "found co-found cofound establish create form start launch incorporate",
        subject="patient",
        object="when",
        unless="dobj:itself|themselves",  # "the firm established itself abroad in 1990"
    ),
]
