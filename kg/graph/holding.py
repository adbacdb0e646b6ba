"""What is told of names is held: tallies, their keys, the paths that articles give, and what each article names."""

from collections.abc import Iterable, Iterator

from kg import naming
from kg.graph.now import Articles, Now, Things
from kg.graph.packing import packed
from kg.graph.senses import Senses
from kg.graph.tallied import text, told
from kg.resolve.decisions import ARTICLE
from kg.resolve.named import Sense
from kg.resolve.tallies import keys
from kg.resolve.tally import THING, Counts, Tally, names

Rows = set[tuple[str, ...]]
#: What takes a row out of a table, and puts one in.
_KEYED = "DELETE FROM keyed WHERE family = ? AND key = ? AND sense = ?", "INSERT INTO keyed VALUES (?, ?, ?)"
_GIVEN = "DELETE FROM given WHERE path = ? AND sense = ? AND profile = ?", "INSERT INTO given VALUES (?, ?, ?)"
_NAMING = "DELETE FROM naming WHERE sense = ? AND article = ?", "INSERT INTO naming VALUES (?, ?)"


def hold(now: Now) -> set[str]:
    """Hold what is told now; return the paths that are given to others than before."""
    every = [(text(sense), now.tallies.before(sense), now.tallies.get(sense)) for sense in now.tallies.touched]
    write = now.senses.write
    write("DELETE FROM tally WHERE sense = ?", ((held,) for held, _, tally in every if not tally))
    write("INSERT OR REPLACE INTO tally VALUES (?, ?)", ((held, told(tally)) for held, _, tally in every if tally))
    keyed: tuple[Rows, Rows] = set(), set()
    given: tuple[Rows, Rows] = set(), set()
    for held, *both in every:
        for rows, tally in zip(keyed, both, strict=True):
            rows.update((*key, held) for key in keys(tally))
        for rows, tally in zip(given, both, strict=True):
            rows.update((path, held, profile) for path, profile in _given(tally))
    _change(now.senses, _KEYED, *keyed)
    _change(now.senses, _GIVEN, *given)
    _change(now.senses, _NAMING, {*_naming(now.old)}, {*_naming(now.new)})
    _articles(now)
    return {path for path, *_ in given[0] ^ given[1]}


def _change(senses: Senses, statements: tuple[str, str], old: Rows, new: Rows) -> None:
    for statement, rows in zip(statements, (old - new, new - old), strict=True):
        senses.write(statement, rows)


def _articles(now: Now) -> None:
    write = now.senses.write
    for table, column in (("article", "id"), ("pending", "article")):
        write(f"DELETE FROM {table} WHERE {column} = ?", ((article,) for article in now.old))  # noqa: S608
    rows = ((article, naming.article(article), packed(Things.of(things))) for article, things in now.new.items())
    write("INSERT INTO article VALUES (?, ?, '', ?)", rows)
    write("DELETE FROM lone", [()])
    write("INSERT INTO lone VALUES (?)", ((text(sense),) for sense in now.lone))


def _given(tally: Tally) -> Iterator[tuple[str, str]]:
    """Yield the paths that articles give the things of a tally to share them, with their profiles."""
    yield from ((path, text(profile)) for profile, counts in tally.profiles.items() for path in paths(counts))


def paths(counts: Counts) -> set[str]:
    """Return the paths that articles give things to share them."""
    found = {feature[2] for feature in counts if feature[0] == THING}
    return {path for path in found if not path.startswith(ARTICLE)}


def _naming(articles: Articles) -> Iterable[tuple[str, str]]:
    for article, things in articles.items():
        yield from ((text(name), article) for name in frozenset[Sense]().union(*names(things)))
