"""memberOfParty: the political party that a person belongs to."""

from kg.extract.parties import is_party
from kg.extract.pattern import Pattern
from kg.extract.title import Title

PATTERNS = [
    Pattern("join leave", subject="actor", object="patient", admits=is_party),
    Pattern("belong", subject="actor", object="prep:to pobj", admits=is_party),
]
TITLES = [
    Title(
        "member politician candidate leader mp mep senator congressman congresswoman representative lawmaker chairman"
        " chairwoman secretary general president councillor nominee deputy delegate activist founder",
        admits=is_party,
    ),
]
