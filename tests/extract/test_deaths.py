"""What is over: posts of the dead, homes of childhood, and what was left for another; one short text each."""

import pytest

from tests.extract.articles import stated

TEXTS = {
    "Carl Boone, head of Uber, spoke. Boone died in 2019.": {
        ("Carl Boone", "holdsRole", "head of Uber", "former"),
        ("Carl Boone", "leads", "Uber", "former"),
        ("Carl Boone", "worksFor", "Uber", "former"),
        ("Carl Boone", "diedOn", "2019", ""),
    },
    "Carl Boone, head of Uber, spoke. Boone may die in 2029.": {
        ("Carl Boone", "holdsRole", "head of Uber", ""),
        ("Carl Boone", "leads", "Uber", ""),
        ("Carl Boone", "worksFor", "Uber", ""),
        ("Carl Boone", "diedOn", "2029", "planned"),
    },
    "Gunmen killed Senator Carl Boone. Boone worked for Uber.": {
        ("Carl Boone", "holdsRole", "Senator", ""),
        ("Carl Boone", "worksFor", "Uber", "former"),
    },
    "Bell's late father, Senator Carl Boone, was loved.": {
        ("Bell", "childOf", "Carl Boone", ""),
        ("Carl Boone", "holdsRole", "Senator", "former"),
    },
    "Carl Boone died in 2019. His wife, Amy Hart, spoke.": {
        ("Carl Boone", "diedOn", "2019", ""),
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart is the widow of Carl Boone.": {
        ("Amy Hart", "spouseOf", "Carl Boone", "former"),
        ("Carl Boone", "spouseOf", "Amy Hart", "former"),
    },
    "Amy Hart is married to Carl Boone. Her father died in 2010.": {
        ("Amy Hart", "spouseOf", "Carl Boone", ""),
        ("Carl Boone", "spouseOf", "Amy Hart", ""),
    },
    "Carl Boone, operations chief of Acme, left.": {
        ("Carl Boone", "holdsRole", "operations chief of Acme", ""),
        ("Carl Boone", "worksFor", "Acme", ""),
    },
    "Amy Hart grew up in Bonn.": {("Amy Hart", "livesIn", "Bonn", "former")},
    "Amy Hart was raised in Bonn.": {("Amy Hart", "livesIn", "Bonn", "former")},
    "Amy Hart lived in Bonn for a decade.": {("Amy Hart", "livesIn", "Bonn", "former")},
    "Amy Hart has lived in Bonn for a decade.": {("Amy Hart", "livesIn", "Bonn", "")},
    "Amy Hart left in April to join Google.": {("Amy Hart", "memberOf", "Google", "")},
    "Amy Hart plans to leave to join Google.": {("Amy Hart", "memberOf", "Google", "planned")},
    "Acme, a firm founded by Carl Boone, makes tools.": {("Acme", "foundedBy", "Carl Boone", "")},
}


@pytest.mark.parametrize("text", TEXTS)
def test_exactly(text: str) -> None:
    assert stated(text) == TEXTS[text]
