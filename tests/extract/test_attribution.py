"""In whose voice a fact is: what only describes somebody is the writer's, whoever says the rest."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from tests.extract.articles import stated


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The government denied that Home Secretary Clara Hill had resigned.",
            {("Clara Hill", "holdsRole", "Home Secretary", "")},
        ),
        (
            "The council denied that soldiers had threatened a teacher, Paul Weber.",
            {("Paul Weber", "holdsRole", "teacher", "")},
        ),
        ("Police said that Anna Lee, a teacher, was missing.", {("Anna Lee", "holdsRole", "teacher", "")}),
        ("Tom Fox may hire Anna Bell, the daughter of Paul Weber.", {("Anna Bell", "childOf", "Paul Weber", "")}),
        ("Tom Fox said that Clara Hill was a teacher.", {("Clara Hill", "holdsRole", "teacher", "reported")}),
        (
            "“Home Secretary Clara Hill must go,” said Tom Fox.",
            {("Clara Hill", "holdsRole", "Home Secretary", "reported")},
        ),
        ("Police said alleged hacker Paul Weber was missing.", set()),
    ],
)
def test_what_describes_somebody_is_in_the_voice_that_names_him(text: str, rows: set[tuple[str, ...]]):
    assert {row for row in stated(text) if row[1] in {"holdsRole", "childOf"} and row[0] != "Tom Fox"} == rows


@pytest.mark.parametrize(
    "text",
    [
        "Tom Fox claimed that Clara Hill was born in Leeds.",
        "Tom Fox denied that Clara Hill was the daughter of Paul Weber.",
        "Tom Fox believes that Clara Hill lives in Leeds.",
    ],
)
def test_who_tells_of_others_is_not_spoken_of(text: str):
    assert not {row for row in stated(text) if row[0] == "Tom Fox"}


def test_a_thing_is_labelled_as_sentences_write_it_and_not_as_datelines_do():
    (reading,) = readings([Article("a", "LEEDS (Agency) — Clara Hill was born in Leeds.")])
    assert "Leeds" in {entity.label for entity in reading.entities}
