"""What `kg --help` says: every command in one group, and examples that name what there is."""

import shlex

import pytest
import typer

from kg.cli.app import app
from kg.cli.examples import EXAMPLES, GROUPS, MEANT
from kg.cli.running import register
from tests.command import Command


@pytest.fixture(scope="module")
def commands():
    register()
    return typer.main.get_command(app).commands


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


def test_every_command_stands_in_one_group(commands):
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(commands)
    assert set(EXAMPLES) <= {"", *commands}


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_an_example_names_commands_and_options_that_there_are(commands, line):
    words = shlex.split(line.rpartition("| ")[2])
    assert words.pop(0) in {"kg", "cat"}
    command = commands[words.pop(0)]
    command = getattr(command, "commands", {}).get(words[0] if words else "", command)
    known = {option for each in command.params for option in each.opts}
    given = {word for word in words if word.startswith("--")}
    # A saved query's parameters are options, too.
    assert given - {"--speaker"} <= known


def test_help_shows_groups_and_examples_on_lines_of_their_own(commands, kg):
    shown = kg("--help").out
    assert [line[:-1] for line in shown.splitlines() if line[:-1] in GROUPS] == [*GROUPS]
    assert "\n    kg query attacks --format table\n" in shown
    assert '\n    kg why "Ann Lee" memberOf "Acme"\n' in kg("why", "--help").out
    assert "Examples:" not in kg("stats", "--help").out


@pytest.mark.parametrize(("name", "meant"), MEANT.items())
def test_who_calls_a_command_otherwise_is_told_how_it_is_called(kg, commands, name, meant):
    ran = kg(name, "--store", "none")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: No such command '{name}'. Did you mean 'kg {meant}'?\n")
    assert name not in commands
    command, *below = meant.split()
    assert set(below) <= getattr(commands[command], "commands", {}).keys()
