"""The entry point: where it is told to end, also while it is loaded, it says so in one line."""


def main() -> None:
    """Run `kg`."""
    try:
        _load()
        from kg.cli.running import run

        run()
    except BaseException as error:
        from kg.cli.interrupted import ENDS, ended, kept

        if isinstance(error, ENDS):
            ended(kept(None), error)
        raise


def _load() -> None:
    """Load the commands, and hear what tells to end when that is done: Python makes other errors of it, or none."""
    from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, SIGTERM, pthread_sigmask

    before = pthread_sigmask(SIG_BLOCK, {SIGINT, SIGTERM})
    try:
        from kg.cli.interrupted import once
        from kg.cli.running import register

        once()
        register()
    finally:
        pthread_sigmask(SIG_SETMASK, before)
