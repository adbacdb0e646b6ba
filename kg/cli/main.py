"""The entry point: where it is interrupted, also while it is loaded, it says so in one line."""


def main() -> None:
    """Run `kg`."""
    try:
        from kg.cli.running import run

        run()
    except KeyboardInterrupt:
        from kg.cli.interrupted import ended, said

        ended(said(None))
