"""What is told of inputs that cannot be read, while the others are."""

import re
import sys
from collections import Counter

from kg.errors import DecisionError, KgError, LeftOut, Notice

NEXT_LINE = re.compile(r"\n(?! )")


def tell(message: str) -> None:
    """Print what is wrong; lines after the first are set back, so that a name with a line break says nothing for kg."""
    print("kg: " + NEXT_LINE.sub("\n  ", message), file=sys.stderr)


def whole(error: BaseException, message: str) -> str:
    """Return what is told of an error with what failed beside it."""
    return "\n".join([message, *getattr(error, "__notes__", ())])


class Problems:
    """Prints each problem as it comes, counts what costs an article, and remembers how the command is to end."""

    def __init__(self) -> None:
        self.count = 0
        self.left_out = Counter[str]()
        self.exit_code = 0
        self._often = set[str]()

    def __call__(self, error: KgError) -> None:
        """Tell of one problem."""
        self.count += not isinstance(error, Notice | DecisionError)
        self.exit_code = max(self.exit_code, error.exit_code)
        if isinstance(error, LeftOut):
            self.left_out[error.why] += 1
        if isinstance(error, Notice) and error.often:
            if error.often in self._often:
                return
            self._often.add(error.often)
        tell(str(error))
