"""Who is who after some articles changed: only what these touch is judged anew, and only what came of it is told.

What a sense's things are called depends on its tally, on the links of its senses with others (`Tallies`: each by a key,
of which the links are judged anew where a sense of it changed), on all that is one with it by links, and on what else
would bear its name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.graph.calling import Outcome, called
from kg.graph.holding import hold
from kg.graph.now import Changed, Now, now
from kg.graph.senses import Senses
from kg.graph.tallied import sense_of, text
from kg.resolve.decisions import Decision
from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.iris import Group
from kg.resolve.joining import grouped, split
from kg.resolve.named import Sense

#: Two senses, as they are held.
Ends = tuple[str, str]
Links = Mapping[Ends, Link[Sense]]


def outcome(senses: Senses, changed: Changed, decided: Sequence[Decision], asked: Iterable[Decision]) -> Outcome:
    """Bring what is held up to date with articles that changed, and decisions that were made or taken back."""
    told = now(senses, changed, decided)
    moved = _linked(told)
    given = hold(told)
    # What is decided may mean others now, or come before links that are others.
    paths = {path for each in (*decided, *asked) for path in (each.left, each.right)}
    about = {sense for path in paths for sense, _ in told.meaning(path)}
    return called(told, [*_groups(told, {*told.tallies.touched, *moved, *about}, decided)], given)


def _linked(told: Now) -> set[Sense]:
    """Judge anew the links that may have changed; return the senses that are one with others than before."""
    every = [(why, {*held}, _strong(links)) for why, held, links in _judged(told)]
    gone = [(why, *pair) for why, held, found in every for pair in held - found.keys()]
    told.senses.write("DELETE FROM link WHERE why = ? AND a = ? AND b = ?", gone)
    rows = ((why, *pair, score) for why, _, found in every for pair, score in found.items())
    told.senses.write("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", rows)
    return {sense_of(end) for _, held, found in every for pair in held ^ found.keys() for end in pair}


def _judged(told: Now) -> Iterator[tuple[str, Iterable[Ends], Iterable[Link[Sense]]]]:
    """Yield why links that may have changed were held, with what was held so and what is found now."""
    for family, key in told.tallies.changed_keys():
        why = f"{family}\t{key}"
        yield why, told.before("SELECT a, b FROM link WHERE why = ?", why), told.tallies.links((family, key))
    for pair in told.tallies.changed_pairs():
        sort, *both = pair
        held = told.before("SELECT a, b FROM link WHERE why = ? AND a = ? AND b = ?", sort, *map(text, sorted(both)))
        link = told.tallies.pair(pair)
        yield sort, held, [link] if link else []


def _strong(links: Iterable[Link[Sense]]) -> Mapping[Ends, float]:
    """Return the scores of the links that are strong enough, by their ends."""
    found: dict[Ends, float] = {}
    for link in links:
        if link.score >= NEEDED:
            pair = text(link.left), text(link.right)
            found[pair] = max(found.get(pair, link.score), link.score)
    return found


def _groups(told: Now, start: Iterable[Sense], decided: Sequence[Decision]) -> Iterator[Group]:
    """Yield what is one, of all that hangs together by links and decisions with some senses."""
    tied = _tied(told, decided)
    seen: set[Sense] = set()
    for first in sorted(start):
        if first not in seen and told.tallies.get(first).profiles:
            found, links = _whole(told, first, tied)
            seen |= found
            yield from _grouped(told, found, links, decided)


def _tied(told: Now, decided: Iterable[Decision]) -> Mapping[Sense, set[Sense]]:
    """Return the senses that decisions tie together."""
    tied: dict[Sense, set[Sense]] = defaultdict(set)
    for decision in decided:
        ends = {sense for path in (decision.left, decision.right) for sense, _ in told.meaning(path)}
        for end in ends:
            tied[end] |= ends
    return tied


def _whole(told: Now, first: Sense, tied: Mapping[Sense, set[Sense]]) -> tuple[set[Sense], Links]:
    """Return all senses that hang together with one, with their links."""
    found, links, todo = {first}, dict[Ends, Link[Sense]](), [first]
    while todo:
        sense = todo.pop()
        near = _links(told.senses, sense)
        links.update(near)
        ends = {end for link in near.values() for end in (link.left, link.right)} | tied.get(sense, set())
        todo += ends - found
        found |= ends
    return found, links


def _links(senses: Senses, sense: Sense) -> Links:
    query = "SELECT a, b, max(score) FROM link WHERE {} = ? GROUP BY a, b"
    rows = [row for end in "ab" for row in senses.rows(query.format(end), text(sense))]
    return {(a, b): Link(sense_of(a), sense_of(b), (Reason(score, ""),)) for a, b, score in rows}


def _grouped(told: Now, found: Iterable[Sense], links: Links, decided: Sequence[Decision]) -> Iterator[Group]:
    parts = {sense: split(told.tallies.get(sense), decided) for sense in sorted(found)}
    ordered = sorted(links.values(), key=lambda link: (-link.score, link.left, link.right))
    groups, _ = grouped(parts, ordered, decided, told.meaning)
    return ([told.member(sense, each) for sense, n in group for each in parts[sense][n]] for group in groups)
