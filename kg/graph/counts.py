"""Numbers of killed and injured: "3", "20-30", "20-" for at least 20, "-30" for at most 30."""

import re
from collections.abc import Iterator

_COUNT = re.compile(r"(\d*)(-?)(\d*)")


def exact(value: str | None) -> int | None:
    """Return the number, where the words give one and no range."""
    return int(value) if value and value.isdecimal() else None


def counts(role: str, value: str | None) -> Iterator[tuple[str, int]]:
    """Yield the properties that a count of killed or injured gives, with their numbers."""
    found = _COUNT.fullmatch(value or "")
    if not found:
        return
    low, dash, high = found.groups()
    if not dash:
        yield from ((f"{role}Count", int(low)) for _ in low[:1])
        return
    if low:
        yield f"{role}AtLeast", int(low)
    if high:
        yield f"{role}AtMost", int(high)
