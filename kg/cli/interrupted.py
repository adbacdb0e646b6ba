"""What is told of a command that is interrupted: what is kept, and how to go on."""

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from kg.cli.problems import tell, whole

if TYPE_CHECKING:
    from kg.graph.store import Store

#: How it then ends.
CODE = 130
NOTHING = "nothing is changed"
ON = "the same command reads the rest, and then brings the graph up to date"
REST = "what was done is kept: the same command does the rest"
#: Of those that change something, or print what is kept elsewhere.
KEPT: Mapping[str, str] = {
    **dict.fromkeys(("check", "forget", "same", "different", "undo", "review", "link", "wikidata", "spark"), REST),
    "build": f"what was read is kept: {ON}",
    "extract": "each line that was printed is whole, and no store is touched",
    "site": "the same command writes it whole",
    "serve": "nobody is answered any more, and nothing is changed",
    "mcp": "nobody is answered any more, and nothing is changed",
}


def said(command: str | None) -> str:
    """Return what is told of a command of this name."""
    return f"interrupted; {KEPT.get(command or '', NOTHING)}"


def ended(message: str) -> NoReturn:
    """End a command that is interrupted, and say so; who presses again is told nothing else."""
    deaf()
    # A bar that is broken off while it is drawn may hold back for ever what goes through it.
    sys.stderr = getattr(sys.stderr, "rich_proxied_file", sys.stderr)
    tell(message)
    sys.exit(CODE)


def once() -> None:
    """Hear Ctrl-C once: who presses again interrupts nothing that tidies up; who hears none at all, hears none."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _heard)


def _heard(*_: object) -> NoReturn:
    deaf()
    raise KeyboardInterrupt


def deaf() -> None:
    """Hear no Ctrl-C any more."""
    # Not SIG_IGN, which processes that are started would inherit.
    signal.signal(signal.SIGINT, lambda *_: None)


@contextmanager
def keeping(store: "Store") -> Iterator[None]:
    """Say what a build that is interrupted keeps."""
    try:
        yield
    except KeyboardInterrupt as error:
        deaf()
        from kg.graph.waiting import Waiting

        # It may be being opened anew just then.
        number, is_pending = 0, True
        if store.is_open:
            number, is_pending = sum(1 for _ in Waiting(store)), any(map(any, store.pending()))
        ended(whole(error, read(number, is_pending=is_pending)))


def read(number: int, *, is_pending: bool) -> str:
    """Return what is told of a build of which so many articles wait to be written, or only what follows is to come."""
    if number:
        waits = f"{number:,} article{'s wait' if number != 1 else ' waits'} to be written"
        return f"interrupted; what was read is kept, {waits}: the same command goes on"
    return said("build") if is_pending else "interrupted; no article was read yet: the same command begins again"
