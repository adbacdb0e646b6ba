"""What did not happen, or not as it reads at first: other deaths, denials, sport, beasts, films and drills."""

import pytest

from tests.extract.incidents.test_events import VIOLENCE, events, reading, told


def killed(text: str) -> set[tuple[str, str]]:
    """Return (words, modality) of all who are killed."""
    return {(a.mention.text, a.evidence.modality) for e in events(text) for a in e.arguments if a.role == "killed"}


def held(text: str) -> set[tuple[str, str]]:
    """Return (type, modality) of the events."""
    return {(e.type, e.evidence.modality) for e in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas ambushed a patrol near Ipoh in 1952. Ann Lisle, a nurse, wrote about it. She died in 2004.",
        "Gunmen ambushed a patrol near Ipoh.\n\nAnn Lisle, a nurse, wrote a book about it. She died last spring.",
    ],
)
def test_who_dies_years_or_paragraphs_later_is_not_killed(text: str) -> None:
    assert not killed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked a bus near Ipoh on Monday.\n\nSix passengers died.", "Six passengers"),
        ("Anna Cole was shot in the head in Ipoh. She died on Tuesday.", "She"),
        ("Gunmen attacked a bus near Ipoh in 1952. Six passengers died in 1952.", "Six passengers"),
    ],
)
def test_who_dies_of_it_is_killed(text: str, expected: str) -> None:
    assert killed(text) == {(expected, "asserted")}


def test_what_a_group_says_it_did_is_only_reported() -> None:
    text = (
        "A suicide bomber killed at least 12 people at the Makka Hotel in Mogadishu on Friday. "
        "The group said on its radio station that it had killed 40 soldiers at the hotel."
    )
    assert killed(text) == {("at least 12 people", "asserted"), ("40 soldiers", "reported")}
    (source,) = {who.text for e in events(text) for a in e.arguments for who in a.evidence.sources}
    assert source == "The group"


@pytest.mark.parametrize(
    "text",
    [
        "John Smith was acquitted of bombing the embassy in Rome.",
        "Peter Cole was cleared in 2014 of attacking a guard with a knife in Leeds.",
        "Paul Grant was found not guilty of murdering a nurse in Leeds.",
        "Hamas denied killing the two hostages.",
    ],
)
def test_who_is_cleared_of_it_did_not_do_it(text: str) -> None:
    found = events(text)
    authors = [a for e in found for a in e.arguments if a.role == "perpetrator"]
    assert {a.evidence.modality for a in authors} <= {"denied"}
    assert {e.evidence.modality for e in found} <= {"denied", "reported"}
    assert found


def test_dropped_charges_explode_nowhere() -> None:
    assert held("Prosecutors dropped charges that Paul Grant shot a policeman.") == {("Shooting", "reported")}
    assert held("The rebels dropped explosive charges on a bridge in Leeds.") == {("Bombing", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "A late goal by Jones shot Rovers down on Saturday.",
        "Activists bombed the minister with eggs.",
        "The comedian bombed in front of fans.",
        "Police shot and killed a bear in Juneau.",
        "Police shot dead a dog.",
        "The shark attack shocked surfers in Perth.",
        "Kidnappings are commonplace and murders are rising.",
    ],
)
def test_no_attack(text: str) -> None:
    assert not events(text)


def test_a_report_of_a_match_tells_of_no_attack_though_a_player_is_taken_to_hospital() -> None:
    text = (
        "Lakers beat Comets 3-1 in Orsa on Sunday to go second in the league.\n\nWinger Dan Oro shot twice from afar "
        'before he scored. Captain Gil Ott killed off the game.\n\nCoach Al Poe said: "We attacked them early and they '
        'had no answer."\n\nComets coach Bo Lee, who left Lakers in 2019, said that his defenders were slaughtered. He '
        "is expected to be replaced by former Malta international Kim Aro, whom chairman Tom Ek met last week.\n\n"
        "Goalkeeper Ben Fox was taken to hospital after a clash of heads with Oro."
    )
    assert not reading(text).events
    assert reading(text.replace("who left Lakers in 2019", "whom a gunman shot in 2019")).events


@pytest.mark.parametrize(
    "text",
    [
        "In the film, Craig plays an agent who bombs an embassy in Rome.",
        "In a scene in the drama, gunmen kill the mayor.",
        "In a drill, gunmen attacked a mall in Oslo and killed 20 people.",
        "He wrote a novel about a bombing in Belfast.",
    ],
)
def test_films_and_drills_are_not_asserted(text: str) -> None:
    assert {modality for _, modality in held(text)} == {"planned"}


def test_people_are_shot_while_a_film_is_shown() -> None:
    assert held("A gunman shot twelve people in a cinema in Aurora during the film.") == {("Shooting", "asserted")}
    assert ("Bombing", "target", "a police station") in told("Planes bombed a police station in Gori.")


def test_mentions_of_many_incidents_stay_apart_or_together() -> None:
    places = ["Oslo", "Rome", "Leeds", "Madrid", "Berlin"]
    text = " ".join(f"Gunmen attacked a bank in {place}. The attack lasted two hours." for place in places)
    found = reading(text + VIOLENCE).events
    keys = [e.key for e in found if e.trigger.end < len(text)]
    assert len(set(keys)) == len(places)
    assert keys[::2] == keys[1::2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Judges who were going to be kidnapped were marked on the maps.", {("Kidnapping", "planned")}),
        ("The group prepared an operation aimed at murdering Judge Ann Cole.", {("Attack", "planned")}),
        ("The rules do not allow us to murder a prisoner.", {("Attack", "denied")}),
        ("Two gunmen in Leeds tried to kidnap a judge.", {("Kidnapping", "planned")}),
        ("Had the bomb exploded, hundreds would have died.", {("Bombing", "planned")}),
        ("The courts of Ohio delayed the execution of a man sentenced to death.", set()),
        ("He went to Rome to shoot his own footage.", set()),
        ("His agents executed the plan near Rome.", set()),
    ],
)
def test_what_is_to_come_forbidden_or_none(text: str, expected: set[tuple[str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "A message said gunmen had killed five people at a mall in Leeds. Police said the message was fake.",
            "denied",
        ),
        (
            "Rumours that a bomb had exploded in Leeds spread on Tuesday. The rumours are false, the mayor said.",
            "denied",
        ),
        ("Posts on social media claim that two teachers were kidnapped in Leeds. The claim is false.", "denied"),
        ("According to a post on Facebook, a bomb killed nine people in Leeds. The post was a hoax.", "denied"),
        ("Rumours spread that two girls were kidnapped in Leeds. Police debunked the rumours on Tuesday.", "denied"),
        ("The false rumour that Marco Reis killed a cyclist in Leeds was spread online.", "denied"),
        ("Thousands shared baseless claims that Marco Reis had killed a cyclist in Leeds.", "denied"),
        ("An untrue story that Marco Reis had killed a cyclist in Leeds was spread online.", "denied"),
        ("A fake message said that Marco Reis had killed a cyclist in Leeds.", "denied"),
        ("Police denied the false rumour that Marco Reis killed a cyclist in Leeds.", "denied"),
        ("The shocking rumour that Marco Reis killed a cyclist in Leeds was spread online.", "reported"),
        ("Police said gunmen, told by a false friend of the way, killed five people at a mall in Leeds.", "reported"),
        (
            "A message said gunmen had killed five people at a mall in Leeds. Police said the message was not fake.",
            "reported",
        ),
        ("Police said gunmen killed five people at a mall in Leeds. A message about a trial was fake.", "reported"),
        ("Gunmen killed five people at a mall in Leeds. Police said a video of the attack was fake.", "asserted"),
    ],
)
def test_a_tale_that_is_called_untrue_is_denied(text: str, modality: str) -> None:
    found = [e for e in reading(text).events if e.type != "Gathering"]
    assert {e.evidence.modality for e in found[:1]} == {modality}
    assert {a.evidence.modality for e in found[:1] for a in e.arguments} == {modality}


def test_an_untrue_tale_told_beside_the_deed_is_denied_by_nobody_named() -> None:
    text = "Marco Reis killed a cyclist in Porto. A false rumour said that Marco Reis killed a nurse in Porto."
    assert killed(text) == {("a cyclist", "asserted"), ("a nurse", "denied")}
    assert not any(a.evidence.sources for e in events(text) for a in e.arguments)


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The Red Front, which had claimed the attack, on Wednesday withdrew its claim.", set()),
        ("The Red Front claimed responsibility for the attack. On Wednesday the Red Front retracted its claim.", set()),
        ("The Red Front claimed responsibility for the attack. It did not withdraw its claim.", {"Red Front"}),
        ("The Red Front claimed responsibility for the attack and withdrew its men from Lanto.", {"Red Front"}),
    ],
)
def test_a_claim_that_is_taken_back_is_none(text: str, claimants: set[str]) -> None:
    found = reading(f"A bomb killed 14 people in Orsa on Monday. {text}").events
    assert {a.mention.text for e in found for a in e.arguments if a.role == "claimedBy"} == claimants


@pytest.mark.parametrize(
    ("who", "author"),
    [
        ("A splinter group, the Sons of Lanto, said it had planted the bomb.", "organization/sons-of-lanto"),
        ("The Sons of Lanto said it had planted the bomb.", "organization/sons-of-lanto"),
    ],
)
def test_it_is_the_group_that_speaks(who: str, author: str) -> None:
    found = reading(f"The Red Front condemned the attack. {who} The bomb killed 14 people in Orsa.").events
    assert {a.mention.entity for e in found for a in e.arguments if a.role == "perpetrator"} == {author}


def test_people_killed_in_an_attack_are_told_without_another_word_of_violence() -> None:
    (event,) = reading("Five people were killed in an attack in Kindu on Friday. The mayor left on Monday.").events
    assert (event.type, [a.value for a in event.arguments if a.role == "killed"]) == ("Attack", ["5"])
    assert not reading("The mayor won praise after his attack on the budget in Kindu on Friday.").events


def test_a_jail_is_no_place_of_the_arrest() -> None:
    text = (
        "Belarus police detained the journalist Olga Kar on Thursday as she filmed outside a court in Minsk, her paper "
        "said. She was held in Okrestina jail."
    )
    found = reading(text).events
    assert {a.mention.text for e in found for a in e.arguments if a.role == "place"} == {"Minsk"}
    outside = reading("Gunmen killed two guards outside Orsa prison on Friday, police said.").events
    assert {a.mention.text for e in outside for a in e.arguments if a.role == "place"} == {"Orsa"}
