"""Writes docs/reference.md: the commands with their options, the saved queries, the ontology's terms.

All of it is read from what it describes; tests/test_reference.py fails where the file is behind.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pyoxigraph as ox
import typer

from kg.cli import commands
from kg.cli.app import app
from kg.query.saved import saved
from kg.resources import folder
from kg.vocabulary import NEWS, SKOS, vocabulary

FILE = Path(__file__).parents[1] / "docs" / "reference.md"
HEAD = """# Reference

Written by `make reference` from the commands, the saved queries and the ontology themselves.
"""


def text() -> str:
    """Return the whole file."""
    return "\n".join([HEAD, *_commands(), *_queries(), *_relations(), *_classes()]) + "\n"


def _cell(words: object) -> str:
    return " ".join(str(words).split()).replace("|", "\\|")


def _commands() -> Iterator[str]:
    for module in sorted(iter_modules(commands.__path__), key=lambda each: each.name):
        import_module(f"{commands.__name__}.{module.name}")
    yield "## Commands\n"
    yield from _group("kg", typer.main.get_command(app))


def _group(path: str, group: Any) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        yield from _command(f"{path} {name}", command)
        if hasattr(command, "commands"):
            yield from _group(f"{path} {name}", command)


def _command(path: str, command: Any) -> Iterator[str]:
    yield f"### {path}\n\n{(command.help or '').strip()}\n"
    rows = [_parameter(each) for each in command.params if not getattr(each, "hidden", False)]
    if rows:
        yield "| | |\n|---|---|\n" + "\n".join(rows) + "\n"


def _parameter(each: Any) -> str:
    is_option = each.param_type_name == "option"
    names = ", ".join([*each.opts, *each.secondary_opts]) if is_option else each.metavar or each.name.upper()
    choices = getattr(getattr(each, "type", None), "choices", None)
    among = f" One of {', '.join(map(str, choices))}." if choices else ""
    variable = f" Or `{each.envvar}`." if getattr(each, "envvar", None) else ""
    return f"| `{_cell(names)}` | {_cell(getattr(each, 'help', None) or '')}{among}{variable} |"


def _queries() -> Iterator[str]:
    yield "## Saved queries\n\n| query | answers | parameters |\n|---|---|---|"
    for query in saved().values():
        parameters = dict.fromkeys(f"`--{each.name}` {each.meaning}" for each in query.parameters)
        yield f"| `{query.name}` | {_cell(query.summary)} | {_cell('; '.join(parameters))} |"
    yield ""


def _relations() -> Iterator[str]:
    said = dict(_definitions())
    yield f"## Relations\n\nAll in the namespace `{NEWS}`.\n\n| relation | of | to | |\n|---|---|---|---|"
    for name, each in sorted(vocabulary().properties.items()):
        yield f"| `{name}` | {each.domain or ''} | {each.range or ''} | {_cell(said.get(name, each.label))} |"
    yield ""


def _classes() -> Iterator[str]:
    said = dict(_definitions())
    yield "## Classes\n\n| class | is also | |\n|---|---|---|"
    for name, above in sorted(vocabulary().above.items()):
        yield f"| `{name}` | {', '.join(sorted(above - {name}))} | {_cell(said.get(name, ''))} |"


def _definitions() -> Iterator[tuple[str, str]]:
    definition = ox.NamedNode(f"{SKOS}definition")
    for quad in ox.parse(path=str(folder("ontology") / "news.ttl"), format=ox.RdfFormat.TURTLE):
        if quad.predicate == definition and isinstance(quad.object, ox.Literal):
            yield str(quad.subject.value).removeprefix(NEWS), quad.object.value


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{FILE}\n")
