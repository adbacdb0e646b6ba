"""Which mentions speak of one incident: named features, weights that were learned."""

import pytest

from kg.extract.incidents.joining import weights
from kg.extract.incidents.likeness import FEATURES
from tests.extract.incidents.test_events import events


def test_every_feature_has_a_weight_and_no_weight_is_without_a_feature() -> None:
    assert list(weights()) == list(FEATURES)


@pytest.mark.parametrize(
    ("feature", "speaks_for"),
    [
        ("harmed: same", True),
        ("target: same", True),
        ("near: told last", True),
        ("harmed: other names", False),
        ("place: another", False),
        ("type: another", False),
        ("author: another", False),
    ],
)
def test_what_was_learned_makes_sense(feature: str, speaks_for: bool) -> None:
    assert (weights()[feature] > 0) is speaks_for


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        ("A bomb exploded in a market in Lanto. The blast killed two clerks. The attack shocked the town.", 1),
        ("Gunmen shot a judge in Lanto. The judge was shot outside his house.", 1),
        ("A man stabbed a nurse in Lanto. Another attack, in Orsa, hurt a driver.", 2),
        ("A man stabbed a nurse in Lanto. In 2014 rebels bombed a bank in Orsa.", 2),
        ("Ann Lee was murdered in Lanto. Jo Poe was kidnapped in Orsa.", 2),
        # One place lies in the other: as the article says anywhere, or as "the blast" in a known town does.
        ("A car bomb killed 12 people in Karrada on Sunday. The blast in Baghdad shook the quarter.", 1),
        ("A bomb killed nine people in Baghdad on Sunday. The explosion in Karrada destroyed a cafe.", 1),
        ("Lanto is a district of Orsa. A bomb killed nine people in Lanto. The blast in Orsa hurt a guard.", 1),
        ("A bomb killed nine people in Kaduna on Sunday. The explosion in Kano destroyed a cafe.", 2),
        ("A bomb killed nine people in Karrada on Sunday. A bomb in Baghdad hurt two guards on Sunday.", 2),
        ("A bomb killed nine people in Mosul on Sunday. The blast in Baghdad destroyed a cafe.", 2),
    ],
)
def test_one_or_two(text: str, incidents: int) -> None:
    assert len({event.key for event in events(text)}) == incidents
