"""The built-in index is made of the packages that are installed, once, and kept until these change."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.errors import UsageError
from kg.link.builtin.packages import PACKAGES, Package
from kg.link.cache import kept_in
from kg.link.index import VERSION, Index
from kg.link.item import Item, ids

#: Raised when other items are made of the same packages.
RECIPE = 2
#: Where npm puts packages.
MODULES = "node_modules"
#: The environment variable that names that folder.
SETTING = "KG_NODE_MODULES"


@dataclass(frozen=True, slots=True)
class Stands:
    """A package where it stands."""

    package: Package
    folder: Path

    @property
    def told(self) -> str:
        """Its name and version, as links give their source."""
        return f"{self.package.name} {self.package.version(self.folder)}"


def installed(modules: Path | None = None) -> list[Stands]:
    """Return the packages that are installed; npm's are looked for in a folder, unless told otherwise the one here."""
    where = modules or Path(os.environ.get(SETTING) or MODULES)
    return [Stands(each, folder) for each in PACKAGES if (folder := each.found(where))]


def missing(found: Iterable[Stands]) -> Iterator[Package]:
    """Yield the packages that the index could be made of, too."""
    there = {each.package.name for each in found}
    return (each for each in PACKAGES if each.name not in there)


def builtin(modules: Path | None = None) -> Path:
    """Return the index of the packages that are installed; it is made where it has not been.

    Raises:
        UsageError: none of the packages is installed.

    """
    found = installed(modules)
    if not found:
        raise UsageError("no package with items is installed: " + "; ".join(sorted({p.advice for p in PACKAGES})))
    said = f"{VERSION} {RECIPE}\n" + "\n".join(each.told for each in found)
    path = kept_in(f"items-{sha256(said.encode()).hexdigest()[:12]}.sqlite")
    if not path.is_file():
        make(found, path)
    return path


def make(found: Iterable[Stands], path: Path) -> int:
    """Make an index of packages, whole or not at all, and return how many items it holds."""
    packages = list(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    with Index(new, create=True) as index:
        for item in joined(packages):
            index.add(item)
        held = index.finish(("Organization", "Place"))
        index.note("source", "built-in: " + ", ".join(each.told for each in packages))
        index.note("terms", "; ".join(f"{each.told}: {each.package.terms}" for each in packages))
        index.db.commit()
    new.replace(path)
    return held


def joined(packages: Iterable[Stands]) -> list[Item]:
    """Return each item once: as the last package has it, by the names that all have."""
    items: dict[str, Item] = {}
    for each in packages:
        for item in each.package.items(each.folder):
            items[item.id] = _with(items[item.id], item) if item.id in items else item
    return [items[identifier] for identifier in sorted(items)]


def _with(one: Item, other: Item) -> Item:
    """Return an item with the names that it has elsewhere, too, and all that is told of it."""
    claims = {
        name: ids((*one.claims.get(name, ()), *other.claims.get(name, ()))) for name in {**one.claims, **other.claims}
    }
    names = ids((*one.aliases, one.label, *other.aliases))
    description = other.description or one.description
    return replace(other, aliases=tuple(n for n in names if n != other.label), claims=claims, description=description)
