"""kg from Python: build, ask, and let the graph leave."""

import gzip
import subprocess
import sys
from datetime import date, datetime
from io import BytesIO

import pytest

from kg.api import Article, Format, Store, build, card, export, extract, forget, opened, query
from kg.errors import DataError, UsageError
from tests.query.test_queries import BOMB, Hand, fete, trial


@pytest.fixture
def store(tmp_path) -> Store:
    with Store(tmp_path / "store") as store:
        build(store, [fete().article, trial().article], Hand())
        yield store


def test_rows_have_names_or_iris(store):
    told = {
        "attacker": "John Roe",
        "place": "Northam",
        "saidBy": "",
        "words": "John Roe bombed Northam.",
        "article": "trial",
    }
    assert query(store, "attacked-where", attacker="John Roe") == [told]
    [row] = query(store, "attacked-where", names=False)
    assert row["place"] == "https://w3id.org/newskg/id/place/northam"


def test_sparql_gives_rows_too(store):
    rows = query(store, "SELECT ?word ?none WHERE { ?x news:words ?word FILTER(CONTAINS(?word, ?_part)) }", part="will")
    assert rows == [{"word": "We will rebuild,", "none": ""}]


def test_what_is_forgotten_is_answered_no_more(store):
    forget(store, "trial")
    assert [row["words"] for row in query(store, "attacks")] == [f"{BOMB} … The Front claimed the bombing."]


def test_mistakes(store):
    with pytest.raises(UsageError, match="no query 'atack'"):
        query(store, "atack")
    with pytest.raises(UsageError, match=r"a SELECT is needed to give rows, or CONSTRUCT or DESCRIBE, not ASK"):
        query(store, "ASK { ?s ?p ?o }")
    with pytest.raises(DataError, match="cannot be written"):
        export(store, store.path.parent / "none" / "graph.ttl")


def test_export_to_a_file_and_to_a_stream(store, tmp_path):
    out = BytesIO()
    export(store, tmp_path / "graph.nt")
    export(store, out, Format.NT)
    assert out.getvalue() == (tmp_path / "graph.nt").read_bytes()


def test_extract_without_a_store():
    [reading] = extract("Sadiq Khan spoke in London.")
    assert "Sadiq Khan" in {mention.text for mention in reading.mentions}


def test_a_format_may_be_named(store):
    named, given = BytesIO(), BytesIO()
    export(store, named, "nquads")
    export(store, given, Format.NQUADS)
    assert named.getvalue() == given.getvalue()
    with pytest.raises(UsageError, match="no format 'turtel'; did you mean 'turtle'"):
        export(store, named, "turtel")


def test_what_is_none_is_not_given_and_a_number_is_its_text(store):
    assert query(store, "quotes", speaker=None) == query(store, "quotes")
    assert query(store, "timeline", since=2020) == query(store, "timeline", since="2020")


def test_rows_become_a_frame_and_a_table_of_a_notebook(store):
    people = query(store, "people")
    frame = people.to_frame()
    assert list(frame.columns) == ["person", "articles", "mentions"] == list(people.columns)
    assert frame["articles"].sum() == sum(int(row["articles"]) for row in people) == 3
    assert "<td>Ann Lee</td><td>2</td>" in people._repr_html_()
    with pytest.raises(UsageError, match="a data frame needs nothing: pip install nothing"):
        people.to_frame("nothing")


def test_a_graph_gives_its_triples(store):
    rows = query(
        store, "CONSTRUCT { ?p a news:Person } { ?p a news:Person ; rdfs:label ?_name_string }", name="Ann Lee"
    )
    assert rows == [{"subject": "Ann Lee", "predicate": "rdf:type", "object": "person"}]
    assert query(store, "people", names=False)[0]["person"].startswith("https://")


def test_several_values_and_dates_are_parameters(store):
    both = query(store, "roles", person=["Ann Lee", "John Roe"])
    assert {row["person"] for row in both} == {"Ann Lee"}
    assert query(store, "timeline", since=date(2020, 5, 4)) == query(store, "timeline", since="2020-05-04")


def test_a_card_for_a_notebook(store):
    assert "<h3>Ann Lee: person</h3>" in card(store, "ann lee")._repr_html_()
    assert "<blockquote>Former mayor Ann Lee <cite>trial</cite></blockquote>" in card(store, "Ann Lee")._repr_html_()


def test_a_store_that_is_only_read_blocks_no_build(tmp_path):
    path = tmp_path / "store"
    with Store(path) as store:
        build(store, [fete().article], Hand())
    with opened(path) as reading:
        with Store(path) as store:
            build(store, [trial().article], Hand())
        assert query(reading, "people")


def test_articles_are_checked_as_on_the_command_line(tmp_path):
    told = []
    whens = [datetime(2021, 5, 4, 10), date(2021, 5, 4), "May 4, 2021", "soon", None]  # noqa: DTZ001
    articles = [Article(f"a{n}", "Ann Lee spoke in Leeds.", published=when) for n, when in enumerate(whens)]
    with Store(tmp_path / "store") as store:
        built = build(store, [*articles, Article("bad", " ")], report=told.append)
        dates = {row["a"]: row["d"] for row in query(store, "SELECT ?a ?d { ?a a news:Article ; news:published ?d }")}
    assert dates == {"a0": "2021-05-04T10:00:00", "a1": "2021-05-04", "a2": "2021-05-04"}
    assert (built.new, [str(error)[:14] for error in told]) == (5, ["article 'a3': ", "article 'bad':"])


def test_an_export_may_be_packed(store, tmp_path):
    export(store, tmp_path / "graph.nt")
    export(store, tmp_path / "graph.nt.gz")
    assert gzip.decompress((tmp_path / "graph.nt.gz").read_bytes()) == (tmp_path / "graph.nt").read_bytes()


@pytest.mark.parametrize("resident", [False, True])
def test_the_collector_passes_by_what_reads_only_where_the_process_is_kgs_own(resident):
    read = f"list(Extraction(resident={resident})([Article('a', 'Ann Lee lives in Leeds.')]))"
    code = f"import gc; from kg.api import Article, Extraction; {read}; print(gc.get_freeze_count())"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (int(ran.stdout) > 0) == resident
