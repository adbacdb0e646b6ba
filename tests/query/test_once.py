"""What is so is told once, and of whoever belongs somewhere how and when: on articles that are built."""

import pytest

from kg.api import Article, Store, build, query
from kg.query.card import card
from kg.query.names import entities

ARTICLES = {
    "wedding": "Ann Lee married Bob Stone in 2010. Bob Stone's wife, Ann Lee, lives in Hull.",
    "nurse": (
        "A former nurse, who worked at Tyne Hospital, was arrested in Leeds on Monday. "
        "She was a student at Leeds University."
    ),
    "bank": (
        "Bea Ost was chairwoman of Tyne Bank from 2001 to 2005. Bea Ost works for Tyne Bank. "
        "Ivo Gant, the acting chief executive of Tyne Bank, spoke in Leeds. "
        "Police said Max Hart was a member of the Green Party. Una Holm was a member of the Green Party until 2003."
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("once") / "store") as made:
        build(made, [Article(name, text) for name, text in ARTICLES.items()])
        yield made


def test_whoever_belongs_somewhere_does_so_by_a_relation_or_role_now_or_at_some_time(store):
    columns = ("person", "body", "relation", "role", "status", "during", "saidBy")
    assert [tuple(row[each] for each in columns) for row in query(store, "affiliations")] == [
        ("A former nurse", "Tyne Hospital", "works for", "", "current", "", ""),
        ("Bea Ost", "Tyne Bank", "leads", "chairwoman of Tyne Bank", "former", "2001/2005", ""),
        ("Bea Ost", "Tyne Bank", "works for", "", "current", "", ""),
        ("Ivo Gant", "Tyne Bank", "chief executive of", "acting chief executive of Tyne Bank", "acting", "", ""),
        ("Max Hart", "Green Party", "member of party", "member of the Green Party", "current", "", "Police"),
    ]


def test_a_sentence_tells_a_marriage_and_a_job_once(store):
    columns = ("who", "relation", "what", "during")
    told = [tuple(row[each] for each in columns) for row in query(store, "times")]
    assert [row for row in told if row[1] == "spouse of"] == [
        ("Ann Lee", "spouse of", "Bob Stone", "2010/.."),
        ("Ann Lee", "spouse of", "Bob Stone", ""),
    ]
    assert [row for row in told if row[0] == "A former nurse"] == [("A former nurse", "works for", "Tyne Hospital", "")]
    assert [row["who"] for row in query(store, "times", about="Bob Stone")] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(("name", "other"), [("Ann Lee", "Bob Stone"), ("Bob Stone", "Ann Lee")])
def test_a_card_tells_a_marriage_once_a_sentence_as_the_things_own(store, name, other):
    [node] = entities(store.db, name)
    facts = [(line.text, line.words) for line in dict(card(store.db, node).sections)["facts"]]
    assert len(facts) == len(set(facts))
    assert [text for text, _ in facts if "spouse" in text] == [f"spouse of {other}"] * 2
