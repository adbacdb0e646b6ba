"""A store whose files are damaged: what it answers is right, or told; no traceback, no memory without end."""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.soak import stores

MANY, FEW = 54, 3
MEMORY, SECONDS = 6 << 30, 120
COMMANDS = [["export"], ["stats"], ["check"], ["query", "roles"]]
#: One of them, in the end: none is to go on as if nothing were.
WRITES = [["forget", "made-7"], ["build", "seeds"], ["store", "compact"]]


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / "whole"
        stores.ACTIONS["build"](whole)
        wanted = [_run(command, whole) for command in COMMANDS]
        files = sorted(file.name for file in whole.iterdir() if not file.name.startswith(("LOG", "newskg")))
        for number in range(FEW if quick else MANY):
            store = Path(name) / "store"
            shutil.rmtree(store, ignore_errors=True)
            shutil.copytree(whole, store)
            file = store / random.choice(files)
            how = _damage(file, random)
            for command, right in zip(COMMANDS, wanted, strict=True):
                lost = _wrong(_run(command, store), right)
                yield lost and f"{number}: {file.name} {how}, kg {command[0]}: {lost}"
            command = random.choice(WRITES)
            lost = _wrong(_run(command, store), None)
            yield lost and f"{number}: {file.name} {how}, kg {command[0]}: {lost}"


def _damage(file: Path, random: Random) -> str:
    held = bytearray(file.read_bytes())
    how = random.choice(["zeros", "noise", "cut", "empty", "gone"])
    at = random.randrange(len(held) or 1)
    if how == "gone":
        file.unlink()
        return how
    if how in ("zeros", "noise"):
        held[at : at + 16] = bytes(16) if how == "zeros" else random.randbytes(16)
    file.write_bytes(b"" if how == "empty" else held[:at] if how == "cut" else held)
    return how


def _run(command: list[str], store: Path) -> tuple[int, str, str]:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    try:
        ran = subprocess.run(
            [sys.executable, "-m", "kg", *command, "--store", str(store)],
            cwd=stores.ROOT, capture_output=True, text=True, timeout=SECONDS, check=False, preexec_fn=little,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return -1, "", "takes without end"
    return ran.returncode, ran.stdout, ran.stderr


def _wrong(ran: tuple[int, str, str], right: tuple[int, str, str] | None) -> str | None:
    """Say what is wrong with an answer that is neither the right one, if there is one, nor told."""
    code, out, err = ran
    if code not in (0, 1, 3) or "Traceback" in err or "panicked" in err:
        return f"exit {code}: {err[-120:]!r}"
    if right and code != 3 and out != right[1] and "kg: " not in err:
        return "another answer, and nothing told"
    return None
