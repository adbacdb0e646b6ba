"""The entry point: where it is told to end, also while it is loaded, it says so in one line."""


def main() -> None:
    """Run `kg`."""
    try:
        from kg.cli.interrupted import once

        once()
        from kg.cli.running import run

        run()
    except BaseException as error:
        from kg.cli.interrupted import ENDS, ended, kept

        if isinstance(error, ENDS):
            ended(kept(None), error)
        raise
