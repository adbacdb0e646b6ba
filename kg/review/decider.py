"""Who decides, and when, as decisions say it."""

import getpass
from datetime import UTC, datetime


def user() -> str:
    """Return who decides."""
    return getpass.getuser()


def today() -> str:
    """Return when, in ISO 8601."""
    return f"{datetime.now(UTC):%Y-%m-%d}"
