"""What is cut off between two writes, or fails in one of two threads, is told and done by the next, as if never so."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Event, current_thread

import pytest
from pyoxigraph import NamedNode, Triple

from kg.conclude import conclude
from kg.errors import DataError
from kg.graph import opened
from kg.graph import store as storing
from kg.graph.senses import FILE, VERSION
from kg.graph.store import Store
from kg.graph.terms import TYPE, news
from tests.soak import stores

#: Ends its own process when it noted that the reasoner has seen nothing, and has not written what comes.
FORESEEN = """
import os, signal, sys
from pathlib import Path
from kg.graph.store import Store
from kg.graph.terms import TYPE, news
from tests.soak import stores
foresee = Store.foresee
def ended(store):
    foresee(store)
    if store.is_unseen():
        store.flush()
        os.kill(os.getpid(), signal.SIGKILL)
Store.foresee = ended
stores.ACTIONS[sys.argv[1]](Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("made") / "store"
    stores.ACTIONS["build"](path)
    return path


def test_a_kill_between_foreseeing_and_the_write_after_it_loses_nothing(made, tmp_path):
    path = tmp_path / "store"
    ran = subprocess.run([sys.executable, "-c", FORESEEN, "build", path], check=False, cwd=stores.ROOT)
    assert ran.returncode == -signal.SIGKILL
    with Store(path, read_only=True) as held:
        # It is noted, and nothing of what was to come is there.
        assert (held.is_unseen(), held.is_current(), [*held.articles()], held.lost) == (True, False, [], None)
    stores.ACTIONS["build"](path)
    assert stores.image(path) == stores.image(made)


def test_a_kill_there_of_a_store_to_which_another_command_is_given_then(made, tmp_path):
    """What foresees is not bound to what was to come: another edition, and then the first."""
    path = tmp_path / "store"
    subprocess.run([sys.executable, "-c", FORESEEN, "build", path], check=False, cwd=stores.ROOT)
    for edition in ("rebuild", "build"):
        stores.ACTIONS[edition](path)
    assert stores.image(path) == stores.image(made)


@pytest.mark.parametrize("which", [1, 2, 3])
def test_where_one_of_two_threads_that_write_what_is_inferred_fails_it_is_told_and_none_is_believed(
    made, tmp_path, monkeypatch, which
):
    path, begun, both, write = tmp_path / "store", list[str](), Event(), opened.write
    shutil.copytree(made, path)

    def failing(*given):
        if current_thread().name.startswith("ThreadPool"):
            begun.append(current_thread().name)
            number = len(begun)
            if number >= 2:
                both.set()
            # The first two are written at once.
            both.wait(20)
            if number == which:
                raise OSError("IO error: No space left on device")
        return write(*given)

    with Store(path) as held:
        new = [Triple(NamedNode(f"{held.base}person/{number}"), TYPE, news("Agent")) for number in range(300)]
        with monkeypatch.context() as patched:
            patched.setattr(storing, "PORTION", 100)
            patched.setattr(opened, "write", failing)
            with pytest.raises(DataError, match="No space left on device"):
                held.infer((), new)
        # The last write, after which it is believed, is the main thread's, and was not begun.
        assert (len(begun) >= which, len(set(begun)), held.is_unseen(), held.is_current()) == (True, 2, True, False)
        conclude(held)
        assert held.is_current()
    assert stores.image(path) == stores.image(made)


@pytest.mark.parametrize("version", ["2", "99", ""])
def test_sums_of_another_version_are_made_anew_with_the_same_answer(made, tmp_path, version):
    path, other = tmp_path / "store", tmp_path / "other"
    for each in (path, other):
        stores.ACTIONS["build"](each)
    with sqlite3.connect(path / FILE) as held:
        [[by]] = held.execute("SELECT by FROM made").fetchall()
        assert by.startswith(f"{VERSION} ")
        held.execute("UPDATE made SET by = ?", (by.replace(VERSION, version, 1),))
        # As one of before may have it.
        held.execute("DROP TABLE tally")
    held.close()
    for each in (path, other):
        stores.ACTIONS["forget"](each)
    assert stores.image(path) == stores.image(other)
    with sqlite3.connect(path / FILE) as held:
        assert held.execute("SELECT by FROM made").fetchall() == [(by,)]
    held.close()
