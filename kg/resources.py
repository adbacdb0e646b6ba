"""Where the ontology and the saved queries are: beside the package in a clone, inside it when installed."""

from pathlib import Path


def folder(name: str) -> Path:
    """Return the folder `ontology` or `queries` that came with this kg."""
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / name
