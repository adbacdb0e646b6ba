"""worksFor: who is or was employed by whom, or holds an office there."""

from collections.abc import Iterator

from kg.extract.relations.countries import is_country, is_employer
from kg.extract.relations.home import offices
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax.context import Context

PATTERNS = [
    # Poe works for Acme. / Poe was hired by Acme.
    Pattern("work", subject="actor", object="prep:for|at|with pobj"),
    Pattern("serve", subject="actor", object="prep:in|with|on pobj"),
    Pattern("serve", subject="actor", object="prep:on pobj:board|faculty|staff|committee prep:of|for|at pobj"),
    Pattern("hire employ", subject="patient", object="actor"),
    Pattern("teach", subject="actor", object="in:at"),
]
TITLES = [
    Title(
        "scholar sociologist historian zoologist biologist chemist physicist mathematician psychologist astronomer"
        " geologist philosopher linguist instructor conductor programmer developer designer"
        " spokesman spokeswoman spokesperson contributor pundit reporter correspondent journalist editor columnist"
        " anchor teacher"
        " lecturer analyst economist researcher scientist officer executive manager coach director engineer"
        " ambassador envoy adviser advisor aide prosecutor detective astronaut consultant strategist lawyer attorney"
        " employee official minister secretary commissioner president chairman chairwoman chief ceo cfo coo cto"
        " head editor-in-chief agent producer host teacher physician surgeon doctor pilot inspector sergeant"
        " superintendent constable colonel major captain"
        " capt. col. const. det. insp. lt. maj. sgt. supt. trainer curator treasurer bishop archbishop"
        " pastor vice-president secretary-general leader chair",
        admits=is_employer,
    ),
    Title("general", unless="secretary attorney director", admits=is_employer),
    Title("general", after="attorney director", admits=is_employer),
    # A state is an employer of those who hold its offices, not of every official in it.
    Title("minister secretary ambassador envoy spokesman spokeswoman president chancellor premier", admits=is_country),
    Title("chief commander general admiral head dictator ruler king queen", prepositions="of", admits=is_country),
    Title("expert specialist", prepositions="at from with", admits=is_employer),
    Title("professor", prepositions="at from with", admits=is_employer),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the holders of offices of the country that the article is about: "Foreign Minister Jo Poe"."""
    for office in offices(context):
        yield Found("worksFor", office.holder, office.country, office.noun, "worksFor-office")
