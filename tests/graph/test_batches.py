"""What is written at once is so many bytes of graphs: long articles take no more memory than short ones."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import DataError
from kg.graph import written
from kg.graph.lines import Stated, block, lines, read
from kg.graph.merge import at
from kg.graph.terms import TYPE

ARTICLE = NamedNode("urn:t:a")
UNMADE = ARTICLE, DataError("not made")


def graph(size: int) -> Stated:
    return Stated(ARTICLE, b"", b"p" * (size - 1), b"e")


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        ([], []),
        ([graph(1)] * 12, [10, 2]),
        ([graph(6)] * 4, [2, 2]),
        ([graph(100), graph(1), graph(100)], [1, 2]),
        ([graph(1), UNMADE, graph(9), UNMADE], [3, 1]),
    ],
)
def test_batches(made, wanted):
    found = list(written._batches(made, 10))
    assert [len(batch) for batch in found] == wanted
    assert [each for batch in found for each in batch] == made


def test_a_text_that_looks_like_a_lines_end_stays_as_it_is():
    said = Triple(ARTICLE, TYPE, Literal(f"it {ARTICLE} .\nends {ARTICLE} .\n"))
    plain = block(lines([Quad(*said, ARTICLE), Quad(ARTICLE, TYPE, ARTICLE, ARTICLE)]))
    merged = Stated(ARTICLE, b"", plain, b"").merged
    assert read([merged]) == {at(said, DefaultGraph()), Quad(ARTICLE, TYPE, ARTICLE, DefaultGraph())}
