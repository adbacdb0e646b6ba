"""What is told of a value that an option does not take: what was given, and what would be right, in kg's words."""

from collections.abc import Mapping
from typing import Any

from kg.errors import UsageError
from kg.suggest import suggest

#: What a number is called by its type.
KINDS: Mapping[object, str] = {int: "a whole number", float: "a number"}


def refused(error: Any) -> UsageError | None:
    """Return what is told of a value that is out of an option's range or choices; None of any other error of typer.

    What an option takes is read where it is declared.
    """
    found = getattr(error.__cause__, "errors", None)
    if error.param is None or not found:
        return None
    declared, given = error.param.get_runtime_param(), str(found()[0]["input"])
    right = _right(declared.annotation, declared.parameter_info, given)
    return UsageError(f"{error.param.opts[0]} {given}: {right}") if right else None


def _right(kind: Any, info: Any, given: str) -> str | None:
    if kind in KINDS:
        return f"give {KINDS[kind]}{_range(info.min, info.max)}"
    if choices := [str(each.value) for each in getattr(kind, "__members__", {}).values()]:
        return f"give {', '.join(choices[:-1])} or {choices[-1]}{suggest(given, choices)}"
    return None


def _range(least: float | None, most: float | None) -> str:
    if least is None:
        return "" if most is None else f" of {most} or less"
    return f" of {least} or more" if most is None else f" from {least} to {most}"
