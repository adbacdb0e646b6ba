"""Who is who after any changes is who is who of what there is: the same rows, paths and redirects as told at once."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DataError
from kg.graph.calling import Called
from kg.graph.joined import outcome
from kg.graph.now import Changed
from kg.graph.senses import FILE, Senses
from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.resolve.named import Named
from kg.resolve.resolve import resolve
from tests.resolve.things import bare, thing

INDIA, ITALY = "place/india", "place/italy"
MAYOR, STRIKER = {"offices": ("role/mayor@place/leeds",)}, {"offices": ("role/striker@organization/oslo-rovers",)}
#: What articles may name, by what may make it one or two: things of one theme meet often enough to be judged anew.
THEMES = {
    "first names": [
        (("Person", "Mike Pence"), {}),
        (("Person", "Michael Pence"), {}),
        (("Person", "Joerg Meyer"), {}),
        (("Person", "Jörg Meyer"), {}),
    ],
    "in an article": [
        (("Person", "Ines Barbosa"), {}),
        (("Person", "Ines Barbosa Checks"), {}),
        (("Organization", "Ines Barbosa"), {}),
        (("Place", "Barbosa"), {}),
        (("Organization", "Barbosa ASA"), {}),
    ],
    "learnt": [
        (("Organization", "General Foods", "GF"), {}),
        (("Organization", "General Foods"), {}),
        (("Organization", "GF"), {}),
        (("Organization", "Grain Fund", "GF"), {}),
    ],
    "shorter": [
        (("Organization", "Acme"), {}),
        (("Organization", "Acme Group"), {}),
        (("Organization", "Acme Motors"), {}),
        (("Organization", "Acme Pictures"), {}),
        (("Organization", "Acme Records", "Acme"), {}),
        (("Organization", "United States Federal Reserve"), {}),
        (("Organization", "Federal Reserve"), {}),
    ],
    "letters": [
        (("Organization", "NGCA"), {}),
        (("Organization", "Northern Grain Council of Arden"), {}),
        (("Organization", "New Guild of Cellists and Actors"), {}),
        (("Organization", "Ngca"), {}),
        (("Organization", "Academy of Grain Arts"), {}),
        (("Organization", "Academy of Grains Arts"), {}),
    ],
    "members": [
        (("Organization", "Social Democrats"), {"country": ITALY}),
        (("Organization", "Social Democrats"), {}),
        (("Organization", "Social Democratic Party of Italy"), {}),
        (("Organization", "Social Democratic Union of Italy"), {}),
        (("Organization", "Social Democratic Party"), {"country": INDIA}),
        (("Place", "Italy"), {}),
    ],
    "kinds": [
        (("Organization", "Oslo Rovers", "Rovers"), {}),
        (("Organization", "Oslo Rovers"), {}),
        (("Person", "Ann Rovers"), {}),
        (("Place", "Rovers"), {}),
        (("Group", "Ravens of Oslo"), {}),
        (("Organization", "Ravens of Oslo"), {}),
        (("Person", "Ravens Oslo"), {}),
        (("Place", "Ravens Oslo"), {}),
    ],
    "namesakes": [
        (("Person", "John Smith"), MAYOR),
        (("Person", "John Smith"), STRIKER | {"born": 1960}),
        (("Person", "John Smith"), {"words": ("cello", "concert", "oslo")}),
        (("Person", "Sadiq Khan"), {"born": 1990}),
        (("Person", "Sadiq Khan"), {"born": 1940, "acts": True}),
        (("Person", "Sadiq Khan", "Sadiq A. Khan"), MAYOR),
        (("Person", "Sadiq Khan", "Sadiq B. Khan"), {}),
    ],
    "countries": [
        (("Organization", "Senate"), {"country": INDIA}),
        (("Organization", "Senate"), {"country": ITALY}),
        (("Organization", "Senate"), {}),
        (("Place", "Portland"), {"within": ("place/maine",)}),
        (("Place", "Portland"), {"within": ("place/oregon",)}),
        (("Place", "Portland"), {}),
    ],
}
BARE = ["Khan", "Barbosa", "Rovers", "Acme"]
ARTICLES = [f"a{number}" for number in range(7)]
DECIDED = [
    Decision("organization/gf", "organization/general-foods", DIFFERENT),
    Decision("organization/acme", "organization/acme-motors", SAME),
    Decision("organization/acme", "organization/acme-group", DIFFERENT),
    Decision("article/a1/person/khan", "person/sadiq-khan", SAME),
    Decision("article/a2/person/john-smith", "article/a3/person/john-smith", DIFFERENT),
    Decision("article/a2/person/sadiq-khan", "article/a4/person/sadiq-khan", DIFFERENT),
    Decision("person/ines-barbosa", "person/mike-pence", SAME),
    Decision("place/portland", "place/mount-kinloch", SAME),
    Decision("place/italy", "Q38", SAME),
]


def things(theme: str) -> st.SearchStrategy:
    """What makes a thing of an article: mostly one of a theme, else a bare name or any."""
    every = [pair for pairs in THEMES.values() for pair in pairs]
    told = st.one_of(st.sampled_from(THEMES[theme]), st.sampled_from(THEMES[theme]), st.sampled_from(every))
    made = told.map(lambda pair: lambda article: thing(article, *pair[0], **pair[1]))
    return st.one_of(made, made, st.sampled_from(BARE).map(lambda name: lambda article: bare(article, name)))


def changes(theme: str) -> st.SearchStrategy:
    """Changes of articles, with what they name or nothing where one goes, and what is decided by then."""
    made = st.lists(things(theme), max_size=4)
    articles = st.dictionaries(st.sampled_from(ARTICLES), st.one_of(made, made, made, st.none()), max_size=4)
    decided = st.one_of(st.just([]), st.lists(st.sampled_from(DECIDED), unique=True, max_size=3))
    return st.lists(st.tuples(articles, decided), min_size=1, max_size=5)


@dataclass
class Lived:
    """What is held in a folder, and all that came of it."""

    folder: Path
    called: Called = field(default_factory=dict)
    led: dict[str, frozenset[str]] = field(default_factory=dict)
    things: dict[str, list[Named]] = field(default_factory=dict)
    decided: Sequence[Decision] = ()

    def change(self, made: dict[str, list[Named] | None], decided: Sequence[Decision]) -> None:
        asked = [*{*decided} ^ {*self.decided}] or list(decided)
        with Senses(self.folder, "test") as senses:
            found = outcome(senses, made, decided, asked)
            senses.pend(found.called, found.leading)
        with Senses(self.folder, "test") as senses:
            self.called |= dict(senses.pending())
            self.led |= {path: frozenset(paths) for path, paths in senses.leads()}
            senses.settle({})
        self.things |= {article: things for article, things in made.items() if things is not None}
        for article in [article for article, things in made.items() if things is None]:
            self.things.pop(article, None)
        self.decided = decided

    def every(self) -> list[Named]:
        return [each for things in self.things.values() for each in things]

    def paths(self) -> Called:
        return {(each.article, each.key): self.called[each.article, each.key] for each in self.every()}

    def leading(self) -> dict[str, frozenset[str]]:
        return {key: paths for key, paths in self.led.items() if paths}

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        with Senses(self.folder, "test") as senses:
            names = senses.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {name: sorted(senses.db.execute(f"SELECT * FROM {name}")) for name in names}


def once_each(made: Iterable[Named]) -> list[Named]:
    """Things of an article, of each path one."""
    return sorted({each.key: each for each in made}.values(), key=lambda each: each.key)


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_changes_give_what_is_told_at_once(tmp_path_factory, theme, data):
    folder = tmp_path_factory.mktemp("senses")
    (folder / "once").mkdir()
    lived, once = Lived(folder), Lived(folder / "once")
    for made, decided in data.draw(changes(theme)):
        named = {
            article: None if some is None else once_each(make(article) for make in some)
            for article, some in made.items()
        }
        lived.change(named, decided)
    once.change(dict(lived.things), lived.decided)
    assert lived.rows() == once.rows()
    assert lived.paths() == once.paths()
    assert lived.leading() == once.leading()
    keys = resolve(lived.every(), lived.decided).keys
    assert {place: path for place, path in once.paths().items() if place[1] != path} == keys


def test_what_is_damaged_or_of_another_kg_is_made_anew(tmp_path):
    lived = Lived(tmp_path)
    lived.change({"a": [thing("a", "Person", "Ines Barbosa")]}, ())
    with Senses(tmp_path, "test") as senses:
        assert not senses.is_empty()
    with Senses(tmp_path, "another kg") as senses:
        assert senses.is_empty()
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with Senses(tmp_path, "test") as senses:
        assert senses.is_empty()


def test_what_fails_leaves_what_was(tmp_path):
    lived = Lived(tmp_path)
    lived.change({"a": [thing("a", "Person", "Ines Barbosa")]}, ())
    before = lived.rows()
    broken = {"b": [thing("b", "Place", "Oslo")]}
    with pytest.raises(KeyError), Senses(tmp_path, "test") as senses:
        failing(senses, broken)
    assert lived.rows() == before


def test_a_full_disk_is_told_and_what_it_cut_off_is_made_anew(tmp_path):
    lived = Lived(tmp_path)
    lived.change({"a": [thing("a", "Person", "Ines Barbosa")]}, ())
    many = {f"b{n}": [thing(f"b{n}", "Place", f"Kinloch {n}")] for n in range(200)}
    with pytest.raises(DataError, match=r"senses\.sqlite cannot be written.*full"), Senses(tmp_path, "test") as senses:
        full(senses, many)
    with Senses(tmp_path, "test") as senses:
        assert senses.is_empty()


def test_what_another_process_holds_stays_and_is_told(tmp_path):
    lived = Lived(tmp_path)
    lived.change({"a": [thing("a", "Person", "Ines Barbosa")]}, ())
    before = lived.rows()
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    with pytest.raises(DataError, match=r"cannot be written.*locked"), Senses(tmp_path, "test") as senses:
        beside(other, senses)
    other.execute("COMMIT")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DataError, match=r"senses\.sqlite cannot be read or written.*locked"):
        Senses(tmp_path, "test")
    other.close()
    assert lived.rows() == before


def beside(other: sqlite3.Connection, senses: Senses) -> None:
    senses.db.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    outcome(senses, {"b": [thing("b", "Place", "Oslo")]}, (), ())


def test_what_cannot_be_opened_is_told(tmp_path):
    (tmp_path / FILE).mkdir()
    with pytest.raises(DataError, match=r"senses\.sqlite cannot be read or written"):
        Senses(tmp_path, "test")


def full(senses: Senses, changed: Changed) -> None:
    senses.db.execute("PRAGMA max_page_count = 30")
    outcome(senses, changed, (), ())


def failing(senses: Senses, changed: Changed) -> None:
    outcome(senses, changed, (), ())
    raise KeyError(*changed)


@pytest.mark.parametrize(
    ("one", "other", "third"),
    [
        ("NGCA", "Northern Grain Council of Arden", "New Guild of Cellists and Actors"),
        ("Acme", "Acme Pictures", "Acme Motors"),
    ],
)
def test_what_no_change_touches_is_told_apart_by_it_and_one_again_without(tmp_path, one, other, third):
    lived = Lived(tmp_path)
    lived.change({name: [thing(name, "Organization", name)] for name in (one, other)}, ())
    assert len(set(lived.paths().values())) == 1
    lived.change({third: [thing(third, "Organization", third)]}, ())
    assert len(set(lived.paths().values())) == 3
    lived.change({third: None}, ())
    assert len(set(lived.paths().values())) == 1
    assert lived.leading() == {key: {path} for (_, key), path in lived.paths().items() if key != path}


def test_one_more_who_bears_a_common_name_has_no_article_read_twice(tmp_path):
    lived = Lived(tmp_path)
    lived.change({f"a{n:02}": [thing(f"a{n:02}", "Person", "John Smith")] for n in range(20)}, ())
    read: list[str] = []
    with Senses(tmp_path, "test") as senses:
        senses.db.set_trace_callback(lambda sql: read.append(sql) if sql.startswith("SELECT things") else None)
        outcome(senses, {"b": [thing("b", "Person", "John Smith")]}, (), ())
    assert len(read) == len({*read})
    assert len({*lived.paths().values()}) == 20


def test_what_an_article_that_went_was_to_be_called_is_not_told(tmp_path):
    with Senses(tmp_path, "test") as senses:
        for named in ([thing("a", "Person", "Ines Barbosa"), thing("a", "Place", "Oslo")], None):
            found = outcome(senses, {"a": named, "b": [thing("b", "Place", "Oslo")]}, (), ())
            senses.pend(found.called, found.leading)
        assert {article for (article, _), _ in senses.pending()} == {"b"}
