"""Dumps become an index: genuine pieces of Wikidata's where they are beside this clone, and small ones of our own."""

import bz2
import gzip
import json
from pathlib import Path

import pytest

from kg.errors import DataError, UsageError
from kg.link import importing
from kg.link.importing import import_dump
from kg.link.index import Index
from kg.link.offline import IndexNames

SHARED = Path(__file__).parents[3] / "shared" / "wikidata"


def entity(identifier: str, label: str, *classes: str, **more) -> dict:
    claims = {"P31": [statement(each) for each in classes]}
    labels = {"en": {"language": "en", "value": label}}
    return {"type": "item", "id": identifier, "labels": labels, "claims": claims, "sitelinks": {}, **more}


def statement(item: str | None, rank="normal") -> dict:
    if item is None:
        return {"mainsnak": {"snaktype": "somevalue"}, "rank": rank}
    value = {"type": "wikibase-entityid", "value": {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}}
    return {"mainsnak": {"snaktype": "value", "datavalue": value}, "rank": rank}


ENTITIES = [
    entity("Q1", "Ann Lee", "Q5", aliases={"en": [{"value": "Annie Lee"}]}, sitelinks={"enwiki": {}, "dewiki": {}}),
    entity("Q2", "Civic Motor Works", "Q77"),
    {"type": "item", "id": "Q77", "labels": [], "claims": {"P279": [statement("Q4830453")]}, "aliases": []},
    entity("Q3", "Northam", "Q515", labels={"mul": {"value": "Northam"}, "de": {"value": "Nordheim"}}),
    entity("Q4", "A Poem", "Q5185279"),
    {**entity("Q5000", "Leeds", "Q515"), "claims": {"P31": [statement(None), statement("Q5", "deprecated")]}},
    {"type": "property", "id": "P31", "labels": {}, "datatype": "wikibase-item"},
]
JSON = b"[\n" + b",\n".join(json.dumps(each).encode() for each in ENTITIES) + b"\n]\n"
TURTLE = b"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix wikibase: <http://wikiba.se/ontology#> .
@prefix schema: <http://schema.org/> . @prefix data: <https://www.wikidata.org/wiki/Special:EntityData/> .
data:Q1 schema:about wd:Q1 ; wikibase:sitelinks 2 .
wd:Q1 rdfs:label "Ann Lee"@en , "Anna Lee"@de ; schema:name "Ann Lee"@en ; skos:altLabel "Annie Lee"@en ;
  wdt:P31 wd:Q5 ; wdt:P27 _:somewhere .
wd:Q9 owl:sameAs wd:Q1 .
wd:Q2 rdfs:label "Civic Motor Works"@mul ; wdt:P31 wd:Q77 .
wd:Q77 wdt:P279 wd:Q4830453 .
wd:Q3 rdfs:label "Northam"@en-gb ; wdt:P31 wd:Q515 .
"""


def made(tmp_path, data: bytes, name: str, **options):
    dump, index = tmp_path / name, tmp_path / "index.sqlite"
    dump.write_bytes(data)
    problems: list[DataError] = []
    return import_dump(dump, index, report=problems.append, **options), index, problems


def held(index: Path) -> dict[str, set[str]]:
    with Index(index) as opened:
        return {label: set(kinds.split(",")) for label, kinds in opened.db.execute("SELECT label, kinds FROM item")}


@pytest.mark.parametrize(
    ("name", "pack", "data"),
    [
        ("dump.json", bytes, JSON),
        ("dump.json.gz", gzip.compress, JSON),
        ("dump.json.bz2", bz2.compress, JSON),
        ("dump.ttl.gz", gzip.compress, TURTLE),
    ],
)
def test_people_bodies_and_places_are_kept_with_their_kind(tmp_path, name, pack, data):
    imported, index, problems = made(tmp_path, pack(data), name)
    assert held(index) == {"Ann Lee": {"Person"}, "Civic Motor Works": {"Organization"}, "Northam": {"Place"}}
    assert (imported.held, imported.counts_links, problems) == (3, True, [])
    with Index(index) as opened:
        names = IndexNames(opened)
        found = [(each.iri[-2:], each.how, each.sitelinks) for each in names.candidates("Person", ["annie LEE"])]
        assert found == [("Q1", "alias", 2)]
        assert list(names.candidates("Place", ["Ann Lee"])) == []
        assert [each.how for each in names.candidates("Organization", ["CMW", "cmw"])] == ["acronym"]
        assert [each.label for each in opened.containing("lee")] == ["Ann Lee"]


def test_offices_and_occupations_are_kept_by_what_they_are_called(tmp_path):
    def statement(value):
        said = {"type": "wikibase-entityid", "value": {"id": value}}
        return {"mainsnak": {"snaktype": "value", "datavalue": said}}

    def line(name, label, **claims):
        values = {part: [statement(value)] for part, value in claims.items()}
        return json.dumps({"id": name, "labels": {"en": {"value": label}}, "claims": values}).encode()

    people = line("Q1", "Eve Quill", P31="Q5", P39="Q20", P27="Q30", P54="Q21")
    others = line("Q20", "Mayor of Northam", P31="Q294414"), line("Q22", "heron", P31="Q16521")
    _, index, _ = made(tmp_path, b"\n".join((people, *others)), "dump.json")
    with Index(index) as opened:
        [eve] = IndexNames(opened).candidates("Person", ["Eve Quill"])
    assert (eve.works, eve.countries, eve.tied) == (("Mayor of Northam",), {"Q30"}, {"Q21"})
    assert held(index).keys() == {"Eve Quill"}


def test_what_became_another_item_is_that_item(tmp_path):
    _, index, _ = made(tmp_path, TURTLE, "dump.ttl")
    with Index(index) as opened:
        assert opened.item(9).label == "Ann Lee"


def test_broken_lines_are_told_and_passed(tmp_path):
    data = JSON.replace(b"[\n", b'[\n{"id": "Q7", "labels"\n"Q8",\n{"type": "item"},\n', 1)
    _, index, problems = made(tmp_path, data, "dump.json")
    assert len(held(index)) == 3
    assert [str(problem).partition(" ")[0] for problem in problems] == ["dump.json:2:", "dump.json:3:", "dump.json:4:"]
    triples = b"<http://www.wikidata.org/entity/Q1> broken .\n<http://www.wikidata.org/entity/Q1> <a:b> <a:c> .\n"
    _, _, problems = made(tmp_path, triples, "dump.nt")
    assert "line 1" in str(problems[0])


def test_a_dump_that_is_cut_short_is_told(tmp_path):
    with pytest.raises(DataError, match="cannot be read to its end"):
        made(tmp_path, gzip.compress(JSON)[:-20], "dump.json.gz")


@pytest.mark.parametrize(("data", "message"), [(b"", "is empty"), (b"PK\x03\x04", "no dump"), (b"hello", "no dump")])
def test_what_is_no_dump(tmp_path, data, message):
    with pytest.raises(DataError, match=message):
        made(tmp_path, data, "dump")


def test_only_what_is_wanted(tmp_path):
    _, index, _ = made(tmp_path, JSON, "dump.json", kinds=["Person", "Place"], least=0)
    assert held(index).keys() == {"Ann Lee", "Northam"}
    (tmp_path / "index.sqlite").unlink()
    _, index, _ = made(tmp_path, JSON, "dump.json", least=1)
    assert held(index).keys() == {"Ann Lee"}


def test_an_import_that_was_ended_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    dump, index = tmp_path / "dump.json", tmp_path / "index.sqlite"
    dump.write_bytes(JSON)
    read = importing.items

    def ended(*given):
        for number, each in enumerate(read(*given)):
            if number == 4:
                raise KeyboardInterrupt
            yield each

    monkeypatch.setattr(importing, "items", ended)
    with pytest.raises(KeyboardInterrupt):
        import_dump(dump, index, report=[].append)
    monkeypatch.setattr(importing, "items", read)
    assert import_dump(dump, index, report=[].append).read == 2
    assert held(index).keys() == {"Ann Lee", "Civic Motor Works", "Northam"}


def test_an_index_that_is_none(tmp_path):
    with pytest.raises(UsageError, match="make one with kg wikidata import"):
        Index(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("hello " * 100)
    with pytest.raises(DataError, match="no index of kg"):
        Index(tmp_path / "text.sqlite")
    _, index, _ = made(tmp_path, JSON, "dump.json")
    with Index(index, create=True) as opened:
        opened.note("version", "0")
        opened.db.commit()
    with pytest.raises(DataError, match="version 0, this kg reads 3: import the dump again"):
        Index(index)


@pytest.mark.skipif(not SHARED.exists(), reason="the genuine samples are not beside this clone")
@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("json-dump/wikidata-sample-all.json", {"Douglas Adams", "Scotland", "Germany", "Olof Palme"}),
        ("json-dump/wikidata-sample-all.json.bz2", {"Douglas Adams", "Scotland", "Germany", "Olof Palme"}),
        ("truthy/wikidata-sample-truthy.nt.gz", {"Douglas Adams", "Olof Palme", "Lars Løkke Rasmussen"}),
        ("rdf/Q42.ttl", {"Douglas Adams"}),
        ("wdtk/sample-dump-20150815.json.gz", set()),
    ],
)
def test_genuine_dumps(tmp_path, name, wanted):
    index = tmp_path / "index.sqlite"
    imported = import_dump(SHARED / name, index, report=[].append)
    assert held(index).keys() >= wanted
    assert imported.counts_links == ("truthy" not in name)
