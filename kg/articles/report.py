"""What is told of inputs while they are read."""

import warnings
from collections.abc import Callable

from kg.errors import KgError, Notice

#: What is told of an input that cannot be read, or not wholly; reading goes on with the next unless it raises.
Report = Callable[[KgError], None]


def refuse(error: KgError) -> None:
    """Stop at the first input that cannot be read; warn of what was guessed or left out."""
    if not isinstance(error, Notice):
        raise error
    warnings.warn(str(error), stacklevel=2)
