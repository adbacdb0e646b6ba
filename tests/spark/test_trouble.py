"""What goes wrong is told in a line, with the code of what it is."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

pytest.importorskip("pyarrow", reason="newskg[spark] is not installed")

from kg.errors import DataError, NetworkError, UsageError
from kg.spark import trouble
from tests.command import Command
from tests.spark.java import missing
from tests.spark.texts import ARTICLES, record


@pytest.mark.parametrize("master", ["lokal", "spark:/host", "local[]", "mesos://host:5050", ""])
def test_what_is_no_master_is_refused(master):
    with pytest.raises(UsageError, match="is no master of Spark's"):
        trouble.reached(master)


@pytest.mark.parametrize("master", ["local", "local[*]", "local[2]", "local[2, 3]", "yarn", "k8s://https://host"])
def test_only_a_standalone_master_is_asked_for(master):
    trouble.reached(master)


def test_a_master_that_does_not_answer_is_told():
    with socket.socket() as taken:
        # Nobody listens there, and nobody else can.
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(NetworkError, match=f"^spark://127.0.0.1:{port} does not answer: .*refused"):
            trouble.reached(f"spark://127.0.0.1:{port}")
        with socket.create_server(("127.0.0.1", 0)) as there:
            trouble.reached(f"spark://127.0.0.1:{port},127.0.0.1:{there.getsockname()[1]}")
    with pytest.raises(UsageError, match="with its port"):
        trouble.reached("spark://127.0.0.1")


def test_what_to_install_is_told_where_there_is_no_java(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UsageError, match="Java 17 or later, and there is none: install openjdk-17"):
        trouble.java()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(UsageError, match=f"none is in JAVA_HOME, {tmp_path}"):
        trouble.java()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").touch()
    trouble.java()


@pytest.mark.skipif(bool(why := missing()), reason=why)
def test_ctrl_c_ends_at_once_without_a_traceback(tmp_path):
    given = tmp_path / "a.jsonl"
    given.write_text("".join(json.dumps(record(article)) + "\n" for article in ARTICLES), encoding="utf-8")
    run = [sys.executable, "-m", "kg", "spark", "extract", str(given), str(tmp_path / "out"), "--task", "1"]
    where = {"PYTHONPATH": str(Path(__file__).parents[2]), "SPARK_LOCAL_IP": "127.0.0.1"}
    with (tmp_path / "told").open("w+b") as log:
        started = subprocess.Popen(
            [*run, "--master", "local[1]"], stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **where}
        )
        try:
            while started.poll() is None and not any((tmp_path / "out" / "readings").glob("part-*")):
                sleep(0.1)
            started.send_signal(signal.SIGINT)
            code = started.wait()
        finally:
            started.kill()
        told = (tmp_path / "told").read_text("utf-8", errors="replace")
    assert (code, "Traceback" in told) == (130, False), told


def test_the_command_ends_with_the_code_of_what_is_wrong(monkeypatch, capsys, tmp_path):
    pytest.importorskip("pyspark", reason="newskg[spark] is not installed")
    run = Command(monkeypatch, capsys)
    ran = run("spark", "resolve", tmp_path, "--master", "lokal")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: 'lokal' is no master of Spark's: give spark://HOST:7077")
    for command in ("resolve", "close"):
        ran = run("spark", command, f"file:{tmp_path}/none")
        assert (ran.code, ran.err) == (2, f"kg: file:{tmp_path}/none: there is no such file or folder\n")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        ran = run("spark", "close", tmp_path, "--master", f"spark://127.0.0.1:{taken.getsockname()[1]}")
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert "does not answer" in ran.err


WORKER = """An exception was thrown from the Python worker. Please see the stack trace below.
Traceback (most recent call last):
  File "worker.py", line 1, in main
{}

JVM stacktrace:
org.apache.spark.SparkException: Job aborted due to stage failure
\tat org.apache.spark.scheduler.DAGScheduler.abortStage(DAGScheduler.scala:1)
"""
JAVA = """An error occurred while calling None.org.apache.spark.api.java.JavaSparkContext.
: java.io.FileNotFoundException: File file:/none does not exist
\tat org.apache.hadoop.fs.RawLocalFileSystem.getFileStatus(RawLocalFileSystem.java:1)
"""


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            WORKER.format("kg.errors.UsageError: no spaCy model 'none' is installed; leave --model out"),
            UsageError,
            "on a worker: no spaCy model 'none' is installed; leave --model out",
        ),
        (
            WORKER.format("ModuleNotFoundError: No module named 'kg'"),
            UsageError,
            "on a worker: No module named 'kg': install newskg[spark] on each machine, or give spark.archives",
        ),
        (JAVA, DataError, "Spark: FileNotFoundException: File file:/none does not exist"),
        (
            "[PATH_NOT_FOUND] Path does not exist: file:/none.",
            DataError,
            "Spark: [PATH_NOT_FOUND] Path does not exist: file:/none.",
        ),
        (
            "[FAILED_READ_FILE.PARQUET] Error while reading file file:///b.parquet.\nCaused by: Exception: no",
            DataError,
            "Spark: Error while reading file file:///b.parquet.",
        ),
        ("", DataError, "Spark: it gave up"),
    ],
)
def test_what_spark_raises_is_told_in_a_line(text, kind, told):
    found = trouble.said(text)
    assert (type(found), str(found)) == (kind, told)
