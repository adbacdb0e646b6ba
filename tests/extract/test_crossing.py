"""Nothing crosses a closing quotation mark: the exact facts of one sentence each."""

import pytest

from tests.extract.articles import stated


@pytest.mark.parametrize(
    "text",
    [
        'Tom Fox called him "the president" of Uber.',
        'He wrote of "the president of Uber" Tom Fox.',
        'The "mayor" of Leeds, Tom Fox, was arrested.',
        '"We thank the mayor of Leeds," Tom Fox said.',
        "\u201cShe knows the head of Uber,\u201d Ann Lee told reporters.",
    ],
)
def test_what_one_says_and_what_stands_behind_are_two_things(text: str) -> None:
    assert stated(text) == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('Ann Lee, "the mother of Tom Fox," spoke.', ("Tom Fox", "childOf", "Ann Lee", "")),
        ('"I was born in Hull," said Ann Lee.', ("Ann Lee", "bornIn", "Hull", "reported")),
        ('"I work for Uber," said Ann Lee, "and live in Leeds."', ("Ann Lee", "livesIn", "Leeds", "reported")),
        ('Ann "Bo" Lee was born in Hull.', ('Ann "Bo" Lee', "bornIn", "Hull", "")),
        ('"We won," said Ann Lee, the head of Uber.', ("Ann Lee", "leads", "Uber", "")),
    ],
)
def test_what_stands_on_one_side_is_told(text: str, row: tuple[str, ...]) -> None:
    assert row in stated(text)
