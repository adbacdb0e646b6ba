"""kg mcp: the graph as tools of the Model Context Protocol, on standard input and output."""

from kg.cli.app import app
from kg.cli.options import STORE, QueriesOption, ServedTimeout, StoreOption
from kg.errors import UsageError


@app.command()
def mcp(
    *,
    store: StoreOption = STORE,
    queries: QueriesOption = None,
    timeout: ServedTimeout = 30,
) -> None:
    """Let an assistant ask the graph and cite: saved queries, search, show and why as tools, on standard input.

    It needs the package mcp: pip install "newskg[mcp]".
    """
    from kg.cli.reading import reading
    from kg.query.saved import folders
    from kg.serve.settings import Settings
    from kg.serve.snapshot import Keeper
    from kg.serve.workers import Pool

    try:
        from kg.serve.assistant import Assistant
        from kg.serve.questions import Questions
    except ImportError as error:
        raise UsageError(f'kg mcp needs the package mcp ({error}): pip install "newskg[mcp]"') from None
    with reading(store):
        settings = Settings(store, timeout=timeout, workers=1)
    pool = Pool(settings)
    try:
        Assistant(Keeper(store), pool, Questions(folders(queries))).server().run("stdio")
    finally:
        pool.close()
