"""What is denied or said by nobody, and who speaks where a name stands beside a description or a pronoun."""

import pytest

from tests.extract.test_quotes import only, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coburn denied that he had ever worked for Exxon.", "denied"),
        ("The company rejected the allegation.", "denied"),
        ("Nobody believes that the plan will work.", "denied"),
        ("No one said the bridge was safe.", "denied"),
        ("None of them said that it works.", "denied"),
        ("Officials said no bridge was safe.", "asserted"),
        ("The court ruled that the sale was void.", "asserted"),
        ("Coburn said that he had worked for Exxon.", "asserted"),
    ],
)
def test_what_is_denied_is_not_said(text: str, expected: str) -> None:
    quote = only(text)
    assert quote.evidence.modality == expected
    assert quote.cue


def test_dismissed_claims_are_denied() -> None:
    assert {q.evidence.modality for q in reading("Lee dismissed claims that she lied.").quotes} == {"denied"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The prime minister's spokesman, Daniel Achebe, said that talks would go on.", "Daniel Achebe"),
        ("The Russian ambassador to London, Igor Petrov, said the claims were false.", "Igor Petrov"),
        ("Webb's mother, Tanya Webb, said he was kind.", "Tanya Webb"),
        ('"He was kind," said his mother, Tanya Webb.', "Tanya Webb"),
        ("Daniel Achebe, the spokesman, said that talks would go on.", "Daniel Achebe"),
    ],
)
def test_the_speaker_is_the_name_beside_the_description(text: str, name: str) -> None:
    (mention,) = only(text).speakers
    assert (mention.text, mention.form) == (name, "name")


@pytest.mark.parametrize(
    "text",
    [
        "A friend of the singer, John Lee, said it was false.",
        "The mayor of the town, Leeds, said it was false.",
    ],
)
def test_no_name_where_it_is_of_others(text: str) -> None:
    (mention,) = only(text).speakers
    assert mention.form == "nominal"


@pytest.mark.parametrize(
    "text",
    [
        '"It was late," said Webb. "Peter Cole told me that Peter Cole had lied," he added.',
        '"It was late," the minister said. "I told Peter Cole to go as Mr Cole had lied," he added.',
    ],
)
def test_who_adds_is_who_was_just_quoted(text: str) -> None:
    (first,), (second,) = (q.speakers for q in reading(text).quotes)
    assert second.entity == first.entity
    assert text[second.span.start : second.span.end] == "he"


def test_he_does_not_go_on_with_a_woman() -> None:
    text = '"I met Peter Cole there," Anna Lee said. "She was late," he added.'
    (first,), (second,) = (q.speakers for q in reading(text).quotes)
    assert second.entity != first.entity
