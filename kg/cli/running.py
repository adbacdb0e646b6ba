"""Registers the commands, runs one, and turns errors into messages and exit codes."""

import sys
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules

from kg.cli import commands
from kg.cli.app import app
from kg.cli.plain import plainly
from kg.cli.problems import tell, whole
from kg.errors import DataError, KgError


def register() -> None:
    """Have each command's file register it."""
    for module in sorted(iter_modules(commands.__path__), key=lambda module: module.name):
        import_module(f"{commands.__name__}.{module.name}")


def run() -> None:
    """Run `kg`, whose commands are registered."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a name shows its characters by number.
            stream.reconfigure(errors="backslashreplace")
    with plainly():
        _run()


def _run() -> None:
    try:
        app()
    except KgError as error:
        tell(whole(error, str(error)))
        sys.exit(error.exit_code)
    except OSError as error:
        tell(_said(error))
        sys.exit(DataError.exit_code)


def _said(error: OSError) -> str:
    """Say what an error is of: a file, the output, which has no name, or what has no number, something else."""
    if error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return f"the output cannot be written: {error.strerror}" if error.strerror else str(error)
