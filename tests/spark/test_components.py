"""What hangs together, found without Spark."""

from dataclasses import replace

import pytest

pytest.importorskip("pyarrow", reason="newskg[spark] is not installed")

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.packing import packed
from kg.resolve.events import meeting
from kg.resolve.events.hanging import components
from kg.spark import happening
from kg.spark.components import grouped
from tests.resolve.test_agreement import tellings


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


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_what_hangs_together_of_each_block_hangs_together_as_on_one_machine(told):
    keys = [meeting.blocks(one) for one in told]
    rows = [
        {"all": [{"told": packed(one), "node": node} for node, one in enumerate(told) if block in keys[node]]}
        for block in frozenset().union(*keys)
    ]
    edges = [(row["node"], row["block"]) for row in happening._linked(iter(rows))]
    alone = components(keys, lambda a, b: meeting.linked(told[a], told[b]) is not None)
    assert grouped(edges) == sorted((node, part[0]) for part in alone if len(part) > 1 for node in part)


def test_a_block_whose_members_are_all_one_has_as_many_edges_as_members():
    told = meeting.Occurrence("", "", kinds=("Shooting",), days=("2021-03-09",), people=("ann wood", "jo poe"))
    every = [{"told": packed(replace(told, article=f"{n:03}", key=f"{n}/event/1")), "node": n} for n in range(40)]
    edges = list(happening._linked(iter([{"all": every}])))
    assert edges == [{"node": node, "block": 0} for node in range(40)]
