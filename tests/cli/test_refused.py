"""A value that an option does not take is refused in kg's words: what was given, where, and what would be right."""

import pytest
import typer
from typer.main import get_command

from kg.cli.app import app
from kg.cli.refused import KINDS, refused
from kg.cli.running import register
from tests.command import Command


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("build a.txt --jobs 0", "--jobs 0: give a whole number of 1 or more"),
        ("build a.txt --jobs two", "--jobs two: give a whole number of 1 or more"),
        ("build a.txt --jobs 1.5", "--jobs 1.5: give a whole number of 1 or more"),
        ("query attacks --limit 0", "--limit 0: give a whole number from 1 to 9223372036854775807"),
        ("build a.txt --min-confidence 2", "--min-confidence 2: give a number from 0 to 1"),
        ("build a.txt --min-confidence nan", "--min-confidence nan: give a number from 0 to 1"),
        ("build a.txt --article-timeout 0", "--article-timeout 0: give a number of 0.1 or more"),
        ("serve --port 99999", "--port 99999: give a whole number from 0 to 65535"),
        ("spark extract in out --task 0", "--task 0: give a whole number of 1 or more"),
        ("build a.txt --language de", "--language de: give en or any"),
        ("why A b C --format txt", "--format txt: give text, json, turtle or dot; did you mean 'text'?"),
    ],
)
def test_it_is_told_what_would_be_right(kg, words, told):
    ran = kg(*words.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"kg: {told}\n")


def options(command):
    """Yield all options that take a number, of all commands, with the commands."""
    for each in getattr(command, "commands", {}).values():
        yield from options(each)
    for each in command.params:
        if each.opts[0].startswith("--") and each.get_runtime_param().annotation in KINDS:
            yield command, each


def test_every_option_that_takes_a_number_says_which():
    register()
    found = [*options(get_command(app))]
    assert {"--jobs", "--limit", "--timeout", "--port", "--depth"} <= {option.opts[0] for _, option in found}
    for command, option in found:
        with pytest.raises(typer.BadParameter) as error:
            option.process_value(typer.Context(command), "many")
        assert str(refused(error.value)).startswith(f"{option.opts[0]} many: give a")
