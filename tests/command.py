"""Runs kg as a user does: in this process, in one of its own, or at a terminal."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.cli.main import main


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


class Command:
    """Runs commands in this process, where the language model is loaded once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        self._monkeypatch.setattr("sys.argv", ["kg", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
        return Ran(code, *self._capsys.readouterr())


ROOT = str(Path(__file__).parent.parent)
#: What moves and colours what a terminal shows.
MOVES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def start(*arguments: object, **options: Any) -> subprocess.Popen[str]:
    """Start a command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": ROOT},
        **options,
    )


def screen(
    folder: Path, *arguments: object, until: Callable[[str], object] | None = None, times: int = 1
) -> tuple[int, str]:
    """Run a command at a terminal in a folder, and return how it ended and all that stood there.

    Ctrl-C is typed, so many times, as soon as `until` finds what it wants there. All processes have ended that had the
    terminal.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(PYTHONPATH=ROOT, COLUMNS="120", TERM="xterm")
        os.execv(sys.executable, [sys.executable, "-m", "kg", *map(str, arguments)])
    # A terminal drops at Ctrl-C what nobody has read of it yet: what is told after the first would go at the next.
    settings = termios.tcgetattr(terminal)
    settings[3] |= termios.NOFLSH
    termios.tcsetattr(terminal, termios.TCSANOW, settings)
    shown = b""
    try:
        while piece := _read(terminal):
            shown += piece.replace(b"\0", b"")
            if until and until(MOVES.sub("", shown.decode(errors="replace"))):
                os.write(terminal, b"\x03")
                times -= 1
                until = (lambda _: True) if times else None
    except OSError:
        pass  # Nobody has the terminal any more.
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)
    return code, MOVES.sub("", shown.decode())


def _read(terminal: int) -> bytes:
    """Return what came, or a sign that says nothing where nothing came for a moment."""
    return os.read(terminal, 1 << 16) if select.select([terminal], [], [], 0.02)[0] else b"\0"
