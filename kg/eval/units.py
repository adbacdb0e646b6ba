"""Things in articles, as annotators and as kg know them: what is counted of who is who."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.eval.gold import Row
from kg.eval.verdicts import Count, Error, Mean, Verdict
from kg.facts import Mention, Reading, Span

KINDS = frozenset({"Person", "Organization", "Place"})
COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mme|Dr|Sir|Dame|Lord|Lady|Prof|Herr|Frau)\.?\s+")
#: Of the joint length of two spans that are one mention, what both cover at least.
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing in one article under one IRI; neither its length nor how often it repeats a name counts.

    `thing` is the annotators' name for it in all articles; None where it is known in its article only. `path` is that
    of the IRI; None where it was not found.
    """

    article: str
    kind: str
    thing: Hashable | None
    path: str | None
    span: Span


def names(gold: Row) -> list[Row]:
    """Return the annotated names of an article."""
    return [m for m in gold["mentions"] if m["type"] in KINDS and m.get("form", "name") == "name"]


def aligned(gold: Row, reading: Reading) -> list[str | None]:
    """Return the path that each annotated name got, one to one, by the share of the joint length that both cover."""
    text, wanted = gold["text"], names(gold)
    said = [m for m in reading.mentions if m.kind != "Role" and m.form != "value"]
    pairs = [
        (likeness, i, j) for i, g in enumerate(wanted) for j, m in enumerate(said) if (likeness := _like(text, g, m))
    ]
    found: dict[int, str] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if i not in found and j not in used:
            found[i] = said[j].entity
            used.add(j)
    return [found.get(i) for i in range(len(wanted))]


def _like(text: str, gold: Row, said: Mention) -> float:
    """Return how much of both spans both cover; 0 if they mention two things: "Trump" is in "President Trump"."""
    (start, end), (s, e) = gold["span"], said.span
    if title := COURTESY.match(text, s, e):
        s = title.end()
    shared, both = min(end, e) - max(start, s), max(end, e) - min(start, s)
    ends = gold["type"] == "Person" and end == e and " of " not in text[start:end]
    return shared / both if shared > 0 and (shared >= HALF * both or ends) else 0.0


def units(rows: Sequence[Row], paths: Iterable[Sequence[str | None]]) -> list[Unit]:
    """Return the things of articles, each once under each IRI; what was not found once under none."""
    found: dict[tuple[object, ...], Unit] = {}
    for row, got in zip(rows, paths, strict=True):
        pairs = [*zip(names(row), got, strict=True)]
        known = {mention["entity"] for mention, path in pairs if path}
        for mention, path in pairs:
            if path or mention["entity"] not in known:
                thing = (row.get("scope"), mention["entity"]) if mention.get("cross", True) else None
                unit = Unit(row["id"], mention["type"], thing, path, Span(*mention["span"]))
                found.setdefault((row["id"], mention["entity"], path), unit)
    return [*found.values()]


def within(rows: Sequence[Row], paths: Iterable[Sequence[str | None]]) -> Count:
    """Return how many pairs of names of one article are rightly one thing."""
    n: Counter[str] = Counter()
    for row, got in zip(rows, paths, strict=True):
        for (a, x), (b, y) in combinations(zip(names(row), got, strict=True), 2):
            same, joined = a["entity"] == b["entity"], x is not None and x == y
            n.update(gold=same and None not in (x, y), predicted=joined, right=same and joined)
    return Count("within articles", n["right"], n["predicted"], n["gold"])


def across(name: str, some: Sequence[Unit]) -> Iterator[Verdict]:
    """Yield how many pairs of things of different articles are rightly one, and the means over IRIs and over things."""
    linked = [unit for unit in some if unit.thing is not None and unit.path]
    right_of, judged = _counts(linked, lambda unit: unit.path)
    found_of, wanted = _counts(linked, lambda unit: unit.thing)
    right = sum(right_of.values())
    yield Count(f"across{name}, pairs", right, sum(judged.values()), sum(wanted.values()))
    yield Mean(f"across{name}, per thing", _mean(right_of, judged), _mean(found_of, wanted), len(wanted))


Counts = Mapping[Hashable, int]


def _counts(linked: Sequence[Unit], by: Callable[[Unit], Hashable]) -> tuple[Counts, Counts]:
    """Return of each group the pairs of different articles that are one by both IRI and thing, and all its pairs."""
    groups: dict[Hashable, list[Unit]] = defaultdict(list)
    for unit in linked:
        groups[by(unit)].append(unit)
    right: Counter[Hashable] = Counter()
    every: Counter[Hashable] = Counter()
    for key, group in groups.items():
        for a, b in combinations(group, 2):
            if a.article != b.article and _scope(a) == _scope(b):
                every[key] += 1
                right[key] += a.thing == b.thing and a.path == b.path
    return right, every


def _scope(unit: Unit) -> object:
    return unit.thing[0] if isinstance(unit.thing, tuple) else None


def _mean(part: Counts, whole: Counts) -> float:
    return sum(part[key] / whole[key] for key in whole) / len(whole) if whole else 0.0


def b_cubed(some: Sequence[Unit]) -> Mean:
    """Return B³ of the things that were found: the mean over them of how pure and how whole their IRI is."""
    linked = [unit for unit in some if unit.thing is not None and unit.path]
    both = Counter((unit.thing, unit.path) for unit in linked)
    things, paths = Counter(unit.thing for unit in linked), Counter(unit.path for unit in linked)
    size = max(1, len(linked))
    precision = sum(both[unit.thing, unit.path] / paths[unit.path] for unit in linked) / size
    recall = sum(both[unit.thing, unit.path] / things[unit.thing] for unit in linked) / size
    return Mean("across, B3", precision, recall, len(linked))


def errors(some: Sequence[Unit]) -> Iterator[tuple[str, Error]]:
    """Yield by article what is joined and is two, or one and apart, each name of such once."""
    linked = [unit for unit in some if unit.thing is not None and unit.path]
    for kind, one, other in (
        ("wrong join across articles", "path", "thing"),
        ("missed join across articles", "thing", "path"),
    ):
        groups: dict[Hashable, list[Unit]] = defaultdict(list)
        for unit in linked:
            groups[getattr(unit, one)].append(unit)
        for group in groups.values():
            if len({getattr(unit, other) for unit in group}) > 1 and len({unit.article for unit in group}) > 1:
                yield from ((unit.article, Error(f"{kind}: {unit.path}", (unit.span,))) for unit in group)
