"""The Typer application that each command's file registers itself with."""

import os
import sys
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from kg.cli import checked
from kg.cli.examples import GROUPS, MEANT, examples
from kg.cli.interrupted import ENDS, ended, kept


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command found before it printed, as the code that it ends with even if nobody reads on."""

    code: int


class Commands(checked.Group):
    """The commands, which end quietly where nobody reads on and where they are interrupted."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return one, with its examples."""
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            found.epilog = examples(cmd_name)
        return found

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the one that is asked for; who asks for what is called otherwise is told how."""
        if (name := args[0]) in MEANT:
            ctx.fail(f"No such command {name!r}. Did you mean 'kg {MEANT[name]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write them in their groups."""
        for title, names in GROUPS.items():
            found = [(name, command) for name in names if (command := self.get_command(ctx, name))]
            with formatter.section(title):
                formatter.write_dl([(name, command.get_short_help_str(limit=200)) for name, command in found])

    def invoke(self, ctx: Any) -> Any:
        """Run one."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            from kg.cli.refused import refused

            if told := refused(error):
                raise told from None
            raise
        except BrokenPipeError:
            # Who reads has enough: nothing failed. What is left in the buffer goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(ctx.obj.code if isinstance(ctx.obj, Outcome) else 0)
        except ENDS as error:
            ended(kept(ctx.invoked_subcommand), error)


app = checked.Commands(
    name="kg",
    cls=Commands,
    help="Read news articles into a knowledge graph in which every fact points at the words that state it.",
    epilog=examples(""),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def version(asked: bool) -> None:
    """Print which kg this is, and end."""
    if asked:
        from kg.resources import version_of

        print(f"kg {version_of('newskg')}")
        raise typer.Exit


@app.callback()
def kg(
    *,
    _: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read news articles into a knowledge graph in which every fact points at the words that state it."""
