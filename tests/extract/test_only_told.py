"""Rumour, fiction, deniers that are none, acquittals, reported resignations: how they are held, and by whom."""

import pytest

from kg.articles.article import Article
from tests.extract.articles import label, read, stated

DIED = ("Ann Lee", "diedIn", "Leeds")
BORN = ("Ann Lee", "bornIn", "Kenya")


def how(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return how each relation or incident of a text is held, and by whom."""
    reading = read(Article("told", text))
    kinds = [(fact.relation, fact.evidence) for fact in reading.facts] + [(e.type, e.evidence) for e in reading.events]
    return {kind: (held.modality, tuple(label(reading, who) for who in held.sources)) for kind, held in kinds}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The bank was shut after rumours spread that Ann Lee had died in Leeds.", (*DIED, "reported")),
        ("Talk went round that Ann Lee had died in Leeds.", (*DIED, "reported")),
        ("Gossip spread in the town that Ann Lee had died in Leeds.", (*DIED, "reported")),
        ("Claims emerged that Ann Lee was born in Kenya.", (*BORN, "reported")),
        ("There were rumours that Ann Lee was born in Kenya.", (*BORN, "reported")),
        ("Fears grew that Ann Lee had died in Leeds.", (*DIED, "planned")),
        ("The story that Ann Lee died in Leeds is a myth.", (*DIED, "denied")),
        ("The report that Ann Lee was born in Kenya was a hoax.", (*BORN, "denied")),
        ("The rumour that Ann Lee was born in Kenya proved baseless.", (*BORN, "denied")),
        ("The theory that Ann Lee was born in Kenya has been debunked.", (*BORN, "denied")),
        ("The belief that Ann Lee was born in Kenya is widespread.", (*BORN, "reported")),
        ("The fact that Ann Lee was born in Kenya is no secret.", (*BORN, "")),
        ("No evidence shows that Ann Lee was born in Kenya.", (*BORN, "planned")),
        ("News spread that Ann Lee had died in Leeds.", (*DIED, "")),
    ],
)
def test_what_goes_round_is_not_asserted(text, row):
    assert stated(text) == {row}


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("In the film, Tom Hart kills Ann Lee in Leeds.", "Attack", "planned"),
        ("The play tells how Tom Hart killed Ann Lee in Leeds.", "Attack", "planned"),
        ("In the video game, soldiers bomb Paris and kill hundreds.", "Bombing", "planned"),
        ("In the play, Ann Lee, the mayor of Leeds, is stabbed by Tom Hart.", "Stabbing", "planned"),
        ("In the play, Ann Lee, the mayor of Leeds, is stabbed by Tom Hart.", "holdsRole", "planned"),
        ("In a short series of attacks in Leeds on Monday, gunmen killed three people.", "Attack", "asserted"),
        ("In a crime series across Leeds, a man stabbed four women in March.", "Stabbing", "asserted"),
        ("In a television show on Monday, Jo Poe, the mayor of Leeds, said he would resign.", "holdsRole", "asserted"),
        ("A computer programme that shot down a plane killed three people in Leeds on Monday.", "Shooting", "asserted"),
        ("The horror story began when a gunman killed three people in Leeds on Monday.", "Attack", "asserted"),
        ("In the television series, Tom Hart kills Ann Lee in Leeds.", "Attack", "planned"),
        ("In the novel's opening, Tom Hart kills Ann Lee in Leeds.", "Attack", "planned"),
        ("In the novel's opening chapter, a bomb kills four people in Leeds.", "Bombing", "planned"),
        ("In the first season of the drama, Tom Hart kills Ann Lee in Leeds.", "Attack", "planned"),
        ("In the opening of the war, a bomb killed four people in Leeds.", "Bombing", "asserted"),
        ("In a chapter of the war's history, a bomb killed four people in Leeds.", "Bombing", "asserted"),
        ("In the film, Mayor Ann Lee lives in Leeds.", "livesIn", "planned"),
        ("In the film, Meg Strong, a native of Leeds, plays a nun.", "bornIn", "asserted"),
        ("Ann Lee, the mayor of Leeds, appeared in the film.", "holdsRole", "asserted"),
        ("Ann Lee was born in Leeds and starred in a film.", "bornIn", "asserted"),
        ("The film tells how Ann Lee, who was born in Leeds, became a nun.", "bornIn", "reported"),
    ],
)
def test_what_happens_in_a_film(text, kind, modality):
    assert how(text)[kind][0] == modality


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("No one believes Tom Hart is the chairman of Barton Group.", "holdsRole", ("denied", ())),
        ("Nobody believes that Tom Hart killed Ann Lee.", "Attack", ("denied", ())),
        ("Few residents believe that Tom Hart killed Ann Lee.", "Attack", ("planned", ())),
        ("The report wrongly said that Ann Lee was born in Kenya.", "bornIn", ("denied", ())),
        ("The paper falsely claimed that Tom Hart had killed Ann Lee.", "Attack", ("denied", ())),
        ("Tom Hart denied that Ann Lee was born in Kenya.", "bornIn", ("denied", ("Tom Hart",))),
        ("Tom Hart said Ann Lee was not born in Kenya.", "bornIn", ("denied", ("Tom Hart",))),
        ("The Red Front denied any role in the bombing in Leeds.", "Bombing", ("asserted", ())),
        ("Man denies part in Leeds bombing.", "Bombing", ("asserted", ())),
        ("The Red Front denied the bombing in Leeds.", "Bombing", ("denied", ("Red Front",))),
    ],
)
def test_who_denies(text, kind, held):
    assert how(text)[kind] == held


def test_nobody_says_nothing():
    modality = {
        text: [quote.evidence.modality for quote in read(Article("told", text)).quotes]
        for text in ("No one believes that Tom Hart is ill.", "A few residents believe that Tom Hart is ill.")
    }
    assert list(modality.values()) == [["denied"], ["asserted"]]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hart was acquitted of killing Ann Lee in Leeds.",
        "Tom Hart was wrongly convicted of killing Ann Lee in Leeds.",
        "Tom Hart, falsely accused of killing Ann Lee in Leeds, was freed.",
    ],
)
def test_an_acquittal_denies_who_did_it_and_no_death(text):
    reading = read(Article("told", text))
    (event,) = reading.events
    parts = {argument.role: argument.evidence.modality for argument in event.arguments}
    assert event.evidence.modality == "reported"
    assert parts == {"perpetrator": "denied", "killed": "reported", "place": "reported"}
    assert {fact.evidence.modality for fact in reading.facts if fact.relation == "attackedAt"} <= {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hart was never arrested for the bombing that killed three people in Leeds.",
        "Tom Hart was not jailed for killing Ann Lee in Leeds because he is ill.",
        "Tom Hart was cleared of fraud but convicted of killing Ann Lee in Leeds.",
    ],
)
def test_who_is_not_arrested_or_jailed_is_cleared_by_nobody(text):
    arguments = [argument for event in read(Article("told", text)).events for argument in event.arguments]
    assert arguments
    assert not [a for a in arguments if a.role in {"killed", "place"} and a.evidence.modality == "denied"]
    assert not [a for a in arguments if a.role == "perpetrator" and a.evidence.modality == "denied"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Daily Post reported that Mayor Ann Lee has resigned.", ("Daily Post",)),
        ("The mayor, Ann Lee, has resigned, the Daily Post reported.", ("Daily Post",)),
        ("According to the Daily Post, Ann Lee, the mayor of Leeds, has resigned.", ("Daily Post",)),
        ("The Daily Post said Barton Group had sacked its chairman, Ann Lee.", ("Daily Post",)),
        ("Mayor Ann Lee reportedly resigned on Monday.", ()),
        ("The Daily Post reported that Ann Lee has resigned as mayor of Leeds.", ("Daily Post",)),
    ],
)
def test_a_reported_resignation_is_reported(text, who):
    reading = read(Article("told", text))
    (fact,) = (fact for fact in reading.facts if fact.relation == "holdsRole")
    assert (fact.status, fact.evidence.modality) == ("former", "reported")
    assert tuple(label(reading, mention) for mention in fact.evidence.sources) == who


@pytest.mark.parametrize(
    "text", ["Mayor Ann Lee has resigned.", "Mayor Ann Lee has resigned, and Tom Hart said he was glad."]
)
def test_a_told_resignation_is_asserted(text):
    assert {row for row in stated(text) if row[1] == "holdsRole"} == {("Ann Lee", "holdsRole", "Mayor", "former")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ann Lee was married to Tom Hart until 2012.", "former"),
        ("Ann Lee was married to Tom Hart for ten years.", "former"),
        ("Ann Lee had been married to Tom Hart from 1990 to 2001.", "former"),
        ("Ann Lee and Tom Hart were married until 2001.", "former"),
        ("Ann Lee was once married to Tom Hart.", "former"),
        ("Ann Lee has been married to Tom Hart for ten years.", ""),
        ("Ann Lee is married to Tom Hart.", ""),
        ("Ann Lee married Tom Hart in 1990.", ""),
        ("Ann Lee was married to Tom Hart in 1990.", ""),
    ],
)
def test_a_marriage(text, status):
    assert stated(text) == {
        ("Ann Lee", "spouseOf", "Tom Hart", status),
        ("Tom Hart", "spouseOf", "Ann Lee", status),
    }


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        (
            "Harlow Ltd. is based in Leeds. It was bought in May for £40m. Barton Group, based in Hull, sold it.",
            {("Harlow Ltd.", "Leeds"), ("Barton Group", "Hull")},
        ),
        (
            "The mill of Harlow is now owned by Marsh Co. Barton Group has its headquarters in Hull.",
            {("Barton Group", "Hull")},
        ),
        ("Harlow raised $12m. Rival Barton Group, headquartered in Hull, raised less.", {("Barton Group", "Hull")}),
    ],
)
def test_a_seat_is_of_the_firm_of_its_own_sentence(text, seats):
    assert {(row[0], row[2]) for row in stated(text) if row[1] == "headquarteredIn"} == seats


@pytest.mark.parametrize("end", ["Barton Inc.", "Barton Ltd.", "Barton Group for £40m."])
def test_what_is_its_is_no_earlier_firms(end):
    reading = read(Article("told", f"Harlow Bank was bought by {end} Its former chairman Ann Lee left in May."))
    assert len(list(reading.facts)) > 0
    assert not {fact.relation for fact in reading.facts if fact.status != "former"}
