"""Killed, interrupted or run twice: a build that is begun again ends as one that nothing disturbed."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import DataError
from kg.graph import writing
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.waiting import articles as articles_of
from kg.graph.writing import MANY
from tests.command import start

ARTICLES = 200
PEOPLE = ["Amber Rudd", "Sadiq Khan", "Craig Mackey", "Jane Doe"]
PLACES = ["Leeds", "London", "Birmingham"]
#: After how many articles that it keeps a build is killed; the last while it reasons over all.
KILLS = [1, 90, ARTICLES]


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    """200 small articles with few names between them."""
    lines = [
        json.dumps(
            {
                "id": f"article {number}",
                "text": f"{PEOPLE[number % 4]} spoke in {PLACES[number % 3]} on day {number}.",
                "published": "2017-03-23",
            }
        )
        for number in range(ARTICLES)
    ]
    file = tmp_path_factory.mktemp("articles") / "many.jsonl"
    file.write_text("\n".join(lines))
    return file


@pytest.fixture(scope="module")
def undisturbed(articles, tmp_path_factory) -> set[Quad]:
    """The store of one build that runs to its end."""
    store = tmp_path_factory.mktemp("stores") / "undisturbed"
    finish(start("build", articles, "--store", store))
    return held(store)


def finish(process: subprocess.Popen[str]) -> None:
    _, err = process.communicate(timeout=300)
    assert process.returncode == 0, err


def held(store: Path) -> set[Quad]:
    with Store(store, read_only=True) as opened:
        return set(opened.db)


def stored(store: Path) -> int:
    try:
        with Store(store, read_only=True) as opened:
            return len(list(articles_of(opened)))
    except DataError:
        return 0


def wait_for(process: subprocess.Popen[str], store: Path, number: int) -> None:
    """Wait until a build has kept that many articles."""
    while process.poll() is None and stored(store) < number:
        time.sleep(0.05)


def assert_whole(store: Path, undisturbed: set[Quad]) -> None:
    """Each article's graph is as it should be, or not there."""
    by_graph: dict[str, set[Quad]] = {}
    for quad in undisturbed:
        by_graph.setdefault(str(quad.graph_name), set()).add(quad)
    with Store(store, read_only=True) as opened:
        for article in opened.articles():
            assert set(opened.db.quads_for_pattern(None, None, None, article)) == by_graph[str(article)]


def test_a_build_that_is_killed_again_and_again(articles, undisturbed, tmp_path):
    store = tmp_path / "store"
    for number in KILLS:
        process = start("build", articles, "--store", store)
        wait_for(process, store, number)
        process.kill()
        process.communicate()
        assert_whole(store, undisturbed)
    finish(start("build", articles, "--store", store))
    assert held(store) == undisturbed


def test_a_build_that_is_interrupted_says_how_to_go_on(articles, undisturbed, tmp_path):
    store = tmp_path / "store"
    process = start("build", articles, "--store", store)
    wait_for(process, store, 1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    [line] = err.splitlines()
    assert re.fullmatch(r"kg: interrupted; what was read is kept, [1-9]\d* articles? waits? to be written: .*", line)
    assert_whole(store, undisturbed)
    finish(start("build", articles, "--store", store))
    assert held(store) == undisturbed


#: Writes pairs of graphs, of so many quads that they become files of their own.
WRITER = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.graph.store import Store
from kg.graph.waiting import articles as articles_of
from kg.graph.writing import MANY

with Store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), 1000):
        graphs = [store.graph(f"links/{number}-{half}") for half in "ab"]
        thing = NamedNode(f"https://example.org/{number}")
        wanted = {g: {Quad(g, thing, Literal(str(n)), g) for n in range(MANY)} for g in graphs}
        print("writing", flush=True)
        store.replace_all(wanted)
"""


def test_a_great_write_that_is_killed_is_whole_or_not_there(tmp_path):
    store, done = tmp_path / "store", 0
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    for pause in (0.05, 0.1, 0.2, 0.4):
        command = [sys.executable, "-c", WRITER, str(store), str(done)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            process.stdout.readline()
            time.sleep(pause)
            process.kill()
        with Store(store) as opened:
            sizes = {
                graph.value: sum(1 for _ in opened.db.quads_for_pattern(None, None, None, graph))
                for graph in opened.db.named_graphs()
                if "links/" in graph.value
            }
        assert set(sizes.values()) == {MANY}
        assert len(sizes) % 2 == 0
        assert len(sizes) // 2 > done
        done = len(sizes) // 2


class Calls:
    """Notes how a database is asked to write."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: self.names.append(name)


@pytest.mark.parametrize(
    ("size", "way"), [(0, "extend"), (3, "extend"), (4, "bulk_extend"), (5, "bulk_extend"), (6, "extend")]
)
def test_what_files_of_its_own_do_not_take_in_together_is_written_one_by_one(monkeypatch, size, way):
    monkeypatch.setattr(writing, "MANY", 3)
    monkeypatch.setattr(writing, "TOGETHER", 5)
    node, calls = NamedNode("https://example.org/a"), Calls()
    writing.write(calls, Change([], [Quad(node, node, Literal(str(number))) for number in range(size)]))
    assert calls.names == [way]
