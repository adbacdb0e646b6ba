"""A store of one article, and one of hostile names, served without a socket or with one."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.testclient import TestClient

from kg.articles.article import Article
from kg.articles.readers import read
from kg.build import build
from kg.graph.store import Store
from kg.resources import folder
from kg.serve.app import app
from kg.serve.settings import Settings

HOSTILE = (
    "<script>alert(1)</script> O'Neil \"&\u202e\n\n"
    'Sadiq Khan, the mayor of London, said: "<b onmouseover=alert(1)>They & we</b> will not win."\n'
)


@pytest.fixture(scope="session")
def seed(tmp_path_factory):
    path = tmp_path_factory.mktemp("seed") / "store"
    with Store(path) as store:
        build(store, read([folder("ontology").parent / "seeds"]))
        build(
            store,
            [
                Article(
                    "../x?y#z",
                    HOSTILE,
                    title="<script>alert(1)</script> O'Neil \"&\u202e",
                    source="javascript:alert(1)",
                )
            ],
        )
    return path


def client(path, **options):
    return TestClient(app(Settings(path, **options)), base_url="http://localhost", raise_server_exceptions=False)


@contextmanager
def serving(path, **options):
    """Serve a store at a port of this machine; yields the address."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app(Settings(path, **options)), log_level="warning"))
    thread = threading.Thread(target=server.run, args=([taken],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{taken.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def web(seed):
    with client(seed) as found:
        yield found
