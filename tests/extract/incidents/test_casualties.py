"""Ways of saying whom and what an incident hit, and who did it; and who did not."""

import pytest

from tests.extract.incidents.test_events import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven pilgrims lost their lives in the ambush near Orsa.", ("Attack", "killed", "Seven pilgrims")),
        ("The blast claimed the lives of nine students.", ("Bombing", "killed", "nine students")),
        ("The explosion claimed 14 lives in Lanto.", ("Bombing", "killed", "14 lives")),
        ("Two cars were destroyed in a bombing in Lanto.", ("Bombing", "target", "Two cars")),
        ("The blast caused serious damage to a bakery.", ("Bombing", "target", "a bakery")),
        ("Six die in attack on Lanto mosque", ("Attack", "killed", "Six")),
        ("The clinic was attacked by gunmen who killed 14 patients.", ("Attack", "killed", "14 patients")),
        ("The rebels' killing of two clerks shocked Lanto.", ("Attack", "perpetrator", "The rebels'")),
        ("Militants beheaded a hostage in Lanto.", ("Attack", "killed", "a hostage")),
        ("The gunman, armed with a rifle, shot six clerks.", ("Shooting", "perpetrator", "The gunman")),
        ("A French airstrike killed nine villagers in Lanto.", ("Attack", "perpetrator", "French")),
        ("Bombs exploded at the house of a judge and at the office of a lawyer.", ("Bombing", "target", "the office")),
        ("A judge jailed Jo Poe for life for the murder of his wife, Ann Poe.", ("Attack", "perpetrator", "Jo Poe")),
        ("Omar Reyes pleaded guilty to the murder of Ann Lee.", ("Attack", "perpetrator", "Omar Reyes")),
        ("Youths hurled dynamite sticks at a kiosk in Lanto.", ("Bombing", "target", "a kiosk")),
        ("Man charged after teenager stabbed in Lanto", ("Stabbing", "victim", "teenager")),
        ("Six bank guards killed, 19 hurt in rebel raid\n\nIt was a bad day.", ("Attack", "killed", "Six bank guards")),
        ("Pirates attacked a cargo vessel off Somalia.", ("Attack", "perpetrator", "Pirates")),
        ("Pirates attacked a cargo vessel off Somalia.", ("Attack", "target", "a cargo vessel")),
        ("Pirates hijacked a tanker off the coast of Nigeria.", ("Attack", "place", "Nigeria")),
        ("The navy repulsed a pirate attack on a freighter.", ("Attack", "perpetrator", "pirate")),
        ("Forty people died when suicide bombers hit a mosque in Lanto.", ("Bombing", "killed", "Forty people")),
    ],
)
def test_says_it(text: str, expected: tuple[str, str, str]) -> None:
    kind, role, words = expected
    assert any((k, r) == (kind, role) and words in said for k, r, said in told(text))


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Seven pilgrims lost their lives in the ambush near Orsa.", "perpetrator", "pilgrims"),
        ("Man charged after teenager stabbed in Lanto", "victim", "Man"),
        ("A teacher and a nurse, kidnapped 12 days ago in Lanto, were freed.", "perpetrator", "nurse"),
        ("The attack was carried out by three men and not two boys.", "perpetrator", "boys"),
        ("Islamic State claims attack that killed nine in Lanto", "perpetrator", "Islamic"),
        ("Gunmen took two nurses hostage in Lanto.", "victim", "hostages"),
        ("Pirates of films attacked the new law, the minister said.", "perpetrator", "Pirates"),
        ("Ann Lee was killed by a drunk driver in Lanto.", "perpetrator", "driver"),
    ],
)
def test_does_not_say_it(text: str, role: str, words: str) -> None:
    assert not [said for _, r, said in told(text) if r == role and words in said]


def test_who_is_shot_after_killing_is_not_shot_by_himself_nor_are_his_victims_by_police() -> None:
    found = told("The gunman, armed with a rifle, killed six before he was shot dead by police.")
    assert ("Shooting", "killed", "six") not in found
    assert ("Attack", "perpetrator", "The gunman") in found
    assert ("Attack", "perpetrator", "police") not in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Gunmen abducted two doctors, Ann Lee and her husband Jo Poe, and their driver Dan Fox in Lanto.",
            {"Ann Lee", "Jo Poe", "Dan Fox"},
        ),
        ("Rebels kidnapped three nurses: Ann Lee, Jo Poe and Dan Fox.", {"Ann Lee", "Jo Poe", "Dan Fox"}),
        ("Rebels killed Ann Lee, a judge, and Jo Poe, a clerk.", {"Ann Lee", "Jo Poe"}),
        ("Rebels killed Ann Lee, Jo Poe said on Monday.", {"Ann Lee"}),
        ("Rebels killed two nurses, Mayor Jo Poe said on Monday.", set()),
    ],
)
def test_names_in_a_row(text: str, names: set[str]) -> None:
    found = {words for _, role, words in told(text) if role in {"killed", "victim"}}
    assert found & {"Ann Lee", "Jo Poe", "Dan Fox"} == names
