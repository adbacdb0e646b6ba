"""What an article leaves unsaid of an office is the country that it is about, if it is about one."""

import pytest

from tests.extract.articles import stated

KENYA = "Voters in Kenya go to the polls. Kenyan papers say that Kenya is calm. "


def about(text: str) -> set[tuple[str, ...]]:
    return {row for row in stated(text) if row[1] != "holdsRole" and row[2] == "Kenya"}


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("President Jane Miller spoke.", {"citizenOf", "leads", "worksFor"}),
        ("Vice President Jane Miller spoke.", {"citizenOf", "worksFor"}),
        ("Foreign Minister Jane Miller spoke.", {"citizenOf", "worksFor"}),
    ],
)
def test_offices_are_those_of_the_country_that_the_article_is_about(sentence: str, relations: set[str]):
    assert about(KENYA + sentence) == {("Jane Miller", relation, "Kenya", "") for relation in relations}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Club president Jane Miller spoke.", id="of something else"),
        pytest.param("The president of Acme, Jane Miller, spoke.", id="of a company"),
        pytest.param("Harbour Council President Jane Miller spoke.", id="of an organization"),
        pytest.param("State Minister Jane Miller spoke.", id="of a part of a country"),
        pytest.param("President Jane Miller spoke. Ugandan lawyer Jane Miller left.", id="of elsewhere"),
        pytest.param("Acme's president Jane Miller spoke.", id="owned"),
        pytest.param("Professor Jane Miller spoke.", id="no office of a state"),
    ],
)
def test_others_are_not(sentence: str):
    assert not about(KENYA + sentence)


def test_an_article_about_two_countries_is_about_none():
    assert not about("Kenya and Uganda met. Kenya and Uganda agreed. Kenya paid Uganda. President Jane Miller spoke.")


def test_the_readers_own_president_needs_no_country():
    own = "The United States wrote to Kenya. American envoys flew to Kenya. The U.S. will pay Kenya. Kenya is poor. "
    assert not about(KENYA + KENYA + own + "President Jane Miller spoke.")
    assert about(KENYA + KENYA + own + "Finance Minister Jane Miller spoke.")


AMERICA = "The United States fired first. The U.S. embassy was hit. American troops left. A US envoy spoke. "


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Prime Minister Omar Haddad spoke.", ""),
        ("Deputy Prime Minister Omar Haddad spoke.", ""),
        ("Defense Minister Omar Haddad spoke.", "United States"),
    ],
)
def test_a_country_has_no_office_that_it_has_not(sentence, country):
    assert {row[2] for row in stated(AMERICA + sentence) if row[1] == "worksFor"} == {country} - {""}


def test_the_country_may_be_said_by_the_noun():
    assert about(KENYA + "The country's president, Jane Miller, spoke.")
    assert not about(KENYA + "The firm's president, Jane Miller, spoke.")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Jane Miller flew home to Paris.",
        "Senator Jane Miller told reporters in Washington.",
        "King Charles came.",
        "Shadow Minister Jane Miller spoke.",
        "Acme's board met. The president, Jane Miller, resigned.",
    ],
)
def test_guests_and_firms_have_no_office_of_it(sentence: str):
    assert not about(KENYA + sentence)


def test_ministries_are_those_of_the_country_that_the_article_is_about():
    assert about(KENYA + "The Interior Ministry shut.") == {("Interior Ministry", "headquarteredIn", "Kenya", "")}
    assert not about(KENYA + "The Acme Ministry shut.")
