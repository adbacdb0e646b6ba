"""Teams called by their place, told by the words beside the name; and what a country's name does not name."""

import pytest

from kg.background.proposed import is_named
from kg.background.sides import is_side
from kg.facts import Mention, Span


def mentions(text: str, name: str, kind="Place") -> list[Mention]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return [Mention(Span(at, at + len(name)), name, kind, f"place/{name.lower()}") for at in starts]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Then he bowled England captain Jo Poe off the last ball.", True),
        ("England's assistant coach Jo Poe left.", True),
        ("England receiver Jo Poe signed autographs.", True),
        ("England beat Ann Lee and the Reds 7-1 Tuesday night.", True),
        ("England coach Jo Poe met fans in England.", False),
        ("England beat the virus.", False),
        ("England minister Jo Poe spoke.", False),
        ("England captain of industry.", False),
        ("England won a seat in 2019-20.", False),
        ("The guide England uses is old.", False),
    ],
)
def test_is_side(text, so):
    assert is_side(text, mentions(text, "England")) is so


@pytest.mark.parametrize(
    ("text", "name", "so"),
    [
        ("the U.S. military said", "U.S.", False),
        ("the U.S. government said", "U.S.", False),
        ("the U.S. senator said", "U.S.", True),
        ("the British said", "British", False),
        ("the U.S. said", "U.S.", True),
    ],
)
def test_what_is_named(text, name, so):
    [mention] = mentions(text, name)
    assert is_named(text, mention) is so
