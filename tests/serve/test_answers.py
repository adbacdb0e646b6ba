"""Saved queries as pages and as an API: sorting, paging, every format, the header's keys, the description."""

import csv
import io
import json
import re

import pytest
from openapi_spec_validator import validate
from openpyxl import load_workbook

from kg.errors import DataError
from kg.query.saved import parse, saved
from kg.serve.answers import PAGE, SORT
from kg.serve.header import header
from tests.serve.conftest import client

GRLC = """#+ summary: Who is who: by name
#+ description: |
#+   All people, and
#+   what they do.
#+ tags:
#+   - people
#+   - offices
#+ pagination: 2
#+ defaults:
#+   - how: former
#+ enumerate:
#+   - how:
#+     - current
#+     - former
SELECT ?who ?label WHERE { ?who a news:Person ; rdfs:label ?label FILTER(?label != ?__how) } ORDER BY ?label
"""


def cells(page):
    body = re.search(r"<tbody>(.*)</tbody>", page, re.DOTALL)[1]
    return [re.findall(r"<td>(?:<[^>]*>)*([^<]*)", row) for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)]


def test_no_saved_query_has_a_parameter_that_an_address_uses_itself():
    assert not {each.name for query in saved().values() for each in query.parameters} & {PAGE, SORT}


def test_the_keys_of_a_header():
    said = header(parse(GRLC, "who"))
    assert (said.tags, said.rows) == (("people", "offices"), 2)
    said = header(parse("#+ summary: A: b\n#+ tags: [x, y]\nSELECT * {}", "a"))
    assert (said.tags, said.rows) == (("x", "y"), 100)


@pytest.mark.parametrize("key", ["pagination: many", "tags: 7", "tags: [a"])
def test_a_key_without_sense_is_told(key):
    with pytest.raises(DataError, match="no value that grlc reads"):
        header(parse(f"#+ {key}\nSELECT * {{}}", "odd"))


@pytest.fixture(scope="module")
def own(seed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    (folder / "who.rq").write_text(GRLC)
    (folder / "graph.rq").write_text("CONSTRUCT { ?a rdfs:label ?b } WHERE { ?a a news:Person ; rdfs:label ?b }")
    (folder / "ends-in-values.rq").write_text("SELECT ?a { ?a a news:Person } VALUES ?x { 1 2 }")
    with client(seed, queries=(folder,)) as found:
        yield found


def test_a_folder_of_queries_is_served_beside_kg_s_own(own):
    names = [each["name"] for each in own.get("/api/queries").json()["queries"]]
    assert {"who", "graph", "roles"} <= set(names)
    assert names == sorted(names)


def test_pages_follow_each_other_and_their_size_is_the_header_s(own):
    first = own.get("/query/who").text
    assert "people · offices" in first
    assert "<option selected>former</option>" in first
    assert len(cells(first)) == 2
    assert 'href="/query/who?page=1" rel="next"' in first
    second = own.get("/query/who?page=1").text
    assert "Rows 3 to 4" in second
    assert cells(first) + cells(second) == sorted(cells(first) + cells(second), key=lambda row: row[1])


def test_an_answer_is_sorted_by_a_column_as_it_is_shown(own):
    up = own.get("/query/who?sort=label").text
    assert 'aria-sort="ascending"><a href="/query/who?sort=-label"' in up
    down = own.get("/query/who?sort=-label").text
    assert cells(up)[0][1].casefold() < cells(down)[0][1].casefold()
    assert own.get("/query/who?sort=nothing").status_code == 400
    everything = own.get("/query/people?sort=-mentions").text
    counts = [int(row[-1]) for row in cells(everything)]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) > 1


def test_a_query_where_no_limit_may_stand_is_paged_all_the_same(own):
    assert own.get("/query/ends-in-values").status_code == 200
    assert "Nothing is found" in own.get("/query/ends-in-values?page=7").text


def test_a_graph_is_shown_and_given(own):
    assert "person/sadiq-khan" in own.get("/query/graph").text
    answer = own.get("/api/queries/graph.ttl")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert own.get("/api/queries/graph.csv").status_code == 404


def test_every_format_has_the_same_rows(web):
    path, asked = "/api/queries/quotes", {"speaker": "Sadiq Khan"}
    held = json.loads(web.get(f"{path}.json", params=asked).text)["results"]["bindings"]
    assert held
    quotes = [row["quote"]["value"] for row in held]
    table = list(csv.DictReader(io.StringIO(web.get(f"{path}.csv", params=asked).text)))
    assert [row["quote"] for row in table] == quotes
    assert len(web.get(f"{path}.tsv", params=asked).text.splitlines()) == len(quotes) + 1
    assert web.get(f"{path}.xml", params=asked).text.count("<result>") == len(quotes)
    book = web.get(f"{path}.xlsx", params=asked)
    assert book.headers["content-disposition"] == 'inline; filename="quotes.xlsx"'
    assert book.content == web.get(f"{path}.xlsx", params=asked).content
    head, *rows = load_workbook(io.BytesIO(book.content)).active.values
    assert [row[head.index("quote")] for row in rows] == quotes
    assert {row[head.index("speaker")] for row in rows} == {"Sadiq Khan"}
    assert {row[head.index("speaker_iri")] for row in rows} == {"https://w3id.org/newskg/id/person/sadiq-khan"}


@pytest.mark.parametrize(
    ("path", "accept", "status", "media"),
    [
        ("roles", "", 200, "application/sparql-results+json"),
        ("roles", "text/csv", 200, "text/csv"),
        ("roles", "text/html,*/*;q=0.1", 200, "application/sparql-results+json"),
        ("roles.tsv", "text/csv", 200, "text/tab-separated-values"),
        ("roles", "image/png", 406, "application/json"),
        ("roles.doc", "", 404, "application/json"),
        ("rolez", "", 404, "application/json"),
        ("evidence", "", 400, "application/json"),
        ("roles?nonsense=1", "", 400, "application/json"),
    ],
)
def test_the_api_negotiates_and_tells_what_is_wrong(web, path, accept, status, media):
    answer = web.get(f"/api/queries/{path}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (status, media)
    assert status == 200 or answer.json()["detail"]


def test_the_description_is_openapi_and_says_what_there_is(own):
    document = own.get("/api/openapi.json").json()
    validate(document)
    assert document["openapi"] == "3.1.0"
    assert {"200", "400", "404", "503"} <= document["paths"]["/api/queries/quotes"]["get"]["responses"].keys()
    assert {f"/api/queries/{name}" for name in saved()} <= document["paths"].keys()
    roles = document["paths"]["/api/queries/roles"]["get"]
    assert {each["name"]: each["schema"]["type"] for each in roles["parameters"]}["asserted"] == "boolean"
    assert document["paths"]["/api/queries/who"]["get"]["tags"] == ["people", "offices"]


def test_a_form_completes_names_with_and_without_a_script(web):
    page = web.get("/query/quotes").text
    assert '<option value="Sadiq Khan">' in page
    assert "data-suggest" in page
    found = web.get("/suggest?q=kha").json()
    assert {"name": "Sadiq Khan", "kind": "person"} in found
    assert web.get("/suggest?q=").json() == []
