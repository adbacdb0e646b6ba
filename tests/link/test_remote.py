"""Rows of an endpoint are read to their end before one is given."""

import pytest

from kg.errors import DataError, NetworkError
from kg.link.remote import rows

CELLS = b",".join(b'{"a": {"type": "literal", "value": "%d"}}' % number for number in range(3))
ANSWER = b'{"head": {"vars": ["a"]}, "results": {"bindings": [' + CELLS + b"]}}"


def test_rows_that_are_whole_are_given():
    assert [row["a"].value for row in rows(ANSWER, 3)] == ["0", "1", "2"]
    assert bool(rows(b'{"head": {}, "boolean": true}'))


@pytest.mark.parametrize("end", range(0, len(ANSWER), 7))
def test_rows_that_break_off_are_none(end):
    with pytest.raises(NetworkError, match="broken SPARQL results"):
        rows(ANSWER[:end])


def test_more_rows_than_may_be_are_told():
    with pytest.raises(DataError, match="more than 2 rows"):
        rows(ANSWER, 2)
