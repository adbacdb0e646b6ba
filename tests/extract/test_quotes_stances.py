"""What somebody wants or favours, and deeds that are none of it."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from tests.extract.test_quotes import only, reading, words


@pytest.mark.parametrize(
    ("text", "content", "cue", "modality"),
    [
        ("Anna Lee supports the plan.", "the plan", "supports", "asserted"),
        ("Anna Lee wants to cut taxes.", "to cut taxes", "wants", "asserted"),
        ("Anna Lee does not want to cut taxes.", "to cut taxes", "does not want", "denied"),
        ("Anna Lee may support the plan.", "the plan", "may support", "planned"),
        ("The council opposes a new bridge.", "a new bridge", "opposes", "asserted"),
    ],
)
def test_what_somebody_favours(text: str, content: str, cue: str, modality: str) -> None:
    quote = only(text)
    assert quote.evidence.rule.startswith("quote-stance")
    assert (words(text, quote.fragments[0]), words(text, quote.cue)) == (content, cue)
    assert quote.evidence.modality == modality
    assert [speaker.kind for speaker in quote.speakers] != []


@pytest.mark.parametrize(
    "text",
    [
        "The storm attacked sea walls.",
        "Gunmen attacked a bus.",
        "A shooting star was seen over the valley.",
        "Tom Bell was named chief executive.",
        "Drivers had named the place after a singer.",
        "The wall supports a roof.",
        "A plan to bomb a bridge failed.",
        "Councillors voted for a tax.",
    ],
)
def test_a_deed_is_no_stance(text: str) -> None:
    assert reading(text).quotes == ()


def test_called_on_somebody_to_do_something() -> None:
    text = "Anna Lee has called on ministers to resign."
    assert words(text, only(text).fragments[0]) == "ministers to resign"


def test_who_is_quoted_within_a_stance_is_quoted() -> None:
    text = "Anna Lee supports Tom Bell, who said that it was late."
    assert words(text, only(text).cue) == "said"


def test_what_is_told_within_a_stance_is_not_reported() -> None:
    (found,) = readings([Article("a", "Anna Lee supports Tom Bell, the chief executive of Acme Corp.")])
    assert {fact.evidence.modality for fact in found.facts} == {"asserted"}
