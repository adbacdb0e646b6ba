"""The entry point: where it is interrupted, also while it is loaded, it says so in one line."""

import sys


def main() -> None:
    """Run `kg`."""
    try:
        from kg.cli.running import run

        run()
    except KeyboardInterrupt:
        from kg.cli.interrupted import CODE, said

        print(f"kg: {said(None)}", file=sys.stderr)
        sys.exit(CODE)
