"""kg undo: a decision is taken back."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.cli.problems import Problems


@app.command()
def undo(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[LEFT RIGHT]", help="As kg same had them; else the last decision.")
    ] = None,
    *,
    store: StoreOption = STORE,
) -> None:
    """Take back the last decision of who is who, or that about two things."""
    from kg.cli.deciding import path_of, tell
    from kg.cli.reading import writing
    from kg.conclude import decide
    from kg.errors import UsageError
    from kg.resolve.decisions import FILE, read

    problems = Problems()
    with writing(store, problems) as graph:
        held = read(graph.path / FILE, problems)
        about = {path_of(graph, name) for name in names or ()} or ({held[-1].left, held[-1].right} if held else set())
        gone = [each for each in held if {each.left, each.right} == about]
        if not held:
            raise UsageError("nothing was decided yet, so that nothing can be undone")
        if not gone:
            raise UsageError(f"no such decision in {graph.path / FILE}")
        decide(graph, [each for each in held if each not in gone])
    tell((), gone)
    raise typer.Exit(problems.exit_code)
