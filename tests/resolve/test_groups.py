"""Groups that never join what cannot be one, and ask about no two groups again that they found to be two."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.groups import Groups

MEMBERS = range(8)
pairs = st.lists(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=40)


def joined(links: Sequence[tuple[int, int]], two: set[frozenset[int]]) -> list[set[int]]:
    """What joining comes to when each link is asked of all members."""
    groups = [{member} for member in MEMBERS]
    for one, other in links:
        a, b = (next(group for group in groups if member in group) for member in (one, other))
        if a is not b and not any(frozenset((x, y)) in two for x in a for y in b):
            a |= b
            groups.remove(b)
    return groups


@given(pairs, pairs)
def test_what_is_remembered_changes_no_group(links, apart):
    two = {frozenset(pair) for pair in apart}
    groups: Groups[int] = Groups(lambda x, y: frozenset((x, y)) in two)
    for one, other in links:
        groups.join(one, other)
    wanted = sorted(map(sorted, joined(links, two)))
    assert sorted(map(sorted, groups.all(MEMBERS))) == wanted


def test_two_that_cannot_be_one_are_asked_about_once():
    asked: list[tuple[int, int]] = []
    groups: Groups[int] = Groups(lambda x, y: asked.append((x, y)) or x % 2 != y % 2)
    for number in range(2, 20):
        groups.join(number, number - 2)
    less = len(asked)
    for one in range(0, 20, 2):
        for other in range(1, 20, 2):
            assert not groups.join(one, other)
    assert len(asked) == less + 1
