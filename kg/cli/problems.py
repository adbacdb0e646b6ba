"""What is told of inputs that cannot be read, while the others are."""

import sys

from kg.errors import KgError


class Problems:
    """Prints each problem as it comes, and remembers how the command is to end."""

    def __init__(self) -> None:
        self.count = 0
        self.exit_code = 0

    def __call__(self, error: KgError) -> None:
        """Tell of one problem."""
        self.count += 1
        self.exit_code = max(self.exit_code, error.exit_code)
        print(f"kg: {error}", file=sys.stderr)
