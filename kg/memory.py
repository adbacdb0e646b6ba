"""Memory that nothing uses any more goes back to the system, where the C library would keep it.

Where the C library knows no such thing (macOS, musl), nothing is done.
"""

import ctypes
from collections.abc import Callable
from contextlib import suppress

#: M_MMAP_THRESHOLD of glibc's malloc.h.
THRESHOLD = -3
#: Bytes from which on a piece of memory is by itself, and goes back as soon as nothing uses it.
LARGE = 1 << 20


def give_back() -> None:
    """Give back what is free."""
    if trim := _function("malloc_trim"):
        trim(0)


def give_back_at_once() -> None:
    """Let large pieces go back from now on when they are freed, for the whole process: for programs, not libraries.

    The C library holds larger and larger ones the more of them it has seen, until small ones stand between them.
    """
    if set_option := _function("mallopt"):
        set_option(THRESHOLD, LARGE)


def _function(name: str) -> Callable[..., int] | None:
    with suppress(OSError, AttributeError, TypeError):
        found: Callable[..., int] = getattr(ctypes.CDLL(None), name)
        return found
    return None
