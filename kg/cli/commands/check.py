"""kg check: what in the graph cannot all be so."""

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


@app.command()
def check(*, store: StoreOption = STORE) -> None:
    """List contradictions with the words on both sides, and mark their claims; exit 1 if there are any.

    Nothing is deleted. A claim that is contradicted has news:contradictedBy in the graph graph/contradictions, until
    the next build.
    """
    from kg.build import conclude
    from kg.cli.answer import saying
    from kg.graph.store import Store
    from kg.reason.contradictions import mark
    from kg.reason.written import as_text, sentence

    with Store(store, create=False) as knowledge:
        say = saying(knowledge.db)
        conclude(knowledge)
        found = mark(knowledge)
        for each in found:
            print(f"{each.rule}: " + ", but ".join(sentence(side.triple, say) for side in each.sides))
            for side in each.sides:
                print("  " + as_text(knowledge.db, side, say).replace("\n", "\n  "))
            print()
    typer.echo(f"{len(found) or 'no'} contradiction{'s' * (len(found) != 1)}", err=True)
    raise typer.Exit(1 if found else 0)
