"""On a standalone cluster of a master and two workers on this machine, one of which is killed in the middle."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from tests.spark.java import missing

if why := missing() or ("" if hasattr(os, "killpg") else "a worker is killed by its group"):
    pytest.skip(why, allow_module_level=True)
pyspark = pytest.importorskip("pyspark")

from tests.spark.test_local import QUICK, SMALL, shard  # noqa: E402 (after what may be missing)
from tests.spark.texts import ARTICLES, lines, record  # noqa: E402

CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"
MASTER, WORKER = (f"org.apache.spark.deploy.{name}" for name in ("master.Master", "worker.Worker"))
#: Seconds that anything may take on a machine that does much else; nothing waits for them.
LONG = 600


def started(folder: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of Spark in a group of its own, so that it is killed with all that it started."""
    given = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": QUICK}
    given["PYSPARK_PYTHON"] = sys.executable
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [str(CLASS), *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={**os.environ, **given},
            start_new_session=True,
        )


def said(folder: Path, name: str, pattern: str) -> str:
    """Return what a part of Spark comes to say."""
    for _ in range(LONG * 5):
        if found := re.search(pattern, (folder / f"{name}.log").read_text("utf-8", errors="replace")):
            return found[0]
        sleep(0.2)
    pytest.fail(f"{name} did not say {pattern}: {(folder / f'{name}.log').read_text('utf-8')[-2000:]}")


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a part of Spark with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(tmp_path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A master and two workers of a core each."""
    here = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
    running = [started(tmp_path, "master", MASTER, *here)]
    try:
        url = said(tmp_path, "master", r"spark://127\.0\.0\.1:[1-9]\d*")
        for name in ("one", "two"):
            size = ("--cores", "1", "--memory", "1g", "--work-dir", str(tmp_path / name))
            running.append(started(tmp_path, name, WORKER, url, *here, *size))
        for name in ("one", "two"):
            said(tmp_path, name, "Successfully registered with master")
        yield url, running[1:]
    finally:
        for each in running:
            kill(each)


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(cluster, tmp_path):
    url, workers = cluster
    given, out = tmp_path / "given.jsonl", tmp_path / "out"
    given.write_text("".join(json.dumps(record(article)) + "\n" for article in ARTICLES), encoding="utf-8")
    settings = {**SMALL, "spark.executor.memory": "512m", "spark.driver.memory": "512m"}
    options = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
    command = ["spark", "extract", str(given), str(out), "--master", url, "--task", "1", *options]
    root = str(Path(__file__).parents[2])
    with (tmp_path / "driver.log").open("wb") as log:
        driver = subprocess.Popen(
            [sys.executable, "-m", "kg", *command],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, "PYTHONPATH": root, "SPARK_LOCAL_IP": "127.0.0.1"},
        )
    try:
        # What one task has read stands there before the others are done.
        while driver.poll() is None and not any((out / "readings").glob("part-*")):
            sleep(0.1)
        kill(workers[0])
        told, _ = driver.communicate(timeout=3 * LONG)
    finally:
        driver.kill()
    assert told == "articles: 9 new, 0 unchanged, 0 failed\n", (tmp_path / "driver.log").read_text("utf-8")[-3000:]
    assert shard(out, "articles") == lines(ARTICLES)
