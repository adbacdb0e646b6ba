"""How many a phrase counts."""

import pytest

from kg.articles.article import Article
from kg.extract.syntax.numbers import BOUNDS, Bound, count, ordinal
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load
from tests.extract.incidents.test_events import reading


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("5 people", "5"),
        ("Forty people", "40"),
        ("twenty-three soldiers", "23"),
        ("a police officer", "1"),
        ("two hundred people", "200"),
        ("1,200 people", "1200"),
        ("at least 12 people", "12-"),
        ("more than 500 people", "500-"),
        ("up to 30 people", "-30"),
        ("three people", "3"),
        ("no fewer than nine people", "9-"),
        ("five to seven people", "5-7"),
        ("several people", None),
        ("the people", None),
        ("12,000,000,000 people", "12000000000"),
        (f"{'9' * 16} people", None),
        (f"{'9' * 5000} people", None),
        (f"{'0' * 4301} people", None),
        (f"{'1' + ',000' * 2000} people", None),
        ("soldiers", None),
    ],
)
def test_count(phrase: str, expected: str | None) -> None:
    sentence = f"The rebels killed {phrase} in the town."
    for _, doc in parses([Article("a", sentence)], load()):
        noun = next(t for t in reversed(list(doc)) if t.idx < sentence.index(" in the") and t.idx >= 18)
        assert count(noun) == expected


@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: bound.example)
def test_a_bound_is_that_of_its_example_alone(bound: Bound) -> None:
    test_count(f"{bound.example} people", bound.form.format(7))
    assert next(each for each in BOUNDS if each.of(set(bound.example.split()))) == bound


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("A fourth person", 4),
        ("the second victim", 2),
        ("an eighth soldier", 8),
        ("the 12th victim", 12),
        ("a 23rd guard", 23),
        ("the first victim", None),
        ("a month", None),
        ("the tenth", 10),
        ("four people", None),
        ("both", None),
    ],
)
def test_ordinal(phrase: str, expected: int | None) -> None:
    assert ordinal(phrase) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2012 Jo Poe shot dead three pupils and a teacher in Orsa.", {"3", "1", "4"}),
        ("Two men and a boy were shot dead in Orsa on Friday.", {"2", "1", "3"}),
        ("Gunmen killed at least two men and a boy in Orsa on Friday.", {"2-", "1"}),
        ("Gunmen killed Ann Lee and two guards in Orsa on Friday.", {"1", "2", "3"}),
        ("A bomb killed Ann Lee, Tom Fox and five others in Orsa on Friday.", {"1", "5", "7"}),
        ("Gunmen killed a nurse, two guards and five others in Orsa on Friday.", {"1", "2", "5", "8"}),
        ("A bomb killed Ann Lee and Tom Fox in Orsa on Friday.", {"1"}),
        ("A bomb killed Ann Lee, a nurse and mother of two, in Orsa on Friday.", {"1"}),
        ("Two men, a nurse and a guard, were killed by gunmen in Orsa on Friday.", {"2"}),
        ("Gunmen killed two men or three boys in Orsa on Friday.", {"2", "3"}),
    ],
)
def test_a_row_of_exact_numbers_counts_together(text: str, values: set[str]) -> None:
    killed = [a for e in reading(text).events for a in e.arguments if a.role == "killed"]
    assert {a.value for a in killed} == values
    assert all(a.mention.kind == "Number" for a in killed if a.value in values & {"4"})
