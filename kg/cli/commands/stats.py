"""kg stats: how much a store holds."""

import json

from kg.cli.app import app
from kg.cli.options import STORE, JsonOption, StoreOption


@app.command()
def stats(*, store: StoreOption = STORE, as_json: JsonOption = False) -> None:
    """Count what the store holds: a name and a number a line."""
    from kg.cli.plain import data
    from kg.cli.reading import reading
    from kg.graph.contents import contents

    with reading(store) as graph:
        counts = contents(graph)
    if as_json:
        data(json.dumps(counts) + "\n")
        return
    for name, number in counts.items():
        print(f"{name}\t{number}")
