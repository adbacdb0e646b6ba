"""kg stats: how much a store holds."""

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


@app.command()
def stats(*, store: StoreOption = STORE) -> None:
    """Count what the store holds: a name and a number a line."""
    from kg.cli.reading import reading
    from kg.graph.contents import contents

    with reading(store) as graph:
        for name, number in contents(graph).items():
            print(f"{name}\t{number}")
