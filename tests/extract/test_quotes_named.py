"""Denials, what nobody says, and who speaks where a name stands beside a description or a pronoun."""

import pytest

from tests.extract.test_quotes import only, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coburn denied that he had ever worked for Exxon.", "asserted"),
        ("Lee's spokesman, Yusuf Dar, denied that the group was involved.", "asserted"),
        ("The company rejected the allegation as absurd.", "asserted"),
        ("The company did not deny that the plant had closed.", "denied"),
        ("Nobody denied that the plant had closed.", "denied"),
        ("Nobody believes that the plan will work.", "denied"),
        ("No one said the bridge was safe.", "denied"),
        ("None of them said that it works.", "denied"),
        ("Officials said no bridge was safe.", "asserted"),
        ("The court ruled that the sale was void.", "asserted"),
        ("Coburn said that he had worked for Exxon.", "asserted"),
    ],
)
def test_what_nobody_says_is_denied(text: str, expected: str) -> None:
    quote = only(text)
    assert quote.evidence.modality == expected
    assert quote.cue


def test_who_is_told_of_before_a_cue_says_not_what_he_is() -> None:
    text = "Ann Lee, host of “Morning Ann,” suggested that the tax would fall. “It is too high,” said Tom Bell."
    said = [text[span.start : span.end] for quote in reading(text).quotes for span in quote.fragments]
    assert said == ["“It is too high,”"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“I have won,” the South Korean said.", "Person"),
        ("The Frenchwoman said that talks would go on.", "Person"),
        ("The French said that talks would go on.", "Place"),
        ("South Korea said that talks would go on.", "Place"),
    ],
)
def test_one_of_a_country_is_not_the_country(text: str, kind: str) -> None:
    assert only(text).speakers[0].kind == kind


def test_who_dismisses_claims_does_not_make_them() -> None:
    dismissal, claims = reading("Lee dismissed claims that she lied.").quotes
    assert (dismissal.evidence.modality, claims.evidence.modality) == ("asserted", "denied")


def test_the_content_of_a_denial_stays_denied() -> None:
    (fact,) = (
        f for f in reading("Anna Lee denied that Tom Bell was the head of Acme.").facts if f.relation == "holdsRole"
    )
    assert (fact.evidence.modality, [s.text for s in fact.evidence.sources]) == ("denied", ["Anna Lee"])


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her former pupil, the soprano Ann Lee, said she was glad.", "Ann Lee"),
        ("The head of the bureau, Dr. Ann Lee, said it was late.", "Ann Lee"),
        ("A spokesman for the mayor, Tom Bell, said it was late.", "Tom Bell"),
        ("Harbour Bank has named a new head, it said on Friday.", "Harbour Bank"),
    ],
)
def test_who_speaks_goes_by_the_name_beside(text: str, name: str) -> None:
    found = reading(text)
    label = {entity.key: entity.label for entity in found.entities}
    assert [label[speaker.entity] for quote in found.quotes for speaker in quote.speakers] == [name]
