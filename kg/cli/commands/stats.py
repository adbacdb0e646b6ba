"""kg stats: how much a store holds."""

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


@app.command()
def stats(*, store: StoreOption = STORE) -> None:
    """Count what the store holds: a name and a number a line."""
    from kg.graph.contents import contents
    from kg.graph.store import Store

    with Store(store, read_only=True) as graph:
        for name, number in contents(graph).items():
            print(f"{name}\t{number}")
