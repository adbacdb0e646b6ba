"""A value that an option does not take is refused in kg's words: what was given, where, and what would be right."""

import os
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.main import get_command

from kg.cli.app import app
from kg.cli.refused import KINDS, refused
from kg.cli.running import register
from kg.errors import UsageError
from kg.graph.store import Store
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
        ("build a.txt --article-timeout 0", "--article-timeout 0: give a number from 0.1 to 1000000"),
        ("build a.txt --article-timeout inf", "--article-timeout inf: give a number from 0.1 to 1000000"),
        ("extract a.txt --article-timeout nan", "--article-timeout nan: give a number from 0.1 to 1000000"),
        ("query people --timeout inf", "--timeout inf: give a number from 0 to 1000000"),
        ("link --timeout 1e20", "--timeout 1e20: give a number from 0.1 to 1000000"),
        ("serve --port 99999", "--port 99999: give a whole number from 0 to 65535"),
        ("spark extract in out --task 0", "--task 0: give a whole number of 1 or more"),
        ("build a.txt --language de", "--language de: give en or any"),
        ("why A b C --format txt", "--format txt: give text, json, turtle or dot; did you mean 'text'?"),
    ],
)
def test_it_is_told_what_would_be_right(kg, words, told):
    ran = kg(*words.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"kg: {told}\n")


def parameters(command, kinds):
    """Yield all parameters that take one of these, of all commands, with the commands."""
    for each in getattr(command, "commands", {}).values():
        yield from parameters(each, kinds)
    for each in command.params:
        if each.get_runtime_param().annotation in kinds:
            yield command, each


def context(command, param, word):
    """Give a command a word for one of its parameters, and something for each other that it needs."""
    words = [name for each in command.params if each.opts[0].startswith("-") and each is param
             for name in (each.opts[0], word)]  # fmt: skip
    words += ["--", *(word if each is param else "x" for each in command.params if not each.opts[0].startswith("-"))]
    return command.make_context("kg", words, parent=typer.Context(get_command(app)))


def test_every_text_is_utf_8():
    register()
    texts = [
        (command, each)
        for command, each in parameters(get_command(app), {str})
        if not any(kind in f"{each.metavar}" for kind in ("FILE", "INPUT", "OUT"))
    ]
    assert {"subject", "article", "graph", "why", "endpoint"} <= {each.name for _, each in texts}
    for command, each in texts:
        with pytest.raises(UsageError, match="not UTF-8 text"):
            context(command, each, os.fsdecode(b"\xff"))


def test_no_path_is_empty():
    register()
    paths = [*parameters(get_command(app), {Path, list[Path]})]
    assert {"store", "paths", "file", "queries"} <= {each.name for _, each in paths}
    for command, each in paths:
        with pytest.raises(UsageError, match="'': give the name of a file or folder"):
            context(command, each, "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stats", "--store", ""], "--store '': give the name of a file or folder"),
        (["link", "--store="], "--store '': give the name of a file or folder"),
        (["link", "export", ""], "[FILE] '': give the name of a file or folder"),
        (["build", "a.txt", "--model", ""], "--model '': give a value, or leave it out"),
        (["export", "--about", ""], "--about '': give a value, or leave it out"),
        (["build", "a.txt", ""], "PATH… '': give the name of a file or folder"),
        (["why", "\udcff", "a", "b"], "SUBJECT: not UTF-8 text: \\udcff"),
        (["export", "--graph", "\udcff"], "--graph: not UTF-8 text: \\udcff"),
        (["link", "accept", "\udcff"], "THING: not UTF-8 text: \\udcff"),
    ],
)
def test_what_is_no_text_and_what_is_no_path(kg, words, told):
    ran = kg(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"kg: {told}\n")


def test_what_is_no_text_is_read_as_the_name_of_a_file(kg, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "store").mkdir()
    Store(tmp_path / "store").close()
    name = tmp_path / os.fsdecode(b"\xff.rq")
    name.write_text("SELECT ?a { VALUES ?a { 1 } }")
    assert kg("query", name, "--format", "csv", "--store", "store").out == "a\r\n1\r\n"
    assert kg("export", os.fsdecode(b"\xff.nq"), "--store", "store").code == 0
    assert kg("link", "export", os.fsdecode(b"\xff.tsv"), "--store", "store").code == 0
    assert {name.suffix for name in tmp_path.iterdir()} == {"", ".rq", ".nq", ".tsv"}


def test_every_option_that_takes_a_number_says_which():
    register()
    found = [each for each in parameters(get_command(app), KINDS) if each[1].opts[0].startswith("--")]
    assert {"--jobs", "--limit", "--timeout", "--port", "--depth"} <= {option.opts[0] for _, option in found}
    for command, option in found:
        with pytest.raises(typer.BadParameter) as error:
            option.process_value(typer.Context(command), "many")
        assert str(refused(error.value)).startswith(f"{option.opts[0]} many: give a")


@pytest.mark.parametrize(
    ("ends", "told"),
    [({}, ""), ({"min": 2}, " of 2 or more"), ({"max": 5}, " of 5 or less"), ({"min": 2, "max": 5}, " from 2 to 5")],
)
def test_both_ends_of_a_range_are_told(ends, told):
    one = typer.Typer()

    @one.command()
    def _(n: Annotated[int, typer.Option(**ends)] = 3) -> None:
        """Do nothing."""

    command = get_command(one)
    [option] = [each for each in command.params if each.opts == ["--n"]]
    with pytest.raises(typer.BadParameter) as error:
        option.process_value(typer.Context(command), "many")
    assert str(refused(error.value)) == f"--n many: give a whole number{told}"


def test_no_option_takes_more_seconds_than_a_clock_can_count():
    register()
    for _, each in parameters(get_command(app), {float}):
        assert each.get_runtime_param().parameter_info.max is not None, each.opts
