"""memberOf: who belongs to an organization."""

from kg.extract.countries import no_country
from kg.extract.pattern import Pattern
from kg.extract.title import Title

PATTERNS = [
    Pattern("join", subject="actor", object="patient"),
    Pattern("belong", subject="actor", object="prep:to pobj"),
    Pattern("play", subject="actor", object="prep:for pobj"),
]
TITLES = [
    Title(
        "member mp mep lawmaker senator congressman congresswoman deputy councillor councilor representative activist"
        " player striker midfielder goalkeeper defender forward fellow judge delegate secretary general legislator"
        " parliamentarian politician cleric fighter commander militant soldier guitarist drummer singer bassist"
        " vocalist pitcher quarterback",
        admits=no_country,
    ),
]
