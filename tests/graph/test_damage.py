"""A store that is damaged, unfinished or fell back says so; what can be read is read right, and memory has an end."""

import json
import re
import resource
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import api
from kg.errors import DataError
from kg.graph import compacting, opened
from kg.graph.contents import contents
from kg.graph.folder import NEW, OLD, beside
from kg.graph.mark import MARK
from kg.graph.merge import Merge
from kg.graph.store import Store
from kg.graph.terms import TYPE
from kg.graph.trouble import LOST, RECOVER, DamageError, said, said_of_copy
from kg.graph.upkeep import compact, size
from kg.graph.verifying import verify
from tests.command import Command, start
from tests.soak import stores

COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
MEMORY = 6 << 30


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "store"
    stores.ACTIONS["build"](path)
    with Store(path) as store:
        store.db.optimize()
        store.db.flush()
    with Store(path):
        # Oxigraph removes files that it has merged when it opens the store again.
        return path


@pytest.fixture
def store(made, tmp_path):
    return shutil.copytree(made, tmp_path / "store")


def spoil(store, number: int) -> None:
    """Make one block unreadable in a file of much that is stored."""
    large = sorted((file for file in store.glob("*.sst")), key=lambda file: -file.stat().st_size)
    file = large[number]
    held = bytearray(file.read_bytes())
    middle = len(held) // 2
    held[middle : middle + 16] = bytes(16)
    file.write_bytes(held)


def little() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("number", range(3))
def test_what_reads_a_damaged_block_names_its_file_and_ends(store, number):
    spoil(store, number)
    [*damaged] = verify(store)
    assert damaged
    (store.parent / "query.rq").write_text(COUNT)
    running = start("query", store.parent / "query.rq", "--store", store, preexec_fn=little)
    _, err = running.communicate(timeout=120)
    assert running.returncode in (0, 3), err
    assert "Traceback" not in err
    if running.returncode:
        assert ".sst: Corruption" in err
        assert "docs/operations.md" in err


@pytest.mark.parametrize("number", range(3))
def test_verify_tells_each_damage_once_and_leads_on_not_back(kg, store, number):
    spoil(store, number)
    lines = kg("store", "verify", "--store", store).err.splitlines()
    assert lines
    assert len(lines) == len(set(lines))
    assert all(line.endswith(": docs/operations.md tells how to recover") for line in lines)
    assert not any("kg store verify" in line for line in lines)


@pytest.mark.parametrize("number", range(3))
def test_what_is_damaged_is_not_written_anew_without_a_word(kg, store, number):
    spoil(store, number)
    ran = kg("store", "compact", "--store", store)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("kg: the store is damaged at ")
    assert kg("store", "verify", "--store", store).code == 3
    assert [path.name for path in store.parent.iterdir()] == [store.name]


@pytest.mark.parametrize("number", range(-1, 3))
def test_of_what_is_damaged_there_is_no_backup(kg, store, number):
    spoil(store, number)
    ran = kg("store", "backup", store.parent / "copy", "--store", store)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert ran.err.startswith(f"kg: the store is damaged at {store}/")
    assert f"in {store}/" in ran.err
    assert ran.err.endswith(f": {LOST}\n")
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def lose_one_row(orders) -> None:
    orders["dpos"].delete(next(orders["dpos"].keys()))


@pytest.mark.parametrize("command", [("backup", "copy"), ("compact",)], ids=lambda command: command[0])
def test_an_index_that_lacks_a_row_is_told_and_not_copied(kg, store, monkeypatch, command):
    monkeypatch.chdir(store.parent)
    compacting._within(store, lose_one_row)
    (store / "rocksdict-config.json").unlink()
    ran = kg("store", *command, "--store", store)
    assert (ran.code, ran.err) == (3, f"kg: the store is damaged at {store}: its indexes differ: {LOST}\n")
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def test_who_reads_where_a_command_failed_of_damage_is_told_of_that_and_not_to_give_it_again(kg, store):
    """Until a command that writes does not fail."""
    whole = shutil.copytree(store, store.parent / "whole")
    with Store(store) as held:
        held.replace(held.graph("article/made-7"), ())
    assert "give that command again" in kg("stats", "--store", store).err
    found = DamageError(store / "000012.sst", "Corruption: bad")
    with pytest.raises(DamageError), Store(store) as held:
        raise found
    told = f"kg: a command that changes {store} did not end: {found.found}: {RECOVER}\n"
    for command in (("stats",), ("query", "quotes"), ("why", "Northham", "a", "Place"), ("store", "verify")):
        assert kg(*command, "--store", store).err == told
    assert kg("check", "--store", store).code == 0
    assert kg("stats", "--store", store).err == ""
    assert {path.name for path in store.iterdir() if path.name.startswith("newskg")} == {
        path.name for path in whole.iterdir() if path.name.startswith("newskg")
    }


@pytest.mark.parametrize("number", range(1, 8, 2))
def test_a_build_that_fails_of_damage_leaves_a_store_that_says_so(kg, store, number):
    file = sorted(store.glob("*.sst"), key=lambda file: -file.stat().st_size)[number]
    held = bytearray(file.read_bytes())
    for at in range(0, len(held) * 6 // 10, 1_000):
        held[at : at + 16] = bytes(16)
    file.write_bytes(held)
    (store.parent / "a.txt").write_text("Ann Lee met Bob Ray in Leeds.")
    built = kg("build", store.parent / "a.txt", "--store", store)
    for command in (("stats",), ("show", "Northham"), ("query", "quotes")):
        ran = kg(*command, "--store", store)
        assert ("the store is damaged at " in ran.err) >= (built.code == 3)
        assert "again" not in ran.err


def test_the_list_of_files_is_not_blamed_for_one_of_them():
    guess = "The file /my store/MANIFEST-000005 may be corrupted."
    words = str(said(Path("/my store"), RuntimeError(f"Corruption: bad in /my store/000010.sst  {guess}")))
    assert words.startswith("the store is damaged at /my store/000010.sst: Corruption: bad in /my store/000010.sst: ")
    words = str(said(Path("/my store"), RuntimeError(f"Corruption: properties unsorted  {guess}")))
    assert words.startswith(
        "the store is damaged at /my store/MANIFEST-000005 or a file that it lists: Corruption: properties unsorted: "
    )


@pytest.mark.parametrize("command", [("stats",), ("export",), ("check",), ("show", "Northham"), ("query", "quotes")])
def test_a_file_that_is_gone_is_told_in_one_line(kg, store, command):
    for file in store.glob("*.sst"):
        file.unlink()
    ran = kg(*command, "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert ran.err.startswith("kg: the store ")


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ({"format": 1, "base": "https://example.org/other/"}, "but they do with https://w3id.org/newskg/id/"),
        ({"format": 1, "base": "no IRI"}, "is no IRI for things to start with"),
        ({"format": 1, "base": "https://example.org/x"}, "should end with / or #"),
        ({"format": 1, "base": 5}, "is no IRI"),
        ({"format": 1e400, "base": "https://example.org/"}, "does not say what store this is"),
        ({"format": 1, "base": "https://w3id.org/newskg/id/", "last": 5}, "does not say what store this is"),
        ([], "does not say what store this is"),
    ],
    ids=str,
)
@pytest.mark.parametrize("command", [("stats",), ("forget", "made-1")], ids=["stats", "forget"])
def test_a_mark_that_is_not_the_stores_is_refused(kg, store, mark, told, command):
    (store / MARK).write_text(json.dumps(mark).replace("Infinity", "1e400"))
    ran = kg(*command, "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert told in ran.err


def test_a_store_of_before_has_no_last_write_and_is_read(kg, store):
    (store / MARK).write_text(json.dumps({"format": 1, "base": "https://w3id.org/newskg/id/"}))
    assert kg("stats", "--store", store).err == ""


def fall_back(store) -> str:
    """Take from a store what was written last, as a damaged log does; return the graph."""
    last = json.loads((store / MARK).read_text())["last"][-1][0]
    with Store(store) as held:
        for quad in list(held.db.quads_for_pattern(None, None, None, NamedNode(last))):
            held.db.remove(quad)
    return last


def test_a_store_that_fell_back_says_so_until_it_is_built_again(kg, store):
    assert kg("stats", "--store", store).err == ""
    told = f"fell back to an earlier state: it lacks {fall_back(store)}"
    assert told in kg("stats", "--store", store).err
    assert told in kg("store", "backup", store.parent / "copy", "--store", store).err
    assert told in kg("forget", "made-1", "--store", store).err
    assert kg("stats", "--store", store).err == ""


def test_a_store_that_fell_back_to_nothing_says_so(kg, store):
    with Store(store) as held:
        held.db.clear()
    assert "fell back to an earlier state" in kg("stats", "--store", store).err


def test_a_write_that_was_cut_off_on_either_side_is_no_loss(store):
    before = (store / MARK).read_text()
    with Store(store) as held:
        held.replace(held.graph("article/made-19"), ())
    after = json.loads((store / MARK).read_text())
    both = json.loads(before) | {"last": json.loads(before)["last"] + after["last"]}
    (store / MARK).write_text(json.dumps(both))
    with Store(store, read_only=True) as held:
        assert held.lost is None


def test_a_store_killed_while_it_was_made_is_unfinished_and_mended(kg, tmp_path):
    store, article = tmp_path / "store", tmp_path / "a.txt"
    article.write_text("Amber Rudd spoke in Leeds.")
    store.mkdir()
    (store / MARK).write_text(json.dumps({"format": 1, "base": "https://w3id.org/newskg/id/"}))
    ran = kg("stats", "--store", store)
    assert (ran.code, ran.err) == (
        3,
        f"kg: the store {store} is unfinished, its making was cut off: run kg build, which mends it\n",
    )
    assert kg("build", article, "--store", store).code == 0
    assert kg("stats", "--store", store).err == ""


def test_a_forget_that_was_killed_ends_its_work_when_it_is_said_again(kg, store):
    with Store(store) as held:
        held.replace(held.graph("article/made-7"), ())
        # What a forget goes on to write before it ends.
        held.replace(held.graph("links"), {Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))})
    assert f"a command that changes {store} did not end" in kg("stats", "--store", store).err
    assert kg("forget", "made-7", "--store", store).code == 0
    assert kg("stats", "--store", store).err == ""
    assert kg("forget", "made-7", "--store", store).code == 0
    assert kg("forget", "made-777", "--store", store).code == 2


def test_a_build_that_goes_on_is_told_from_one_that_did_not_end(kg, store):
    with Store(store) as writing:
        writing.replace(writing.graph("article/made-7"), ())
        ran = kg("stats", "--store", store)
        assert "kg: a build is running (as of " in ran.err
        assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    assert f"kg: a command that changes {store} did not end: the graph" in kg("stats", "--store", store).err


def test_what_is_damaged_is_told_by_whatever_leaves_the_store(store):
    with pytest.raises(DataError, match=r"damaged at .*000012\.sst"), Store(store, read_only=True):
        raise RuntimeError(f"Corruption: block checksum mismatch in {store}/000012.sst offset 4")
    with pytest.raises(RuntimeError, match="something else"), Store(store, read_only=True):
        raise RuntimeError("something else")


def test_a_backup_is_restored_byte_by_byte_and_stands_alone(kg, store, tmp_path):
    wanted, copy = stores.image(store), tmp_path / "copy"
    assert kg("store", "backup", copy, "--store", store).code == 0
    assert not {file.stat().st_ino for file in copy.iterdir()} & {file.stat().st_ino for file in store.iterdir()}
    assert kg("store", "backup", copy, "--store", store).code == 2
    spoil(store, 0)
    ran = kg("store", "restore", copy, "--store", store)
    assert ran.out == f"{store} is restored from {copy}; what was there is {store}.before\n"
    assert stores.image(store) == wanted
    assert kg("store", "verify", "--store", store).out == f"{store} is whole\n"
    assert kg("forget", "made-7", "--store", store).code == 0
    assert stores.image(copy) == wanted


def test_a_backup_that_cannot_be_written_is_named_and_no_store_is_blamed(kg, store, monkeypatch):
    monkeypatch.chdir(store.parent)
    (store.parent / "file").write_text("")
    ran = kg("store", "backup", "file/copy", "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert ran.err.startswith("kg: the backup file/copy cannot be written: ")


def test_what_was_decided_is_in_a_backup_and_comes_back(kg, store, tmp_path):
    decided, copy = "left,right,judgement\na,b,negative\n", tmp_path / "copy"
    (store / "decisions.csv").write_text(decided)
    assert kg("store", "backup", copy, "--store", store).code == 0
    (store / "decisions.csv").unlink()
    assert kg("store", "restore", copy, "--store", store).code == 0
    assert (store / "decisions.csv").read_text() == decided


@pytest.mark.parametrize("command", ["backup", "restore", "compact"])
def test_nothing_is_done_to_a_store_that_is_written(kg, store, tmp_path, made, command):
    arguments = {"backup": [tmp_path / "copy"], "restore": [made], "compact": []}[command]
    with Store(store):
        ran = kg("store", command, *arguments, "--store", store)
    assert (ran.code, ran.err) == (3, f"kg: another process is writing to {store}: try again when it is done\n")
    assert not (tmp_path / "copy").exists()


def test_no_backup_is_restored_of_what_is_no_store(kg, store, tmp_path):
    (tmp_path / "other").mkdir()
    ran = kg("store", "restore", tmp_path / "other", "--store", store)
    assert (ran.code, ran.err) == (
        3,
        f"kg: there is no backup at {tmp_path / 'other'}: name a folder that kg store backup made\n",
    )
    assert kg("store", "verify", "--store", store).code == 0


def test_a_write_that_failed_does_not_hide_that_a_later_one_is_lost(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError("IO error: No space left on device")

    first, second = (Quad(node, TYPE, node, node) for node in map(NamedNode, ("urn:t:a", "urn:t:b")))
    with Store(tmp_path / "store") as held:
        with monkeypatch.context() as while_full:
            while_full.setattr(opened, "write", full)
            with pytest.raises(DataError, match="No space"):
                held.replace(first.graph_name, [first])
        for quad in (first, second):
            held.replace(quad.graph_name, [quad])
        held.db.remove(second)
        held.flush()
    with Store(tmp_path / "store") as held:
        assert held.lost == "urn:t:b"


def test_a_first_write_that_failed_is_no_loss(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError("IO error: No space left on device")

    quad = Quad(NamedNode("urn:t:a"), TYPE, NamedNode("urn:t:a"), NamedNode("urn:t:a"))
    with Store(tmp_path / "store") as held, monkeypatch.context() as while_full:
        while_full.setattr(opened, "write", full)
        with pytest.raises(DataError, match="No space"):
            held.replace(quad.graph_name, [quad])
    with Store(tmp_path / "store") as held:
        assert held.lost is None
        held.replace(quad.graph_name, [quad])
        held.db.remove(quad)
        held.flush()
    with Store(tmp_path / "store") as held:
        assert held.lost == "urn:t:a"


@pytest.mark.parametrize("command", [("verify",), ("backup", "copy"), ("compact",)], ids=lambda command: command[0])
def test_who_looks_after_a_store_is_told_what_a_build_left_there(kg, store, monkeypatch, command):
    monkeypatch.chdir(store.parent)
    ran = kg("store", *command, "--store", store)
    assert (ran.code, ran.err) == (0, "")
    shutil.rmtree(store.parent / "copy", ignore_errors=True)
    with Store(store) as held:
        held.replace(held.graph("article/made-7"), ())
    ran = kg("store", *command, "--store", store)
    told = f"kg: a command that changes {store} did not end: the same command ends it, or kg check --store {store}\n"
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, told, 1)


def test_numbers_whose_last_byte_is_full_are_no_damage(kg, store):
    with Store(store) as held:
        node, graph = NamedNode("https://x.example/n"), NamedNode("https://x.example/g")
        quads = [Quad(node, node, Literal(each), graph) for each in range(250, 520)]
        held.db.bulk_extend(quads)
        held.db.optimize()
        assert Merge(held.db, held.base).stated(quads[5].triple)
        held.db.remove(quads[5])
        assert not Merge(held.db, held.base).stated(quads[5].triple)
    assert kg("store", "verify", "--store", store).out == f"{store} is whole\n"


def test_compacting_keeps_what_is_stored_and_removes_old_diaries(kg, store):
    wanted = stores.image(store)
    (store / "LOG.old.1").write_text("old")
    (store / "decisions.csv").write_text("a,b,positive\n")
    ran = kg("store", "compact", "--store", store)
    before, after = (
        int(word.replace(",", "")) for word in ran.out.split() if word.strip(",").replace(",", "").isdigit()
    )
    # What is written in bulk is compressed.
    assert after < before
    assert not list(store.glob("LOG.old.*"))
    assert [path.name for path in store.parent.iterdir()] == [store.name]
    assert (store / "decisions.csv").read_text() == "a,b,positive\n"
    assert stores.image(store) == wanted
    assert kg("store", "verify", "--store", store).code == 0


def test_a_file_that_goes_while_a_folder_is_measured_counts_nothing(tmp_path):
    (tmp_path / "stays").write_text("four")
    is_over = Event()

    def come_and_go():
        while not is_over.is_set():
            (tmp_path / "goes").touch()
            (tmp_path / "goes").unlink()

    with ThreadPoolExecutor(1) as thread:
        other = thread.submit(come_and_go)
        try:
            found = {size(tmp_path) for _ in range(3_000)}
        finally:
            is_over.set()
        other.result()
    assert found == {4}


@pytest.mark.parametrize("found", ["before", "between", "after"])
def test_a_compacting_that_was_cut_off_loses_nothing(kg, store, found):
    wanted, new, old = stores.image(store), beside(store, NEW), beside(store, OLD)
    shutil.copytree(store, new)
    if found != "before":
        store.rename(old)
    if found == "after":
        new.rename(store)
    assert kg("stats", "--store", store).code == 0
    assert stores.image(store) == wanted
    assert kg("store", "compact", "--store", store).code == 0
    assert [path.name for path in store.parent.iterdir()] == [store.name]
    assert stores.image(store) == wanted


def full(monkeypatch) -> None:
    """Let the disk be full for what is written beside a store."""

    def copytree(_, to, **__):
        raise OSError(28, "No space left on device", str(to))

    monkeypatch.setattr(shutil, "copytree", copytree)


def test_a_build_whose_compacting_fails_is_a_build(kg, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Amber Rudd spoke in Leeds.")
    monkeypatch.setattr("kg.build.MANY", 1)
    full(monkeypatch)
    ran = kg("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    assert f"the store {tmp_path / 'store'} cannot be compacted, and stays as it was: [Errno 28]" in ran.err
    assert re.search(r"\(it takes about [\d,]+ bytes beside the store\)$", ran.err)
    assert ran.out.startswith("articles: 1 new")
    assert kg("stats", "--store", tmp_path / "store").err == ""


def test_a_build_that_goes_on_where_one_was_cut_off_is_compacted_too(kg, tmp_path, monkeypatch):
    def ends(*_, **__):
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("Amber Rudd spoke in Leeds.")
    monkeypatch.setattr("kg.build.MANY", 1)
    done: list[Path] = []
    monkeypatch.setattr("kg.graph.upkeep.compact", lambda path, **_: done.append(path))
    command = ("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    with monkeypatch.context() as cut_off:
        cut_off.setattr("kg.build.conclude", ends)
        assert kg(*command).code == 130
    assert done == []
    assert "1 unchanged" in kg(*command).out
    assert done == [tmp_path / "store"]
    kg(*command)
    assert done == [tmp_path / "store"]


@pytest.mark.parametrize("moved", ["store", ".store.compacted"])
def test_a_folder_that_cannot_be_moved_leaves_the_store_as_it_was(kg, store, monkeypatch, moved):
    wanted, rename = stores.image(store), Path.rename

    def refused(path, to):
        if path.name == moved:
            raise OSError(16, "Device or resource busy", str(path), None, str(to))
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refused)
    ran = kg("store", "compact", "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert [path.name for path in store.parent.iterdir()] == [store.name]
    assert stores.image(store) == wanted


def test_nobody_comes_between_a_store_and_what_takes_its_place(kg, store, monkeypatch):
    rename, found = Path.rename, []

    def after_others(path, to):
        if path in (store, beside(store, NEW)):
            found.extend(kg(*command, "--store", store) for command in [("forget", "made-7"), ("stats",)])
            found.append(kg("build", store.parent / "a.txt", "--store", store))
        return rename(path, to)

    (store.parent / "a.txt").write_text("Amber Rudd spoke in Leeds.")
    wanted = stores.image(store)
    monkeypatch.setattr(Path, "rename", after_others)
    compact(store)
    # Before its folder is moved the store is read, and then not for a moment.
    assert [ran.code for ran in found] == [3, 0, 3, 3, 3, 3]
    assert {ran.err for ran in found if ran.code} == {
        f"kg: another process is writing to {store}: try again when it is done\n"
    }
    assert stores.image(store) == wanted
    assert sorted(path.name for path in store.parent.iterdir()) == ["a.txt", store.name]


def test_what_was_replaced_does_not_come_back(kg, store):
    shutil.copytree(store, beside(store, OLD))
    shutil.rmtree(store)
    assert kg("stats", "--store", store).code == 3
    (store.parent / "a.txt").write_text("Amber Rudd spoke in Leeds.")
    for _ in range(2):
        assert kg("build", store.parent / "a.txt", "--store", store).code == 0
    with Store(store, read_only=True) as held:
        assert len([*held.articles()]) == 1
    assert sorted(path.name for path in store.parent.iterdir()) == ["a.txt", store.name]


def test_a_store_behind_a_link_is_compacted_where_it_lies(kg, store, tmp_path):
    wanted, link = stores.image(store), tmp_path / "link"
    link.symlink_to(store)
    assert kg("store", "compact", "--store", link).code == 0
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", store.name]
    assert stores.image(store) == wanted


def test_a_compacting_that_fails_leaves_the_store_as_it_was(kg, store, monkeypatch):
    wanted = stores.image(store)
    full(monkeypatch)
    ran = kg("store", "compact", "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert ran.err.startswith(f"kg: the store {store} cannot be compacted, and stays as it was: ")
    assert [path.name for path in store.parent.iterdir()] == [store.name]
    assert stores.image(store) == wanted


def test_verify_sees_a_row_that_one_index_lacks(kg, store):
    spoil(store, 0)
    ran = kg("store", "verify", "--store", store)
    assert ran.code == 3
    assert "Traceback" not in ran.err


def test_counts_are_those_of_the_graph(store):
    with Store(store, read_only=True) as held:
        found = contents(held)
        assert found.pop("triples") == len(held.db)
    assert found == {
        "articles": 20, "entities": 74, "people": 40, "organizations": 14, "places": 19, "facts": 80,
        "quotes": 20, "events": 34, "claims": 200, "inferred": 1267,
    }  # fmt: skip


WORKS = {
    "query": lambda held, _: api.query(held, "SELECT ?s { ?s ?p ?o }"),
    "export": api.export,
    "stream": lambda held, _: api.export(held, BytesIO()),
    "forget": lambda held, _: api.forget(held, "made-7"),
    "build": lambda held, _: api.build(held, stores.Made(2).articles(), stores.Made(2)),
}


@pytest.mark.parametrize("name", WORKS)
def test_from_python_too_what_is_damaged_is_told_without_with(store, tmp_path, name):
    before = tmp_path / "before.ttl"
    before.write_text("as it was")
    held = Store(store, read_only=name in ("query", "export", "stream"))
    for file in store.glob("*.sst"):
        # RocksDB may just remove one that it has no use for.
        with suppress(FileNotFoundError), file.open("r+b") as spoiled:
            spoiled.write(bytes(file.stat().st_size))
    with pytest.raises(DataError, match=r"the store is damaged at \S*/\d+\.sst: .*docs/operations\.md"):
        WORKS[name](held, before)
    held.close()
    assert before.read_text() == "as it was"


@pytest.mark.parametrize("kind", [OSError, RuntimeError])
@pytest.mark.parametrize("words", ["Nothing known in %s/000010.sst", "Corruption: bad in %s/000010.sst"])
def test_what_is_met_in_a_copy_is_told_of_its_store(kind, words):
    told = str(said_of_copy(Path("/copy"), Path("/my store"), kind(words % "/copy")))
    assert "/my store/000010.sst" in told
    assert "/copy" not in told


def test_the_file_that_is_damaged_is_named_where_another_is_said_to_be():
    words = "Corruption: checksum mismatch in /my store/000010.sst offset 67 The file /my store/MANIFEST-9 may be so."
    assert str(said(None, RuntimeError(words))).startswith("the store is damaged at /my store/000010.sst: ")


@pytest.mark.parametrize("spoiled", [b"no name\n", b""], ids=["noise", "empty"])
def test_the_file_that_says_what_is_current_is_named(kg, store, spoiled):
    (store / "CURRENT").write_bytes(spoiled)
    ran = kg("forget", "made-7", "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert ran.err.startswith(f"kg: the store is damaged at {store}/CURRENT: Corruption: ")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_without_the_file_that_names_its_files_is_damaged_and_stays_as_it_is(tmp_path, read_only):
    path = tmp_path / "store"
    stores.ACTIONS["build"](path)
    (path / "CURRENT").unlink()
    before = {file.name: file.read_bytes() for file in path.glob("*.sst")}
    with pytest.raises(DamageError, match="CURRENT: the file is missing"):
        Store(path, read_only=read_only, create=False)
    assert before == {file.name: file.read_bytes() for file in path.glob("*.sst")} != {}
