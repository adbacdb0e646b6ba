"""Teams that are called by a place, and places that are none."""

import pytest

from kg.resolve.features import named
from tests.graph.readings import Maker

MATCH = "The striker scored a goal in the second half of the match, and the league's coach was glad. "


@pytest.mark.parametrize(
    ("text", "team"),
    [
        (MATCH + "Leeds beat Oslo.", True),
        (MATCH + "They were soon facing Arminia Leeds again.", True),
        (MATCH + "With the exception of Leeds, all were strong. Leeds Rovers lost.", True),
        (MATCH + "With the exception of Leeds, all were strong.", False),
        (MATCH + "They met in Leeds. Leeds Rovers lost.", False),
        ("The song was first heard during the Leeds versus Oslo football game on Saturday.", True),
        ("The song was first heard during the Oslo v. Leeds match.", True),
        ("The book is about Leeds versus Oslo as towns to live in.", False),
        (MATCH + "Leeds were second.", True),
        (MATCH + "Oslo and Leeds were flooded.", False),
        (MATCH + "Trains to Leeds were late.", False),
        ("Leeds were second.", False),
        ("They were soon facing Arminia Leeds again. Leeds Rovers lost.", False),
    ],
)
def test_a_town_that_plays_is_a_team(text, team):
    make = Maker(text, "a")
    make.mention("Leeds", "Place")
    if "Rovers" in text:
        make.mention("Leeds Rovers", "Organization")
    (town,) = [thing for thing in named(make.reading()) if thing.label == "Leeds"]
    assert (town.team, town.kind) == (team, "Organization" if team else "Place")
