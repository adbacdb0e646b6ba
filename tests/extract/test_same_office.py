"""One office by several words in one article is one, and others are not."""

import pytest

from kg.articles.article import Article
from tests.extract.articles import read

ONE = [
    "Ann Lee, the finance minister of France, spoke on Monday. Finance Minister Lee said that taxes would fall.",
    "Finance Minister Ann Lee spoke. Lee, finance minister of France, left.",
    "France's finance minister, Ann Lee, succeeded Jo Poe, the former finance minister of France.",
    "Ann Lee, the mayor of Leeds, spoke. Mayor Lee left. “We grow,” Leeds Mayor Ann Lee said.",
]
SEVERAL = [
    ("Ann Lee, the finance minister of France, met Jo Poe, the finance minister of Spain.", 2),
    ("Ann Lee, the finance minister of France, met Finance Minister Jo Poe.", 2),
    ("Ann Lee, the mayor of Leeds, spoke. Governor Lee left.", 2),
    ("Ann Lee was mayor of Leeds and is the mayor of York. Mayor Lee left.", 3),
]


def offices(text: str) -> set[str]:
    facts = read(Article("a", text)).facts
    return {fact.object.entity for fact in facts if fact.relation == "holdsRole"}


@pytest.mark.parametrize("text", ONE)
def test_one_office(text: str) -> None:
    assert len(offices(text)) == 1


@pytest.mark.parametrize(("text", "number"), SEVERAL)
def test_others_stay_apart(text: str, number: int) -> None:
    assert len(offices(text)) == number


def test_the_body_of_an_office_is_told_of_all_its_words() -> None:
    facts = [f for f in read(Article("a", ONE[0])).facts if f.relation == "holdsRole"]
    assert [fact.scope and fact.scope.text for fact in facts] == ["France", "France"]
