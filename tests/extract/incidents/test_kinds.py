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
        ("Jo Poe is charged in the shooting death of Al Roe, 15, in Lanto.", "killed", {"Al Roe"}),
        ("Jo Poe is charged in the shooting death of Al Roe, 15, in Lanto.", "perpetrator", {"Jo Poe"}),
        ("Police investigate the stabbing death of Jane Smith in Lanto.", "killed", {"Jane Smith"}),
        ("Jo Poe is wanted in the killing of a nurse in Lanto.", "perpetrator", {"Jo Poe"}),
        ("A jury found Al Roe guilty of murder in the 2016 shooting of a clerk in Lanto.", "perpetrator", {"Al Roe"}),
        ("Al Roe was found guilty of the murder of a clerk in Lanto.", "perpetrator", {"Al Roe"}),
        ("The boy's shooting in Lanto shocked the town.", "victim", {"The boy's"}),
        ("The killing by police of a 15-year-old boy shocked Lanto.", "perpetrator", {"police"}),
        ("The killing by police of a 15-year-old boy shocked Lanto.", "killed", {"a 15-year-old boy"}),
        ("The killing of two traders on Monday by bandits shocked Lanto.", "perpetrator", {"bandits"}),
        ("A fourth victim, Sam Wade, was struck by a stray bullet in Lanto.", "injured", {"Sam Wade"}),
        ("Four people were found shot to death in a flat in Lanto.", "killed", {"Four people"}),
        ("An activist was the victim of a knife attack in Lanto.", "victim", {"An activist"}),
        ("Jo Poe masterminded the attack on the embassy in Lanto.", "perpetrator", {"Jo Poe"}),
        ("The child shot in the 7700 block of Utica Drive was a boy.", "victim", {"The child"}),
        ("Dalit man beaten to death in Lanto", "killed", {"Dalit man"}),
        ("Israeli warplanes bombed a school in Lanto.", "perpetrator", {"Israeli warplanes"}),
        ("Air raids on Lanto killed nine people.", "killed", {"nine people"}),
        ("Leeds stabbing: Boy, 15, charged\n\nA man was held.", "place", {"Leeds"}),
        ("A bomber rammed a car into a gate near the city of Lanto on 3 March 2013.", "date", {"3 March 2013"}),
        (LEAD + "The attack was claimed by the Taliban.", "claimedBy", {"Taliban"}),
        (LEAD + "The slain guard was Jo Poe.", "killed", {"Jo Poe"}),
        ("Mesa County prosecutors charge hunter in shooting death of boy\n\nA man died.", "perpetrator", {"hunter"}),
        ("Mesa County prosecutors charge hunter in shooting death of boy\n\nA man died.", "killed", {"boy"}),
        ("Jo Poe received 20 years for the murder of a clerk in Lanto.", "perpetrator", {"Jo Poe"}),
        ("Jo Poe is serving a life sentence for killing two clerks in Lanto.", "perpetrator", {"Jo Poe"}),
        ("A man was stabbed in Lanto. The victim, Al Roe, 40, was a cook.", "victim", {"Al Roe"}),
        ("Rockets killed six people including an 11-year-old girl in Lanto.", "killed", {"six people"}),
        ("Our friend, blogger Ann Lee, was arrested in Lanto.", "victim", {"Our friend"}),
        ("Gunmen killed Bulus Jatau, Hanatu Emmanuel and Bitrus Baba in Lanto.", "killed", {"Bulus Jatau"}),
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
        ("Dalit man beaten to death in Lanto", "perpetrator"),
        ("The child shot in the 7700 block of Utica Drive was a boy.", "perpetrator"),
        ("Al Roe was shot in the chest and taken by his father to a hospital in Lanto.", "perpetrator"),
        ("The mother involved in the shooting in Lanto has died.", "perpetrator"),
        ("Leeds stabbing: Boy, 15, charged\n\nA man was held.", "perpetrator"),
        ("Vienna attack: four dead as police kill gunman\n\nA man was held.", "perpetrator"),
        ("Residents of Lanto were alarmed by the explosions.", "victim"),
        ("Orsa police investigate shooting death of a toddler", "perpetrator"),
        ("A shooting at a club at 85 Saint John St. in Lanto left two dead.", "victim"),
        ("Jo Poe faces an assault charge. He was playing with the gun in Lanto when it went off.", "weapon"),
        ('"They called her a traitor, tortured her," Lina Omar told a forum in Lanto.', "perpetrator"),
        ("Police searched for devices that had been used near the scene of the shooting in Lanto.", "weapon"),
        ("Police found a body in the 1900 block of Dover Road after the shooting in Lanto.", "date"),
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
        "Seven people were killed and 40 wounded in 33 separate shooting incidents in Lanto since Friday.",
        "Over 300 people were killed by bandits in Lanto in the first quarter of the year.",
        "Since August, more than 400 journalists have been detained in Lanto.",
        "Rulers ran mass torture centers in Lanto.",
        "Arrests of political activists have accelerated.",
        "Lanto recorded 2,115 murders in the first eight months of the year.",
        "Reporters in Lanto should work without fear of attack.",
    ],
)
def test_statistics_and_accidents_are_no_incident(text: str) -> None:
    assert not events(text)
