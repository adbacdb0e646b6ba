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


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Council approves flood wall\n\nThe Leeds council approved a flood wall on Monday.", []),
        ("Senate rejects Fox as judge\n\nThe Senate rejected Tom Fox as a judge.", []),
        ("A judge dismissed the case against Tom Fox.", []),
        ("The plan was approved by the city council on Monday.", []),
        ("Lawmakers backed a ban on plastic bags.", []),
        ("The council rejected claims that the wall is unsafe.", ["claims that the wall is unsafe"]),
        ("The council agreed that the wall is unsafe.", ["that the wall is unsafe"]),
        ("Anna Lee rejected the plan.", ["the plan"]),
    ],
)
def test_what_a_body_decides_is_no_saying_of_it(text: str, contents: list[str]) -> None:
    said = [quote for quote in reading(text).quotes if quote.speakers]
    assert [words(text, quote.fragments[0]) for quote in said] == contents


def test_who_dismisses_a_plea_has_not_made_it() -> None:
    text = "A judge dismissed a plea to free Carl Boone."
    said = {words(text, quote.cue): len(quote.speakers) for quote in reading(text).quotes}
    assert said == {"dismissed": 1, "plea": 0}


def test_called_on_somebody_to_do_something() -> None:
    text = "Anna Lee has called on ministers to resign."
    assert words(text, only(text).fragments[0]) == "ministers to resign"


def test_who_is_quoted_within_a_stance_is_quoted() -> None:
    text = "Anna Lee supports Tom Bell, who said that it was late."
    assert words(text, only(text).cue) == "said"


def test_what_is_told_within_a_stance_is_not_reported() -> None:
    (found,) = readings([Article("a", "Anna Lee supports Tom Bell, the chief executive of Acme Corp.")])
    assert {fact.evidence.modality for fact in found.facts} == {"asserted"}
