"""What goes wrong in Spark, and before it starts, told in a line: nothing of Java's."""

import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from kg import errors
from kg.errors import DataError, KgError, NetworkError, UsageError

#: What Spark takes for a master.
_MASTERS = re.compile(r"local(\[(\*|\d+)(, *\d+)?\]|-cluster\[.+\])?|spark://.+|k8s://.+|yarn")
#: Seconds that a master has to answer.
PATIENCE = 10.0
#: The errors of Python and of Java, as Spark gives them.
_RAISED = re.compile(r"^(?:: |Caused by: )?(?:\w+\.)*(\w*(?:Error|Exception)): (.+)$", re.MULTILINE)
#: What Spark says of a file, at the end of what it raises of all that was asked of it.
_FILE = re.compile(r"\[(?:FAILED_READ_FILE|CANNOT_READ_FILE)[^\]]*\] (.+)")


def java() -> None:
    """Raise UsageError if there is no Java to start Spark with."""
    home = os.environ.get("JAVA_HOME")
    if not (Path(home, "bin", "java").exists() if home else which("java")):
        where = f"none is in JAVA_HOME, {home}" if home else "there is none"
        raise UsageError(
            f"Spark needs Java 17 or later, and {where}: install openjdk-17-jre-headless, or set JAVA_HOME"
        )


def reached(master: str, patience: float = PATIENCE) -> None:
    """Raise UsageError if a master is none, and NetworkError if nothing answers where a standalone one should."""
    if not _MASTERS.fullmatch(master):
        raise UsageError(f"{master!r} is no master of Spark's: give spark://HOST:7077, yarn, k8s://… or local[4]")
    if not master.startswith("spark://"):
        return
    told = ""
    for each in master.removeprefix("spark://").split(","):
        host, sign, port = each.rpartition(":")
        if not (sign and port.isdecimal()):
            raise UsageError(f"{master!r} is no master of Spark's: write it with its port, as spark://HOST:7077")
        try:
            with socket.create_connection((host.strip("[]"), int(port)), patience):
                return
        except (OSError, OverflowError) as error:
            told = str(error)
    raise NetworkError(f"{master} does not answer: {told}")


@contextmanager
def trouble() -> Iterator[None]:
    """Tell in a line what Spark raises.

    Raises:
        KgError: what kg told on a worker, or DataError: what Spark did.

    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise said(str(error)) from error


def said(text: str) -> KgError:
    """Return what is told of what Spark raised: of what was raised on a worker the last."""
    for name, told in reversed(_RAISED.findall(text)):
        kind = getattr(errors, name, None)
        if isinstance(kind, type) and issubclass(kind, KgError):
            return kind(f"on a worker: {told}")
        if name == "ModuleNotFoundError":
            return UsageError(f"on a worker: {told}: install newskg[spark] on each machine, or give spark.archives")
    if of_file := _FILE.search(text):
        return DataError(f"Spark: {of_file[1]}")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    raised = [f"{name}: {told}" for name, told in _RAISED.findall(text)]
    return DataError(f"Spark: {(raised or lines or ['it gave up'])[-1 if raised else 0]}")
