"""What happened when: incidents, lives, offices and statements in the order of days, each with its words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import NamedNode

from kg.export.network import HOLDS_ROLE
from kg.query.card import SPEAKER, term
from kg.serve.claims import Claim, claim, involved
from kg.serve.entries import Entry, Part, Writer
from kg.serve.snapshot import Snapshot

#: News seldom tells when an office began or somebody spoke: that is of the day of the article.
DATED = """
SELECT DISTINCT ?when ?sort ?claim ?article {
  {
    VALUES (?relation ?sort) {
      (news:date "events") (news:bornOn "lives") (news:diedOn "lives") (news:foundedOn "lives")
    }
    GRAPH ?article { ?claim rdf:predicate ?relation ; rdf:object ?when }
    FILTER(ISLITERAL(?when) && DATATYPE(?when) != xsd:string)
  } UNION {
    VALUES (?relation ?sort) { (news:holdsRole "offices") (news:speaker "statements") }
    GRAPH ?article { ?claim rdf:predicate ?relation }
    OPTIONAL { ?article news:published ?day }
    BIND(COALESCE(STR(?day), "") AS ?when)
  }
}
ORDER BY DESC(STR(?when)) ?sort ?article ?claim
"""
#: Figures of a year.
YEAR = 4
SORTS = ("events", "statements", "offices", "lives")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Day:
    """What is told of one day, month or year; `when` is empty where no article says."""

    when: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How much is told of a stretch of time, for the drawing."""

    when: str
    count: int
    x: float
    height: float

    @property
    def since(self) -> str:
        """The first day, month or year of it: a stretch of three figures is a decade."""
        return self.when.ljust(YEAR, "0")

    @property
    def until(self) -> str:
        """The last."""
        return self.when.ljust(YEAR, "9")


def chosen(seen: Snapshot, rows: Iterable[Row], about: frozenset[str]) -> list[Row]:
    """Return the rows that are of some things, or of what these take part in; all where none are given."""
    if not about:
        return list(rows)
    wanted = involved(seen, about)
    return [row for row in rows if _is_of(seen, row, wanted)]


def _is_of(seen: Snapshot, row: Row, wanted: set[object]) -> bool:
    found = claim(seen, NamedNode(row["claim"]), NamedNode(row["article"]))
    return found is not None and bool({found.subject, found.object} & wanted)


def days(seen: Snapshot, rows: Iterable[Row]) -> Iterator[Day]:
    """Yield what is told, day by day."""
    writer = Writer(seen)
    for when, told in groupby(rows, key=itemgetter("when")):
        yield Day(when, tuple(writer.entries(_lines(writer, told))))


def bars(rows: Iterable[Row], most: int = 60) -> list[Bar]:
    """Return how much is told by day, or by month or year where that were too many bars."""
    dates = sorted(row["when"] for row in rows if row["when"])
    for length in (10, 7, 4, 3):
        counts = {when: len(list(same)) for when, same in groupby(dates, key=lambda date: date[:length])}
        if len(counts) <= most:
            break
    top = max(counts.values(), default=1)
    width = 1000 / max(len(counts), 1)
    return [Bar(when, count, place * width, 100 * count / top) for place, (when, count) in enumerate(counts.items())]


def _lines(writer: Writer, rows: Iterable[Row]) -> Iterator[tuple[tuple[Part, ...], Claim]]:
    for row in rows:
        if found := claim(writer.seen, NamedNode(row["claim"]), NamedNode(row["article"])):
            yield tuple(_said(writer, found, row["sort"])), found


def _said(writer: Writer, found: Claim, sort: str) -> Iterator[Part]:
    subject = writer.part(found.subject)
    if found.predicate.value == SPEAKER:
        cue = writer.seen.store.value(found.subject, "cue") or "said"
        words = writer.seen.store.value(found.subject, "words") or subject.text
        yield from (writer.part(found.object), Part(cue), Part(f"“{words}”", subject.href))
    elif found.predicate.value == HOLDS_ROLE:
        yield from (subject, Part("holds"), writer.part(found.object))
        if found.scope:
            yield from (Part(","), writer.part(found.scope))
    elif sort == "lives":
        yield from (subject, Part(term(found.predicate.value)))
    else:
        yield subject
