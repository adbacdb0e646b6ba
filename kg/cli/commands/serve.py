"""kg serve: the graph in a browser and for other programs."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, QueriesOption, ServedTimeout, StoreOption
from kg.errors import UsageError


@app.command()
def serve(
    *,
    store: StoreOption = STORE,
    host: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 for all of this machine's.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A name under which it is asked, as behind a proxy.")
    ] = None,
    queries: QueriesOption = None,
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help="Show the graph at a SPARQL endpoint, and no store.")
    ] = None,
    timeout: ServedTimeout = 30,
    rows: Annotated[int, typer.Option(min=1, help="Rows that an answer may have.")] = 1_000_000,
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer queries.")] = 2,
    edit: Annotated[
        bool, typer.Option("--edit", help="Let decide who is who at /review: on this machine only, with a token.")
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Show only the sentences that are evidence, not whole articles.")
    ] = False,
) -> None:
    """Show the graph in a browser, read-only: every fact is one click from the words that state it."""
    import secrets

    from kg.cli.serving import listening, looked_at, looked_at_elsewhere, run
    from kg.query.saved import folders
    from kg.serve.settings import LOOPBACK, Settings

    if edit and host not in LOOPBACK:
        raise UsageError(f"--edit is for this machine only: not with --host {host}")
    if endpoint:
        refuse(endpoint, edit=edit, no_text=no_text)
    settings = Settings(
        store,
        endpoint or "",
        (host, *(name or ())),
        no_text=no_text,
        queries=tuple(folders(queries)),
        timeout=timeout,
        most_rows=rows,
        workers=workers,
        token=secrets.token_urlsafe(24) if edit else "",
    )
    if not endpoint:
        looked_at(store)
    with listening(host, port) as channel:
        address = f"http://{f'[{host}]' if ':' in host else host}:{channel.getsockname()[1]}/"
        typer.echo(f"kg: serving {endpoint or store} at {address} (Ctrl-C ends)", err=True)
        if endpoint:
            looked_at_elsewhere(settings)
        if edit:
            typer.echo(f"kg: decide who is who at {address}review?token={settings.token}", err=True)
        run(settings, channel)


def refuse(endpoint: str, *, edit: bool, no_text: bool) -> None:
    """Raise UsageError where an endpoint is none, or what is asked for needs a store on this machine."""
    from kg.link.endpoint import Endpoint

    Endpoint(endpoint)
    for name, given in (("--edit", edit), ("--no-text", no_text)):
        if given:
            raise UsageError(f"{name} needs a store on this machine: give --store, or leave {name} out")
