"""Names as they are compared."""

import unicodedata


def without_accents(name: str) -> str:
    """Return a name without the marks on its letters."""
    # Which most are, and sooner told than taken apart.
    if name.isascii():
        return name
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))


def unaccented(name: str) -> str:
    """Return a name in small letters without marks."""
    return without_accents(name).casefold()
