"""Ctrl-C at a terminal: one line says what is kept and how to go on, and nothing is left that is half of something."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.cli import interrupted
from kg.cli.examples import GROUPS
from kg.cli.jobs import FEW
from kg.graph.store import Store
from kg.graph.waiting import Waiting
from tests.command import ROOT, Command, screen, start

#: So many that two processes read them, and so many that the store is compacted.
ARTICLES, COMPACTED = FEW + 2, 110
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NONE = "kg: interrupted; no article was read yet: the same command begins again"
KEPT = r"kg: interrupted; what was read is kept, [1-9]\d* articles? waits? to be written: the same command goes on"
BUILD = "kg: interrupted; what was read is kept: the same command reads the rest, and then brings the graph up to date"
UP_TO_DATE = "kg: interrupted; the graph has all that was read: the same command reads the rest"
COMPACT = "kg: interrupted; all is built: kg store compact --store store lets it take less room"
NOTHING = "kg: interrupted; nothing is changed"


#: Runs kg, and is told to end while a module is loaded, within what Python makes of a text.
EARLY = """
import signal, sys, importlib.abc
class Late(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "{module}": exec("signal.raise_signal({number})")
sys.meta_path.insert(0, Late())
from kg.cli.main import main
main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with articles, few and many, and a store of each that nothing disturbed."""
    folder = tmp_path_factory.mktemp("interrupted")
    rows = [{"id": f"a{n}", "text": f"Ann Lee {n} met Bob Ray in Leeds, and left York."} for n in range(COMPACTED)]
    (folder / "endless.rq").write_text(ENDLESS)
    for number, name in ((ARTICLES, "whole"), (COMPACTED, "whole-many")):
        articles = folder / f"{number}.jsonl"
        articles.write_text("".join(f"{json.dumps(row)}\n" for row in rows[:number]))
        with start("build", articles, "--store", name, cwd=folder) as ran:
            assert ran.wait() == 0, ran.stderr.read()
    return folder


def held(store: Path) -> set[Quad]:
    with Store(store, read_only=True) as opened:
        return set(opened.db)


def shows(pattern: str):
    return re.compile(pattern).search


def told(text: str) -> list[str]:
    """Return the lines of kg's that stood there, without the keys that a terminal shows behind them."""
    return re.findall(r"kg: [^\r\n^]*", text)


@pytest.mark.parametrize(
    ("jobs", "until", "said"),
    [
        pytest.param(1, r"language model .* 0/50", NONE, id="the model is loaded"),
        pytest.param(1, r"articles .* [1-9]\d*/50", KEPT, id="it reads"),
        pytest.param(2, r"articles .* [1-9]\d*/50", KEPT, id="two read"),
        pytest.param(1, "articles written", f"{KEPT}|{BUILD}", id="articles are written"),
        pytest.param(2, r"language model .* 0/50", NONE, id="the model is loaded by two"),
        pytest.param(2, "articles written", f"{KEPT}|{BUILD}", id="articles are written by two"),
        pytest.param(1, "what follows", f"{BUILD}|{UP_TO_DATE}", id="what follows"),
        pytest.param(1, "indexes compacted", COMPACT, id="it is compacted"),
        pytest.param(2, "indexes compacted", COMPACT, id="it is compacted by two"),
    ],
)
def test_a_build(folder, tmp_path, jobs, until, said):
    number, whole = (COMPACTED, "whole-many") if said == COMPACT else (ARTICLES, "whole")
    command = ("build", folder / f"{number}.jsonl", "--store", "store", "--jobs", jobs)
    code, text = screen(tmp_path, *command, until=shows(until))
    [line] = told(text)
    assert (code, bool(re.fullmatch(said, line))) == (130, True), line
    assert "Traceback" not in text
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    with start(*command, cwd=tmp_path) as again:
        assert again.wait() == 0, again.stderr.read()
    assert held(tmp_path / "store") == held(folder / whole)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("kg.cli.running", NOTHING),
        ("kg.cli.commands.build", NOTHING),
        ("kg.articles.record", NONE),
        ("kg.adopt", NONE),
        ("kg.graph.identity", NONE),
        ("spacy", NONE),
        ("kg.cli.summary", NONE),
    ],
)
def test_a_build_that_is_told_to_end_while_it_is_loaded(folder, tmp_path, number, module, said):
    """At any moment it says what is true, once, and with the same codes; also within what makes a class of a text."""
    code = EARLY.format(module=module, number=int(number))
    command = ("build", folder / f"{ARTICLES}.jsonl", "--store", "store")
    ran = subprocess.run(
        [sys.executable, "-c", code, *command],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT},
    )  # fmt: skip
    words = {signal.SIGINT: "interrupted", signal.SIGTERM: "told to end"}[number]
    assert ran.returncode == 128 + number
    [line] = ran.stderr.splitlines()
    assert re.fullmatch(said.replace("interrupted", words), line), line


#: Runs kg, and is told to end while a module is loaded, where Python passes by what is raised, or makes another error.
PASSED_BY = """
import signal, sys, importlib.abc
class Gone:
    def __del__(self): signal.raise_signal({number})
class Named:
    def __set_name__(self, *_): signal.raise_signal({number})
class Late(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "{module}": {what}
sys.meta_path.insert(0, Late())
from kg.cli.main import main
main()
"""
EARLY_MODULES = ("kg.cli.interrupted", "traceback", "kg.cli.running", "typer", "kg.cli.commands.build")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("module", "what"),
    [
        *((module, "Gone()") for module in (*EARLY_MODULES, "spacy")),
        *((module, 'type("A", (), {"a": Named()})') for module in EARLY_MODULES),
    ],
)
def test_what_python_would_pass_by_or_make_another_error_of_is_heard(tmp_path, number, module, what):
    (tmp_path / "a.txt").write_text("Ann Lee lives in Leeds.")
    code = PASSED_BY.format(module=module, what=what, number=int(number))
    ran = subprocess.run(
        [sys.executable, "-c", code, "build", "a.txt"],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT},
    )  # fmt: skip
    words = {signal.SIGINT: "interrupted", signal.SIGTERM: "told to end"}[number]
    said = (NONE if module == "spacy" else NOTHING).replace("interrupted", words)
    assert (ran.returncode, ran.stderr) == (128 + number, f"{said}\n")


def test_a_build_that_is_told_to_end_when_all_is_built_says_that(folder, tmp_path, monkeypatch, capsys):
    def told(*_: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr("kg.build.is_filled", told)
    (tmp_path / "a.txt").write_text("Ann Lee lives in Leeds.")
    ran = Command(monkeypatch, capsys)("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    assert (ran.code, ran.err) == (143, "kg: told to end; all is built\n")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("until", ["articles .* [1-9]", "articles written", "what follows"])
def test_who_presses_again_and_again_is_told_once_what_is_true(folder, tmp_path, jobs, until):
    command = ("build", folder / f"{ARTICLES}.jsonl", "--store", "store", "--jobs", jobs)
    code, text = screen(tmp_path, *command, until=shows(until), times=5)
    line = ", ".join(told(text))
    assert (code, bool(re.fullmatch(f"{KEPT}|{BUILD}|{UP_TO_DATE}", line))) == (130, True), text
    assert "Traceback" not in text
    if waits := re.search(r"(\d+) articles? waits?", line):
        with Store(tmp_path / "store", read_only=True) as store:
            assert len([*Waiting(store)]) == int(waits[1])


def part(folder: Path):
    """Tell when a file or a folder is begun that is to take the place of another."""
    return lambda _: any(folder.glob(".kg-*.part*"))


@pytest.mark.parametrize(
    ("command", "until", "said"),
    [
        pytest.param("extract 50.jsonl --jobs 2", r'"id"', f"interrupted; {interrupted.kept('extract')}", id="extract"),
        pytest.param("site public", part, f"interrupted; {interrupted.kept('site')}", id="site"),
        pytest.param("site public --jobs 2", part, f"interrupted; {interrupted.kept('site')}", id="site by two"),
        pytest.param("validate", r"articles .* \d+/50", NOTHING, id="validate"),
        pytest.param("query endless.rq --output found.csv", part, NOTHING, id="query"),
        pytest.param("serve --port 0", "serving", f"interrupted; {interrupted.kept('serve')}", id="serve"),
    ],
)
def test_what_leaves_the_store_as_it_is(folder, command, until, said):
    before, graph = {*folder.rglob("*")}, held(folder / "whole")
    name, *options = command.split()
    store = () if name == "extract" else ("--store", "whole")
    found = until(folder) if callable(until) else shows(until)
    code, text = screen(folder, name, *options, *store, until=found)
    assert code == 130
    assert told(text)[-1] == f"kg: {said.removeprefix('kg: ')}"
    assert "Traceback" not in text
    assert "Warning" not in text
    assert ({*folder.rglob("*")}, held(folder / "whole")) == (before, graph)


def test_an_answer_that_takes_too_long_leaves_no_half_of_its_file(folder):
    before = {*folder.rglob("*")}
    with start("query", "endless.rq", "-o", "f.csv", "--timeout", "1", "--store", "whole", cwd=folder) as ran:
        assert ran.wait() == 5
    assert {*folder.rglob("*")} == before


def test_while_it_is_loaded(tmp_path):
    """Who is faster than kg is told the same."""
    code = (
        "import signal, sys, importlib.abc\n"
        "class Late(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'typer': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Late())\n"
        "from kg.cli.main import main\n"
        "main()"
    )
    ran = subprocess.run([sys.executable, "-c", code, "stats"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, f"{NOTHING}\n")


def test_who_presses_again_while_python_ends_is_told_nothing_else():
    last = (
        "import signal\n"
        "class Last:\n"
        "    def __del__(self, tell=signal.raise_signal, number=signal.SIGINT): tell(number)\n"
        "last = Last()\n"
    )
    code = last + EARLY.format(module="typer", number=int(signal.SIGINT))
    ran = subprocess.run([sys.executable, "-c", code, "stats"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, f"{NOTHING}\n")


def test_while_the_database_is_opened_anew(tmp_path, capsys):
    stopped = KeyboardInterrupt()
    stopped.add_note("beside it, this failed: the disk is full")
    with Store(tmp_path / "store") as store:
        keeping = interrupted.keeping(store)
        keeping.__enter__()
        store.rest()
        with pytest.raises(SystemExit) as end:
            keeping.__exit__(type(stopped), stopped, None)
    assert (end.value.code, capsys.readouterr().err) == (130, f"{BUILD}\n  beside it, this failed: the disk is full\n")


def test_where_nothing_is_pending_it_is_told_whether_the_graph_has_anything(folder, tmp_path):
    with Store(tmp_path / "store") as new, Store(folder / "whole") as whole:
        said = [f"kg: {interrupted.said(interrupted.left(store))}" for store in (new, whole)]
    assert said == [NONE, UP_TO_DATE]


def test_each_command_of_which_something_is_told_is_one():
    assert interrupted.KEPT.keys() <= {name for names in GROUPS.values() for name in names}
