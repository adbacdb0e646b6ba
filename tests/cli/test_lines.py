"""Lines break between words on a terminal only, beside the branches of a tree."""

import pytest

from kg.cli.lines import broken, tree

TREE = "Ann works for Acme\n├─ Ann leads Acme  (stated)\n│  └─ “Ann, who leads Acme, spoke.” A title\n└─ end"


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "24")


def test_elsewhere_lines_are_whole():
    assert tree(TREE) == TREE
    assert broken("a b " * 50, "  ", "  ") == "  " + "a b " * 50


def test_a_tree_goes_on_beside_its_branches(narrow):
    assert tree(TREE).split("\n") == [
        "Ann works for Acme",
        "├─ Ann leads Acme",
        "│  (stated)",
        "│  └─ “Ann, who leads",
        "│     Acme, spoke.” A",
        "│     title",
        "└─ end",
    ]


def test_a_word_that_is_too_long_loses_nothing(narrow):
    assert "".join(broken("x" * 60, "  ", "  ").split()) == "x" * 60
