"""Where a store and its copies may lie: nothing stands in the folder of a store that would go when it is compacted."""

import json
import os
import shutil
from pathlib import Path

import pytest

from kg.graph.mark import MARK
from kg.vocabulary import BASE
from tests.command import Command
from tests.soak import stores


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("made") / "store"
    stores.ACTIONS["build"](path)
    return path


@pytest.fixture
def store(made, tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ann Lee lives in Leeds.")
    (tmp_path / "link").symlink_to(tmp_path / "store")
    return shutil.copytree(made, tmp_path / "store")


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


def held(store: Path) -> dict[str, bytes]:
    return {f"{path}": path.read_bytes() if path.is_file() else b"" for path in store.rglob("*")}


@pytest.mark.parametrize(
    "command",
    [
        "store backup store/copy",
        "store backup store/deep/copy",
        "store backup link/copy",
        "store backup store/../link/copy",
        "export store/graph.nt",
        "export link/CURRENT --format nt",
        "query people --output store/people.csv",
        "review --out store/asked.csv",
        "link export store/links.tsv",
        "site store/pages",
        "build a.txt --store store/other",
        "store restore store --store store/other",
    ],
)
def test_nothing_is_written_into_the_folder_of_a_store(kg, store, command):
    before = held(store)
    ran = kg(*command.split(), *(() if "--store" in command else ("--store", "store")))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1), ran.err
    assert f"in the folder of the store {store}, which holds nothing else: name {store.parent}/" in ran.err
    assert held(store) == before


def test_what_lies_beside_a_store_is_written(kg, store):
    assert kg("store", "backup", "deep/copy", "--store", "store").code == 0
    assert kg("export", "deep/graph.nt", "--store", "link").code == 0
    assert kg("store", "restore", "deep/copy", "--store", "deep/other").code == 0
    assert stores.image(store.parent / "deep" / "other") == stores.image(store)


@pytest.mark.parametrize("to", ["store", "./store/", "link", "../{}/store"])
@pytest.mark.parametrize("source", ["store", "link"])
def test_a_store_is_not_restored_from_itself(kg, store, source, to):
    before = held(store)
    ran = kg("store", "restore", source, "--store", to.format(store.parent.name))
    told = f"kg: {source} is the store itself: name a folder that kg store backup made of it\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert held(store) == before
    assert sorted(path.name for path in store.parent.iterdir()) == ["a.txt", "link", "store"]


COMMANDS = ["stats", "build a.txt", "forget made-1", "store verify", "store backup copy", "store restore store"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_store_without_its_mark_is_told_one_thing_by_all(kg, store, command):
    (store / MARK).unlink()
    before = held(store)
    to = "new" if "restore" in command else "store"
    ran = kg(*command.split(), "--store", to)
    told = f"kg: store is a store that lacks its {MARK}: docs/operations.md tells what to put there\n"
    assert (ran.code, ran.out, ran.err) == (3, "", told)
    assert held(store) == before
    assert not (store.parent / "new").exists()


def test_what_the_guide_puts_there_makes_it_a_store_again(kg, store):
    guide = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    [line] = [each for each in guide.splitlines() if each.startswith('{"format"')]
    assert json.loads(line)["base"] == BASE
    wanted = kg("stats", "--store", "store")
    (store / MARK).write_text(line)
    assert kg("stats", "--store", "store") == wanted
    assert kg("build", "a.txt", "--store", "store").code == 0


@pytest.mark.parametrize("command", ["stats", "validate", "build a.txt", "export", "store restore store"])
def test_a_name_that_no_database_can_have_is_refused_before_anything_is_made(kg, store, command):
    name = os.fsdecode(b"\xff")
    ran = kg(*command.split(), "--store", name)
    assert (ran.code, ran.out, ran.err) == (2, "", "kg: \\udcff: the name of a store is UTF-8: give it another\n")
    assert not Path(name).exists()


@pytest.mark.parametrize("named", [".", "../store"])
@pytest.mark.parametrize("command", ["store compact --store", "store restore ../copy --store"])
def test_no_folder_is_put_in_the_place_of_one_in_which_somebody_stands(kg, store, monkeypatch, command, named):
    shutil.copytree(store, store.parent / "copy")
    monkeypatch.chdir(store)
    before = held(store)
    ran = kg(*command.split(), named)
    said = f"the current folder is in {named}, whose place another folder takes: say it from elsewhere"
    assert (ran.code, ran.out, ran.err) == (3, "", f"kg: {said}\n")
    assert held(store) == before
    monkeypatch.chdir(store.parent)
    assert kg(*command.replace("../", "").split(), "store").code == 0
