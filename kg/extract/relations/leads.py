"""leads: who heads an organization, a country or a city."""

from collections.abc import Iterator

from kg.extract.lexicon.parties import is_party
from kg.extract.relations.countries import is_country, is_employer, no_country
from kg.extract.relations.home import heads, offices
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax.context import Context
from kg.facts import Mention

BELOW = "vice deputy assistant sub- associate under"
#: Of what a director leads a part only.
PARTS = (
    "political communications creative art artistic music musical medical technical research sales marketing finance"
    " financial regional policy program programme campaign legal sporting commercial digital editorial outreach"
)
#: Of whom a leader leads some only: "Polish opposition leader", "Senate minority leader".
SOME = (
    "opposition minority majority rebel guerrilla militant separatist insurgent gang cult student labour labor union"
    " business community religious spiritual church tribal youth faction group team squad civic"
)
#: Of what wing or faith the leader is of whom a country's adjective tells no more than where he is from.
WINGS = (
    "right left wing populist nationalist centrist conservative liberal socialist communist republican democratic green"
    " islamist jihadist rights resistance protest independence secessionist party islamic christian muslim jewish hindu"
    " indigenous dissident exiled mafia cartel"
)
SERVICES = "police fire rescue ambulance security defence defense army navy military"
STAFF = "operations finance financial marketing technology sales communications"


def no_party(body: Mention | None) -> bool:
    """Tell whether what follows "of" is no political party."""
    return body is None or not is_party(body)


PATTERNS = [
    # Poe leads Acme. / Acme is led by Poe.
    Pattern("lead head chair run govern rule", subject="actor", object="patient"),
]
TITLES = [
    Title("president chancellor premier head", unless=BELOW),
    # "The mayor, of Labour,": a town, and no party, has one.
    Title("mayor governor king queen emperor emir sultan ruler dictator monarch", unless=BELOW, admits=no_party),
    # Who leads some of a country or chamber does not lead it.
    Title("leader", unless=f"{BELOW} {SOME}", admits=no_country),
    Title("leader", unless=f"{BELOW} {SOME} {WINGS}", admits=is_country),
    Title(
        "chairman chairwoman chairperson chair ceo commissioner principal rector dean headmaster"
        " secretary-general commander boss captain",
        unless=f"{BELOW} {STAFF}",
        admits=no_country,
    ),
    Title("chief", unless=f"{BELOW} {SERVICES} {STAFF}", admits=no_country),
    # A town's police chief leads its police.
    Title("chief", after=SERVICES, unless=BELOW, admits=is_employer),
    Title("minister", after="prime chief first", unless=BELOW),
    Title("executive", after="chief", unless=BELOW, admits=no_country),
    Title("officer", after="executive", unless=BELOW, admits=no_country),
    Title("general", after="secretary", unless=BELOW, admits=no_country),
    Title("secretary", after="general", unless=BELOW, admits=no_country),
    Title("director", after="managing executive general", unless=BELOW, admits=no_country),
    Title("director", unless=f"{BELOW} {PARTS}", prepositions="of", admits=is_employer),
]


def match(context: Context) -> Iterator[Found]:
    """Yield who governs the country that the article is about: "President Jo Poe"."""
    for office in offices(context):
        if heads(office.noun):
            yield Found("leads", office.holder, office.country, office.noun, "leads-office")
