"""Arrays of any length, on one line or many, are read an element at a time."""

import io
import json
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.arrays import BEGINS, elements
from kg.articles.streams import of
from kg.errors import DataError
from tests.articles_reading.test_readers import all_of, write

VALUES = st.dictionaries(
    st.text(max_size=5), st.text(max_size=20) | st.integers() | st.lists(st.integers()), min_size=1
)


@given(st.lists(VALUES, min_size=1, max_size=8), st.sampled_from([None, 0, 2]), st.integers(1, 40))
def test_an_array_gives_its_elements_whatever_its_form(values, indent, size):
    raw = json.dumps(values, indent=indent, ensure_ascii=False).encode(errors="surrogatepass")
    chunks = (raw[i : i + size] for i in range(0, len(raw), size))
    try:
        raw.decode()
    except UnicodeDecodeError:
        return
    assert BEGINS(raw)
    assert [value for _, value in elements(of(chunks), "x")] == values


def test_an_array_without_end_is_read_as_it_comes():
    def chunks():
        yield b"["
        while True:
            yield b'{"id": "a", "text": "Ann Lee spoke."},'

    assert len(list(islice(elements(of(chunks()), "x"), 500))) == 500


def test_one_line_may_be_longer_than_any_article(tmp_path):
    rows = [{"id": str(n), "text": "Khan spoke in Leeds. " * 1000} for n in range(700)]
    found, reported = all_of(write(tmp_path / "a.json", json.dumps(rows)))
    assert [article.id for article in found] == [str(n) for n in range(700)]
    assert not reported


#: An array that is broken, the elements before that, and what is told.
BROKEN = [
    ('[{"a": 1}, {"b" 2}]', 1, "x:1: no valid JSON at column"),
    ('[\n{"a": 1},\n{"b": 2}', 2, "x:3: cut off: the array does not end"),
    ('[\n{"a": 1},\n{"b": ', 1, "x:3: no valid JSON"),
    ("[" + '{"a": [' * 1 + "[" * 100_000, 0, "x:1: "),
]


@pytest.mark.parametrize(("raw", "number", "message"), BROKEN, ids=[message for *_, message in BROKEN])
def test_what_stands_before_what_is_broken_is_read(raw, number, message):
    found = []
    with pytest.raises(DataError, match=message):
        found.extend(elements(io.BytesIO(raw.encode()), "x"))
    assert len(found) == number
