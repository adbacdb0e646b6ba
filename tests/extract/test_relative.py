"""Clauses that hang on a noun tell of whom the noun is said, and of what it explains: the exact facts."""

import pytest

from kg.articles.article import Article
from tests.extract.articles import label, read

TOLD = {
    "Mia Lund is a politician who belongs to the Labour Party.": {
        "Mia Lund memberOf Labour Party",
        "Mia Lund memberOfParty Labour Party",
    },
    "Mia Lund is a lawyer who was born in Lyon.": {"Mia Lund bornIn Lyon"},
    "It was a man who was born in Lyon.": set(),
    "Mia Lund is the sister of a man who was born in Lyon.": set(),
    "Mia Lund praised Acme Corp, a company she founded.": {"Acme Corp foundedBy Mia Lund"},
    "Mia Lund liked Acme Corp, a company in which she founded a choir.": set(),
    "Mia Lund left the firm she founded.": set(),
    "Mia Lund of the Labour Party won the seat.": {
        "Mia Lund memberOf Labour Party",
        "Mia Lund memberOfParty Labour Party",
    },
    "Mia Lund of the Harbour Council won the seat.": {"Mia Lund memberOf Harbour Council"},
}


@pytest.mark.parametrize("text", TOLD)
def test_exactly(text: str) -> None:
    reading = read(Article("a", text))
    facts = (f for f in reading.facts if f.relation != "holdsRole")
    assert {f"{label(reading, f.subject)} {f.relation} {label(reading, f.object)}" for f in facts} == TOLD[text]
