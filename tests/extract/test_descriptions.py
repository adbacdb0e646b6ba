"""Definite descriptions: whom and what they mean, and when they mean nothing that the article names."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings

MAYOR = "Oslo Mayor Ann Quill resigned on Friday."


def said(text: str) -> list[str]:
    """The entities of the descriptions by "the" that the article names elsewhere, in the order of the text."""
    [reading] = readings([Article("a", text)])
    named = {mention.entity for mention in reading.mentions if mention.form == "name"}
    return [m.entity for m in reading.mentions if m.form == "nominal" and m.entity in named]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (f"{MAYOR} The mayor was tired.", ["person/ann-quill"]),
        ("Ann Quill, the mayor of Oslo, spoke. Then the mayor left.", ["person/ann-quill"]),
        ("Prime Minister Ann Quill met reporters. The prime minister left.", ["person/ann-quill"]),
        ("John Hale is the chairman of Quill Bank. The chairman left.", ["person/john-hale"]),
        ("Quill Bank cut jobs. The bank lost money.", ["organization/quill-bank"]),
        ("Quill Industries Ltd cut jobs. Sales fell. The company lost money.", ["organization/quill-industries-ltd"]),
        ("Singer Ann Quill spoke. The singer left.", ["person/ann-quill"]),
        ("Sen. Ann Quill spoke. The senator left.", ["person/ann-quill"]),
        ("Former finance minister Ann Quill spoke. The former minister left.", ["person/ann-quill"]),
        ("John Hale, 52, was jailed. Ann Quill left. The 52-year-old wept.", ["person/john-hale"]),
        ("Ann Quill won the prize. The 34-year-old singer lives in Oslo.", ["person/ann-quill"]),
        ("John Hale fell. Inspector Ann Quill said the 52-year-old was hurt.", ["person/john-hale"]),
        ("Governor Ann Quill cited five deaths. It rained, the official said.", ["person/ann-quill"]),
        ("Labour chose Oslo. The party will meet in May.", ["organization/labour-party"]),
        ("The game was played in Oslo. The city was quiet.", ["place/oslo"]),
        ("Ann Quill went to Kenya. The country was quiet.", ["place/kenya"]),
    ],
)
def test_what_a_description_means(text, entities):
    assert said(text) == entities


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Oslo Mayor Ann Quill met Paris Mayor John Hale. The mayor left.", id="two mayors"),
        pytest.param("Vice President John Hale spoke. The president left.", id="another office"),
        pytest.param("Prime Minister Ann Quill spoke. The minister left.", id="part of another title"),
        pytest.param("Former president John Hale spoke. The president left.", id="no longer"),
        pytest.param("Mayor Ann Quill spoke. The mayor of Paris replied. The mayor left.", id="one without a name"),
        pytest.param(f"{MAYOR} A mayor was tired.", id="any mayor"),
        pytest.param("If Ann Quill is president, we leave. The president left.", id="only supposed"),
        pytest.param("The mayor left. Oslo Mayor Ann Quill resigned.", id="named later"),
        pytest.param("Quill Bank sued Hale Bank. The bank lost money.", id="two banks"),
        pytest.param("Quill Industries Ltd sued Hale Motors Inc. The company lost money.", id="two companies"),
        pytest.param("Quill Bank cut jobs. The party lost votes.", id="a bank is no party"),
        pytest.param("Quill Bank shut. It rained. It snowed. It froze. The bank of England grew.", id="of another"),
        pytest.param("Quill Bank shut. It rained. It snowed. It froze. The bank grew.", id="too far"),
        pytest.param("Ann Quill, a former minister, spoke. The minister left.", id="a minister no longer"),
        pytest.param("Ann Quill spoke. The singer left.", id="nobody was called a singer"),
        pytest.param("Governor Ann Quill met Mayor John Hale. The official left.", id="two officials"),
        pytest.param("Governor Ann Quill spoke. A second official left. The official wept.", id="an unnamed official"),
        pytest.param("Governor Ann Quill spoke. It rained. It snowed. The official left.", id="an official too far"),
        pytest.param("Singer Ann Quill spoke. The official left.", id="a singer is no official"),
        pytest.param("Ann Quill met John Hale. The 52-year-old wept.", id="two of whom no age is known"),
        pytest.param("Ann Quill spoke. A man was hurt. The 52-year-old wept.", id="of one without a name"),
        pytest.param("Ann Quill, 41, spoke. The 52-year-old wept.", id="of another age"),
        pytest.param("Ann Quill spoke. The 52-year-old man wept.", id="no man"),
        pytest.param("Ann Quill said the 52-year-old wept.", id="who tells of somebody"),
        pytest.param(
            "A 34-year-old was held, Ann Quill said. The 34-year-old wept.", id="of one with no name but an age"
        ),
        pytest.param("Ann Quill left Kenya. Nigerians saw that the country was quiet.", id="another people's country"),
        pytest.param("Trains run from Oslo to Bergen. The city was quiet.", id="two cities"),
        pytest.param("Ann Quill went to Kenya. The city was quiet.", id="a country is no city"),
        pytest.param("Ann Quill went to Oslo. The country was quiet.", id="a city is no country"),
        pytest.param("Ann Quill went to Oslo. A town in the north was quiet. The town slept.", id="a town unnamed"),
        pytest.param("Quill Bank shut. A bank in Oslo opened. The bank grew.", id="a bank without a name"),
    ],
)
def test_a_description_that_means_nothing_named(text):
    assert said(text) == []


def test_what_a_description_says_is_said_by_whom_it_means():
    [reading] = readings([Article("a", f"{MAYOR} “We are safe,” the mayor said.")])
    assert [quote.speakers[0].entity for quote in reading.quotes] == ["person/ann-quill"]


def test_she_may_be_the_mayor():
    [reading] = readings([Article("a", f"{MAYOR} The mayor said she was tired.")])
    assert [m.entity for m in reading.mentions if m.form == "pronoun"] == ["person/ann-quill"]
