"""Deciding who is who on a page: with the token, from this page only, written to the file that builds replay."""

import re

import pytest

from kg.articles.article import Article
from kg.build import build
from kg.graph.store import Store
from kg.resolve.decisions import FILE
from kg.serve import snapshot
from tests.serve.conftest import client

TOKEN = "t0ken"
HERE = {"Origin": "http://localhost"}
KHAN = Article("a", "Sadiq Khan, the mayor of London, spoke in Leeds on Monday.")
OTHER = Article("b", "Sajid Khan, a farmer, was born in Kent.")


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "store") as store:
        build(store, [KHAN, OTHER])
    return tmp_path / "store"


def decided(path):
    file = path / FILE
    return file.read_text("utf-8") if file.is_file() else ""


def form(judgement, **more):
    pair = {"left": "article/a/person/sadiq-khan", "right": "article/b/person/sajid-khan"}
    return {"token": TOKEN, "judgement": judgement, **pair, **more}


def test_a_decision_is_kept_and_taken_back(path, monkeypatch):
    monkeypatch.setattr(snapshot, "PAUSE", 0)
    with client(path, token=TOKEN) as web:
        assert web.get("/review", params={"token": TOKEN}).status_code == 200
        answer = web.post("/review", data=form("positive"), headers=HERE, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/review?token={TOKEN}")
        assert re.search(r"sadiq-khan,article/b/person/sajid-khan,positive", decided(path))
        assert web.get("/id/person/sajid-khan", follow_redirects=False).status_code in {303, 404}
        page = web.get("/review", params={"token": TOKEN}).text
        assert "Decided last" in page
        web.post("/review", data=form("undo"), headers=HERE)
        assert "sajid-khan" not in decided(path)
        assert web.get("/id/person/sajid-khan").status_code == 200


@pytest.mark.parametrize(
    ("data", "headers", "status"),
    [
        (form("positive", token="wrong"), HERE, 403),
        (form("positive", token=""), HERE, 403),
        (form("positive"), {}, 403),
        (form("positive"), {"Origin": "http://evil.example"}, 403),
        (form("positive"), {"Origin": "null"}, 403),
        (form("perhaps"), HERE, 400),
        (form("positive", left=""), HERE, 400),
        (form("positive", left="article/b/person/sajid-khan"), HERE, 400),
        (form("positive", right="http://x.example/<a>"), HERE, 400),
        (form("positive", why="one\rtwo"), HERE, 400),
        (form("positive", why="x" * 140_000), HERE, 400),
    ],
)
def test_nothing_is_written_without_token_and_origin(path, data, headers, status):
    with client(path, token=TOKEN) as web:
        assert web.post("/review", data=data, headers=headers).status_code == status
        assert web.get("/review").status_code == 403
    assert decided(path) == ""


def test_a_server_that_only_reads_has_no_review(path):
    with client(path) as web:
        assert web.get("/review?token=").status_code == 404
        assert web.post("/review", data=form("positive", token=""), headers=HERE).status_code == 404
    assert decided(path) == ""
