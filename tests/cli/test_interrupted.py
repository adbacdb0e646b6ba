"""Ctrl-C at a terminal: one line says what is kept and how to go on, and nothing is left that is half of something."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.cli import interrupted
from kg.cli.examples import GROUPS
from kg.graph.store import Store
from tests.command import screen, start

#: So many that the store is compacted.
ARTICLES = 110
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BUILD = "kg: interrupted; what was read is kept: the same command reads the rest, and then brings the graph up to date"
COMPACT = "kg: interrupted; all is built: kg store compact --store store lets it take less room"
NOTHING = "kg: interrupted; nothing is changed"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with articles, and a store of them that nothing disturbed."""
    folder = tmp_path_factory.mktemp("interrupted")
    rows = ({"id": f"a{n}", "text": f"Ann Lee {n} met Bob Ray in Leeds, and left York."} for n in range(ARTICLES))
    (folder / "articles.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (folder / "endless.rq").write_text(ENDLESS)
    with start("build", "articles.jsonl", "--store", "whole", cwd=folder) as ran:
        assert ran.wait() == 0, ran.stderr.read()
    return folder


def held(store: Path) -> set[Quad]:
    with Store(store, read_only=True) as opened:
        return set(opened.db)


def shows(pattern: str):
    return re.compile(pattern).search


def told(text: str) -> list[str]:
    """Return the lines of kg's that stood there."""
    return re.findall(r"kg: [^\r\n]*", text)


@pytest.mark.parametrize(
    ("jobs", "until", "said"),
    [
        pytest.param(1, r"articles .* 0/110", BUILD, id="the model is loaded"),
        pytest.param(1, r"articles .* [1-9]\d*/110", BUILD, id="it reads"),
        pytest.param(2, r"articles .* [1-9]\d*/110", BUILD, id="two read"),
        pytest.param(1, "articles written", BUILD, id="articles are written"),
        pytest.param(2, r"articles .* 0/110", BUILD, id="the model is loaded by two"),
        pytest.param(2, "articles written", BUILD, id="articles are written by two"),
        pytest.param(1, "what follows", BUILD, id="what follows"),
        pytest.param(1, "indexes compacted", COMPACT, id="it is compacted"),
        pytest.param(2, "indexes compacted", COMPACT, id="it is compacted by two"),
    ],
)
def test_a_build(folder, tmp_path, jobs, until, said):
    command = ("build", folder / "articles.jsonl", "--store", "store", "--jobs", jobs)
    code, text = screen(tmp_path, *command, until=shows(until))
    assert (code, told(text)) == (130, [said])
    assert "Traceback" not in text
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    with start(*command, cwd=tmp_path) as again:
        assert again.wait() == 0, again.stderr.read()
    assert held(tmp_path / "store") == held(folder / "whole")


def part(folder: Path):
    """Tell when a file or a folder is begun that is to take the place of another."""
    return lambda _: any(folder.glob(".kg-*.part*"))


@pytest.mark.parametrize(
    ("command", "until", "said"),
    [
        pytest.param("extract articles.jsonl --jobs 2", r'"id"', interrupted.said("extract"), id="extract"),
        pytest.param("site public", part, interrupted.said("site"), id="site"),
        pytest.param("site public --jobs 2", part, interrupted.said("site"), id="site by two"),
        pytest.param("validate", r"articles .* \d+/110", NOTHING, id="validate"),
        pytest.param("query endless.rq --output found.csv", part, NOTHING, id="query"),
        pytest.param("serve --port 0", "serving", interrupted.said("serve"), id="serve"),
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


def test_each_command_of_which_something_is_told_is_one():
    assert interrupted.KEPT.keys() <= {name for names in GROUPS.values() for name in names}
