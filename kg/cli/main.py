"""The entry point: where it is interrupted, also while it is loaded, it says so in one line."""

import sys


def main() -> None:
    """Run `kg`."""
    try:
        from kg.cli.running import run

        run()
    except KeyboardInterrupt:
        print("kg: interrupted; nothing is changed", file=sys.stderr)
        sys.exit(130)
