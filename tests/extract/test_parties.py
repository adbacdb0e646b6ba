"""To which party somebody belongs, by adjectives of parties and by where one goes."""

import pytest

from kg.articles.article import Article
from tests.extract.articles import read, stated


@pytest.mark.parametrize(
    ("text", "party", "how"),
    [
        ("Ann Lee is a former Democratic member of the House of Representatives.", "Democratic", "former"),
        ("Democratic Sen. Ann Lee spoke in Leeds.", "Democratic", ""),
        ("Ann Lee, a Conservative MP, spoke in Leeds.", "Conservative", ""),
        ("Ann Lee moved to the Harbour Reform Party in May.", "Harbour Reform Party", ""),
        ("Ann Lee is affiliated with the Harbour Reform Party.", "Harbour Reform Party", ""),
        ("Ann Lee ran for the Harbour Workers Party in 2010.", "Harbour Workers Party", ""),
        ("Tom Hart said Democratic Sen. Ann Lee is ill.", "Democratic", ""),
    ],
)
def test_a_party(text, party, how):
    assert [row for row in stated(text) if row[1] == "memberOfParty"] == [("Ann Lee", "memberOfParty", party, how)]


@pytest.mark.parametrize(
    "text",
    [
        "Democratic voters met Ann Lee.",
        "Ann Lee beat the Democratic candidate.",
        "Senior Democratic senators met Ann Lee.",
        "Ann Lee ran for mayor.",
        "Ann Lee moved to Leeds in May.",
        "Ann Lee is a Democratic leader of the world.",
    ],
)
def test_no_party(text):
    assert not [row for row in stated(text) if row[1] == "memberOfParty"]


def test_a_mayor_leads_no_party_and_a_president_of_one_does():
    assert "leads" not in {row[1] for row in stated("Mayor Ann Lee, of Labour, opened the school.")}
    assert ("Ann Lee", "leads", "Likud", "") in stated("Ann Lee, president of Likud, left.")


def test_the_party_is_that_which_the_article_names():
    reading = read(Article("a", "The Democratic Party met. Democratic Sen. Ann Lee spoke."))
    (fact,) = (fact for fact in reading.facts if fact.relation == "memberOfParty")
    named = {mention.entity for mention in reading.mentions if mention.text.endswith("Democratic Party")}
    assert {fact.object.entity} == named
