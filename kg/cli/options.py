"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    Path, typer.Option("--store", envvar="KG_STORE", metavar="DIR", help="The folder of the graph.")
]
STORE = Path("kg-store")
