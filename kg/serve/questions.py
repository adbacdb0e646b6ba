"""The saved queries of a server: kg's own, and before them those of folders of the newsroom's."""

import logging
from collections.abc import Sequence
from pathlib import Path

from kg.errors import UsageError
from kg.query.saved import SavedQuery, find, saved
from kg.serve.problems import Problem


class Questions:
    """Saved queries by name, as they are now: their folders may change."""

    def __init__(self, among: Sequence[Path] = ()) -> None:
        self._among = among

    def all(self) -> dict[str, SavedQuery]:
        """Return them all; one that cannot be read is told in the log, and hides no other."""
        return saved(self._among, logging.getLogger("uvicorn.error").warning)

    def find(self, name: str) -> SavedQuery:
        """Return one; Problem where there is none of that name, with those near it."""
        try:
            return find(name, self._among)
        except UsageError as error:
            raise Problem(404, str(error)) from error
