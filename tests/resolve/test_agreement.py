"""What is passed over early has not enough that speaks for it: the bound is a bound."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.resolve.events import agreement, meeting
from kg.resolve.events.hanging import components
from kg.resolve.events.occurrence import Occurrence

NAMES = ["jo poe", "ann wood", "leeds", "york", "leeds police", "norland"]
NAMED = st.lists(st.sampled_from(NAMES), unique=True).map(lambda names: tuple(sorted(names)))
DAYS = st.lists(st.sampled_from(["2021-03-09", "2021-03-10", "2021-05-01", "2021-03"]), unique=True).map(tuple)
AGES = st.lists(st.sampled_from(["30", "31", "52"]), unique=True).map(tuple)


def told(article: str) -> st.SearchStrategy[Occurrence]:
    return st.builds(
        Occurrence,
        st.just(article),
        st.just(f"article/{article}/event/1"),
        kinds=st.lists(st.sampled_from(["Attack", "Shooting", "Bombing"]), min_size=1, unique=True).map(tuple),
        days=DAYS,
        published=st.sampled_from(["2021-03-09", "2021-03-11", "2021-06-01", None]),
        killed=st.sampled_from([None, 1, 5]),
        **dict.fromkeys(("taking", "dead", "people", "bodies", "sites", "places", "wide"), NAMED),
        ages=AGES,
        aged=AGES,
        words=st.lists(st.sampled_from(["alarm", "broken", "candle", "driver", "evening"]), unique=True).map(tuple),
    )


@settings(max_examples=200, deadline=None)
@given(told("a"), told("b"), st.sampled_from([9.0, agreement.ENOUGH, 16.0]))
def test_pairs_are_one_exactly_where_all_reasons_add_up(one, other, least):
    whole = agreement.link(one, other)
    assert meeting.linked(one, other, least) == (whole if whole.score >= least else None)


@settings(max_examples=200, deadline=None)
@given(told("a"), told("b"))
def test_no_reason_tells_more_than_is_declared(one, other):
    for why, most in agreement.REASONS.items():
        reason = why(one, other)
        assert reason is None or reason.weight <= most


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(told("a"), told("b"), told("c")), max_size=6, unique_by=lambda one: one.article))
def test_links_are_all_pairs_that_share_a_block_and_have_enough(found):
    links = {(link.left.article, link.right.article) for link in meeting.links(found, 9.0)}
    pairs = {(a.article, b.article) for a in found for b in found if a.article < b.article}
    kept = {one.article: one for one in found}
    sharing = {(a, b) for a, b in pairs if meeting.blocks(kept[a]) & meeting.blocks(kept[b])}
    assert links == {(a, b) for a, b in sharing if agreement.link(kept[a], kept[b]).score >= 9.0}


def tellings() -> st.SearchStrategy[list[Occurrence]]:
    """Up to nine tellings of seven articles, each with a key of its own."""
    some = st.lists(st.one_of(*map(told, "abcdefg")), max_size=9)
    return some.map(lambda found: [replace(one, key=f"{one.key}{number}") for number, one in enumerate(found)])


DECIDED = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from([SAME, DIFFERENT])), max_size=3)


@settings(max_examples=40, deadline=None)
@given(tellings(), DECIDED)
def test_groups_are_what_joining_by_the_strongest_link_of_all_gives(found, pairs):
    at = [one.key for one in found]
    decided = [Decision(at[a], at[b], word) for a, b, word in pairs if a < b < len(at)]
    whole = meeting.joined(found, decided).happenings
    assert meeting.happenings(found, decided) == sorted(map(sorted_by_article, whole), key=first)


@settings(max_examples=40, deadline=None)
@given(tellings(), st.sets(st.integers(0, 8)), st.integers(0, 8), DECIDED)
def test_what_hangs_together_with_some_is_found_a_block_at_a_time(found, start, gone, pairs):
    at = [one.key for one in found]
    decided = [Decision(at[a], at[b], word) for a, b, word in pairs if a < b < len(at)]
    there = [one for number, one in enumerate(found) if number != gone]
    asked = set()

    def members(block, is_known):
        # Each block is looked up once.
        assert block not in asked
        asked.add(block)
        return [one for one in there if block in meeting.blocks(one) and not is_known(meeting.order(one))]

    def tied(one):
        return [other for other in there if other.key in meeting.tied(one, decided)]

    def beside(one):
        return [other for other in there if meeting.blocks(one) & meeting.blocks(other) and meeting.linked(one, other)]

    wanted = {one for number, one in enumerate(found) if number in start} & {*there}
    reached = meeting.closure(wanted, members, tied, found[gone : gone + 1])
    todo = wanted | {*found[gone : gone + 1]}
    while todo:
        wanted |= (new := {other for one in todo for other in (*beside(one), *tied(one))} - wanted)
        todo = new
    assert sorted_by_article(reached) == sorted_by_article(wanted)


def test_one_incident_that_many_tell_is_weighed_once_each(monkeypatch):
    told = Occurrence("", "", kinds=("Shooting",), days=("2021-03-09",), people=("ann wood", "jo poe"))
    many = [replace(told, article=f"{number}", key=f"article/{number}/event/1") for number in range(9)]
    weighed = []
    monkeypatch.setattr(meeting, "linked", lambda one, other: weighed.append((one, other)) or True)
    for number in (1, 9):
        found = meeting.closure(many[:number], lambda *_: many, lambda _: ())
        assert sorted_by_article(found) == many
    assert len(weighed) == 8


def sorted_by_article(group) -> list[Occurrence]:
    return sorted(group, key=meeting.order)


def first(group) -> tuple[str, str]:
    return meeting.order(group[0])


def test_what_hangs_together_is_not_asked_about_again():
    asked = []

    def linked(one: int, other: int) -> bool:
        asked.append((one, other))
        return (one, other) != (0, 1) and 4 not in (one, other)

    keys = [*[frozenset({"a", "b"})] * 4, frozenset({"b"})]
    assert components(keys, linked) == [[0, 1, 2, 3], [4]]
    assert len(asked) == len(set(asked))
    assert set(asked) == {(0, 1), (0, 2), (1, 2), (0, 3), *((one, 4) for one in range(4))}
    assert components(keys, lambda *_: False, [(0, 4)]) == [[0, 4], [1], [2], [3]]
