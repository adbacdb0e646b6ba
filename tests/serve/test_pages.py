"""Every page, without a script: what it tells, and that each fact leads to its words."""

import json
import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import NamedNode, Quad

from kg.articles.article import Article
from kg.build import build
from kg.graph.store import Store
from kg.graph.terms import REPLACED
from tests.serve.conftest import client

ARTICLE = "/id/article/000_ac9285f299bddcc0"
PAGES = [
    *("/", "/search?q=khan", "/id/person/sadiq-khan", f"{ARTICLE}/event/attack-12", ARTICLE, "/query/roles"),
    *("/network?about=Khalid+Masood", "/timeline?about=Khalid+Masood", "/map", "/id/place/westminster"),
    *("/query/evidence", "/query/quotes?speaker=Sadiq+Khan", "/why", "/ontology"),
    "/why?subject=Craig+Mackey&relation=memberOf&object=Metropolitan+Police",
    "/why?subject=Khalid+Masood&relation=memberOf&object=Islamic+State",
]


class Page(HTMLParser):
    """The ids, links and labels of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])


def got(web, path):
    answer = web.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, (path, answer.text)
    return answer


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_shut_and_has_no_script_but_kg_s_own(web, path):
    answer = got(web, path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "set-cookie" not in answer.headers
    tags = Page(answer.text).tags
    assert not [tag for tag, given in tags if any(name.startswith("on") for name in given)]
    scripts = [given for tag, given in tags if tag == "script" and given.get("type") != "application/ld+json"]
    assert all(given.get("src", "").startswith("/static/") for given in scripts)
    assert not [given for _, given in tags if "style" in given]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(web, path):
    for link in Page(got(web, path).text).links:
        if link.startswith("/"):
            address, _, fragment = link.partition("#")
            answer = got(web, address or path)
            assert not fragment or fragment in Page(answer.text).ids, link


def test_each_fact_is_one_click_from_its_words(web):
    page = got(web, "/id/person/khalid-masood").text
    (words,) = {link for link in Page(page).links if "claim=bornIn" in link}
    article = got(web, words.partition("#")[0]).text
    assert re.search(r'class="[^"]*\bend\b[^"]*"[^>]*>Kent<', article)
    assert words.partition("#")[2] in Page(article).ids


def test_an_incident_is_told_at_a_glance(web):
    text = got(web, f"{ARTICLE}/event/attack-12").text
    assert re.search(r"<h1><bdi>(.*?)</bdi>", text)[1] == "Attack, Westminster"
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text)
    told = {label: re.sub("<.*?>", "", fillers) for label, fillers in rows}
    assert told["place"] == "Westminster, Westminster Bridge"
    assert told["perpetrator"] == "Khalid Masood"
    assert told["injured"].startswith("Forty people")
    assert "<dt>place</dt>" not in got(web, "/id/person/sadiq-khan").text


def test_columns_are_called_in_words(web):
    text = got(web, "/query/attacks").text
    assert ">killed words</a>" in text
    assert "sort=killedWords" in text


def test_what_is_claimed_says_by_whom_and_what_is_inferred_says_why(web):
    masood = got(web, "/id/person/khalid-masood").text
    assert re.search(r'badge reported">reported by <a href="/id/organization/islamic-state">', masood)
    mackey = got(web, "/id/person/craig-mackey").text
    assert "/why?subject=" in mackey
    assert "inferred" in mackey
    khan = got(web, "/id/person/sadiq-khan").text
    assert "They will not win".lower() in khan.lower()


def test_a_question_has_a_form_links_and_its_sparql(web):
    page = got(web, "/query/quotes?speaker=Sadiq+Khan").text
    assert 'value="Sadiq Khan"' in page
    assert "news:speaker  &lt;https://w3id.org/newskg/id/person/sadiq-khan&gt; " in page
    assert '<a href="/id/person/sadiq-khan">' in page
    assert "It needs entity." in got(web, "/query/evidence").text


def test_search_folds_marks_and_finds_beginnings(web):
    assert "/id/person/sadiq-khan" in got(web, "/search?q=KH%C3%A1n").text
    assert "/id/organization/metropolitan-police" in got(web, "/search?q=metropol").text
    assert "Nothing has all these words" in got(web, '/search?q=zzz"*').text


def test_a_claim_that_an_article_has_not_is_told(web):
    answer = web.get(f"{ARTICLE}?claim=zzz", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "has no claim &#39;zzz&#39;." in answer.text


def test_hostile_words_are_words(web):
    for path in ("/", "/search?q=%3Cscript%3Ealert(1)", "/id/article/..%2Fx%3Fy%23z", "/id/person/sadiq-khan"):
        page = got(web, path).text
        assert "<script>" not in page
        assert "<b onmouseover" not in page
        assert 'href="javascript:' not in page
    assert "&lt;script&gt;alert(1)" in got(web, "/id/article/..%2Fx%3Fy%23z").text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nope", 404, "There is no such page"),
        ("/id/person/nobody", 404, "Nothing is known of https://w3id.org/newskg/id/person/nobody"),
        ("/query/rolez", 404, "did you mean"),
        ("/api/queries/rolez", 404, "did you mean"),
        ("/network?from=2024-99", 400, "parameter is one of about, distance, relation, modality"),
        ("/network?since=2024-99", 400, "--since is a date"),
        ("/network?since=2024&until=2023", 400, "--since 2024 is after --until 2023"),
        ("/query/roles?nonsense=1", 400, "has no parameter --nonsense"),
        ("/query/roles?person=A&person=B", 400, "person is given twice"),
        ("/query/roles?page=x", 400, "page is a number"),
        ("/why?subject=Khann&relation=leads&object=London", 400, "nothing is named"),
        ("/static/../../pyproject.toml", 404, "There is no such page"),
        ("/static/%2e%2e/app.py", 404, "There is no such page"),
        (f"/?{'x' * 20000}", 414, "POST"),
    ],
)
def test_a_problem_is_told_as_a_page_and_as_json(web, path, status, told):
    answer = web.get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert told in answer.text.replace("&#39;", "'")
    answer = web.get(path, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert told in answer.json()["detail"]


def test_only_reading_and_only_this_host(web):
    assert web.post("/").status_code == 405
    assert web.delete("/id/person/sadiq-khan").status_code == 405
    assert web.head("/").status_code == 200
    assert web.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert web.get("/", headers={"Content-Length": "9999999"}).status_code == 413
    assert web.get("/", headers={"Content-Length": "x"}).status_code == 400


def test_without_texts_only_evidence_leaves(seed):
    with client(seed, no_text=True) as web:
        page = got(web, ARTICLE).text
        assert "Only the sentences that are evidence are shown" in page
        assert "Sadiq Khan" in page
        # A sentence that states no fact.
        turtle = web.get(ARTICLE, headers={"Accept": "text/turtle"}).text
        assert "in the face of terror" not in turtle
        assert "in the face of terror" not in page


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
@pytest.mark.parametrize("path", ["/id/person/sadiq-khan", ARTICLE, "/ontology"])
def test_things_dereference(web, path, form):
    answer = web.get(path, headers={"Accept": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form
    assert "Accept" in answer.headers["vary"].split(", ")
    assert answer.content
    assert web.get(path, headers={"Accept": "image/png"}).status_code == 406


def test_a_page_says_what_it_is_to_programs(web):
    def schema(path):
        return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', got(web, path).text)[1])

    khan = schema("/id/person/sadiq-khan")
    assert (khan["@context"], khan["@type"], khan["name"]) == ("https://schema.org", "Person", "Sadiq Khan")
    article = schema(ARTICLE)
    assert article["@type"] == "NewsArticle"
    assert {"@type": "Person", "@id": khan["@id"], "name": "Sadiq Khan"} in article["mentions"]
    quotes = web.get("/api/queries/quotes.json?speaker=Sadiq+Khan").json()["results"]["bindings"]
    statement = next(iter(re.findall(r'href="(/id/[^"]*/statement/[^"]*)"', got(web, "/id/person/sadiq-khan").text)))
    quotation = schema(statement)
    assert quotation["@type"] == "Quotation"
    assert quotation["creator"][0]["name"] == "Sadiq Khan"
    assert quotation["text"] in {row["quote"]["value"] for row in quotes}
    assert '<meta property="og:title" content="Sadiq Khan – kg">' in got(web, "/id/person/sadiq-khan").text
    hostile = got(web, "/id/article/..%2Fx%3Fy%23z").text
    assert schema("/id/article/..%2Fx%3Fy%23z")["headline"].startswith("<script>")
    assert "<script>alert" not in hostile


def test_an_iri_that_is_given_up_leads_on(tmp_path):
    path = tmp_path / "store"
    with Store(path) as store:
        build(store, [Article("a", "Sadiq Khan, the mayor of London, spoke in Leeds.")])
        old, new = (NamedNode(f"{store.base}person/{name}") for name in ("s-khan", "sadiq-khan"))
        older = NamedNode(f"{store.base}person/khan")
        graph = store.graph("graph/identity")
        store.db.extend([Quad(old, REPLACED, new, graph), Quad(older, REPLACED, old, graph)])
    with client(path) as web:
        for name in ("s-khan", "khan"):
            answer = web.get(f"/id/person/{name}", follow_redirects=False)
            assert (answer.status_code, answer.headers["location"]) == (303, "/id/person/sadiq-khan")
