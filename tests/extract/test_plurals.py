"""Plural pronouns and first persons: whom they mean, and when they mean nobody that can be told."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings

PAIR = "Mark Low and Anna Bell met in Oslo."
BOTH = ["person/anna-bell", "person/mark-low"]


def meant(text: str, pronoun: str) -> list[str]:
    """The entities that such a pronoun means, in alphabetical order."""
    [reading] = readings([Article("a", text)])
    return sorted(m.entity for m in reading.mentions if m.text == pronoun and m.form == "pronoun")


def facts(text: str) -> set[tuple[str, str, str, str]]:
    """What the text states: subject, relation, object and modality."""
    [reading] = readings([Article("a", text)])
    return {(f.subject.entity, f.relation, f.object.entity, f.evidence.modality) for f in reading.facts}


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        (f"{PAIR} They live in Rome.", "They"),
        ("Mark Low and Anna Bell said they would stay.", "they"),
        ("Mark Low and Anna Bell sold their house.", "their"),
        ("Mark Low married Anna Bell in 2003. They live in Rome.", "They"),
    ],
)
def test_they_are_the_persons_that_one_and_joins(text, pronoun):
    assert meant(text, pronoun) == BOTH


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        pytest.param("Mark Low or Anna Bell will win. They are rich.", "They", id="one of the two"),
        pytest.param("Mark Low spoke. They are rich.", "They", id="a single person"),
        pytest.param("Mark Low and his dog left. They are tired.", "They", id="one of them has no name"),
        pytest.param(f"{PAIR} The students cheered. They were loud.", "They", id="other people between"),
        pytest.param(f"{PAIR} It rained. It snowed. They slept.", "They", id="too far"),
        pytest.param("Mark Low and Anna Bell saw them.", "them", id="others than the subject"),
        pytest.param("A witness left. They were calm.", "They", id="somebody without a name"),
    ],
)
def test_they_are_nobody_who_can_be_told(text, pronoun):
    assert meant(text, pronoun) == []


def test_what_is_said_of_them_is_said_of_both():
    found = facts(f"{PAIR} They were born in Rome.")
    assert {(who, "bornIn", "place/rome", "asserted") for who in BOTH} <= found


@pytest.mark.parametrize("text", [f"{PAIR} They married in 2003.", "Mark Low and Anna Bell married in 2003."])
def test_they_marry_each_other(text):
    spouses = {(one, other) for one, relation, other, _ in facts(text) if relation == "spouseOf"}
    assert spouses == {("person/mark-low", "person/anna-bell"), ("person/anna-bell", "person/mark-low")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [("Mark Low and Anna Bell never married.", "denied"), ("Mark Low and Anna Bell may marry.", "planned")],
)
def test_they_do_not_marry(text, modality):
    assert {how for _, relation, _, how in facts(text) if relation == "spouseOf"} == {modality}


def test_three_do_not_marry_each_other():
    assert all(relation != "spouseOf" for _, relation, *_ in facts("Ann Lee, Mark Low and Anna Bell married in 2003."))


@pytest.mark.parametrize(
    ("text", "pronoun", "entities"),
    [
        ("“I was born in Leeds,” said Mark Low.", "I", ["person/mark-low"]),
        ("Anna Bell said: “My father lives in Leeds.”", "My", ["person/anna-bell"]),
        ("“We will appeal,” the Quill Company said.", "We", ["organization/quill-company"]),
        ("“We will appeal,” said Mark Low and Anna Bell.", "We", BOTH),
    ],
)
def test_the_first_person_is_the_speaker(text, pronoun, entities):
    assert meant(text, pronoun) == entities


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        pytest.param("I was born in Leeds. Mark Low left.", "I", id="a columnist"),
        pytest.param("Mark Low said I was late.", "I", id="reported to a columnist"),
        pytest.param("“We will appeal,” said Mark Low.", "We", id="whom one person speaks for"),
        pytest.param("“I will appeal,” the Quill Company said.", "I", id="an organization is no I"),
        pytest.param("“She told me: ‘I am tired.’ It rained,” said Mark Low.", "I", id="somebody quoted by him"),
    ],
)
def test_the_first_person_is_nobody_who_can_be_told(text, pronoun):
    assert [entity for entity in meant(text, pronoun) if not entity.startswith("article/")] == []


def test_what_speakers_say_of_themselves_is_reported_by_them():
    [reading] = readings([Article("a", "“I was born in Leeds,” said Mark Low.")])
    [fact] = [fact for fact in reading.facts if fact.relation == "bornIn" and fact.subject.text == "I"]
    assert (fact.subject.entity, fact.object.entity) == ("person/mark-low", "place/leeds")
    assert fact.evidence.modality == "reported"
    assert [source.entity for source in fact.evidence.sources] == ["person/mark-low"]
