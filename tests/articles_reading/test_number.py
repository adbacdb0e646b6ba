"""How many articles files hold, where they tell without being made."""

import gzip

import pytest

from kg.articles.number import number
from kg.articles.readers import read
from kg.articles.record import Named

LINES = '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text("Ann Lee lives in Leeds.", "utf-8")
    (tmp_path / "two.jsonl").write_text(LINES, "utf-8")
    (tmp_path / "three.jsonl.gz").write_bytes(gzip.compress(LINES.replace('"b"', '"c"').replace('"a"', '"d"').encode()))
    return tmp_path


def test_a_text_is_one_and_a_line_of_json_is_one(folder):
    assert number([folder]) == 5
    assert number([folder / "one.txt"]) == 1
    assert number([folder]) == len(list(read([folder])))


def test_rows_and_elements_are_counted(folder):
    (folder / "rows.csv").write_text('id,story\na,"One\nline."\nb,Two.\n', "utf-8")
    (folder / "list.json").write_text('[{"text": "One."}, {"text": "Two."},\n {"text": "Three."}]', "utf-8")
    (folder / "last.jsonl").write_text('{"text": "One."}\n{"text": "Two."}', "utf-8")
    assert number([folder], Named(text="story")) == 5 + 2 + 3 + 2


def test_what_has_to_be_read_whole_for_it_is_not_guessed(folder):
    (folder / "pages.warc").write_bytes(b"WARC/1.0\r\n")
    assert number([folder]) is None
    assert number(["-"]) is None


def test_what_is_missing_or_broken_is_left_to_who_reads_it(folder):
    (folder / "four.jsonl.gz").write_bytes(b"\x1f\x8bbroken")
    assert number([folder]) is None
    assert number([folder / "nothing.txt"]) in {None, 0}
