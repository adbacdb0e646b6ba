"""What is told of a command that is told to end, by Ctrl-C or by the system: what is kept, and how to go on."""

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from kg.cli.problems import tell, whole
from kg.errors import FullError
from kg.signals import ENDING

if TYPE_CHECKING:
    from kg.graph.store import Store

NOTHING = "nothing is changed"
NONE = "no article was read yet: the same command begins again"
READ = "what was read is kept: the same command reads the rest, and then brings the graph up to date"
UP_TO_DATE = "the graph has all that was read: the same command reads the rest"
REST = "what was done is kept: the same command does the rest"
#: Of those that change something, or print what is kept elsewhere; of a build until there is a store.
KEPT: Mapping[str, str] = {
    **dict.fromkeys(("check", "forget", "same", "different", "undo", "review", "link", "wikidata", "spark"), REST),
    "build": NONE,
    "extract": "each line that was printed is whole, and no store is touched",
    "site": "the same command writes it whole",
    "serve": "nobody is answered any more, and nothing is changed",
    "mcp": "nobody is answered any more, and nothing is changed",
}
#: Seconds until it is heard again.
SOON = 0.01
#: Who told it.
HOW: Mapping[int, str] = {signal.SIGINT: "interrupted", signal.SIGTERM: "told to end"}


class Ended(SystemExit):
    """The process was told to end: no KeyboardInterrupt, of which typer and Python would tell in their own ways."""

    def __init__(self, number: int) -> None:
        """Take the number of what told it."""
        super().__init__(128 + number)
        self.number = number


#: What a command is ended by that is told to end.
ENDS = (KeyboardInterrupt, Ended)


def kept(command: str | None) -> str:
    """Return what is told of a command of this name."""
    return KEPT.get(command or "", NOTHING)


def said(words: str, number: int = signal.SIGINT) -> str:
    """Return the line that tells of a command that is told to end."""
    return f"{HOW[number]}; {words}"


def ended(words: str, error: BaseException) -> NoReturn:
    """End a command that is told to end, and say so; who tells it again is told nothing else."""
    deaf()
    # A bar that is broken off while it is drawn may hold back for ever what goes through it.
    sys.stderr = getattr(sys.stderr, "rich_proxied_file", sys.stderr)
    number = error.number if isinstance(error, Ended) else signal.SIGINT
    tell(whole(error, said(words, number)))
    for each in ENDING:
        # Python gives up handlers of its own before it has ended, and nothing is started any more.
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


@contextmanager
def telling(words: str) -> Iterator[None]:
    """Say this of a command that is told to end meanwhile."""
    try:
        yield
    except ENDS as error:
        ended(words, error)


def once() -> None:
    """Hear once what tells the process to end: who presses again interrupts nothing that tidies up.

    Who hears no Ctrl-C at all, as in the background of a shell, hears none.
    """
    signal.signal(signal.SIGTERM, _heard)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _heard)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _passed_by


def _heard(number: int, _: object) -> NoReturn:
    deaf()
    raise Ended(number)


def _passed_by(told: "sys.UnraisableHookArgs") -> None:
    """Hear it again, soon, where Python passes it by, as it does with all that is raised while it tidies up."""
    if not isinstance(told.exc_value, Ended):
        sys.__unraisablehook__(told)
        return
    number = told.exc_value.number
    signal.signal(signal.SIGALRM, lambda *_: _heard(number, None))
    signal.setitimer(signal.ITIMER_REAL, SOON)


def deaf() -> None:
    """Hear nothing any more that tells the process to end."""
    for number in ENDING:
        # Not SIG_IGN, which processes that are started would inherit.
        signal.signal(number, lambda *_: None)


@contextmanager
def keeping(store: "Store") -> Iterator[None]:
    """Say what a build keeps that is told to end, or whose disk is full."""
    try:
        yield
    except ENDS as error:
        deaf()
        ended(left(store), error)
    except FullError as error:
        raise FullError(whole(error, f"{error}; {left(store)} when there is room")) from error


def left(store: "Store") -> str:
    """Return what is told of what a build leaves in a store."""
    from kg.graph.waiting import Waiting

    if not store.is_open:
        # It may be being opened anew just then.
        return READ
    if number := sum(1 for _ in Waiting(store)):
        waits = f"{number:,} article{'s wait' if number != 1 else ' waits'} to be written"
        return f"what was read is kept, {waits}: the same command goes on"
    if any(map(any, store.pending())):
        return READ
    return UP_TO_DATE if any(store.articles()) else NONE
