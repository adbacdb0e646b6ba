"""The entry point: register the commands, run one, and turn errors into messages and exit codes."""

import sys
from importlib import import_module
from pkgutil import iter_modules

from kg.cli import commands
from kg.cli.app import app
from kg.errors import KgError


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
