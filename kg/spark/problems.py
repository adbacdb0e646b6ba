"""What is told of an input or an article, as a row of the table of errors."""

from kg.errors import KgError, Notice

KINDS = (ERROR, NOTICE) = ("error", "notice")


def problem(error: KgError) -> dict[str, str]:
    """Return what is told by an error."""
    # Half a character cannot be written, and stands in what is told of it.
    said = str(error).encode("utf-8", "backslashreplace").decode()
    return {"kind": NOTICE if isinstance(error, Notice) else ERROR, "problem": said}
