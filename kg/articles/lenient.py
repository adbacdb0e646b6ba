"""JSON that is nearly right: commas before an end, comments, line ends in strings; a dict as Python prints it."""

import ast
import json
import re
from typing import Any

#: A string, which stays; what JSON does not have: a comma before an end, a comment.
_STRAY = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|,(?=\s*[\]}])|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_MARK = re.compile(r"[^\r\n]")
#: Line ends and tabs may stand in strings as they are.
DECODER = json.JSONDecoder(strict=False)
WHAT = "no strict JSON (commas before an end, comments, line ends in strings, or Python's marks): read as it is meant"


def mended(text: str) -> str:
    """Return a text with blanks where JSON has nothing, as long as before; commas show once comments are gone."""
    return _blanked(_blanked(text))


def _blanked(text: str) -> str:
    return _STRAY.sub(lambda found: found[0] if found[0][0] == '"' else _MARK.sub(" ", found[0]), text)


def loads(text: str) -> tuple[Any, bool]:
    """Return the value of a text, and whether it had to be mended.

    Raises:
        ValueError: it is none; what is told is what strict JSON says of it.

    """
    try:
        return json.loads(text), False
    except json.JSONDecodeError as error:
        try:
            return _meant(text), True
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            raise error from None


def _meant(text: str) -> Any:
    bare = text.strip().rstrip(",")
    return ast.literal_eval(bare) if bare.startswith("{'") else json.loads(mended(bare), strict=False)
