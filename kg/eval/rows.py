"""Judge incidents as whole rows."""

from collections.abc import Iterator, Mapping, Sequence

from kg.eval.gold import Row
from kg.eval.incident import Same, closeness, faults, told, triggers
from kg.eval.spans import pair_up
from kg.eval.verdicts import Count, Error, Share, Verdict
from kg.facts import Reading, Span
from kg.vocabulary import vocabulary

#: Of two that are as close, one that the gold asks for.
LATER = 0.1


def judge(gold: Row, reading: Reading, same: Same) -> Iterator[Verdict]:
    """Yield the verdicts on incidents, and on the whole rows of those that the gold calls main, or of all.

    What the gold calls optional is neither asked for nor wrong.
    """
    have, want = told(reading.events), _attacks(gold)
    close = {(i, j): closeness(one, said, same) for i, one in enumerate(want) for j, said in enumerate(have)}
    pairs = pair_up(range(len(want)), range(len(have)), lambda i, j: close[i, j] - LATER * _spare(want[i]))
    found = {i: j for i, j, _ in pairs}
    asked = [i for i, one in enumerate(want) if not _spare(one)]
    admitted = {j for j in range(len(have)) if _admitted(j, found, close, want)}
    yield Count("incidents", sum(i in found for i in asked), len(have) - len(admitted), len(asked))
    for i in asked:
        if want[i].get("main", True):
            yield from _row(want[i], [list(faults(want[i], said, same)) for j, said in enumerate(have) if close[i, j]])


def _row(wanted: Row, tries: list[list[str]]) -> Iterator[Verdict]:
    """Yield the verdict on an incident, by what is wrong with each row that tells of it."""
    right = [] in tries
    yield Share("incident rows", right, 1)
    if not right:
        _, least = min(((len(wrong), wrong) for wrong in tries), default=(0, []))
        kind = f"wrong row of an incident ({', '.join(least)})" if tries else "missed row of an incident"
        yield Error(kind, (Span(*triggers(wanted)[0]),))


def _attacks(gold: Row) -> list[Row]:
    return [event for event in gold["events"] if vocabulary().is_a(event["type"], "Attack")]


def _spare(wanted: Row) -> bool:
    return bool(wanted.get("optional"))


def _admitted(j: int, found: Mapping[int, int], close: Mapping[tuple[int, int], float], want: Sequence[Row]) -> bool:
    """Tell whether an incident is, or is a piece of, what the gold calls optional."""
    paired = [i for i in found if found[i] == j]
    touched = paired or [i for i in range(len(want)) if close[i, j]]
    return bool(touched) and all(_spare(want[i]) for i in touched)
