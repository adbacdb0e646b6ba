"""A server follows its store: built further, gone, newer, made again."""

import json
import re
import shutil
import signal
import socket
import time

import httpx
import pytest

from kg.articles.article import Article
from kg.build import build
from kg.graph.store import Store
from kg.serve import snapshot
from kg.serve.accept import wanted
from kg.serve.remembered import BESIDE, Remembered
from kg.serve.workers import Worker
from tests.command import start
from tests.serve.conftest import client

KHAN = Article("a", "Sadiq Khan, the mayor of London, spoke in Leeds on Monday.")
RUDD = Article("b", "Amber Rudd, the home secretary, spoke in Leeds on Monday.")


def made(path, *articles):
    with Store(path) as store:
        build(store, articles)


def test_a_server_follows_its_store(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "PAUSE", 0)
    path = tmp_path / "store"
    with client(path) as web:
        assert web.get("/").status_code == 503
        assert "there is no store at" in web.get("/").text
        made(path, KHAN)
        assert web.get("/id/person/sadiq-khan").status_code == 200
        assert web.get("/id/person/amber-rudd").status_code == 404
        made(path, RUDD)
        assert web.get("/id/person/amber-rudd").status_code == 200
        mark = path / "newskg.json"
        kept = mark.read_text()
        mark.write_text(json.dumps({**json.loads(kept), "format": 99}))
        newer = web.get("/")
        assert (newer.status_code, newer.headers["retry-after"]) == (503, "5")
        assert "was made by a newer kg" in newer.text
        mark.write_text(kept)
        assert web.get("/").status_code == 200
        shutil.rmtree(path)
        assert web.get("/id/person/amber-rudd").status_code == 503
        made(path, RUDD)
        assert web.get("/id/person/amber-rudd").status_code == 200
        assert web.get("/id/person/sadiq-khan").status_code == 404


def test_the_command_serves_a_store_that_is_made_later(tmp_path):
    path = tmp_path / "store"
    server = start("serve", "--store", path, "--port", 0)
    try:
        assert server.stderr is not None
        assert f"there is no store at {path}" in server.stderr.readline()
        address = re.search(r"http://\S+", server.stderr.readline())[0]
        assert httpx.get(address, timeout=60).status_code == 503
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            second = start("serve", "--store", path, "--port", port)
            _, said = second.communicate(timeout=60)
        assert (second.returncode, said.splitlines()[-1].partition(":")[0]) == (2, "kg")
        assert f"another program listens at 127.0.0.1:{port}" in said
        made(path, KHAN)
        for _ in range(600):
            if httpx.get(address, timeout=60).status_code == 200:
                break
            time.sleep(0.1)
        assert httpx.get(f"{address}id/person/sadiq-khan", timeout=60).status_code == 200
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("text/html;q=0.2, text/turtle;q=0.9", "text/turtle"),
        ("text/*;q=0.5, text/html;q=0", "text/turtle"),
        ("application/json", None),
        ("text/turtle;q=x", None),
    ],
)
def test_negotiation(accept, best):
    assert wanted(accept, ["text/html", "text/turtle"]) == best


def test_an_answer_is_given_again_until_the_store_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshot, "PAUSE", 0)
    path = tmp_path / "store"
    made(path, KHAN)
    with client(path) as web:
        count = {"query": "SELECT (COUNT(*) AS ?n) { ?p a news:Person }"}

        def people():
            return int(web.get("/sparql", params=count).json()["results"]["bindings"][0]["n"]["value"])

        first = people()
        asked = []
        monkeypatch.setattr(Worker, "ask", lambda *given: asked.append(given))
        assert people() == first
        assert not asked
        monkeypatch.undo()
        monkeypatch.setattr(snapshot, "PAUSE", 0)
        made(path, RUDD)
        time.sleep(1.1)
        assert people() == first + 1


def test_what_is_kept_has_an_end_and_one_state():
    kept = Remembered(most=2 * BESIDE + 100, each=60)
    kept.keep(1, "a", b"x" * 50)
    kept.keep(1, "b", b"y" * 50)
    assert kept.get(1, "a")
    kept.keep(1, "c", b"z" * 40)
    assert kept.get(1, "b") is None
    assert kept.get(1, "a")
    kept.keep(1, "large", b"l" * 61)
    assert kept.get(1, "large") is None
    kept.keep(1, "a", b"n")
    assert (kept.get(1, "a"), kept.get(2, "a")) == (b"n", None)
    kept.keep(2, "d", b"d")
    assert kept.get(1, "a") is None
    assert kept.get(2, "d")
