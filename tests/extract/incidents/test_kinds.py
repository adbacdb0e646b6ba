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
    ],
)
def test_statistics_and_accidents_are_no_incident(text: str) -> None:
    assert not events(text)
