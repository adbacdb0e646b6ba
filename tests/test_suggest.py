"""Who writes a name that is not known is told the names near it, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.suggest import near, suggest

PEOPLE = [
    "John Key",
    "John Smith",
    "Barack Obama",
    "Hannah Yeoh",
    "Annapolis",
    "Kofi Annan",
    "Ann Lee",
    "Italy",
    "Kalu",
]
PATHS = ["article/p09_obama/person/god", "article/a02_benue/person/kalu", "article/a02_benue/person/john-key"]
QUERIES = ["attacks", "attacked-where", "quotes", "quotes-about", "copies"]


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("Barak Obamma", PEOPLE, ["Barack Obama"]),
        ("BarackObama", PEOPLE, ["Barack Obama"]),
        ("John Smythe", PEOPLE, ["John Smith"]),
        ("Obama", PEOPLE, ["Barack Obama"]),
        ("Ann", PEOPLE, ["Ann Lee", "Annapolis", "Kofi Annan"]),
        ("John Xu", PEOPLE, []),
        ("Nobody", PEOPLE, []),
        ("article/x/person/nobody", PATHS, []),
        ("article/a02_benue/person/kalo", PATHS, ["article/a02_benue/person/kalu"]),
        ("atacks", QUERIES, ["attacks"]),
        ("about", QUERIES, ["quotes-about"]),
        ("quotes", QUERIES, ["quotes", "quotes-about"]),
        ("", QUERIES, []),
    ],
)
def test_near_names_are_told_and_no_others(name, known, found):
    assert near(name, known) == found


def test_it_is_said_as_a_question_or_not_at_all():
    assert suggest("atacks", QUERIES) == "; did you mean 'attacks'?"
    assert suggest("Nobody", QUERIES) == ""


@given(st.lists(st.text(min_size=1), max_size=9), st.data())
def test_a_known_name_is_near_itself_and_what_is_near_is_known(known, data):
    for name in known:
        assert name.split() == [] or name.casefold() in {each.casefold() for each in near(name, [name])}
    assert set(near(data.draw(st.text()), known)) <= set(known)
