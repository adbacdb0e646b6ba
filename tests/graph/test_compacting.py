"""Compacting by RocksDB: every quad stays, whatever ends it, and what is lost is told in time."""

import resource
import shutil
import signal
import subprocess
import sys

import pytest

from kg.errors import DataError
from kg.forget import forget
from kg.graph import compacting
from kg.graph.store import Store
from kg.graph.upkeep import compact
from kg.graph.verifying import verify
from tests.soak import stores


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "store"
    stores.ACTIONS["build"](path)
    return path


@pytest.fixture
def store(made, tmp_path):
    return shutil.copytree(made, tmp_path / "store")


def names(path) -> set[str]:
    return {file.name for file in path.iterdir()}


@pytest.mark.parametrize("anew", [False, True])
def test_every_quad_stays_and_nothing_else_is_left(store, anew):
    wanted = stores.image(store)
    before, after = compact(store, anew=anew)
    assert after < before
    assert not [name for name in names(store) if name.startswith(("LOG.old", "rocksdict"))]
    assert names(store.parent) == {store.name}
    assert stores.image(store) == wanted
    assert [*verify(store)] == []
    with Store(store) as held:
        held.db.optimize()
    assert stores.image(store) == wanted


def test_a_compacted_store_is_compacted_to_the_same_quads_again(store):
    wanted = stores.image(store)
    for anew in (False, False, True, False):
        compact(store, anew=anew)
    assert stores.image(store) == wanted


@pytest.mark.parametrize("number", range(4))
def test_what_is_damaged_is_told_and_the_store_stays(store, number):
    compact(store)
    files = sorted(store.glob("*.sst"), key=lambda file: -file.stat().st_size)
    held = bytearray(files[number].read_bytes())
    middle = len(held) // 2
    held[middle : middle + 16] = bytes(16)
    files[number].write_bytes(held)
    with pytest.raises(DataError, match="the store is damaged at"):
        compact(store)
    assert names(store.parent) == {store.name}


DIFFER = "the store is damaged at .*: its indexes differ"


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("orders", "told"), [(("posg",), DIFFER), (("dosp",), DIFFER), (compacting.NAMED, "left .* quads of")]
)
def test_a_quad_that_is_lost_is_told_and_the_old_stays(store, monkeypatch, when, orders, told):
    work = compacting._compacted

    def lose(families):
        for family in map(families.get, orders):
            family.delete(next(iter(family.keys())))

    def losing(families, **options):
        if when == "before":
            lose(families)
        work(families, **options)
        if when == "after":
            lose(families)

    wanted = stores.image(store)
    monkeypatch.setattr(compacting, "_compacted", losing)
    with pytest.raises(DataError, match=told):
        compact(store)
    assert stores.image(store) == wanted
    assert names(store.parent) == {store.name}


#: Ends its own process where a function is called, or has just been called.
ENDED = """
import os, signal, sys
from pathlib import Path
from kg.graph import compacting, upkeep
place, name, when = {"c": compacting, "u": upkeep}[sys.argv[2]], sys.argv[3], sys.argv[4]
work = getattr(place, name)
def ended(*given, **options):
    if when == "after":
        work(*given, **options)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(place, name, ended)
upkeep.compact(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("place", [("u", "_copied"), ("c", "_compacted"), ("c", "compact"), ("u", "_exchanged")])
def test_a_process_that_is_killed_anywhere_loses_nothing(store, place, when):
    wanted = stores.image(store)
    ran = subprocess.run([sys.executable, "-c", ENDED, store, *place, when], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert stores.image(store) == wanted
    compact(store)
    assert stores.image(store) == wanted
    assert names(store.parent) == {store.name}


def test_few_open_files_are_enough(store):
    wanted = stores.image(store)

    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (96, 96))

    run = "import sys; from pathlib import Path; from kg.graph.upkeep import compact; compact(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", run, store], check=True, preexec_fn=few)
    assert stores.image(store) == wanted


def test_a_text_that_was_forgotten_goes_when_all_is_written_anew(store):
    def found() -> bool:
        return any(text.encode() in file.read_bytes() for file in store.glob("*.sst"))

    with Store(store) as held:
        article = next(held.articles())
        every = (quad.object.value for quad in held.db.quads_for_pattern(article, None, None, article))
        text = max(every, key=len)[:60]
        forget(held, article.value)
    compact(store)
    assert found()
    compact(store, anew=True)
    assert not found()
