"""What is only supposed, played or told of another: the exact facts of one sentence each."""

import pytest

from tests.extract.articles import stated

SUPPOSED = {
    "If elected, Carl Boone would be Kenya's first Danish football boss.": {
        ("Carl Boone", "holdsRole", "first Danish football boss", "planned"),
    },
    "Carl Boone would be the Danish poet.": set(),
    "Carl Boone dreamed of becoming head of Uber.": {
        ("Carl Boone", "holdsRole", "head of Uber", "planned"),
        ("Carl Boone", "leads", "Uber", "planned"),
        ("Carl Boone", "worksFor", "Uber", "planned"),
    },
    "In the film, Amy Hart plays President Ann Bell.": {("Ann Bell", "holdsRole", "President", "planned")},
}
OTHERS = {
    "Carl Boone named Deputy Minister Tom Whitby as acting minister.": {
        ("Tom Whitby", "holdsRole", "Deputy Minister", ""),
        ("Tom Whitby", "holdsRole", "acting minister", "acting"),
    },
    "Amy Hart was sworn in as health minister on Friday.": {("Amy Hart", "holdsRole", "health minister", "")},
    "Carl Boone, the health minister, quit on Friday.": {("Carl Boone", "holdsRole", "health minister", "former")},
    "Carl Boone, the health minister, quit smoking.": {("Carl Boone", "holdsRole", "health minister", "")},
    "Health minister Carl Boone quits over leaks": {("Carl Boone", "holdsRole", "Health minister", "former")},
    "Bell's predecessor, who died in 2019, was rich.": set(),
}


@pytest.mark.parametrize("text", [*SUPPOSED, *OTHERS])
def test_exactly(text: str) -> None:
    assert stated(text) == {**SUPPOSED, **OTHERS}[text]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Amy Hart, chief financial officer of Acme, a unit of the Danish group Globex, left.", "chiefExecutiveOf"),
        ("Amy Hart studied at Leeds College, where her teacher was Carl Boone.", "Carl Boone educatedAt"),
        (
            "Amy Hart is the founder of Casa Alta and a former judge of Peru's Constitutional Court.",
            "Court foundedBy",
        ),
    ],
)
def test_not_of_another(text: str, relation: str) -> None:
    assert not any(relation in " ".join(row) for row in stated(text))
