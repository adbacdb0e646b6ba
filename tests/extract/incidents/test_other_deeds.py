"""What is told beside an incident is not put down to it: other deeds, later days, who denies it, who tells it."""

import pytest

from kg.articles.article import Article
from kg.extraction import Extraction
from kg.facts import Event


def events(text: str) -> list[Event]:
    """The incidents of an article of Wednesday, 15 May 2024."""
    (reading,) = Extraction()([Article("a", text, published="2024-05-15")])
    return list(reading.events)


def rows(text: str, *roles: str) -> list[set[tuple[str, str]]]:
    """What each incident of an article has in some roles, in the order of the text."""
    found: dict[str, set[tuple[str, str]]] = {}
    for event in events(text):
        found.setdefault(event.key, set()).update((a.role, a.mention.text) for a in event.arguments if a.role in roles)
    return list(found.values())


def days(text: str) -> set[str | None]:
    """The dates of all incidents of an article."""
    return {a.value for event in events(text) for a in event.arguments if a.role == "date"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Holm was charged with two murders on Tuesday over the shooting in Lanto on 9 April.",
            "2024-04-09",
        ),
        ("Ida Holm was arrested on Sunday over the shooting of a clerk in Lanto on 9 April.", "2024-04-09"),
        ("The trial of Ida Holm over the shooting of a clerk in Lanto began on Monday.", None),
        ("Gunmen shot a clerk in Lanto on Monday.", "2024-05-13"),
    ],
)
def test_the_day_of_a_charge_is_not_that_of_the_deed(text: str, expected: str | None):
    assert days(text) == ({expected} if expected else set())


DENIED = "A gunman shot two clerks in Lanto on Monday. {}"


@pytest.mark.parametrize(
    "denial",
    ["A lawyer denied that Ida Holm shot the clerks.", "Ida Holm denied that she shot the clerks, her lawyer said."],
)
def test_who_denies_the_deed_denies_no_incident(denial: str):
    found = events(DENIED.format(denial))
    assert len({event.key for event in found}) == 1
    assert {event.evidence.modality for event in found} == {"asserted"}
    doers = [a for e in found for a in e.arguments if a.role == "perpetrator" and a.mention.text != "A gunman"]
    assert {a.evidence.modality for a in doers} <= {"denied"}


def test_who_did_not_carry_out_an_attack_is_denied():
    found = events("A bomb killed two clerks in Lanto on Monday. The army did not carry out the attack.")
    held = {(a.mention.text, a.evidence.modality) for e in found for a in e.arguments if a.role == "perpetrator"}
    assert held == {("The army", "denied")}


def test_an_incident_that_nobody_asserts_stays_denied():
    assert {event.evidence.modality for event in events("The army denied that soldiers shot two clerks in Lanto.")} == {
        "denied"
    }


TOLD = "Two clerks died after a bomb exploded in Lanto on Monday, a doctor said. {}"


@pytest.mark.parametrize(
    ("naming", "expected"),
    [
        ("Police named the suspect as Karl Renner.", ("Police",)),
        ("The suspect, Karl Renner, fled.", ()),
    ],
)
def test_the_suspect_is_told_by_who_names_him(naming: str, expected: tuple[str, ...]):
    found = events(TOLD.format(naming))
    (doer,) = (a for e in found for a in e.arguments if a.role == "perpetrator")
    assert (doer.mention.text, doer.evidence.modality) == ("Karl Renner", "reported")
    assert tuple(source.text for source in doer.evidence.sources) == expected
    assert {s.text for e in found for a in e.arguments if a.role == "killed" for s in a.evidence.sources} == {
        "a doctor"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dozens of protesters attacked a police post in Lanto on Monday after a farmer was killed by a guard.",
            [{("perpetrator", "Dozens of protesters")}, {("perpetrator", "a guard"), ("killed", "a farmer")}],
        ),
        (
            "After a farmer was killed by a guard, dozens of protesters attacked a police post in Lanto on Monday.",
            [{("perpetrator", "a guard"), ("killed", "a farmer")}, {("perpetrator", "dozens of protesters")}],
        ),
        (
            "Two clerks died after gunmen attacked a court in Lanto.",
            [{("killed", "Two clerks"), ("perpetrator", "gunmen")}],
        ),
    ],
)
def test_what_a_crowd_answers_is_another_deed(text: str, expected: list[set[tuple[str, str]]]):
    assert rows(text, "perpetrator", "killed") == expected


def test_nobody_is_killed_twice():
    text = (
        "On 4 June 1971 the mayor, Ida Holm, was shot dead in Lanto by Karl Renner. A day later a guard shot Renner. "
        "A park was opened in the same year as Holm died."
    )
    assert rows(text, "killed") == [{("killed", "Ida Holm")}, set()]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("was not linked to the school bombing of 2 April, in which three people died", 2),
        ("was unrelated to the bombing of a school on 2 April, in which three people died", 2),
        ("was the worst of the year", 1),
    ],
)
def test_what_is_not_linked_is_another(link: str, expected: int):
    found = rows(f"A bomb killed two clerks at a bank in Lanto on Monday. Police said the attack {link}.", "killed")
    assert len(found) == expected
    assert ("killed", "two clerks") in found[0]
    assert ("killed", "three people") not in found[0]


@pytest.mark.parametrize(
    "text", ["The star, Karl Renner, bombed at the box office.", "The sequel bombed in the ratings."]
)
def test_who_sells_no_tickets_bombs_nobody(text: str):
    found = events(f"A bomb killed two clerks in Lanto on Monday. {text}")
    assert [event.trigger.start for event in found] == [7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of injured was lowered to 15.", "15"),
        ("The number of injured was corrected to 15 on Thursday.", "15"),
        ("Police corrected the number of injured to 15.", "15"),
    ],
)
def test_a_corrected_number_is_a_toll(text: str, expected: str):
    found = events(f"A bomb exploded in Lanto on Monday and killed two clerks. {text}")
    assert {a.value for e in found for a in e.arguments if a.role == "injured"} == {expected}


#: What stands in the background of an article of 11 March 2024, and the words of the dead that are no part of it.
BACKGROUND = [
    ("In January, at least 30 people were killed when gunmen raided Birnin Gwari.", "at least 30 people"),
    ("In 2019, nine people died when a mosque was hit.", "nine people"),
    (
        "It was the deadliest attack in Kano State since 2011, when a man killed seven relatives in Dutse.",
        "seven relatives",
    ),
    ("A year earlier, a rocket attack on a base in Dutse killed a contractor.", "a contractor"),
    ("The raid was the deadliest there since 22 people were shot outside a bar in August 2019.", "22 people"),
    ("In April 2015, the militants killed 148 people at a college.", "148 people"),
    ("Sani Bello, who led the gang, will surely die in jail.", "Sani Bello"),
]


@pytest.mark.parametrize(("sentence", "dead"), BACKGROUND, ids=[dead for _, dead in BACKGROUND])
def test_the_dead_of_another_year_are_not_those_of_today(sentence: str, dead: str):
    text = f"Gunmen stormed a village near Kano on Sunday, killing 14 people. No group claimed the attack. {sentence}"
    of_today = [each for each in rows(text, "killed") if ("killed", "14 people") in each]
    assert len(of_today) == 1
    assert not any(dead in words for _, words in of_today[0])


def test_the_dead_of_the_day_before_are_of_it():
    text = (
        "Gunmen stormed a village near Kano on Sunday. On Saturday, police said, nine people were killed in the raid."
    )
    assert any(("killed", "nine people") in each for each in rows(text, "killed"))


def test_what_is_ranked_among_others_is_no_second_attack_in_a_wider_place():
    text = "A gunman shot three people dead in Akron on Tuesday. It was the worst shooting in Summit County since 2011."
    assert rows(text, "killed", "place") == [{("killed", "three people dead"), ("place", "Akron")}]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The Taliban said that one of its fighters had carried out the attack.", True),
        ("The Taliban announced that its men carried out the attack.", True),
        ("The Taliban said that its fighters did not carry out the attack.", False),
        ("The army said that one of its soldiers was killed in the attack.", False),
        ("The Taliban said that rebels had carried out the attack.", False),
    ],
)
def test_who_says_that_its_own_did_it_claims_it(text: str, claimed: bool):
    found = rows(f"A bomb killed five people in Kabul on Wednesday. {text}", "claimedBy")
    assert any(found) == claimed


def test_who_is_murdered_is_no_murderer_whatever_his_office():
    found = rows(
        "Bishop's murder: trial opens\n\nThe bishop was shot dead by two men in Tagum.", "perpetrator", "killed"
    )
    assert ("killed", "Bishop's") in found[0]
    assert ("perpetrator", "Bishop's") not in found[0]


def test_who_dies_in_unrest_after_an_arrest_is_not_hit_by_the_arrest():
    text = "Clashes erupted after the arrest of journalist Omar Haddad. Five people have been killed in the unrest."
    assert all(not ({role for role, _ in each} >= {"victim", "killed"}) for each in rows(text, "victim", "killed"))


def test_a_bombing_in_another_town_is_one_more():
    text = (
        "Three bombers killed 23 people at the airport on Tuesday. The Taliban claimed a bombing in Ankara that"
        " left 37 dead."
    )
    assert rows(text, "place", "claimedBy") == [set(), {("place", "Ankara"), ("claimedBy", "Taliban")}]


def test_a_verb_goes_on_with_what_its_subject_does():
    text = "Two gunmen opened fire before blowing themselves up at the airport on Tuesday, killing 23 people."
    assert len(rows(text)) == 1


def test_who_speaks_is_not_dead():
    text = (
        "A reporter was abducted in Yanga on Sunday. Prosecutor Omar Haddad said the state asked whether he was killed."
    )
    assert not any(("killed", "he") in each for each in rows(text, "killed"))


def test_a_murder_of_last_month_is_not_the_one_of_today():
    text = (
        "A boy has been stabbed to death in Croydon. Last month, Leroy Sands was found guilty of the murder of"
        " Tyrell James in Norbury."
    )
    assert len(rows(text, "killed")) == 2


def test_who_was_shot_at_the_same_school_years_before_was_not_shot_today():
    text = (
        "A gunman shot and killed 11 people and wounded four at a school in Lakeford on Monday. In 2014 a teacher was"
        " shot dead at the same school."
    )
    assert rows(text, "killed") == [{("killed", "11 people")}, {("killed", "a teacher")}]


def test_that_attack_is_the_one_told_last():
    text = (
        "A bomb killed 12 people in Maiduguri on Monday. Nobody claimed the attack. In June 2019 three bombers killed"
        " 30 people in Konduga. Boko Haram claimed that attack."
    )
    assert rows(text, "place", "claimedBy") == [
        {("place", "Maiduguri")},
        {("place", "Konduga"), ("claimedBy", "Boko Haram")},
    ]


def test_other_dead_are_not_those_of_the_police_who_shot_the_gunman():
    text = (
        "A man opened fire in a bar in Lanto, killing four people, before he was fatally shot by police. Two clerks,"
        " Ida Holm and Will Sayer, were also killed. The dead included Carla Roe."
    )
    first, second = rows(text, "killed")
    assert {words for _, words in first} >= {"four people", "Two clerks", "Ida Holm", "Will Sayer", "Carla Roe"}
    assert ("killed", "four people") not in second


def test_whom_police_kill_is_who_did_it_only_where_the_text_tells_him_to_be():
    shot = "A man opened fire in a bar in Lanto, killing four people. Officers shot him. Two clerks were also killed."
    (first, *_) = rows(shot, "killed")
    assert {words for _, words in first} >= {"four people", "Two clerks"}
    hostage = "A gunman shot two clerks in a bank in Lanto and took a nurse hostage. Police killed her by mistake."
    assert not any(("killed", "her") in row and ("perpetrator", "her") in row for row in rows(hostage, "killed"))


def test_what_is_answered_what_is_prevented_and_whom_others_arrest_are_others():
    text = "Bombs hit a school in Lanto on Sunday, killing nine."
    assert len(rows(f"{text} In response, rebels fired rockets at Orsa.")) == 2
    assert len(rows(f"{text} An attack on a temple was prevented.")) == 2
    assert len(rows(f"{text} Journalist Omar Haddad was arrested by soldiers.")) == 2


def test_what_others_did_is_told_of_them():
    text = "A man stabbed four passengers in Osaka on Wednesday."
    tokyo = "The incident brought back memories of October last year, when a man stabbed a clerk on a train in Tokyo."
    assert len(rows(f"{text} {tokyo}")) == 2
    gangs = "A gang killed 60 people in Orsa on Friday, police said. Another gang slaughtered 100 with machetes."
    assert len(rows(gangs)) == 2


def test_the_day_of_an_anniversary_is_not_that_of_the_attack():
    assert days("Bells rang on Sunday to mark the anniversary of the attack on a school. Gunmen killed nine.") == set()


def test_an_attack_of_another_year_is_brought_in_as_another():
    blast = "An explosion at a station in Lanto has killed five people and wounded 38."
    before = "Lanto was the scene of a bombing in 2016, when the Red Front attacked a bank and wounded eleven people."
    assert rows(f"{blast}\n\n{before}", "killed", "perpetrator") == [
        {("killed", "five people")},
        {("perpetrator", "Red Front")},
    ]
    jailed = "Ida Holm was jailed on Monday for killing five people. Holm, 40, carried out a bombing in 2016."
    assert len(rows(jailed)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the bomb was planted in Lanto by the Red Front, not by the army.", {"Red Front"}),
        ("Rebels, not the army, shot nine people in Lanto on Monday.", {"Rebels"}),
        ("Rebels, not only soldiers, shot nine people in Lanto on Monday.", {"Rebels"}),
        ("Not a soldier but a gunman shot nine people in Lanto.", {"a gunman"}),
    ],
)
def test_who_did_not_do_it_is_no_perpetrator(text: str, expected: set[str]):
    assert {name for row in rows(text, "perpetrator") for _, name in row} == expected


def test_who_has_no_name_is_told_in_full_also_where_a_pronoun_means_him():
    text = "A 34-year-old Lanto man shot two guards on Monday, police said. He fled."
    assert rows(text, "perpetrator") == [{("perpetrator", "A 34-year-old Lanto man")}]


#: What stands beside the news of 15 May 2024, and how many incidents the article then tells of.
BESIDE = {
    "the head of a sentence sets another day": (
        "On Friday thousands marched in Ulm. Soldiers opened fire on the crowd, killing a student.",
        [{"nine"}, {"a student"}],
    ),
    "another case": ("Separately, a missile hit a house in Ulm, killing two nurses.", [{"nine"}, {"two nurses"}]),
    "what came before it": (
        "The attack comes six weeks after Ida Holm was stabbed to death at a market.",
        [{"nine"}, {"Ida Holm"}],
    ),
    "what somebody did once": (
        "Karl Renner, who murdered four patients in Ulm in the 1990s, saw it from his cell.",
        [{"nine"}, {"four patients"}],
    ),
    "what it is like": (
        "The case was likened to that of Karl Renner, who murdered four patients in Ulm.",
        [{"nine"}, {"four patients"}],
    ),
    "a year in its name": ("The 2016 Pulse nightclub shooting killed 49 people.", [{"nine"}, {"49 people"}]),
    "goes on": ("The shooting, which killed the nine at a school, lasted an hour.", [{"nine", "the nine"}]),
    "the day of a verdict": ("On Tuesday a judge found Karl Renner guilty of the shooting.", [{"nine"}]),
    "the day of a statement": ("On Tuesday, police said a tenth person had died.", [{"nine", "a tenth person"}]),
}


@pytest.mark.parametrize(("beside", "dead"), BESIDE.values(), ids=BESIDE)
def test_what_is_told_beside_the_news_is_another_incident(beside: str, dead: list[set[str]]):
    text = f"A gunman shot nine people dead at a school in Lanto on Monday. {beside}"
    told = [{words.removesuffix(" people dead") for _, words in row} for row in rows(text, "killed")]
    assert told == dead


def test_an_older_incident_is_over_where_another_paragraph_goes_on_with_the_news():
    text = (
        "Gunmen killed 11 people near Lanto on Monday. In June 2021 gunmen killed 132 people in Orsa in the worst "
        "attack of the war.\n\nA trader who hid said they shot two of his sons."
    )
    (older,) = [row for row in rows(text, "killed", "victim") if ("killed", "132 people") in row]
    assert older == {("killed", "132 people")}


def test_for_what_somebody_was_jailed_before_is_not_the_murder_of_today():
    text = "Karl Renner murdered a clerk in Lanto on 14 June 2023.\n\n"
    text += "Renner was jailed in 2012 for stabbing a driver in Ulm."
    assert rows(text, "victim", "killed") == [{("killed", "a clerk")}, {("victim", "a driver")}]


def test_who_is_arrested_for_attempted_murder_is_put_to_what_happened():
    text = "A man was stabbed in Lanto on Monday. Two boys were arrested on suspicion of attempted murder."
    found = events(text)
    assert len({event.key for event in found}) == 1
    assert {event.evidence.modality for event in found} == {"asserted", "reported"}
    assert not any(a.role == "killed" for event in found for a in event.arguments)
    alone = (
        "Karl Renner was convicted on Tuesday of the attempted murder of a third patient. The victim fled the police."
    )
    assert rows(alone, "victim", "killed") == [{("victim", "a third patient")}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A nurse was convicted on Friday of murdering four patients in Lanto.", {"A nurse"}),
        ("Karl Renner was convicted on Tuesday of the attempted murder of a patient in Lanto.", {"Karl Renner"}),
        ("Driver who ploughed into a parade in Lanto is charged with the murder of two nurses.", {"Driver"}),
        ("A nurse poisoned five patients in Lanto in 1998.", {"A nurse"}),
    ],
)
def test_who_did_it_in_court(text: str, expected: set[str]):
    text = f"{text} Police said the victims died in hospital."
    assert {name for row in rows(text, "perpetrator") for _, name in row} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fourth person has died in hospital, police said on Wednesday.", {("A fourth person", "4-")}),
        ("Ida Holm, 40, died on the spot.", {("Ida Holm", "1")}),
        ("At least 7,000 people have been killed, the UN says.", set()),
    ],
)
def test_who_else_is_dead_of_it(text: str, expected: set[tuple[str, str]]):
    found = events(f"A gunman wounded seven people at a school in Lanto on Monday.\n\n{text}")
    dead = {(a.mention.text, a.value) for e in found for a in e.arguments if a.role == "killed"}
    assert dead == expected


def test_all_of_a_row_are_dead_of_whom_a_clause_says_so():
    text = (
        "Ida Holm, 71, her son Will Sayer, 40, and clerk Jan Roe, 34, who were all killed when a gunman fired at a bus"
    )
    assert rows(f"It was a day after the death of {text} in Lanto.", "killed") == [
        {("killed", "Ida Holm"), ("killed", "Will Sayer"), ("killed", "Jan Roe")}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man took nine people hostage at a bank in Lanto.", {("victim", "nine people")}),
        ("Gunmen attacked a gold mine in Lanto.", {("target", "a gold mine")}),
        ("Radio host who investigated gangs shot dead outside his home", {("killed", "Radio host")}),
    ],
)
def test_whom_and_what_it_hit(text: str, expected: set[tuple[str, str]]):
    (found,) = rows(f"{text}\n\nPolice said the gunman fled.", "victim", "killed", "target", "weapon")
    assert found - {("target", "his home")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The village remembers the victims of a bombing in Lanto that killed nine.",
        "Families gathered to remember the nine who were killed when a bomber blew himself up in Lanto.",
        "Dozens feared dead as gunmen attack church in Lanto",
        "Gunmen suspected to be bandits have abducted 15 students of the College of Orsa, Lanto State.",
    ],
)
def test_what_is_remembered_or_feared_is_told_by_the_article(text: str):
    assert {event.evidence.modality for event in events(text)} == {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "Two sides have accused each other of bombing civilians since the war began.",
        "A fuel depot explosion killed nine people in Lanto.",
        "Soldiers will simulate a bomb attack on a station in Lanto.",
        "Bank stocks were ambushed by inflation data as traders and investors sold shares in Lanto.",
    ],
)
def test_what_is_no_incident(text: str):
    assert rows(f"{text} The army arrested nobody.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Woman dies after stabbing\n\nA woman died after she was stabbed in Lanto on Monday.", set()),
        ("Kenya's worst attack was in 2015, when militants killed 148 people at a school.", {"militants"}),
        ("Ida Holm murdered two patients, police said. A court found Holm guilty of murder.", {"Ida Holm"}),
        (
            "A nurse was convicted of murdering two patients, victims of 80. Judges sentenced Ida Holm to life.",
            {"A nurse", "Ida Holm"},
        ),
        ("A watchman forced his way in and slashed at two boys in Lanto. The victims died.", {"A watchman"}),
        ("Israeli strikes killed 14 people in Lanto, medics said.", set()),
    ],
)
def test_who_did_it(text: str, expected: set[str]):
    found = rows(text, "perpetrator")
    assert found
    assert {name for row in found for _, name in row} == expected


def test_who_is_shot_is_not_the_one_who_rammed_them():
    text = (
        "Car rams bus stop in Lanto; driver shot\n\nA driver rammed a bus stop in Lanto on Monday, hurting four people."
    )
    assert not any(
        {role for role, _ in row} >= {"perpetrator", "victim"} for row in rows(text, "perpetrator", "victim")
    )


def test_a_suspect_is_one_of_what_happened_also_behind_a_denial():
    text = (
        "Herders killed nine people in Lanto on Monday. Karl Renner denied that his men carried out the attack. A "
        "suspect, Will Sayer, was arrested."
    )
    doers = [a for e in events(text) for a in e.arguments if a.mention.text == "Will Sayer"]
    assert [a.evidence.modality for a in doers] == ["reported"]


def test_who_is_acquitted_of_one_deed_did_the_other():
    text = (
        "Ida Holm was convicted on Tuesday of murdering two patients in Lanto. She was acquitted of the attempted "
        "murder of a third patient, Karl Renner, a victim who testified."
    )
    doers = {a.evidence.modality for e in events(text) for a in e.arguments if a.role == "perpetrator"}
    assert doers == {"asserted"}


def test_a_murder_goes_with_the_incident_of_its_victim():
    text = (
        "Ida Holm was shot dead in Lanto on Monday. Rebels were accused of atrocities in Orsa last week.\n\nHolm's "
        "murder shocked the town."
    )
    shot, *_ = {event.key for event in events(text) if event.trigger.start < len("Ida Holm was shot")}
    assert [event.key == shot for event in events(text)] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Gunmen took 30 people hostage in Lanto on Friday. Soldiers stormed the hotel and freed them.", ["asserted"]),
        ("The army will hold an exercise in which terrorists attack a police station.", ["planned"]),
        ("More than 20 journalists have been arrested since the coup.", []),
        ("Journalist Ida Holm has been detained by police since Friday.", ["asserted"]),
        ("More than 6,200 people died in 2007 in violence, police said.", []),
        ("In rugby Albion were under attack from the kick-off, a referee said.", []),
        ("Police foil bomb attack on a station in Lanto", ["planned"]),
    ],
)
def test_what_happened_and_what_did_not(text: str, held: list[str]):
    assert [event.evidence.modality for event in events(text)] == held


def test_who_claims_an_incident_is_told_by_who_tells_the_claim():
    text = (
        "Two soldiers were killed in a gunfight in Lanto on Sunday, officials said. The shadow outfit, the Orsa Front, "
        "claimed responsibility for the killing of the soldiers."
    )
    (claim,) = [a for e in events(text) for a in e.arguments if a.role == "claimedBy"]
    assert (claim.mention.text, claim.evidence.modality, claim.evidence.sources) == ("Orsa Front", "asserted", ())


def test_some_who_belong_to_a_body_are_counted_whole():
    found = events("Gunmen have abducted 15 students of the College of Orsa. Two of the students died in captivity.")
    assert ("15 students of the College of Orsa", "15") in {
        (a.mention.text, a.value) for e in found for a in e.arguments
    }


def test_one_killing_in_a_town_and_in_a_park_of_it_is_one():
    text = (
        "A boy was charged with the murder of a teenager who was stabbed in Lanto. Karl Renner, 19, was stabbed in "
        "East Park on 8 May. He died at the scene."
    )
    assert len(rows(text)) == 1
    assert len(rows(text.replace("East Park", "Orsa"))) == 2


def test_who_is_called_by_his_age_did_his_own_deed():
    text = "Two gunmen killed four men in Lanto on Monday. Last week a 16-year-old killed two classmates in Orsa."
    assert [("killed", "two classmates") in row for row in rows(text, "killed")] == [False, True]


def test_a_sum_of_a_week_is_no_toll_of_a_day():
    text = "Four people were shot dead in Lanto on Monday, bringing to nine the number killed in the city this week."
    assert rows(text, "killed") == [{("killed", "Four people")}]


def test_the_year_of_a_deed_that_a_clause_tells_is_its_own():
    assert days("A court upheld the sentence of Karl Renner, who shot dead two officers in Lanto in 2009.") == {"2009"}


@pytest.mark.parametrize(
    ("saying", "doers"),
    [
        ("A spokesman said the army, not rebel fighters, had bombed the market in Lanto, killing six.", {"the army"}),
        ("Rebels said the army, not their men, had shelled the market in Lanto.", {"the army"}),
    ],
)
def test_who_denies_it_in_an_aside_names_another(saying: str, doers: set[str]):
    found = [a for e in events(saying) for a in e.arguments if a.role == "perpetrator"]
    assert {a.mention.text for a in found} == doers
    assert {a.evidence.modality for a in found} == {"reported"}
