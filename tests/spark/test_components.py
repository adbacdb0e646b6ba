"""What hangs together, found without Spark."""

import pytest

pytest.importorskip("pyarrow", reason="newskg[spark] is not installed")

from hypothesis import given
from hypothesis import strategies as st

from kg.spark.components import grouped


def test_nodes_that_share_a_block_hang_together_and_with_these_others():
    edges = [(5, 50), (3, 50), (3, 30), (1, 30), (7, 70), (9, 5)]
    assert grouped(edges) == [(1, 1), (3, 1), (5, 1), (7, 7), (9, 9)]
    assert grouped([]) == []


@given(st.sets(st.tuples(st.integers(-9, 9), st.integers(-9, 9))))
def test_each_is_of_the_least_that_it_reaches(edges):
    found = dict(grouped(edges))
    assert found.keys() == {node for node, _ in edges}
    for node, component in found.items():
        reached, size = {node}, 0
        while len(reached) > size:
            size = len(reached)
            blocks = {block for other, block in edges if other in reached}
            reached |= {other for other, block in edges if block in blocks}
        assert component == min(reached)
