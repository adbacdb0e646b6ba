"""Lines are sorted in files as they are in memory, wherever one run ends and the next begins."""

import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.export.export import Lines
from kg.export.ordered import ordered

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=4), max_size=40)


@given(LINES, st.integers(1, 6), st.integers(2, 4))
def test_lines_are_those_that_memory_sorts(lines, run, ways):
    assert list(ordered(lines, run, ways)) == sorted(set(lines))


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 26, 27, 28, 81, 82])
def test_runs_that_end_where_levels_do(number):
    lines = [f"{index:03}" for index in range(number)]
    assert list(ordered(reversed(lines), 1, 3)) == lines


def test_a_line_may_hold_what_others_take_for_its_end():
    lines = ["a\r", "a\u2028b", "a\x0bb", "\U0001f600", "\uffff", ""]
    assert list(ordered(lines, 2)) == sorted(lines)


def test_no_room_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(DataError, match=r"no room to sort in .*none: .* TMPDIR names another folder"):
        list(ordered("abc", 1))


@given(LINES, st.integers(1, 9))
def test_lines_are_read_as_a_file_is(lines, number):
    file, found = Lines(lines), []
    while some := file.read(number):
        assert len(some) <= number
        found.append(some)
    assert b"".join(found) == "".join(f"{line}\n" for line in lines).encode()
