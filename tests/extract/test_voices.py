"""Whose word a fact is, and where somebody speaks: exact tables of short texts."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.facts import Reading
from tests.extract.articles import label

SPEECHES = [
    ("Speaking in Oslo on Friday, Governor Lena Moss said the dam would open.", "Lena Moss at Oslo asserted"),
    ("Lena Moss, speaking at a rally in Oslo, said the dam would open.", "Lena Moss at Oslo asserted"),
    ("Omar Haddad said that Lena Moss spoke in Oslo.", "Lena Moss at Oslo reported by Omar Haddad"),
    ("Speaking by video link to an audience in Oslo, Lena Moss said the dam would open.", ""),
    ("Lena Moss spoke by phone to reporters in Oslo.", ""),
    ("Lena Moss told a conference in Oslo by video link that the dam would open.", ""),
    ("Lena Moss addressed a rally in Oslo by telephone.", ""),
    ("Lena Moss addressed a rally in Oslo.", "Lena Moss at Oslo asserted"),
    ("Ann Lee spoke in Paris street in Lima.", "Ann Lee at Lima asserted"),
    ("Ann Lee spoke at a Leeds hotel.", "Ann Lee at Leeds asserted"),
]
CLAIMS = [
    (
        "Lena Moss works for Acme Corp., a lawyer said; the police denied it.",
        "Lena Moss worksFor Acme Corp. reported by a lawyer",
    ),
    (
        "Lena Moss works for Acme Corp., an aide told reporters; Eva Brandt denied it.",
        "Lena Moss worksFor Acme Corp. reported by an aide",
    ),
    ("Omar Haddad denied that Lena Moss works for Acme Corp.", "Lena Moss worksFor Acme Corp. denied by Omar Haddad"),
    ("Nobody believes that Lena Moss works for Acme Corp.", "Lena Moss worksFor Acme Corp. denied"),
    ("Everyone says that Lena Moss works for Acme Corp.", "Lena Moss worksFor Acme Corp. reported"),
    ("Someone told reporters that Lena Moss works for Acme Corp.", "Lena Moss worksFor Acme Corp. reported"),
    ("No one said that Lena Moss works for Acme Corp.", "Lena Moss worksFor Acme Corp. planned"),
    (
        "One of her aides said that Lena Moss works for Acme Corp.",
        "Lena Moss worksFor Acme Corp. reported by One of her aides",
    ),
]


def read(text: str) -> Reading:
    [reading] = readings([Article("article", text)])
    return reading


def voiced(text: str, relation: str, joined: str) -> str:
    """Return the facts of a relation with how they are held and by whom."""
    reading = read(text)
    found = {
        f"{label(reading, fact.subject)} {joined} {label(reading, fact.object)} {fact.evidence.modality}"
        + "".join(f" by {label(reading, source)}" for source in fact.evidence.sources)
        for fact in reading.facts
        if fact.relation == relation
    }
    return "; ".join(sorted(found))


@pytest.mark.parametrize(("text", "expected"), SPEECHES)
def test_where_somebody_speaks(text: str, expected: str):
    assert voiced(text, "spokeAt", "at") == expected


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_who_says_so(text: str, expected: str):
    assert voiced(text, "worksFor", "worksFor") == expected


def test_a_deed_that_others_deny_is_his_who_reports_it():
    reading = read("A bomb killed three guards in Karu, a doctor said; the police denied it.")
    told = {(label(reading, s), event.evidence.modality) for event in reading.events for s in event.evidence.sources}
    assert told == {("a doctor", "reported")}


def test_what_is_told_beside_a_denial_is_denied_by_nobody_however_it_is_parsed():
    reading = read("Three guards were killed in a bombing in Karu, a doctor said; the police denied it.")
    roles = [a for event in reading.events for a in event.arguments if a.role == "killed"]
    assert roles
    assert "denied" not in {a.evidence.modality for a in roles}


@pytest.mark.parametrize("word", ["Nobody", "No one", "Everyone", "Someone"])
def test_nobody_in_particular_is_no_person(word: str):
    text = f"{word} believes that Lena Moss works for Acme Corp."
    assert {entity.label for entity in read(text).entities if entity.kind == "Person"} == {"Lena Moss"}
    assert [text[slice(*quote.speaker)] for quote in read(text).quotes if quote.speaker] == [word]
