"""Names that want to be markup, run the wrong way, or have no end: every page and every format holds them."""

import asyncio
import io
import json
import re
import shutil
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.articles.article import Article
from kg.build import build
from kg.export.drawing import NOT_XML
from kg.graph.store import Store
from kg.query.names import LABEL
from kg.serve.app import app
from kg.serve.entries import Part
from kg.serve.lines import parts
from kg.serve.settings import Settings
from tests.serve.conftest import client
from tests.serve.test_pages import Page

TEXT = "Sadiq Khan, the mayor of London, was born in Kent. A bomb killed five people in Baghdad on Monday. Khan spoke."
NAMES = {
    "markup": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes": "\"' onmouseover=alert(1) x='\"",
    "bidi": "\u202egnp.exe\u2066 \u200f\u0627\u0644\u062e\u0627\u0646",
    "long": "x" * 10_000,
    "formula": '=HYPERLINK("http://evil.example")',
    "controls": "a\x0bb\x1fc\ufffe\x1b[2J\x9b",
    "template": "{{ 7777*7777 }}{% raw %}<%= 7777*7777 %>${7777*7777}",
}
PAGES = [
    *("/", "/search?q=x", "/id/person/sadiq-khan", "/id/article/a", "/query/people", "/query/roles", "/network"),
    *("/timeline", "/map", "/network?about=https://w3id.org/newskg/id/person/sadiq-khan", "/ontology"),
    *("/sparql?query=SELECT+*+%7B+%3Fa+rdfs:label+%3Fb+%7D", "/reconcile/preview?id=person/sadiq-khan"),
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    path = tmp_path_factory.mktemp("plain") / "store"
    with Store(path) as store:
        build(store, [Article("a", TEXT, title="TITLE", published="2017-03-22")])
    return path


@pytest.fixture(scope="module", params=NAMES)
def hostile(request, plain, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param) / "store"
    shutil.copytree(plain, path)
    with Store(path) as store:
        khan = NamedNode(f"{store.base}person/sadiq-khan")
        article = NamedNode(f"{store.base}article/a")
        for quad in [q for node in (khan, article) for q in store.db.quads_for_pattern(node, LABEL, None, None)]:
            store.db.remove(quad)
            store.db.add(Quad(quad.subject, LABEL, Literal(NAMES[request.param]), quad.graph_name))
        assert any(store.db.quads_for_pattern(khan, LABEL, None, DefaultGraph()))
    with client(path) as web:
        yield web, NAMES[request.param]


def test_no_page_holds_what_steers_a_terminal(hostile):
    web, _ = hostile
    for path in (*PAGES, "/search?q=%1b%5b2J", "/no%1bpage"):
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", web.get(path, headers={"accept": "text/html"}).text
        ), path


def test_no_page_runs_what_a_name_says(hostile):
    web, _ = hostile
    for path in PAGES:
        page = web.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 200, (path, page.text[-500:])
        tags = Page(page.text).tags
        assert not [tag for tag, given in tags if tag == "img" or any(name.startswith("on") for name in given)], path
        scripts = [given for tag, given in tags if tag == "script"]
        assert all(each.get("src", "").startswith("/static/") or "json" in each["type"] for each in scripts), path
        assert "60481729" not in re.split(r"[^\w.,%-]+", page.text), path
        for held in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text):
            assert json.loads(held)["@context"] == "https://schema.org"


def test_every_format_holds_the_name(hostile):
    web, name = hostile
    rows = web.get("/api/queries/people.json").json()["results"]["bindings"]
    assert any("sadiq-khan" in str(row) for row in rows)
    clean = NOT_XML.sub("\ufffd", name)
    book = load_workbook(io.BytesIO(web.get("/api/queries/people.xlsx").content)).active
    cells = [cell for row in book.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    for form in ("graphml", "gexf"):
        root = ET.parse(io.BytesIO(web.get(f"/network.{form}").content)).getroot()
        texts = {each for node in root.iter() for each in (node.text, node.get("label"), node.get("value")) if each}
        assert clean in texts
    found = web.post("/reconcile", data={"queries": json.dumps({"q": {"query": "person", "properties": []}})})
    assert found.status_code == 200
    assert web.get("/suggest", params={"q": name[:200]}).status_code == 200


def test_parts_are_escaped_and_linked():
    words = (Part('<b>"', "/id/a?b&c"), Part(","), Part("x", 'https://e/"><script>'))
    assert parts(words) == (
        '<a href="/id/a?b&amp;c"><bdi>&lt;b&gt;&#34;</bdi></a><bdi>,</bdi> '
        '<a href="https://e/&#34;&gt;&lt;script&gt;" rel="noreferrer external"><bdi>x</bdi></a>'
    )
    assert parts(()) == ""


def test_who_hangs_up_in_the_middle_of_a_request_is_no_fault_of_the_servers(plain):
    sent = []

    async def hung_up():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "method": "POST", "path": "/sparql", "raw_path": b"/sparql", "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/sparql-query")],
    }  # fmt: skip
    asyncio.run(app(Settings(plain))(scope, hung_up, send))
    assert sent == []


def test_a_request_names_one_host(plain):
    with client(plain) as web:
        assert web.get("/", headers=[("host", "localhost")]).status_code == 200
        assert web.get("/", headers=[("host", "localhost"), ("host", "evil.example")]).status_code == 400
