"""A sentence that ends with a short form ends there, and no name or title is cut for the full stop in it."""

import pytest

from kg.language.pipeline import load


def sentences(text):
    return [sentence.text for sentence in load()(text).sents]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was bought in May for £40m.", "Barton Group, based in Hull, sold it."),
        ("The sale brought in £40m.", "Barton Group is based in Hull."),
        ("The deal was worth $12m.", "Its former chairman Ann Lee left."),
        ("Harlow raised $300k.", "Rival Barton Group raised less."),
        ("Harlow of Leeds was sold for £40m.", '"We are glad," said Ann Lee.'),
        ("The mill of Harlow is now owned by Marsh Co.", "Barton Group has its headquarters in Hull."),
        ("Harlow was bought by Barton Inc.", "Its former chairman Ann Lee left in May."),
        ("He joined Marsh & Co.", "Kent Motors is based in Hull."),
        ("Harlow sold its mill to Barton Ltd.", "The price was not disclosed."),
        ("She flew back to the U.S.", "They met again in May."),
        ("The rally began at 5 p.m.", "The mayor spoke first."),
        ("He owns shares of Barton Corp.", "Analysts expect more."),
    ],
)
def test_a_sentence_ends_with_a_short_form(first, second):
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp. Chief Executive Ann Lee spoke in Leeds.",
        "Acme Inc. Chairman Ann Lee resigned.",
        "The U.S. Senate met on Monday.",
        "He met Acme Inc. President Tom Hart in Leeds.",
        "It sold 40m. of its shares.",
        "The rally begins at 5 p.m. Monday in Leeds.",
        "Bank of Kent Ltd. shares fell.",
    ],
)
def test_a_short_form_within_a_sentence_ends_none(text):
    assert sentences(text) == [text]
