"""The saved queries of a server: kg's own, and those of a folder of the newsroom's."""

from pathlib import Path

from kg.errors import UsageError
from kg.query.saved import SavedQuery, saved
from kg.suggest import suggest


class Questions:
    """Saved queries by name; one of the folder stands before kg's of the same name."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place

    def all(self) -> dict[str, SavedQuery]:
        """Return them as they are now: the folder may change."""
        return dict(sorted({**saved(), **(saved([self._place]) if self._place else {})}.items()))

    def find(self, name: str) -> SavedQuery:
        """Return one; UsageError suggests names near an unknown one."""
        known = self.all()
        if name not in known:
            raise UsageError(f"no query {name!r}{suggest(name, known)}")
        return known[name]
