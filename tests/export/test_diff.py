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
    assert diff(folder / f"both.{ending}", folder / "both.ttl") == []
    assert diff(folder / f"fete.{ending}", folder / "both.nq") == diff(folder / "fete.ttl", folder / "both.ttl")


def test_a_store_is_as_its_export(folder):
    assert diff(folder / "fete", folder / "fete.ttl") == []
    assert diff(folder / "both", folder / "trial.ttl") == []
    assert Change("fact", "Ann Lee spoke at Northam", came=False) in diff(folder / "fete", folder / "trial.ttl")


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_a_store_is_as_its_whole_export_with_what_follows(folder, tmp_path, ending):
    with Store(folder / "fete", read_only=True) as store:
        export(store, tmp_path / f"all.{ending}")
    assert diff(folder / "fete", tmp_path / f"all.{ending}") == []
    assert diff(tmp_path / f"all.{ending}", folder / "fete") == []
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
