"""What articles mean by a thing, of which most agree; whatever their order."""

from collections import Counter
from itertools import permutations

import pytest

from kg.background.known import Known, agreed
from kg.background.place import GEONAMES, ISO

HERE = ("place/new-york", "place/united-states")
PLACED = Known("locatedIn", HERE, ISO, 0.95, "the article speaks of US", (43.15, -75.84))
OTHER = Known("locatedIn", HERE, GEONAMES, 0.95, "the article speaks of US", (40.71, -74.0))
NOWHERE = Known("locatedIn", HERE, ISO, 0.95, "the article speaks of US")
ELSEWHERE = Known("locatedIn", ("place/england",), GEONAMES, 1.0, "the only one")


@pytest.mark.parametrize(
    ("meant", "found"),
    [
        ({PLACED: 1, OTHER: 1, NOWHERE: 1}, OTHER),
        ({PLACED: 1, NOWHERE: 2}, NOWHERE),
        ({PLACED: 1, NOWHERE: 1}, PLACED),
        ({PLACED: 2, ELSEWHERE: 1}, PLACED),
        ({PLACED: 1, ELSEWHERE: 1}, None),
        ({}, None),
    ],
)
def test_the_order_of_articles_decides_nothing(meant, found):
    assert {agreed(Counter(dict(each))) for each in permutations(meant.items())} == {found}
