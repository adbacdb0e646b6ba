"""Texts that end, or begin, where a rule looks further."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings


@pytest.mark.parametrize(
    "text",
    [
        "Ministers talk to the head of the Harbour Bank, Jo Poe",
        "Anna Bell had talks with the chairman of Acme, Jo Poe",
        "may which &’s year accused of",
        "added were accused of",
        "Longer based in Leeds, Acme moved.",
        "It opened in Augu\u017ft 2017.",
        "ex-husband",
        "The head of",
        "She called on",
        "Police said that",
        "-elect",
        "52-year-old",
        "“I",
        "born in",
        "killed",
        "according to",
        "of the",
        "Washington, New York,",
    ],
)
def test_is_read(text: str):
    (reading,) = readings([Article("a", text)])
    assert reading.article.text == text
