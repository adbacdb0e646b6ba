"""Who holds an office, held it, is to hold it, and whose it is: the exact roles of short texts."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from tests.extract.articles import label

MONDAY = "2019-06-10"
#: A text, and its roles: who, what, how far, of what.
LEFT = [
    ("Culture Minister Eva Brandt, who quit on Friday, did not attend.", "Eva Brandt: Culture Minister former"),
    ("Police chief Omar Haddad, who was dismissed in May, declined.", "Omar Haddad: Police chief former"),
    ("Governor Lena Moss, who stepped down last month, was in court.", "Lena Moss: Governor former"),
    ("Mayor Lena Moss, sacked last month, declined to comment.", "Lena Moss: Mayor former"),
    ("Governor Lena Moss stepped down on Friday.", "Lena Moss: Governor former"),
    ("Eva Brandt, the minister who resigned on Friday, was in court.", "Eva Brandt: minister former"),
    ("Governor Lena Moss, who may resign, was in court.", "Lena Moss: Governor"),
    ("Governor Lena Moss, who did not quit, was in court.", "Lena Moss: Governor"),
    ("Governor Lena Moss, who resigned from a golf club, was in court.", "Lena Moss: Governor"),
    ("Governor Lena Moss, who dismissed her aides, was in court.", "Lena Moss: Governor"),
    ("Governor Lena Moss, who quit in 2010 and was elected again in 2014, smiled.", "Lena Moss: Governor"),
]
REPLACED = [
    (
        "Ines Roth was appointed transport minister, replacing Karl Maier, who resigned in April.",
        "Ines Roth: transport minister; Karl Maier: transport minister former",
    ),
    ("Ines Roth became mayor, succeeding Karl Maier.", "Ines Roth: mayor; Karl Maier: mayor former"),
    ("Ines Roth may be appointed transport minister, replacing Karl Maier.", "Ines Roth: transport minister"),
    (
        "The council named Ines Roth transport minister, replacing Karl Maier.",
        "Ines Roth: transport minister; Karl Maier: transport minister former",
    ),
    (
        "The board appointed Ines Roth chief executive, succeeding Karl Maier.",
        "Ines Roth: chief executive; Karl Maier: chief executive former",
    ),
    ("The council named Ines Roth transport minister in May.", "Ines Roth: transport minister"),
    ("The council may name Ines Roth transport minister, replacing Karl Maier.", "Ines Roth: transport minister"),
    ("The council named Ines Roth transport minister, replacing old rules.", "Ines Roth: transport minister"),
    ("Ines Roth was appointed transport minister, replacing old rules.", "Ines Roth: transport minister"),
    (
        "Mayor Ines Roth named Karl Maier as her successor.",
        "Ines Roth: Mayor; Karl Maier: Mayor designate",
    ),
    ("President Ines Roth picked her successor.", "Ines Roth: President"),
    (
        "Ines Roth became head of Acme, replacing founder Karl Maier.",
        "Ines Roth: head of Acme of Acme; Karl Maier: founder; Karl Maier: head of Acme of Acme former",
    ),
    ("Mayor Ines Roth said that her successor, Karl Maier, was late.", "Ines Roth: Mayor"),
    ("Ines Roth is acting foreign minister.", "Ines Roth: foreign minister acting"),
    ("Ines Roth is acting the minister in a play.", ""),
]
LONG_AGO = [
    ("On 3 May 1958 President Karl Maier was shot dead.", "Karl Maier: President former"),
    ("In 1998 Governor Lena Moss opened the dam.", "Lena Moss: Governor former"),
    ("In 2018 Governor Lena Moss opened the dam.", "Lena Moss: Governor"),
    ("In 1998 singer Lena Moss won a prize.", "Lena Moss: singer"),
    ("Governor Lena Moss opened the dam of 1998.", "Lena Moss: Governor"),
    ("In 1998 Governor Lena Moss founded a firm.", "Lena Moss: Governor"),
    ("Governor Lena Moss was born in Leeds in 1958 and lives there.", "Lena Moss: Governor"),
    (
        "In 1998 Governor Lena Moss opened the dam. On Friday Governor Lena Moss closed it.",
        "Lena Moss: Governor",
    ),
    ("Governor Lena Moss opened the dam in 1998.", "Lena Moss: Governor former"),
    ("Governor Lena Moss opened the dam in 2011.", "Lena Moss: Governor"),
    ("General Hugo Paz seized power in 1974.", "Hugo Paz: General former"),
    (
        "President Lena Moss named Karl Maier ambassador to Norway in 1979.",
        "Karl Maier: ambassador; Lena Moss: President former",
    ),
    ("Governor Lena Moss was named to the court in 1979.", "Lena Moss: Governor"),
    ("Senator Lena Moss opposed the war in 2002. Moss spoke again on Friday.", "Lena Moss: Senator"),
    ("Governor Lena Moss was born in 1958 and lives in Leeds.", "Lena Moss: Governor"),
    ("Governor Lena Moss opened the dam in 1998. On Friday Governor Lena Moss closed it.", "Lena Moss: Governor"),
]
HAD_BEEN = [
    ("Lena Moss had been mayor of Leeds for eight years before that.", "Lena Moss: mayor of Leeds of Leeds former"),
    ("Lena Moss had been health minister since May 2018.", "Lena Moss: health minister former"),
    ("Lena Moss had served as mayor since 2010.", "Lena Moss: mayor former"),
    ("Lena Moss, who had been the mayor since 2010, left.", "Lena Moss: mayor former"),
    ("Lena Moss has been mayor since 2010.", "Lena Moss: mayor"),
    ("Karl Maier said that Lena Moss had been mayor since 2010.", "Lena Moss: mayor"),
    ("Lena Moss had been mayor since 2010, Karl Maier said.", "Lena Moss: mayor"),
]
DECLINED = [
    "Lena Moss was named ambassador to Norway in 1979, but Moss turned down the post.",
    "Lena Moss was named interior minister on Monday but withdrew a day later.",
    "Lena Moss was appointed transport minister in May. She declined the job.",
]
TAKEN = [
    "Lena Moss was named interior minister on Monday and withdrew the bill a day later.",
    "Lena Moss was named interior minister on Monday. She declined to comment.",
    "Lena Moss was named interior minister on Monday but declined an offer to speak.",
    "Lena Moss was named interior minister on Monday. Karl Maier turned down the post.",
    "Lena Moss was named interior minister. She took charge on Monday.",
    "Lena Moss was named interior minister. Karl Maier will take charge of the army on July 1.",
    "Lena Moss was named interior minister. She was due to take charge in May.",
    "Lena Moss was named interior minister. She will take the train on July 1.",
    "Lena Moss was named interior minister. She will take charge of the talks on July 1.",
    "Lena Moss was named interior minister. She will take over the talks on July 1.",
]
ENTERING = [
    ("Acme Corp. appointed Lena Moss as chief executive. She will take charge on July 1.", "2019-07-01/.."),
    ("Lena Moss was named chief executive on Monday. Moss will take up the role in September.", "2019-09/.."),
    ("Lena Moss was named chief executive on Monday. She takes over next month.", "2019-07/.."),
    ("Lena Moss was named chief executive on Monday. She is due to take charge next month.", "2019-07/.."),
    ("Lena Moss was named chief executive on Monday. She is set to take over in August.", "2019-08/.."),
    ("Lena Moss was named chief executive on Monday and will take over soon.", None),
]
OF_WHAT = [
    (
        "Ex-corporal Karl Maier and ex-Treasury official Lena Moss agreed.",
        "Karl Maier: corporal former; Lena Moss: Treasury official of Treasury former",
    ),
    (
        "Lena Moss, interior minister of North Rhine-Westphalia, agreed.",
        "Lena Moss: interior minister of North Rhine-Westphalia of North Rhine-Westphalia",
    ),
    (
        "Det Ch Insp Lena Moss, of Kelham Police, agreed. Supt Karl Maier did not.",
        "Karl Maier: Supt; Lena Moss: Det Ch Insp of Kelham Police",
    ),
    ("Cardinal Karl Maier agreed. The cardinal Karl Maier saw was red.", "Karl Maier: Cardinal"),
    ("Jan Novak, a plumber from Graz, won.", "Jan Novak: plumber"),
    ("Lena Moss, a judge in Denver, agreed.", "Lena Moss: judge in Denver"),
    ("Denver judge Lena Moss agreed.", "Lena Moss: Denver judge"),
    (
        "Lena Moss, a teacher at Oxford University, agreed.",
        "Lena Moss: teacher at Oxford University of Oxford University",
    ),
    ("Lena Moss, the mayor of Denver, agreed.", "Lena Moss: mayor of Denver of Denver"),
    ("Lena Moss, a senator from Ohio, agreed.", "Lena Moss: senator from Ohio of Ohio"),
    ("Omar Haddad, MP for Leeds, agreed.", "Omar Haddad: MP for Leeds of Leeds"),
]


BEFORE_NAMES = [
    ("Deputy Minister Datuk Seri Karim Maier agreed.", "Karim Maier: Deputy Minister"),
    ("Union leader Cllr Karl Maier agreed.", "Karl Maier: Union leader"),
    ("Bank chairman Sir Karl Maier agreed.", "Karl Maier: Bank chairman of Bank"),
    ("Lead author Dr. Lena Moss agreed.", "Lena Moss: Lead author"),
    ("Minister of State for Trade Lena Moss agreed.", "Lena Moss: Minister of State for Trade"),
    ("Chief Secretary (Health) Lena Moss agreed.", "Lena Moss: Chief Secretary"),
    ("Joint Commissioner of Sugar Dr. Lena Moss agreed.", "Lena Moss: Joint Commissioner of Sugar"),
    ("Opposition spokeswoman on foreign affairs Lena Moss agreed.", "Lena Moss: Opposition spokeswoman"),
    ("Rebel chief negotiator Colonel Karl Maier agreed.", "Karl Maier: Colonel; Karl Maier: Rebel chief negotiator"),
    ("District Collector Lena Moss agreed.", "Lena Moss: District Collector"),
    ("Energy CS Lena Moss agreed.", "Lena Moss: Energy CS"),
    ("Bank general counsel Lena Moss agreed.", "Lena Moss: Bank general counsel"),
    ("Lena Moss, managing partner of a law firm, agreed.", "Lena Moss: managing partner of a law firm"),
    (
        "Party vice-president Karl Maier and Union president Lena Moss agreed.",
        "Karl Maier: Party vice-president; Lena Moss: Union president of Union",
    ),
    ("Sens. Karl Maier and Lena Moss agreed.", "Karl Maier: Sens.; Lena Moss: Sens."),
    (
        "Former Mexican presidents Karl Maier and Lena Moss agreed.",
        "Karl Maier: Mexican presidents of Mexican former; Lena Moss: Mexican presidents of Mexican former",
    ),
    ("Reps. Karl Maier and Mayor Lena Moss agreed.", "Karl Maier: Reps.; Lena Moss: Mayor"),
    ("The managing director of the bank, Engr. Karl Maier, denied it.", "Karl Maier: managing director of the bank"),
    (
        "The Special Adviser to the President on Energy, Ms. Lena Moss, denied it.",
        "Lena Moss: Special Adviser to the President on Energy",
    ),
    (
        "The Emir of Zazzau, Alhaji Karl Maier, and the Senate President, Senator Omar Haddad, agreed.",
        "Karl Maier: Emir of Zazzau; Omar Haddad: Senate President of Senate; Omar Haddad: Senator",
    ),
    ("The minister resigned on X. Union Minister Lena Moss agreed.", "Lena Moss: Union Minister"),
    ("Karl Maier, M.D., medical director of a clinic, agreed.", "Karl Maier: medical director of a clinic"),
    ("The mayor of Leeds is Lena Moss.", "Lena Moss: mayor of Leeds of Leeds"),
    ("The mayor of Leeds is not Lena Moss.", ""),
    ("Lena Moss, a partner of Karl Maier, agreed.", ""),
    ("Opposition leader and former mayor Lena Moss agreed.", "Lena Moss: Opposition leader; Lena Moss: mayor former"),
    (
        "Bank chairman and founder Sir Karl Maier was not there.",
        "Karl Maier: Bank chairman of Bank; Karl Maier: founder",
    ),
    ("The president and Prime Minister Lena Moss were there.", "Lena Moss: Prime Minister"),
    ("The mines and energy minister, Lena Moss, agreed.", "Lena Moss: mines and energy minister"),
    ("The judge Lena Moss spoke of is Karl Maier.", ""),
    ("Lena Moss, now a pundit, agreed.", "Lena Moss: pundit"),
    ("Karl Maier and Lena Moss, both professors, agreed.", "Karl Maier: professors; Lena Moss: professors"),
    ("Ines Roth met Karl Maier and Lena Moss, an analyst.", "Lena Moss: analyst"),
]
WHOSE = [
    ("Lena Moss, a spokeswoman for Mr. Maier, agreed.", "Lena Moss: spokeswoman for Mr. Maier"),
    (
        "Lena Moss, press secretary to Mayor Karl Maier, agreed.",
        "Karl Maier: Mayor; Lena Moss: press secretary to Mayor Karl Maier",
    ),
    (
        "Lena Moss, a strategist for Karl Maier's 2008 campaign, agreed.",
        "Lena Moss: strategist for Karl Maier's 2008 campaign",
    ),
    (
        "Lena Moss, head of the party in Miami-Dade County, agreed.",
        "Lena Moss: head of the party in Miami-Dade County",
    ),
    ("Director of Research Lena Moss agreed.", "Lena Moss: Director of Research"),
]
THOUGHT_OF = [
    ("The outspoken minister Lena Moss agreed.", "Lena Moss: minister"),
    ("Lena Moss was an avid golfer.", ""),
    ("Lena Moss was a dogged critic of the plan.", ""),
    ("Lena Moss, a legendary singer, agreed.", "Lena Moss: singer"),
    ("Lena Moss, a senior adviser, agreed.", "Lena Moss: senior adviser"),
    ("Lena Moss, a real estate developer, agreed.", "Lena Moss: real estate developer"),
    ("Lena Moss, a big data engineer, agreed.", "Lena Moss: big data engineer"),
    ("Lena Moss, a major league pitcher, agreed.", "Lena Moss: major league pitcher"),
    ("Lena Moss, a key account manager, agreed.", "Lena Moss: key account manager"),
    ("Outspoken minister Lena Moss agreed.", "Lena Moss: minister"),
    ("Popular Front leader Lena Moss agreed.", "Lena Moss: Popular Front leader of Popular Front"),
    ("Young Conservatives leader Lena Moss agreed.", "Lena Moss: Young Conservatives leader of Conservatives"),
]
AT_THE_TIME = [
    (
        "Lena Moss, a singer and, at the time, chairwoman of the bank, agreed.",
        "Lena Moss: chairwoman of the bank former; Lena Moss: singer",
    ),
    ("Lena Moss served as mayor before joining a bank.", "Lena Moss: mayor former"),
    ("Lena Moss served as mayor for eight years.", "Lena Moss: mayor former"),
    ("Lena Moss serves as mayor.", "Lena Moss: mayor"),
    ("Lena Moss has served as mayor since 2010.", "Lena Moss: mayor"),
    ("Karl Maier said that Lena Moss served as mayor.", "Lena Moss: mayor"),
    ("Karl Maier, who once advised Lena Moss as mayor, agreed.", "Lena Moss: mayor former"),
    ("He was introduced by former rival Gov. Lena Moss.", "Lena Moss: Gov."),
    ("He was introduced by former Gov. Lena Moss.", "Lena Moss: Gov. former"),
    (
        "Lena Moss, who was foreign minister under President Karl Maier, agreed.",
        "Karl Maier: President former; Lena Moss: foreign minister former",
    ),
    (
        "Lena Moss is foreign minister under President Karl Maier.",
        "Karl Maier: President; Lena Moss: foreign minister",
    ),
]
STAFF = [
    ("A spokeswoman for the governor, Lena Moss, denied it.", "Lena Moss: spokeswoman for the governor"),
    ("An aide to the president, Karl Maier, denied it.", "Karl Maier: aide to the president"),
    ("The head of the council, Karl Maier, denied it.", "Karl Maier: head of the council"),
    ("A friend of the mayor, Karl Maier, denied it.", ""),
]
GIVEN = [
    (
        "Ines Roth named Lena Moss as finance minister and Karl Maier as foreign minister.",
        "Karl Maier: foreign minister; Lena Moss: finance minister",
    ),
    (
        "Ines Roth changed her cabinet, naming Lena Moss as finance minister and her deputy, Karl Maier, as envoy.",
        "Karl Maier: deputy; Karl Maier: envoy; Lena Moss: finance minister",
    ),
    ("Ines Roth named her deputy as finance minister.", ""),
    ("Acme Corp. named Lena Moss as managing director.", "Lena Moss: managing director of Acme Corp."),
    ("Lena Moss resigned as managing director.", "Lena Moss: managing director former"),
    ("The town council voted to appoint Lena Moss as the town's fire chief.", "Lena Moss: fire chief"),
    (
        "The firm moved Karl Maier to Leeds and appointed director Lena Moss head of sales.",
        "Lena Moss: director; Lena Moss: head of sales",
    ),
    ("Lena Moss was the second minister to resign that week.", "Lena Moss: minister former"),
    ("Second Minister for Trade Lena Moss agreed.", "Lena Moss: Second Minister for Trade"),
    ("The Leader of the House (GRC) agreed.", ""),
]
TO_COME = [
    (
        "Lena Moss, who will succeed Karl Maier as chairman in July, agreed.",
        "Karl Maier: chairman; Lena Moss: chairman designate",
    ),
    (
        "Lena Moss was chosen to succeed Karl Maier as chairman.",
        "Karl Maier: chairman; Lena Moss: chairman designate",
    ),
    (
        "Lena Moss succeeded Karl Maier as chairman in May.",
        "Karl Maier: chairman former; Lena Moss: chairman",
    ),
    ("Lena Moss will step down as chairwoman in July.", "Lena Moss: chairwoman"),
    ("Lena Moss is stepping down as chairwoman.", "Lena Moss: chairwoman"),
    ("Lena Moss plans to resign as chairwoman in May.", "Lena Moss: chairwoman"),
    ("Lena Moss stepped down as chairwoman in May.", "Lena Moss: chairwoman former"),
    ("Lena Moss is the next mayor.", "Lena Moss: mayor designate"),
    ("Lena Moss was until recently governor of the bank.", "Lena Moss: governor of the bank former"),
    ("Lena Moss, head of the bank until her retirement, agreed.", "Lena Moss: head of the bank former"),
    ("Lena Moss, head of the bank until her party wins, agreed.", "Lena Moss: head of the bank"),
    ("Named by President Karl Maier in 1974, Lena Moss stayed.", "Karl Maier: President former"),
]
THERE = [
    ("Lena Moss, the president in Lisbon, agreed.", "Lena Moss: president"),
    ("Lena Moss, ambassador in Lisbon, agreed.", "Lena Moss: ambassador in Lisbon"),
    ("Lena Moss, mayor in Lisbon, agreed.", "Lena Moss: mayor in Lisbon of Lisbon"),
    ("In Lisbon Interior Minister Lena Moss agreed.", "Lena Moss: Interior Minister"),
    ("Lisbon Interior Minister Lena Moss agreed.", "Lena Moss: Lisbon Interior Minister of Lisbon"),
    (
        "Republican leaders of the House and Senate – Lena Moss and Karl Maier – met on Friday.",
        "Karl Maier: Republican leaders of the House of Senate; Lena Moss: Republican leaders of the House of House",
    ),
]
BESIDE = [
    ("Former Cedar Falls police chief Karl Maier agreed.", "Karl Maier: Cedar Falls police chief former"),
    ("Jens Ruhl, until now deputy head of sales, starts on Monday.", "Jens Ruhl: deputy head of sales former"),
]
SUBJECTS = [
    ("Lena Moss, the minister of finance and planning, agreed.", "Lena Moss: minister of finance and planning"),
    ("Secretary for Trade and Industry Karl Maier agreed.", "Karl Maier: Secretary for Trade and Industry"),
    (
        "Lena Moss, the minister of finance and leader of a party, agreed.",
        "Lena Moss: leader of a party; Lena Moss: minister of finance",
    ),
    (
        "Acme Bank chairman Professor Lena Moss agreed.",
        "Lena Moss: Acme Bank chairman of Acme Bank; Lena Moss: Professor",
    ),
]
NEWER = [*STAFF, *GIVEN, *TO_COME, *THERE, *BESIDE, *SUBJECTS]


def posts(text: str) -> str:
    """Return the roles of a text, each once, in order."""
    [reading] = readings([Article("article", text, published=MONDAY)])
    found = {
        f"{label(reading, fact.subject)}: {fact.object.text}"
        + (f" of {fact.scope.text}" if fact.scope else "")
        + (f" {fact.status}" if fact.status != "current" else "")
        for fact in reading.facts
        if fact.relation == "holdsRole"
    }
    return "; ".join(sorted(found))


def test_a_byline_is_a_whole_line():
    lead = "The council met on Monday. " * 14
    text = f"Talks\n\n{lead[:376]}\n\nHis lawyer, Karl Maier, said that the charges were false."
    assert posts(text) == "Karl Maier: lawyer"


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LEFT, *REPLACED, *LONG_AGO, *HAD_BEEN, *OF_WHAT, *BEFORE_NAMES, *WHOSE, *THOUGHT_OF, *AT_THE_TIME, *NEWER],
)
def test_who_holds_what(text: str, expected: str):
    assert posts(text) == expected


def offices(text: str) -> set[tuple[str, str, str | None]]:
    """Return how far Lena Moss holds the office of a text: modality, status and interval."""
    [reading] = readings([Article("article", text, published=MONDAY)])
    roles = [f for f in reading.facts if f.relation == "holdsRole" and "Moss" in label(reading, f.subject)]
    return {(fact.evidence.modality, fact.status, fact.during) for fact in roles}


@pytest.mark.parametrize("text", DECLINED)
def test_who_turned_an_office_down_never_held_it(text: str):
    assert offices(text) == {("planned", "current", None)}


@pytest.mark.parametrize("text", TAKEN)
def test_who_turned_down_something_else_holds_the_office(text: str):
    assert {row[:2] for row in offices(text)} == {("asserted", "current")}


@pytest.mark.parametrize(("text", "during"), ENTERING)
def test_who_is_to_take_charge_is_designate_until_then(text: str, during: str | None):
    assert offices(text) == {("asserted", "designate", during)}


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Lena Moss, a judge in Denver, agreed.", set()),
        ("Denver judge Lena Moss agreed.", set()),
        ("Jan Novak, a plumber from Graz, won.", set()),
        ("Lena Moss, a teacher at Oxford University, agreed.", {"worksFor"}),
        ("Omar Haddad, MP for Leeds, agreed.", {"memberOf"}),
        ("Lena Moss, president of Acme Foods and Brio Motors, agreed.", {"leads", "worksFor"}),
        ("Lena Moss and Omar Haddad, presidents of Acme Foods, agreed.", {"leads", "worksFor"}),
        ("Lena Moss and Omar Haddad, presidents of Acme Foods and Brio Motors, agreed.", set()),
    ],
)
def test_a_job_somewhere_is_no_membership_of_the_place(text: str, relations: set[str]):
    [reading] = readings([Article("article", text, published=MONDAY)])
    assert {fact.relation for fact in reading.facts} & {"memberOf", "worksFor", "leads"} == relations
