"""When roles, memberships and homes hold, by words alone; nothing is reckoned that they do not tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.extract.dates.intervals import Bounds, interval
from kg.extract.extract import readings
from tests.extract.articles import label

THURSDAY = "2017-03-23"
#: A sentence, and of what has an interval: who, relation, what, interval, and status where it is not current.
TIMED = [
    ("Ann Lee has been mayor of Leeds since 2016.", "Ann Lee holdsRole mayor of Leeds 2016/.."),
    ("Al Fox was prime minister from 1997 to 2007.", "Al Fox holdsRole prime minister 1997/2007 former"),
    ("Al Fox was the head of Acme between 2010 and 2014.", "Al Fox holdsRole head of Acme 2010/2014 former"),
    ("Al Fox, mayor from May 2010 until June 2011, spoke.", "Al Fox holdsRole mayor 2010-05/2011-06 former"),
    ("Ann Lee, the mayor since last year, spoke.", "Ann Lee holdsRole mayor 2016/.."),
    ("Ann Lee was appointed chairman of Acme last year.", "Ann Lee holdsRole chairman of Acme 2016/.."),
    ("Ann Lee, who was elected mayor of Leeds in 2012, spoke.", "Ann Lee holdsRole mayor of Leeds 2012/.."),
    ("Ann Lee will take office as governor on Monday.", "Ann Lee holdsRole governor 2017-03-27/.. designate"),
    ("Ann Lee is chairman of Acme until May.", "Ann Lee holdsRole chairman of Acme /2017-05"),
    ("Ann Lee was chairman of Acme until May.", "Ann Lee holdsRole chairman of Acme /2016-05 former"),
    ("Mayor Ann Lee resigned on Monday.", "Ann Lee holdsRole Mayor /2017-03-20 former"),
    ("Ann Lee stepped down as head of Acme in February.", "Ann Lee holdsRole head of Acme /2017-02 former"),
    (
        "In June 2015 Ann Lee replaced Al Fox as mayor.",
        "Al Fox holdsRole mayor /2015-06 former; Ann Lee holdsRole mayor 2015-06/..",
    ),
    ("Al Fox, the prime minister (1979-1990), spoke.", "Al Fox holdsRole prime minister 1979/1990 former"),
    ("Al Fox joined Acme Corporation in 2010 and quit in 2012.", "Al Fox memberOf Acme Corporation 2010/2012 former"),
    ("Ann Lee became mayor of Leeds in 2010 and later resigned.", "Ann Lee holdsRole mayor of Leeds 2010/ former"),
    ("Ann Lee became mayor of Leeds in 2010 and Al Fox resigned in 2014.", "Ann Lee holdsRole mayor of Leeds 2010/.."),
    ("Al Fox, chairman of Acme (1998-2004), spoke.", "Al Fox holdsRole chairman of Acme 1998/2004 former"),
    ("Al Fox joined Acme Corporation in 2011.", "Al Fox memberOf Acme Corporation 2011/.."),
    ("Ann Lee has lived in Leeds since 2003.", "Ann Lee livesIn Leeds 2003/.."),
    ("Al Fox lived in Leeds from 2005 until 2012.", "Al Fox livesIn Leeds 2005/2012 former"),
    ("Al Fox moved to Leeds in 2005.", "Al Fox livesIn Leeds 2005/.."),
    (
        "Acme said on Monday that Ann Lee would succeed Al Fox as chairman in June.",
        "Al Fox holdsRole chairman /2017-06; Ann Lee holdsRole chairman 2017-06/.. designate",
    ),
    ("Acme said in March 2016 that Ann Lee would become chairman in June.", "Ann Lee holdsRole chairman 2016-06/.."),
    ("Acme said that Ann Lee had become chairman in June.", "Ann Lee holdsRole chairman 2016-06/.."),
    (
        "In 1963 Ann Lee married the painter Al Fox, who died in 2004.",
        (
            "Al Fox holdsRole painter /2004 former; Al Fox spouseOf Ann Lee 1963/2004 former; "
            "Ann Lee spouseOf Al Fox 1963/2004 former"
        ),
    ),
    (
        "In 1963 Ann Lee married the painter Al Fox.",
        "Al Fox spouseOf Ann Lee 1963/..; Ann Lee spouseOf Al Fox 1963/..",
    ),
    ("Ann Lee studied at Yale University from 2001 to 2004.", "Ann Lee educatedAt Yale University 2001/2004"),
]  # fmt: skip
#: What tells no bound of what is stated.
UNTIMED = [
    "Ann Lee is the mayor of Leeds.",
    "Former mayor Al Fox spoke.",
    "Ann Lee, mayor of Leeds, visited Oslo in 2015.",
    "Mayor Ann Lee visited Oslo last year.",
    "Ann Lee did not become mayor of Leeds until 2016.",
    "Ann Lee has been mayor of Leeds for six years.",
    "Ann Lee, who was mayor of Leeds in 2012, spoke.",
    "Senator Ann Lee was in Leeds from Monday.",
    "Ann Lee has been mayor of Leeds since the war.",
    "Mayor Ann Lee said on Monday that Al Fox had resigned.",
]


def timed(text: str, published: str | None = THURSDAY) -> str:
    [reading] = readings([Article("article", text, published=published)])
    facts = (fact for fact in reading.facts if fact.during and fact.relation not in {"leads", "worksFor"})
    rows = {
        f"{label(reading, fact.subject)} {fact.relation} {label(reading, fact.object)} {fact.during}"
        + ("" if fact.status == "current" else f" {fact.status}")
        for fact in facts
        if fact.subject.form == "name"
    }
    return "; ".join(sorted(rows))


@pytest.mark.parametrize(("text", "rows"), TIMED, ids=[text for text, _ in TIMED])
def test_words_tell_when_it_is_so(text, rows):
    assert timed(text) == rows


@pytest.mark.parametrize("text", UNTIMED)
def test_what_tells_no_bound_has_none(text):
    assert timed(text) == ""


def test_without_the_day_of_the_article_its_weekdays_bound_nothing():
    assert timed("Mayor Ann Lee resigned on Monday.", published=None) == ""
    assert timed("Ann Lee was chairman of Acme until 2014.", published=None).endswith("/2014 former")


def test_who_studied_somewhere_is_of_it_still():
    [reading] = readings([Article("article", "Ann Lee studied at Yale University from 2001 to 2004.")])
    assert {fact.status for fact in reading.facts} == {"current"}


DATES = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4])


@given(DATES | st.just(""), DATES | st.just(""), st.sampled_from(["current", "former", "designate", "acting"]))
def test_an_interval_has_the_bounds_that_are_told_and_no_other(begin, end, status):
    found = interval(Bounds(begin, end), status)
    if not (begin or end):
        assert found is None
    else:
        assert found is not None
        assert found.split("/") == [begin, end or ("" if status == "former" else "..")]


@pytest.mark.parametrize(("value", "year"), [("2016-W25", "2016"), ("--05-05", "")])
def test_what_edtf_has_not_is_told_less_exactly(value, year):
    assert interval(Bounds(value), "current") == (f"{year}/.." if year else None)
