"""What the confidence of an incident depends on: the name of its rule."""

import pytest

from kg.extract.measured.calibration import table
from tests.extract.incidents.test_events import reading


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "Three gunmen attacked a police station in Ipoh. The attackers killed two nurses in the attack.",
            "verb-attack-armed",
        ),
        ("Three gunmen attacked a school in Ipoh. The attackers killed two nurses in the attack.", "verb-attack"),
        ("Three gunmen attacked a school in Ipoh with grenades. A bomb was found.", "verb-attack-once"),
        ("Gunmen plan to attack a school in Ipoh with grenades. A bomb was found.", "verb-attack-unreal-once"),
        ("Bombings by gunmen are common in Ipoh.", "noun-bombing-general-once"),
        ("The bombing of a school in Ipoh killed two nurses.", "noun-bombing-once"),
    ],
)
def test_rule_of_an_incident(text: str, rule: str) -> None:
    assert reading(text).events[0].evidence.rule == rule


def test_rule_and_confidence_of_the_arguments() -> None:
    (event,) = reading("Three gunmen killed two nurses with grenades in Ipoh.").events
    rules = {argument.role: argument.evidence.rule for argument in event.arguments}
    assert rules == {
        "killed": "harmed-harm",
        "perpetrator": "perpetrator-subject",
        "weapon": "weapon-harm",
        "place": "place-harm",
    }
    assert all(a.evidence.confidence == table()["argument", a.evidence.rule].share for a in event.arguments)
