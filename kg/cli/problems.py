"""What is told of inputs that cannot be read, while the others are."""

import re
import sys

from kg.errors import KgError, Notice

NEXT_LINE = re.compile(r"\n(?! )")


def tell(message: str) -> None:
    """Print what is wrong; lines after the first are set back, so that a name with a line break says nothing for kg."""
    print("kg: " + NEXT_LINE.sub("\n  ", message), file=sys.stderr)


class Problems:
    """Prints each problem as it comes, counts those that cost an article, and remembers how the command is to end."""

    def __init__(self) -> None:
        self.count = 0
        self.exit_code = 0

    def __call__(self, error: KgError) -> None:
        """Tell of one problem."""
        self.count += not isinstance(error, Notice)
        self.exit_code = max(self.exit_code, error.exit_code)
        tell(str(error))
