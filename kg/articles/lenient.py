"""JSON that is nearly right: commas before an end, comments, line ends in strings; what Python prints of dicts."""

import ast
import json
import re
from typing import Any

#: A string, which stays; what JSON does not have: a comma before an end, a comment.
_STRAY = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|,(?=\s*[\]}])|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_MARK = re.compile(r"[^\r\n]")
#: How a dict begins as Python prints it, or a list of them.
IS_PYTHON = re.compile(r"\ufeff?\s*(?:\[\s*)?\{\s*'[^'\n]*'\s*:").match
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
            return printed(text) if IS_PYTHON(text) else json.loads(mended(text.rstrip(", \t")), strict=False), True
        except (ValueError, RecursionError):
            raise error from None


def printed(text: str) -> Any:
    """Return what Python prints of a value, as JSON has it: names of fields are strings, tuples lists.

    Raises:
        ValueError: it is none.

    """
    try:
        return json.loads(json.dumps(ast.literal_eval(text.strip().rstrip(",")), default=str))
    except (TypeError, SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"no value as Python prints it: {error}") from error
