"""Kinds of sentences that tell of incidents: what each says of whom, and what it does not say."""

import pytest

from tests.extract.incidents.test_events import events, reading, told

LEAD = "Gunmen attacked a market in Lanto on Friday, killing six people. "


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        (LEAD + "The dead were identified as Jo Poe, 23, and Ann Lee, 41.", "killed", {"Jo Poe", "Ann Lee"}),
        (LEAD + "Among those killed was Jo Poe, a teacher.", "killed", {"Jo Poe"}),
        (LEAD + "Omar Reyes, 31, was charged with murder.", "perpetrator", {"Omar Reyes"}),
        (LEAD + "The suspect, Omar Reyes, was arrested at the scene.", "perpetrator", {"Omar Reyes"}),
        ("Six pupils were shot when Dario Pagan burst into a school in Lanto.", "perpetrator", {"Dario Pagan"}),
        ("Police arrested two journalists, including Ann Lee, in Lanto.", "victim", {"Ann Lee"}),
        ("A man was left fatally wounded in a knife attack in Lanto.", "killed", {"A man"}),
        ("The stabbing in Lanto put eight passengers in hospital.", "injured", {"eight passengers"}),
        ("A bomber detonated his explosives-laden car in Lanto.", "weapon", {"his explosives-laden car"}),
        ("Gunmen took a bus in Lanto on 3 March 2013 and killed 19 traders.", "date", {"3 March 2013"}),
        ("Nine bank officials killed, 30 wounded in militant attack in Lanto", "injured", {"30"}),
        ("Jo Poe stands charged in the shooting death of Al Roe, 15, in Lanto.", "killed", {"Al Roe"}),
        ("Jo Poe stands charged in the shooting death of Al Roe, 15, in Lanto.", "perpetrator", {"Jo Poe"}),
        ("Police investigate the stabbing death of Jane Smith in Lanto.", "killed", {"Jane Smith"}),
        ("Jo Poe is wanted in the killing of a nurse in Lanto.", "perpetrator", {"Jo Poe"}),
        ("A jury found Al Roe guilty of murder in the 2016 shooting of a clerk in Lanto.", "perpetrator", {"Al Roe"}),
        ("Al Roe was found guilty of the murder of a clerk in Lanto.", "perpetrator", {"Al Roe"}),
        ("The boy's shooting in Lanto shocked the town.", "victim", {"The boy's"}),
        ("The killing by police of two young traders shocked Lanto.", "perpetrator", {"police"}),
        ("The killing by police of two young traders shocked Lanto.", "killed", {"two young traders"}),
        ("The killing of two traders on Monday by bandits shocked Lanto.", "perpetrator", {"bandits"}),
        ("A fifth guest, Sam Roe, was grazed by a bullet in Lanto.", "injured", {"Sam Roe"}),
        ("Three waiters were found shot to death on a farm near Lanto.", "killed", {"Three waiters"}),
        ("An activist was the victim of a knife attack in Lanto.", "victim", {"An activist"}),
        ("Jo Poe masterminded the attack on the embassy in Lanto.", "perpetrator", {"Jo Poe"}),
        ("The girl shot on the quay in Lanto was a pupil.", "victim", {"The girl"}),
        ("Young farmhand beaten to death in Lanto", "killed", {"Young farmhand"}),
        ("Israeli warplanes bombed a school in Lanto.", "perpetrator", {"Israeli warplanes"}),
        ("Air raids on Lanto killed nine people.", "killed", {"nine people"}),
        ("Leeds stabbing: Boy, 15, charged\n\nA man was held.", "place", {"Leeds"}),
        ("A bomber rammed a car into a gate near the city of Lanto on 3 March 2013.", "date", {"3 March 2013"}),
        (LEAD + "The attack was claimed by the Taliban.", "claimedBy", {"Taliban"}),
        (LEAD + "The slain guard was Jo Poe.", "killed", {"Jo Poe"}),
        ("Orsa prosecutors charge farmer in shooting death of cook\n\nA man died.", "perpetrator", {"farmer"}),
        ("Orsa prosecutors charge farmer in shooting death of cook\n\nA man died.", "killed", {"cook"}),
        ("Jo Poe received 20 years for the murder of a clerk in Lanto.", "perpetrator", {"Jo Poe"}),
        ("Jo Poe serves a life sentence for killing two clerks in Lanto.", "perpetrator", {"Jo Poe"}),
        ("A man was stabbed in Lanto. The victim, Al Roe, 40, was a cook.", "victim", {"Al Roe"}),
        ("Rockets killed six people including a 9-year-old pupil in Lanto.", "killed", {"six people"}),
        ("Our friend, blogger Ann Lee, was arrested in Lanto.", "victim", {"Our friend"}),
        ("Gunmen carried out a deadly attack on soldiers in Lanto.", "victim", {"soldiers"}),
        ("The fatal shooting of two nurses in Lanto shocked the town.", "killed", {"two nurses"}),
        ("Two separate bombings in Lanto killed 12 people on Tuesday.", "killed", {"12 people"}),
        ("Three people were killed in two separate shootings in Lanto.", "killed", {"Three people"}),
        ("Moscow bombed a clinic in Lanto.", "perpetrator", {"Moscow"}),
        ("Tehran attacked an oil tanker near Lanto.", "perpetrator", {"Tehran"}),
        ("Kyiv shelled Donetsk on Tuesday.", "perpetrator", {"Kyiv"}),
        ("The pupil's shooting in Lanto left four teachers dead.", "perpetrator", {"The pupil's"}),
        ("The pupil's shooting in Lanto left four teachers dead.", "killed", {"four teachers"}),
        ("The boy's shooting in Lanto left him blind.", "victim", {"The boy"}),
        ("Al Roe was found guilty of murder in the shooting of a clerk in Lanto.", "perpetrator", {"Al Roe"}),
        ("Quay attack: four dead as police kill gunman\n\nA man was held.", "killed", {"four"}),
        ("Ann Lee was abducted in Lanto on Monday and beheaded by rebels.", "perpetrator", {"rebels"}),
        ("Gunmen killed Musa Tanko, Ladi Gyang and Dung Pam in Lanto.", "killed", {"Musa Tanko"}),
    ],
)
def test_says(text: str, role: str, words: set[str]) -> None:
    assert words <= {said for _, found, said in told(text) if found == role}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nine bank officials killed, 30 wounded in militant attack in Lanto", "perpetrator"),
        ("Woman stabbed to death on Lanto tram\n\nA man was held.", "perpetrator"),
        ("Authorities probe the motive behind the massacre in Lanto.", "perpetrator"),
        ("A bomber detonated his explosives-laden car in Lanto.", "target"),
        (LEAD + "Troops took over security responsibility in May.", "claimedBy"),
        ("The boy's shooting in Lanto shocked the town.", "perpetrator"),
        ("The pupil's shooting in Lanto left four classmates dead.", "victim"),
        ("The pupil's shooting, which killed two teachers, shocked Lanto.", "victim"),
        ("Gunmen carried out a deadly attack on soldiers in Lanto.", "killed"),
        ("Leeds attacked a convoy near Lanto.", "perpetrator"),
        ("Vienna stabbing: Boy, 15, charged\n\nA man was held.", "perpetrator"),
        ("Ann Lee was abducted in Lanto on Monday and freed by police.", "perpetrator"),
        ("Ann Lee was abducted in Lanto on Monday and arrested by police.", "perpetrator"),
        ("Young farmhand beaten to death in Lanto", "perpetrator"),
        ("The girl shot on the quay in Lanto was a pupil.", "perpetrator"),
        ("Al Roe was stabbed in the arm and brought by his aunt to a clinic in Lanto.", "perpetrator"),
        ("The mother involved in the shooting in Lanto has died.", "perpetrator"),
        ("Leeds stabbing: Boy, 15, charged\n\nA man was held.", "perpetrator"),
        ("Quay attack: four dead as police kill gunman\n\nA man was held.", "perpetrator"),
        ("Residents of Lanto were alarmed by the explosions.", "victim"),
        ("Orsa police investigate shooting death of a toddler", "perpetrator"),
        ("A shooting at a club at 85 Saint John St. in Lanto left two dead.", "victim"),
        ("Jo Poe faces an assault charge. He was playing with the gun in Lanto when it went off.", "weapon"),
        ('"They called him a spy, tortured him," Lina Omar told a court in Lanto.', "perpetrator"),
        ("Officers found a device that had been used at the gate after the shooting in Lanto.", "weapon"),
        ("Police found a body in the 1900 block of Quarry Lane after the shooting in Lanto.", "date"),
    ],
)
def test_says_nothing_of(text: str, role: str) -> None:
    assert role not in {found for _, found, said in told(text) if said != "Gunmen"}


@pytest.mark.parametrize(
    "older",
    [
        "Last week three soldiers died there in an ambush.",
        "Rebels attacked a bus in Lanto on 3 March 2013, killing 19 traders.",
        "Another attack in Lanto killed two people.",
        "Gunmen attacked a school in Orsa, killing two people.",
    ],
)
def test_another_day_or_town_is_another_incident(older: str) -> None:
    found = reading(LEAD + older).events
    first = [e for e in found if e.trigger.start < len(LEAD)]
    assert {e.key for e in found} > {e.key for e in first}


def test_an_incident_told_again_is_one() -> None:
    text = LEAD + "\n\nThe gunmen opened fire at noon. Two guards were wounded in the shooting."
    assert len({e.key for e in reading(text).events}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was the fifth homicide of the year in Lanto.",
        "There were 27 homicides recorded by police in Lanto.",
        "Two men died in accidental explosions in Lanto.",
        "Since Monday 11 people have been hurt in 14 separate stabbings in Lanto.",
        "Nine people were wounded in 14 separate shootings in Lanto this weekend.",
        "Over 300 people were killed by bandits in Lanto in the first half of the year.",
        "Since August, more than 400 journalists have been detained in Lanto.",
        "Rulers ran mass torture centers in Lanto.",
        "Arrests of strikers go on.",
        "Lanto recorded 2,115 murders in the first eight months of the year.",
        "Reporters in Lanto should work without fear of attack.",
    ],
)
def test_statistics_and_accidents_are_no_incident(text: str) -> None:
    assert not events(text)
