"""What came and went between stores and exports of them."""

import os
import subprocess
import sys

import pytest

from kg.api import Store, build, export, forget
from kg.errors import DataError, UsageError
from kg.export.diff import Change, as_html, diff
from tests.command import Command
from tests.query.test_queries import Hand, fete, trial


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("diff")
    for name, articles in (("fete", [fete()]), ("both", [fete(), trial()])):
        with Store(folder / name) as store:
            build(store, [each.article for each in articles], Hand())
            for ending in ("ttl", "nq", "rdf", "jsonld", "ttl.gz"):
                export(store, folder / f"{name}.{ending}", inferred=False)
    with Store(folder / "both") as store:
        forget(store, "fete")
        export(store, folder / "trial.ttl", inferred=False)
    return folder


def test_what_came(folder):
    changes = diff(folder / "fete.ttl", folder / "both.ttl")
    assert {change.came for change in changes} == {True}
    assert Change("thing", "John Roe (person)", came=True) in changes
    assert Change("fact", "Bombing, Northam perpetrator John Roe", came=True) in changes
    assert not [change for change in changes if "Eastham" in change.text]
    back = diff(folder / "both.ttl", folder / "fete.ttl")
    assert [(change.kind, change.text) for change in back] == [(change.kind, change.text) for change in changes]
    assert {change.came for change in back} == {False}


@pytest.mark.parametrize("ending", ["nq", "rdf", "jsonld", "ttl.gz"])
def test_the_same_in_every_format(folder, ending):
    assert not [*diff(folder / f"both.{ending}", folder / "both.ttl")]
    assert diff(folder / f"fete.{ending}", folder / "both.nq") == diff(folder / "fete.ttl", folder / "both.ttl")


def test_a_store_is_as_its_export(folder):
    assert not [*diff(folder / "fete", folder / "fete.ttl")]
    assert not [*diff(folder / "both", folder / "trial.ttl")]
    assert Change("fact", "Ann Lee spoke at Northam", came=False) in diff(folder / "fete", folder / "trial.ttl")


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_a_store_is_as_its_whole_export_with_what_follows(folder, tmp_path, ending):
    with Store(folder / "fete", read_only=True) as store:
        export(store, tmp_path / f"all.{ending}")
    assert not [*diff(folder / "fete", tmp_path / f"all.{ending}")]
    assert not [*diff(tmp_path / f"all.{ending}", folder / "fete")]
    assert Change("thing", "John Roe (person)", came=True) in diff(tmp_path / f"all.{ending}", folder / "both")


def test_the_exit_code_and_what_is_told_of_formats_that_mix(folder, monkeypatch, capsys):
    kg = Command(monkeypatch, capsys)
    assert kg("diff", folder / "fete.nq", folder / "fete").code == 0
    ran = kg("diff", folder / "fete.ttl", folder / "both.nq")
    assert (ran.code, bool(ran.out)) == (1, True)
    said = "does not tell what is inferred from what is stated: both are compared"
    assert f"kg: {folder / 'fete.ttl'} {said}\n" in ran.err
    assert said not in kg("diff", folder / "fete", folder / "both.jsonld").err


def test_who_reads_a_part_of_a_difference_hears_that_there_is_one(folder):
    kg = [sys.executable, "-m", "kg", "diff", folder / "fete.nq", folder / "both.nq"]
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(kg, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert ran.returncode == 1


def test_a_page(folder):
    page = as_html([Change("fact", "<A> knows B", came=True), Change("fact", "C", came=False)])
    assert "<li><ins>fact: &lt;A&gt; knows B</ins></li>" in page
    assert "<li><del>fact: C</del></li>" in page


def test_mistakes(folder, tmp_path):
    with pytest.raises(UsageError, match=r"none.ttl: no such file or store"):
        diff(folder / "fete", folder / "none.ttl")
    (tmp_path / "bad.ttl").write_text("<a> <b>")
    with pytest.raises(DataError, match=r"bad.ttl: cannot be read as turtle"):
        diff(folder / "fete", tmp_path / "bad.ttl")
    (tmp_path / "x.gexf").write_text("")
    with pytest.raises(UsageError, match="no RDF, and no store"):
        diff(folder / "fete", tmp_path / "x.gexf")


ID, NEWS = "https://w3id.org/newskg/id/", "https://w3id.org/newskg/ontology#"


def said(folder, name, *told):
    """Write a graph of statements of one article, each with where it stands, who makes it and its words."""
    lines = [
        f"<{ID}article/a/statement/{place}> <{NEWS}{term}> {value} .\n"
        for place, who, words in told
        for term, value in (("speaker", f"<{ID}person/{who}>"), ("words", f'"{words}"'))
    ]
    lines += [f"<{ID}article/a/event/attack-{told[0][0].partition('-')[0]}> <{NEWS}place> <{ID}place/leeds> .\n"]
    (folder / f"{name}.nt").write_text("".join(lines))
    return folder / f"{name}.nt"


def test_what_only_stands_elsewhere_in_its_article_is_no_change(tmp_path):
    before = said(tmp_path, "before", ("0-5", "lee", "One."), ("6-11", "lee", "Two."), ("90-95", "ray", "Three."))
    # One stands now where another stood.
    after = said(tmp_path, "after", ("6-11", "lee", "One."), ("12-17", "lee", "Two."), ("90-95", "ray", "Three."))
    for found in (diff(before, after), diff(after, before)):
        assert ([*found], found.moved) == ([], 3)
    assert diff(before, before).moved == 0


def test_what_changed_where_other_things_moved_is_told(tmp_path):
    before = said(tmp_path, "before", ("0-5", "lee", "One."), ("6-11", "lee", "Two."))
    after = said(tmp_path, "after", ("1-6", "lee", "One."), ("7-12", "ray", "Two."))
    found = diff(before, after)
    assert [(change.text.partition(" speaker ")[2], change.came) for change in found if "speaker" in change.text] == [
        ("person/lee", False),
        ("person/ray", True),
    ]
    assert found.moved == 2
    assert not [change for change in found if "One." in change.text]


def test_a_statement_of_another_article_did_not_move(tmp_path):
    before = said(tmp_path, "before", ("0-5", "lee", "One."))
    after = tmp_path / "after.nt"
    after.write_text(before.read_text().replace("article/a/", "article/b/"))
    assert (len(diff(before, after)), diff(before, after).moved) == (6, 0)


def test_the_command_says_how_many_moved(tmp_path, monkeypatch, capsys):
    before, after = (said(tmp_path, name, (name, "lee", "One.")) for name in ("0-5", "1-6"))
    ran = Command(monkeypatch, capsys)("diff", before, after)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == "no differences; 2 things are told the same elsewhere in their articles"
