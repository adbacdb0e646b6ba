"""Files of rules: TOML with the lines that its tables and fields stand in, and values that are checked."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import DataError, UsageError
from kg.extract.rules.users import Example

NAME = re.compile(r"[^\W_][\w.:-]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule stands: the file, and which of its kind it is."""

    file: Path
    text: str
    kind: str
    number: int

    def of(self, key: str) -> str:
        """Return file and line of a field, or of the rule where the field is not written."""
        heads = re.finditer(rf"^[ \t]*\[\[[ \t]*{self.kind}[ \t]*\]\]", self.text, re.MULTILINE)
        start = [head.start() for head in heads][self.number : self.number + 1]
        if not start:
            return str(self.file)
        body = self.text[start[0] + 2 :].partition("\n[[")[0]
        line = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=", body, re.MULTILINE) if key else None
        at = start[0] + 2 + line.end() if line else start[0]
        return f"{self.file}:{self.text.count(chr(10), 0, at) + 1}"

    def wrong(self, key: str, what: str) -> DataError:
        """Return the error that says what is wrong with a field."""
        return DataError(f"{self.of(key)}: {what}")


def toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Return a file of rules as text and as tables."""
    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file or folder") from None
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}") from error


def name(given: object, place: Place) -> str:
    """Return the name of a rule."""
    if not isinstance(given, str) or not NAME.fullmatch(given):
        raise place.wrong("name", f"a name has letters, figures and . : - alone, not {given!r}")
    return given


def confidence(value: object, place: Place) -> float | None:
    """Return how sure a rule is, if that is said."""
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1:
        return float(value)
    raise place.wrong("confidence", f"a confidence is a share of 1, as 0.9, not {value!r}")


def texts(key: str, given: object, place: Place) -> list[str]:
    """Return a list of texts."""
    if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
        raise place.wrong(key, f'{key} is a list of texts: ["…"]')
    return given


def examples(given: object, place: Place) -> Iterator[Example]:
    """Yield the examples of a rule."""
    for each in given if isinstance(given, list) else [None]:
        if isinstance(each, dict) and "text" in each and each.keys() <= {"text", "subject", "object"}:
            yield Example(**{key: str(value) for key, value in each.items()})
        elif isinstance(each, str) and each.strip():
            yield Example(each)
        else:
            raise place.wrong(
                "examples", 'examples is a list of texts, or of { text = "…", subject = "…", object = "…" }'
            )
