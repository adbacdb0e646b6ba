"""Saved queries: plain SPARQL files that say in grlc's `#+ key: value` header what they answer.

A variable `?_name` is a parameter that must be given, `?__name` one that may be, as in grlc; a name that ends in `_iri`
stands for an entity, which is given by its name, and one that ends in `_xsd_boolean` for true or false: a flag.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.errors import DataError, UsageError
from kg.query.scan import behind, variables
from kg.resources import folder
from kg.suggest import suggest

#: What Windows editors write before UTF-8.
BYTE_ORDER_MARK = "\ufeff"
KEYS = {"summary", "inference"}
#: What grlc's servers read, and kg has no use for.
GRLC = {
    *("contact", "defaults", "description", "endpoint", "endpoint_in_url", "enumerate", "licence", "license"),
    *("method", "mime", "pagination", "proxy", "tags", "title", "transform"),
}
FLAG = "_xsd_boolean"


class Parameter(NamedTuple):
    """A variable that is given from outside; `name` is what the user writes."""

    variable: str
    name: str
    entity: bool
    required: bool
    flag: bool = False

    @property
    def option(self) -> str:
        """How the command line writes it."""
        return f"--{self.name}" if self.required else f"[--{self.name}]"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with its name, what it answers, and whether it needs inferred triples to."""

    name: str
    text: str
    summary: str = ""
    inference: bool = False
    path: Path | None = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, in the order of the text."""
        own = behind(self.text, "AS")
        return tuple(map(parameter, filter(is_parameter, (name for name in variables(self.text) if name not in own))))


def is_parameter(variable: str) -> bool:
    """Whether a variable is given from outside; one that is all underscores has no name to give it by."""
    return variable.startswith("_") and bool(variable.strip("_"))


def parameter(variable: str) -> Parameter:
    """Return what a variable's name says of it."""
    flag = variable.endswith(FLAG)
    name = variable.lstrip("_").removesuffix("_iri").removesuffix(FLAG).replace("_", "-")
    return Parameter(variable, name, variable.endswith("_iri"), not variable.startswith("__"), flag)


def saved(place: Path | None = None) -> dict[str, SavedQuery]:
    """Return the saved queries of a folder, by default kg's own, by name."""
    paths = sorted((place or folder("queries")).glob("*.rq"))
    return {path.stem: read(path) for path in paths}


def find(name: str) -> SavedQuery:
    """Return a saved query; UsageError suggests names near an unknown one."""
    paths = {path.stem: path for path in folder("queries").glob("*.rq")}
    if name not in paths:
        raise UsageError(f"no query {name!r}{suggest(name, paths)}; `kg queries` lists them all")
    return read(paths[name])


def read(path: Path) -> SavedQuery:
    """Return the query in a file; DataError if it is not text."""
    try:
        return parse(path.read_text("utf-8"), path.stem, path)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def parse(text: str, name: str, path: Path | None = None) -> SavedQuery:
    """Return a query with its header read; DataError names the line of a key that there is not."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    header: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#+"):
            key, colon, value = (part.strip() for part in line[2:].partition(":"))
            if key in GRLC or line[2:4] == "  ":
                continue
            if not colon or key not in KEYS:
                known = " and ".join(sorted(KEYS))
                raise DataError(f"{path or name}:{number}: unknown key {key!r}; a header has {known}, or grlc's keys")
            header[key] = value
    return SavedQuery(name, text, header.get("summary", ""), header.get("inference") == "required", path)
