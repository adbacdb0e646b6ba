"""A store of N-Quads that were written elsewhere: whole, or none."""

import gzip

import pytest

from kg.errors import DataError, UsageError
from kg.graph import shards
from kg.graph.store import Store
from tests.command import Command

LINE = b"<https://w3id.org/newskg/id/person/ann-lee> <https://w3id.org/newskg/ontology#knows> <urn:b> .\n"


@pytest.fixture
def run(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def written(tmp_path):
    """A folder with one line of N-Quads."""
    for name in shards.NEEDED:
        (tmp_path / "out" / "shards" / f"shard={name}").mkdir(parents=True)
    folder = tmp_path / "out" / "shards" / f"shard={shards.DEFAULT}"
    (folder.parent / "_SUCCESS").touch()
    (folder / "part-0.txt.gz").write_bytes(gzip.compress(LINE))
    return tmp_path / "out"


def test_files_become_a_store(written, tmp_path, run):
    ran = run("load", written, "--store", tmp_path / "store")
    assert (ran.code, ran.err) == (0, "")
    with Store(tmp_path / "store", read_only=True) as store:
        assert LINE.decode().removesuffix(" .\n") in {str(quad) for quad in store.db}
        assert store.is_current()


def test_what_is_no_folder_of_spark_is_told(tmp_path, run):
    assert run("load", tmp_path / "none").code == UsageError.exit_code
    ran = run("load", tmp_path, "--store", tmp_path / "store")
    assert ran.code == DataError.exit_code
    assert "kg spark extract INPUT" in ran.err
    assert not (tmp_path / "store").exists()


def test_what_is_unfinished_is_told(written, tmp_path, run):
    (written / "shards" / "shard=inferred").mkdir()
    assert "unfinished" in run("load", written, "--store", tmp_path / "store").err
    (written / "shards" / "shard=inferred" / "_SUCCESS").touch()
    assert run("load", written, "--store", tmp_path / "store").code == 0
    (written / "shards" / "_SUCCESS").unlink()
    assert "unfinished" in run("load", written, "--store", tmp_path / "other").err


def test_a_store_that_is_there_stays(written, tmp_path, run):
    run("load", written, "--store", tmp_path / "store")
    before = {file.name: file.stat().st_size for file in (tmp_path / "store").iterdir()}
    ran = run("load", written, "--store", tmp_path / "store")
    assert ran.code == UsageError.exit_code
    assert "exists" in ran.err
    assert {file.name: file.stat().st_size for file in (tmp_path / "store").iterdir()} == before


@pytest.mark.parametrize(
    "broken", [b"no line", gzip.compress(b"<a> <b>"), gzip.compress(LINE)[:-9]], ids=["unpacked", "no-quads", "cut-off"]
)
def test_a_broken_file_leaves_no_store(written, tmp_path, run, broken):
    (written / "shards" / "shard=default" / "part-1.txt.gz").write_bytes(broken)
    ran = run("load", written, "--store", tmp_path / "store")
    assert ran.code == DataError.exit_code
    assert "part-1.txt.gz" in ran.err
    assert not (tmp_path / "store").exists()


def test_a_load_that_was_ended_leaves_nothing_and_is_begun_anew(written, tmp_path, run):
    before = set(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt), shards.new(tmp_path / "store") as made, Store(made):
        raise KeyboardInterrupt
    assert set(tmp_path.iterdir()) == before
    assert run("load", written, "--store", tmp_path / "store").code == 0


def test_what_stands_beside_a_store_stays(written, tmp_path, run, monkeypatch):
    (tmp_path / "store.new").mkdir()
    (tmp_path / "store.new" / "thesis.doc").write_text("precious")
    assert run("load", written, "--store", tmp_path / "store").code == 0
    assert (tmp_path / "store.new" / "thesis.doc").read_text() == "precious"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "exists" in run("load", written, "--store", "..").err
    assert "is a file" in run("load", written, "--store", tmp_path / "store.new" / "thesis.doc").err


def test_shards_that_were_not_all_copied_are_told(written, tmp_path, run):
    (written / "shards" / "shard=articles").rmdir()
    ran = run("load", written, "--store", tmp_path / "store")
    assert (ran.code, ran.err.count("lack articles: copy the folder whole")) == (DataError.exit_code, 1)
