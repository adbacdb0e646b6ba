"""What belongs to one incident and what to none: dates, sums of casualties, other deeds, what only points back."""

import pytest

from tests.extract.incidents.test_events import events, reading


def parts(text: str, *roles: str) -> set[tuple[str, str, str | None]]:
    """Return (type, words, value) of the arguments of some roles."""
    return {(e.type, a.mention.text, a.value) for e in events(text) for a in e.arguments if a.role in roles}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb exploded in a market in Lanto on the night of 3 November 2023.",
            ("Bombing", "3 November 2023", "2023-11-03"),
        ),
        (
            "On the morning of 9 February 1983, gunmen kidnapped a singer in Orsa.",
            ("Kidnapping", "9 February 1983", "1983-02-09"),
        ),
        ("Rebels attacked a camp in Lanto on the evening of 4 May 2021.", ("Attack", "4 May 2021", "2021-05-04")),
    ],
)
def test_the_night_of_a_day_is_that_day(text: str, expected: tuple[str, str, str]) -> None:
    assert parts(text, "date") == {expected}


def test_each_participle_adds_its_casualties() -> None:
    text = "Gunmen attacked a police post in Lanto, killing at least nine officers and wounding 14 other people."
    assert parts(text, "killed", "injured") == {
        ("Attack", "at least nine officers", "9-"),
        ("Attack", "14 other people", "14"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "A commander threatened last week to bomb the airport. Soldiers killed five rebels on Tuesday.",
        "A commander threatened last week to bomb the airport. Soldiers killed five villagers on Tuesday.",
    ],
)
def test_who_is_killed_is_not_killed_by_what_is_only_planned(text: str) -> None:
    planned = [e for e in events(text) if e.type == "Bombing"]
    assert [e.evidence.modality for e in planned] == ["planned"]
    assert parts(text, "perpetrator", "target") >= {("Bombing", "A commander", None), ("Bombing", "the airport", None)}
    assert not any(a.role == "killed" for a in planned[0].arguments)
    assert planned[0].key not in {e.key for e in events(text) if e.type != "Bombing"}


@pytest.mark.parametrize(
    ("lead", "expected"),
    [("A bomb", "asserted"), ("Police said that a bomb", "reported")],
)
def test_what_only_points_back_is_held_as_what_it_points_to(lead: str, expected: str) -> None:
    text = f"{lead} exploded in a market in Lanto. No group has claimed responsibility for the attack."
    assert [e.evidence.modality for e in reading(text).events] == [expected] * 2


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed under the Kidnapping Act 1961.",
        "In those years many books attacked Christianity and the Church.",
    ],
)
def test_laws_and_books_harm_nobody(text: str) -> None:
    assert events(text) == []


def test_a_headline_tells_what_was_torched() -> None:
    text = "Activist's Car Torched\n\nTwo men set fire to the car of an activist in Lanto."
    assert ("Arson", "Activist's Car", None) in parts(text, "target")
    assert parts(text, "perpetrator") == {("Arson", "Two men", None)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Her abduction in Orsa, if confirmed,", "planned"), ("Her abduction in Orsa", "asserted")],
)
def test_what_is_yet_to_be_confirmed_is_open(said: str, expected: str) -> None:
    assert {e.evidence.modality for e in events(f"{said} is the second this month.")} == {expected}


def test_a_headline_and_the_lead_under_byline_and_dateline_tell_one_attack() -> None:
    text = (
        "Gunmen kill nine at checkpoint\n\nBy Jo Poe\n\nLANTO, May 12 - Gunmen on motorcycles attacked a police "
        "checkpoint outside the town of Lanto late on Monday, killing nine officers."
    )
    assert len({e.key for e in reading(text).events}) == 1


def test_who_bombs_is_no_weapon() -> None:
    assert parts("On Monday rebels bombed the airport, wounding three guards.", "weapon") == set()
