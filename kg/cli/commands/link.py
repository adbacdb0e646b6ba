"""kg link: entities to Wikidata, or to any SPARQL endpoint of its shape; what people decide of links."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.checked import Commands
from kg.cli.options import LONGEST, STORE, BuiltinOption, JsonOption, StoreOption
from kg.cli.sources import WIKIDATA
from kg.errors import UsageError

group = Commands(name="link")
app.add_typer(group)

Thing = Annotated[str, typer.Argument(help="A name, an IRI, or its end: article/ID/person/khan.")]
Item = Annotated[str | None, typer.Argument(help="Q42, or the IRI of an item; else what is proposed or linked.")]
Why = Annotated[str, typer.Option(help="What tells you so.")]


@group.callback(invoke_without_command=True)
def link(
    context: typer.Context,
    *,
    store: StoreOption = STORE,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="A SPARQL endpoint.")] = WIKIDATA,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=LONGEST, help="Seconds for each request with all of its answer.")
    ] = 60,
    contact: Annotated[
        str, typer.Option(envvar="KG_CONTACT", help="Where the endpoint can reach you: a mail or web address.")
    ] = "",
    index: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An index by kg wikidata import, asked instead: no network.")
    ] = None,
    builtin: BuiltinOption = False,
    reconcile: Annotated[
        str | None, typer.Option(metavar="URL", help="A W3C reconciliation service, asked instead.")
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="KIND=ID", help="The service's type of a kind, where it does not tell; again."),
    ] = None,
    having: Annotated[
        list[str] | None,
        typer.Option("--property", metavar="PID=VALUE", help="What all things have at the service: P17=Q183; again."),
    ] = None,
    enrich: Annotated[
        bool, typer.Option("--enrich", help="With --write, store also where linked places and bodies lie, by Wikidata.")
    ] = False,
    cache: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where an endpoint's answers are kept, each at once, for a month."),
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask nobody: what was answered before must do.")] = False,
    accept: Annotated[float, typer.Option(min=0, max=1, help="How sure a link must be.")] = 0.85,
    propose: Annotated[
        float, typer.Option(min=0, max=1, help="How sure what is less must be for kg review to ask about it.")
    ] = 0.12,
    write: Annotated[bool, typer.Option("--write", help="Store the links; without it they are only shown.")] = False,
    as_json: JsonOption = False,
    same_as: Annotated[
        bool, typer.Option("--same-as", help="With --write, say owl:sameAs, too: what holds of one holds of both.")
    ] = False,
) -> None:
    """Find people, organizations and places at a SPARQL endpoint or in an index: one clear winner, or none.

    What is likely and not sure is listed as proposed; --write keeps it apart, for kg review to ask about.
    """
    if context.invoked_subcommand:
        return
    from kg.cli.problems import Problems
    from kg.cli.reading import reading, writing
    from kg.cli.sources import Places, enriched, listed, remote, source
    from kg.link.finding import links
    from kg.link.finding import write as keep
    from kg.link.transport import Manners

    if (enrich or same_as) and not write:
        raise UsageError("--enrich and --same-as store what they find: give --write, too")
    places = Places(
        endpoint, index, builtin, reconcile, tuple(types or ()), tuple(having or ()), cache, offline
    ).checked()
    manners = Manners(timeout=timeout, contact=contact)
    problems = Problems()
    with writing(store, problems) if write else reading(store) as graph:
        found = list(links(graph, source(places, manners), accepted=accept, likely=propose))
        accepted, proposed = listed(found, as_json=as_json)
        kept = keep(graph, found, same_as=same_as) if write else 0
        if enrich:
            enriched(graph, remote(places, manners))
    advice = "" if write else " (--write stores them)"
    also = f", {proposed} more proposed" if proposed else ""
    print(f"{accepted} of {len(found)} found{also}, {kept} stored{advice}", file=sys.stderr)
    if problems.exit_code:
        raise typer.Exit(problems.exit_code)


@group.command()
def accept(thing: Thing, item: Item = None, *, why: Why = "", store: StoreOption = STORE) -> None:
    """Decide that a thing is an item, or the one that is proposed: every build replays it (decisions.csv)."""
    from kg.cli.linking import decided
    from kg.link import deciding

    raise typer.Exit(
        decided(store, thing, why, lambda graph, held, path, who: deciding.accept(graph, held, path, item, who))
    )


@group.command()
def reject(thing: Thing, item: Item = None, *, why: Why = "", store: StoreOption = STORE) -> None:
    """Decide that a thing is not an item, or not the one that it is linked to."""
    from kg.cli.linking import decided
    from kg.link import deciding

    raise typer.Exit(
        decided(store, thing, why, lambda graph, held, path, who: deciding.reject(graph, held, path, item, who))
    )


@group.command()
def remap(
    thing: Thing,
    item: Annotated[str, typer.Argument(help="Q42, or the IRI of an item.")],
    *,
    why: Why = "",
    store: StoreOption = STORE,
) -> None:
    """Decide that a thing that is linked is another item."""
    from kg.cli.linking import decided
    from kg.link import deciding

    raise typer.Exit(
        decided(store, thing, why, lambda graph, held, path, who: deciding.remap(graph, held, path, item, who))
    )


@group.command()
def undo(
    thing: Annotated[str | None, typer.Argument(help="As it was decided of; else the last decision of a link.")] = None,
    *,
    store: StoreOption = STORE,
) -> None:
    """Take back the last decision of a link, or the last of a thing's."""
    from kg.cli.linking import decided
    from kg.link import deciding

    raise typer.Exit(decided(store, thing, "", lambda _, held, path, __: deciding.undo(held, path or None)))


@group.command()
def export(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="A file, or - for standard output.")] = "-",
    *,
    store: StoreOption = STORE,
) -> None:
    """Write links, proposals and what was rejected as a table of SSSOM."""
    from kg.cli.linking import table
    from kg.cli.plain import data
    from kg.cli.reading import reading
    from kg.export.file import replacing

    with reading(store) as graph:
        lines = "".join(table(graph))
    if file == "-":
        data(lines)
    else:
        with replacing(Path(file)) as out:
            out.write(lines.encode())


@group.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A table of SSSOM in TSV.")], *, store: StoreOption = STORE
) -> None:
    """Take what a table of SSSOM says that things are, and are not, as decisions."""
    from kg.cli.linking import taken

    raise typer.Exit(taken(store, file))
