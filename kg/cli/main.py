"""The entry point: register the commands, run one, and turn errors into messages and exit codes."""

import sys
from importlib import import_module
from pkgutil import iter_modules

from kg.cli import commands
from kg.cli.app import app
from kg.errors import DataError, KgError


def main() -> None:
    """Run `kg`."""
    for module in sorted(iter_modules(commands.__path__), key=lambda module: module.name):
        import_module(f"{commands.__name__}.{module.name}")
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        # Of every file that it is told of, kg says itself what is wrong; this is where its output goes.
        print(f"kg: the output cannot be written: {error.strerror}", file=sys.stderr)
        sys.exit(DataError.exit_code)
