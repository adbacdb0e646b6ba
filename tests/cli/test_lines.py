"""Lines break between words on a terminal only, beside the branches of a tree."""

import pytest

from kg.cli.lines import broken, tree
from kg.cli.table import table

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


@pytest.mark.parametrize("columns", [50, 60, 80])
def test_no_cell_of_a_table_breaks_within_a_word(monkeypatch, capsys, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    names = ("kind", "date", "dateWords", "place", "killed", "articles")
    row = ("bombing", "2024-03-09", "Saturday", "Palace of Westminster", "11", "2")
    table(names, [row])
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= columns
    assert set(" ".join(row).split()) <= set(shown.split())
