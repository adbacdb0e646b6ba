"""What a list counts together is one count more."""

import pytest

from kg.extract.incidents.totals import totals
from kg.facts import Argument, Evidence, Mention, Modality, Span


def killed(text: str, words: str, value: str | None, modality: Modality = "asserted", role: str = "killed") -> Argument:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Argument(role, Mention(span, words, "Group", words), Evidence(span, "hand", 0.5, modality), value)


def found(text: str, *arguments: Argument) -> list[tuple[str, str, str | None]]:
    return [(a.role, a.mention.text, a.value) for a in totals(text, arguments)]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("him and three guards", "4"),
        ("him, three guards", "4"),
        ("him, and three guards", "4"),
        ("him in a blast after three guards", None),
        ("him or three guards", None),
    ],
)
def test_a_list_is_counted_together(text: str, total: str | None) -> None:
    parts = killed(text, "him", "1"), killed(text, "three guards", "3")
    wanted = [("killedCount", text, total)] if total else []
    assert found(text, *parts) == found(text, *reversed(parts)) == wanted


def test_a_list_of_three_is_one_count_and_two_lists_are_two() -> None:
    text = "him, her and two guards died; five men and six boys died"
    parts = [killed(text, words, n) for words, n in (("him", "1"), ("her", "1"), ("two guards", "2"))]
    more = [killed(text, "five men", "5", role="injured"), killed(text, "six boys", "6", role="injured")]
    assert found(text, *parts, *more) == [
        ("killedCount", "him, her and two guards", "4"),
        ("injuredCount", "five men and six boys", "11"),
    ]
    both = [killed(text, "five men", "5"), killed(text, "six boys", "6")]
    assert [value for _, _, value in found(text, *parts, *both)] == ["4", "11"]


@pytest.mark.parametrize("other", [("3-", "asserted"), (None, "asserted"), ("3", "reported")])
def test_what_has_no_number_or_is_told_otherwise_is_not_counted_with_others(other: tuple[str | None, Modality]) -> None:
    text = "him and three guards"
    assert found(text, killed(text, "him", "1"), killed(text, "three guards", *other)) == []
