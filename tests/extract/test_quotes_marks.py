"""Quotation marks are paired inside paragraphs; apostrophes are none."""

import pytest

from kg.extract.quotes.marks import quoted


def found(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in words.fragments] for words in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said: "We will."', [['"We will."']], id="straight"),
        pytest.param("“X,” she said, “Y.”", [["“X,”"], ["“Y.”"]], id="curly"),
        pytest.param("''People try,'' she said. ''All.''", [["''People try,''"], ["''All.''"]], id="two apostrophes"),
        pytest.param("'I don't know,' he said.", [["'I don't know,'"]], id="single, with an apostrophe inside"),
        pytest.param("„Wir“ sagte er. «Oui» »ja«", [["„Wir“"], ["«Oui»"], ["»ja«"]], id="foreign"),
        pytest.param("He called it “a ‘good’ idea”.", [["“a ‘good’ idea”"]], id="nested"),
        pytest.param('"One.\n\n"Two." Then', [['"One.', '"Two."']], id="each paragraph opens anew"),
        pytest.param('"One.\n\n:: Read more\n\n"Two."', [['"One.', '"Two."']], id="a link between paragraphs"),
        pytest.param('"X, "she said.', [['"X, "']], id="a blank misplaced"),
        pytest.param("the '90s and the voters' choice", [], id="apostrophes"),
        pytest.param("a 5'10\" man", [], id="feet and inches"),
        pytest.param('"', [], id="alone"),
    ],
)
def test_quoted(text: str, expected: list[list[str]]) -> None:
    assert found(text) == expected
