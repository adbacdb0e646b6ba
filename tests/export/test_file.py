"""A file is there as it was, or as it is to be, and nothing lies beside it."""

import os
import resource
import shutil
import signal
import stat
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.api import Store, export
from kg.errors import DataError, UsageError
from kg.export.file import replacing
from tests.command import Command

A = NamedNode("https://example.org/a")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("file") / "store") as store:
        store.db.extend(Quad(A, A, Literal(f"{number} \x01")) for number in range(5000))
        yield store


@pytest.fixture
def there(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("before")
    return path


def untouched(path: Path) -> bool:
    return path.read_text() == "before" and list(path.parent.iterdir()) == [path]


@contextmanager
def room_for(size: int):
    """Let files grow to so many bytes, as a disk that fills does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("form", ["turtle", "nt", "nquads", "trig", "jsonld", "xml"])
@pytest.mark.parametrize("size", [0, 1, 4096, 40_000])
def test_a_full_disk(store, there, form, size):
    with room_for(size), pytest.raises(DataError):
        export(store, there, form)
    assert untouched(there)


def test_a_wrong_graph(store, there):
    with pytest.raises(UsageError, match="no graph 'none'"):
        export(store, there, graph="none")
    assert untouched(there)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_stop(there, stop):
    def stopped() -> None:
        with replacing(there) as out:
            out.write(b"half")
            raise stop

    with pytest.raises(stop):
        stopped()
    assert untouched(there)


def test_who_is_told_to_end_leaves_no_half(there, tmp_path, monkeypatch, capsys):
    """By SIGTERM, as a machine does that goes down."""
    kept = tmp_path / "kept"
    with Store(kept):
        pass

    def stopped(_, out, *__, **___) -> None:
        out.write(b"half")
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("kg.api.write", stopped)
    ran = Command(monkeypatch, capsys)("export", there, "--store", kept)
    assert (ran.code, ran.out, ran.err) == (143, "", "kg: told to end; nothing is changed\n")
    shutil.rmtree(kept)
    assert untouched(there)


def test_a_new_file_whose_export_fails_is_not_there(store, tmp_path):
    with pytest.raises(UsageError):
        export(store, tmp_path / "new.ttl", graph="none")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_its_mode_stays(there, mode):
    there.chmod(mode)
    with replacing(there) as out:
        out.write(b"after")
    assert (there.read_bytes(), stat.S_IMODE(there.stat().st_mode)) == (b"after", mode)


def test_a_new_file_is_as_the_user_makes_files(tmp_path):
    (tmp_path / "plain").touch()
    with replacing(tmp_path / "new"):
        pass
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_one(there, tmp_path):
    link = tmp_path / "link.ttl"
    link.symlink_to(there.name)
    with replacing(link) as out:
        out.write(b"after")
    assert link.is_symlink()
    assert there.read_bytes() == b"after"


def test_a_link_to_itself_is_replaced(tmp_path):
    ring = tmp_path / "ring.ttl"
    ring.symlink_to(ring.name)
    with replacing(ring) as out:
        out.write(b"after")
    assert ring.read_bytes() == b"after"


def test_a_pipe_is_written_to(tmp_path):
    pipe, read = tmp_path / "pipe.ttl", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with replacing(pipe) as out:
        out.write(b"through")
    reader.join()
    assert read == [b"through"]


@pytest.mark.parametrize("name", ["no/such/folder.ttl", "x" * 300 + ".ttl", "."])
def test_where_no_file_can_be(store, tmp_path, name):
    with pytest.raises(DataError, match="cannot be written"):
        export(store, tmp_path / name, "turtle")
    assert not list(tmp_path.iterdir())
