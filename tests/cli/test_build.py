"""kg build, forget, stats and --version, from the outside."""

import io
import json
import re

import pytest

from kg.graph import ontologies
from kg.graph.store import Store
from tests.command import Command

VIGIL = "Khan speaks at vigil\n\nJane Doe, News Reporter\n\nSadiq Khan spoke in Leeds on Tuesday.\n"


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store that the environment names."""
    monkeypatch.setenv("KG_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def vigil(tmp_path):
    file = tmp_path / "vigil.txt"
    file.write_text(VIGIL)
    return file


def known(store, *names: str) -> list[str | None]:
    with Store(store, read_only=True) as held:
        [article] = held.articles()
        return [held.value(article, name) for name in names]


def test_a_build_tells_what_it_did_and_what_the_store_holds(kg, store, vigil):
    ran = kg("build", vigil)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(
        r"articles: 1 new, 0 unchanged, 0 replaced, 0 failed\n"
        rf"{store}: [\d,]+ entities, [\d,]+ facts, [\d,]+ quotes, [\d,]+ events, [\d,]+ inferred\n",
        ran.out,
    )
    assert kg("build", vigil).out.startswith("articles: 0 new, 1 unchanged, 0 replaced")
    vigil.write_text(VIGIL + "\nHe went home.")
    assert kg("build", vigil).out.startswith("articles: 0 new, 0 unchanged, 1 replaced")


def test_a_build_that_ends_what_another_had_read_says_what_it_wrote(kg, store, tmp_path, monkeypatch):
    def ends(*_, **__):
        raise KeyboardInterrupt

    rows = [{"id": f"a{n}", "text": f"Ann Lee lives in Leeds. She met Bob Ray {n} times."} for n in range(3)]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows[:2]))
    with monkeypatch.context() as cut_off:
        cut_off.setattr("kg.build.conclude", ends)
        assert kg("build", file).code == 130
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    counts, written, _ = kg("build", file).out.splitlines()
    assert counts == "articles: 1 new, 2 unchanged, 0 replaced, 0 failed"
    assert written == "written: 2 articles that an earlier build had read, which did not end"
    # Articles that are only written anew, as what they name is named otherwise, are none of these.
    rows[0] |= {"text": "Ann Lee, aged 40, lives in Leeds. Robert Ray is a baker."}
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert len(kg("build", file).out.splitlines()) == 2


def test_an_article_has_the_metadata_that_is_known_and_no_other(kg, store, vigil):
    kg("build", vigil)
    names = ("identifier", "headline", "byline", "published", "source")
    assert known(store, *names) == ["vigil", "Khan speaks at vigil", "Jane Doe, News Reporter", None, None]
    kg("build", vigil, "--published", "2017-03-23", "--source", "https://example.org/vigil")
    assert known(store, "published", "source") == ["2017-03-23", "https://example.org/vigil"]


def test_standard_input(kg, store, monkeypatch):
    line = json.dumps({"id": "one", "text": VIGIL, "published": "2017-03-23"}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert kg("build", "-").out.startswith("articles: 1 new")
    assert known(store, "identifier", "published") == ["one", "2017-03-23"]


def test_least_confidence_is_part_of_what_was_read(kg, store, vigil):
    kg("build", vigil)
    assert kg("build", vigil, "--min-confidence", "1").out.startswith("articles: 0 new, 0 unchanged, 1 replaced")
    [count] = [line for line in kg("stats").out.splitlines() if line.startswith("claims\t")]
    assert count == "claims\t0"


def test_forgetting_the_only_article_leaves_nothing(kg, store, vigil):
    kg("build", vigil)
    before = dict(line.split("\t") for line in kg("stats").out.splitlines())
    assert (before["articles"], before["people"], before["places"]) == ("1", "2", "1")
    assert kg("forget", "vigil").out == "forgot vigil\n"
    after = dict(line.split("\t") for line in kg("stats").out.splitlines())
    with Store(store, read_only=True) as held:
        ontology = len([*ontologies.ontology(held), *ontologies.closed(held)])
    assert {name: number for name, number in after.items() if number != "0"} == {"triples": str(ontology)}


def test_an_own_base(kg, store, vigil):
    kg("build", vigil, "--base", "https://example.org/id/")
    with Store(store, read_only=True) as held:
        assert [node.value for node in held.articles()] == ["https://example.org/id/article/vigil"]


def test_the_version(kg):
    ran = kg("--version")
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"kg \S.*\n", ran.out)


#: What background there is of: places that lie in others.
NEWS = [
    {"id": "a", "text": "Ann Lee, the mayor of Leeds, spoke in Birmingham, Alabama.", "published": "2017-03-23"},
    {"id": "b", "text": "Bob Roe was born in Zamfara, Nigeria. He met Ann Lee.", "published": "2017-03-24"},
    {"id": "c", "text": "Gunmen killed three people in Lagos on Friday, said Ann Lee.", "published": "2017-03-25"},
]


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in NEWS))
    return file


@pytest.mark.parametrize("options", [(), ("--no-background",)], ids=["with background", "without"])
@pytest.mark.parametrize(
    "command",
    [("check",), ("forget", "c"), ("same", "Ann Lee", "Bob Roe"), ("link", "--builtin", "--write")],
    ids=" ".join,
)
def test_a_build_that_another_command_ends_is_that_build(kg, tmp_path, monkeypatch, news, command, options):  # noqa: PLR0917 (fixtures)
    """Killed between reading and its end, it leaves what it was to bring to who ends it."""
    cut, whole = tmp_path / "cut" / "store", tmp_path / "whole" / "store"
    with monkeypatch.context() as killed:
        killed.setattr("kg.build.conclude", _ends_here)
        assert kg("build", news, "--store", cut, *options).code == 130
    ran = kg(*command, "--store", cut)
    assert ran.err.splitlines()[0] == (
        f"kg: a command that changes {cut} did not end, 3 articles wait to be written: "
        "what was read is brought in first; give that command again for the rest"
    )
    assert "did not end" not in ran.out
    assert kg("build", news, "--store", whole, *options).code == 0
    again = kg(*command, "--store", whole)
    assert (again.code, again.out) == (ran.code, ran.out)
    assert "did not end" not in again.err
    graphs = [kg("export", "--format", "nquads", "--store", store) for store in (cut, whole)]
    assert graphs[0].out == graphs[1].out
    assert {graph.err for graph in graphs} == {""}
    assert ("graph/background>" in graphs[0].out) is (not options)


def _ends_here(*_, **__):
    raise KeyboardInterrupt
