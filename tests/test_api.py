"""kg from Python: build, ask, and let the graph leave."""

from io import BytesIO

import pytest

from kg.api import Format, Store, build, export, extract, forget, query
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
    assert [row["words"] for row in query(store, "attacks")] == [BOMB]


def test_mistakes(store):
    with pytest.raises(UsageError, match="no query 'attack'"):
        query(store, "attack")
    with pytest.raises(UsageError, match=r"a SELECT is needed"):
        query(store, "ASK { ?s ?p ?o }")
    with pytest.raises(DataError, match="cannot be written"):
        export(store, store.path / "none" / "graph.ttl")


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
    assert query(store, "timeline", since=1) == query(store, "timeline", since="1")
