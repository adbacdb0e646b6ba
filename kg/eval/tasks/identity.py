"""identity: whether names of one thing share an IRI, within articles and across them; judged over all articles."""

from collections.abc import Iterator, Sequence

from kg.eval.gold import Row
from kg.eval.units import across, aligned, b_cubed, errors, names, units, within
from kg.eval.verdicts import Share, Verdict
from kg.facts import Reading
from kg.resolve.readings import resolved

NEEDS = {"mentions": ("span", "type", "entity")}
MEASURES = (
    "names found",
    "within articles",
    "across, pairs",
    "across, per thing",
    "across, persons and organizations, pairs",
    "across, persons and organizations, per thing",
    "across, B3",
)


def judge_all(rows: Sequence[Row], readings: Sequence[Reading]) -> Iterator[tuple[str, Verdict]]:
    """Yield the verdicts on all articles, joined as a build joins them, each with the article that it is of."""
    paths = [aligned(row, reading) for row, reading in zip(rows, resolved(readings), strict=True)]
    things = units(rows, paths)
    found = sum(path is not None for got in paths for path in got)
    few = [unit for unit in things if unit.kind != "Place"]
    counts = (Share("names found", found, sum(len(names(row)) for row in rows)), within(rows, paths), b_cubed(things))
    both = (across("", things), across(", persons and organizations", few))
    yield from ((rows[0]["id"], verdict) for verdict in (*counts, *(each for some in both for each in some)))
    yield from errors(things)
