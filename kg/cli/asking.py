"""What `kg query` reads of its words: the query, its parameters, and the help and completion that these have."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kg.cli.checked import Command, text
from kg.errors import DataError, KgError, UsageError

if TYPE_CHECKING:
    from kg.query.saved import SavedQuery

HELP = "--help"
WIDTH = 24


class QueryCommand(Command):
    """A command whose help and completion know the parameters of the query that is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Print the help of the query, if one is named before or after --help."""
        if HELP in args and (asked := named(word for word in args if not word.startswith("-"))):
            typer.echo("\n".join(explained(asked)))
            ctx.exit()
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete options, those of the query among them, and what is their value."""
        # Typer has this class from Click, or of its own.
        item = type(super().shell_complete(ctx, HELP)[0])
        asked = named([ctx.params["what"]]) if ctx.params.get("what") else None
        if asked is None:
            return super().shell_complete(ctx, incomplete)
        words = completed(asked, [*ctx.args], incomplete, ctx.params.get("store") or Path("kg-store"))
        if words is not None:
            return [item(word) for word in words]
        own = [item(f"--{each.name}") for each in asked.parameters if f"--{each.name}".startswith(incomplete)]
        return [*own, *super().shell_complete(ctx, incomplete)]


def completed(asked: "SavedQuery", args: Sequence[str], incomplete: str, store: Path) -> list[str] | None:
    """Return what may stand behind a parameter, or None where no parameter waits for its value."""
    last = args[-1].removeprefix("--") if args and args[-1].startswith("--") else None
    wanted = next((each for each in asked.parameters if each.name == last and not each.flag), None)
    if wanted is None:
        return None
    if wanted.choices:
        return [choice for choice in wanted.choices if choice.startswith(incomplete)]
    if wanted.kind in {"relation", "class"}:
        from kg.vocabulary import vocabulary

        known = vocabulary().properties if wanted.kind == "relation" else vocabulary().above
        return sorted(name for name in known if name.startswith(incomplete))
    return names(incomplete, store) if wanted.entity else []


def names(incomplete: str, store: Path) -> list[str]:
    """Return the names of things that begin so, whatever the capitals; none where there is no store to read."""
    from kg.graph.store import Store
    from kg.query.names import LABEL, mentioned
    from kg.query.names import names as labels

    try:
        with Store(store, read_only=True) as graph:
            found = labels(graph.db, LABEL)
            near = {(node, text) for node, text in found if text.casefold().startswith(incomplete.casefold())}
            return sorted({text for node, text in near if mentioned(graph.db, node)})
    except KgError:
        return []


def named(words: Iterable[str]) -> "SavedQuery | None":
    """Return the query that the first of some words names which names one."""
    for word in words:
        try:
            return sought(word) if word != "-" else None
        except KgError:
            continue
    return None


def sought(what: str, place: Path | None = None) -> "SavedQuery":
    """Return the query that a name, a file's path, or standard input gives."""
    from kg.query.saved import find, folders, parse, read

    if what.startswith("--"):
        raise UsageError(f"put the query's name before {what}")
    if what == "-":
        return parse(utf8(sys.stdin.buffer.read(), "standard input"), "standard input")
    path = Path(what)
    return read(path) if path.suffix or path.is_file() else find(what, folders(place))


def is_saved(what: str) -> bool:
    """Whether a query is asked by its name."""
    return what != "-" and not Path(what).suffix and not Path(what).is_file()


def utf8(text: bytes, where: str) -> str:
    """Return a text that came from outside; DataError if it is no UTF-8."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{where}: not UTF-8 text: {error.reason} at byte {error.start}") from None


def given(words: Sequence[str], asked: "SavedQuery") -> dict[str, list[str]]:
    """Return what `--name value`, `--name=value` and a flag's `--name` give; UsageError for anything else."""
    flags = {each.name for each in asked.parameters if each.flag}
    found: dict[str, list[str]] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--"):
            raise UsageError(f"{word!r} belongs to no option; quote values with spaces")
        last = value if equals else "true" if name in flags else next(rest, None)
        if last is None:
            raise UsageError(f"{word} needs a value")
        found.setdefault(name, []).append(text(last, word))
    return found


def explained(asked: "SavedQuery") -> Iterator[str]:
    """Yield the help of a query: what it answers, its parameters, and an example."""
    parameters = list({each.name: each for each in reversed(asked.parameters)}.values())[::-1]
    yield f"Usage: kg query {asked.path if asked.path and not _is_kept(asked) else asked.name} [OPTIONS]"
    yield from (f"\n  {text}" for text in (asked.summary, asked.description) if text)
    yield "\nParameters:" if parameters else "\nIt has no parameters."
    for each in parameters:
        left_out = f", {each.default} if left out" if each.default is not None else ""
        yield f"  {'--' + each.name:<{WIDTH}}{each.meaning}{' (needed)' if each.required else left_out}"
    example = " ".join(
        f"--{each.name}{'' if each.flag else f' {_example(each.kind, each.choices)}'}" for each in parameters[:1]
    )
    yield f"\nExample:\n  kg query {asked.name} {example}".rstrip()
    yield f"\nIts SPARQL: kg queries show {asked.name}\nOther options: kg query --help"


def _is_kept(asked: "SavedQuery") -> bool:
    from kg.query.saved import files, folders

    return files(folders()).get(asked.name) == asked.path


def _example(kind: str, choices: tuple[str, ...]) -> str:
    if choices:
        return choices[0]
    return {"thing": '"Ann Lee"', "date": "2019", "number": "10", "relation": "bornIn", "class": "Person"}.get(
        kind, '"words"'
    )
