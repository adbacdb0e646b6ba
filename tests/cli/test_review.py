"""kg review, why sameAs and show: what makes things one, and what a person decides, at a terminal and from a file."""

import csv
import json
import os
import pty
import sys

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.store import Store
from kg.graph.told import Told, quads
from kg.resolve.decisions import Decision, read
from kg.review.queue import answered, questions, settle
from kg.vocabulary import PREFIXES, PROPOSED, READINGS
from tests.command import Command, start

ARTICLES = {
    "full": "François Meyer, the mayor of Leeds, spoke in York. Meyer left Leeds on Monday.",
    "bare": "Mr Meyer spoke in Bath.",
    "long": "The World Grain Council (WGC) opened an office in Leeds. The WGC said it would hire 200 people.",
    "short": "The WGC said on Monday that its office in Leeds was open.",
}
BARE, FULL = "article/bare/person/meyer", "person/françois-meyer"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store of the articles, which tests copy."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.jsonl").write_text("\n".join(json.dumps({"id": n, "text": t}) for n, t in ARTICLES.items()))
    with start("build", folder / "a.jsonl", "--store", folder / "store", "--no-background") as ran:
        assert ran.wait() == 0, ran.stderr.read()
    return folder / "store"


@pytest.fixture
def store(built, tmp_path, monkeypatch):
    for file in built.rglob("*"):
        if file.is_file():
            to = tmp_path / "store" / file.relative_to(built)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(file.read_bytes())
    monkeypatch.setenv("KG_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


STEP = """\
organization/world-grain-council
└─ “WGC” (short) = “World Grain Council” (long): 17.6 of 16 bits
      +17.6 1 article calls one thing “wgc” and “world grain council” (of 1 with the rarer name)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("WGC", "sameAs", "World Grain Council"),
        ("wgc", "owl:sameAs", "world grain council"),
        ("organization/wgc", "isReplacedBy", "organization/world-grain-council"),
        ("organization/wgc", "dcterms:isReplacedBy", "World Grain Council"),
    ],
)
def test_why_two_names_are_one(kg, store, words):
    ran = kg("why", *words)
    assert (ran.code, ran.out, ran.err) == (0, STEP, "")


def test_why_a_role_is_nobody(kg, store):
    ran = kg("why", "François Meyer", "sameAs", "mayor of Leeds")
    said = "only persons, organizations, places and incidents are told to be one or two"
    assert (ran.code, ran.out, ran.err) == (2, "", f"kg: mayor of Leeds is of kind role: {said}\n")


def test_why_as_json(kg, store):
    found = json.loads(kg("why", "WGC", "sameAs", "World Grain Council", "--format", "json").out)
    assert found["one"] is True
    assert [reason["weight"] for step in found["steps"] for reason in step["reasons"]] == [17.6]
    assert kg("why", "WGC", "sameAs", "Leeds", "--format", "dot").code == 2


def test_what_is_two_says_what_comes_near(kg, store):
    ran = kg("why", BARE, "sameAs", "François Meyer")
    assert (ran.code, ran.out) == (1, "")
    assert f"two things: {BARE} and person/françois-meyer" in ran.err
    assert "nobody else of that surname" in ran.err
    assert kg("why", "organization/wgcc", "sameAs", "Leeds").err.count("did you mean 'organization/wgc'") == 1


def test_show_says_what_made_a_thing_one_and_what_it_was_called(kg, store):
    shown = kg("show", "World Grain Council").out
    assert shown.endswith(f"one thing\n  {STEP.splitlines()[1][3:]}\n{STEP.splitlines()[2]}\n  was organization/wgc\n")


def test_a_file_goes_out_and_comes_back(kg, store, tmp_path):
    sheet = tmp_path / "q.csv"
    ran = kg("review", "--out", sheet)
    assert (ran.code, ran.out) == (0, "")
    with sheet.open(newline="") as lines:
        rows = [*csv.DictReader(lines)]
    assert [(row["left"], row["right"], row["joined"]) for row in rows] == [
        (BARE, FULL, ""),
        ("organization/wgc", "organization/world-grain-council", "yes"),
    ]
    assert rows[0]["left_told"] == "“[Mr Meyer] spoke in Bath.” bare"
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    answers = [["left", "right", "judgement", "why"], [BARE, FULL, "Y", "he was in Bath"], ["person/nobody", FULL, "y"]]
    answers += [["organization/wgc", "organization/world-grain-council", ""], [BARE, FULL, "maybe"], [BARE, BARE, "n"]]
    with sheet.open("w", newline="") as out:
        csv.writer(out).writerows(answers)
    ran = kg("review", "--from", sheet)
    assert (ran.code, ran.out) == (3, f"{BARE}\t{FULL}\tpositive\n")
    assert f"{sheet}:5: judgement 'maybe': give y, n or skip" in ran.err
    assert f"{sheet}:6: a decision is about two different things" in ran.err
    assert f"{sheet}:3: no article names" in ran.err
    (decided,) = read(store / "decisions.csv", pytest.fail)
    assert (decided.left, decided.right, decided.judgement, decided.why) == (BARE, FULL, "positive", "he was in Bath")
    assert decided.who
    assert "decided by" in kg("why", BARE, "sameAs", FULL).out
    assert kg("undo").code == 0
    assert kg("why", BARE, "sameAs", FULL).code == 1


def test_files_that_are_no_answers_are_told(kg, store, tmp_path):
    assert kg("review", "--from", tmp_path / "none.csv").code == 2
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    ran = kg("review", "--from", tmp_path / "a.csv")
    assert (ran.code, ran.err.count(f"{tmp_path / 'a.csv'}:1: no column left, right, judgement")) == (3, 1)
    assert kg("review", "--out", "x", "--from", "y").code == 2
    assert "give identity, incident or link" in kg("review", "--kind", "person", "--out", "-").err


def test_without_a_terminal_it_says_what_to_do(kg, store, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    ran = kg("review")
    assert (ran.code, ran.out) == (2, "")
    assert "--out FILE" in ran.err


def test_what_another_kg_read_is_told(store, kg):
    with Store(store) as graph:
        kept = graph.graph(READINGS)
        for quad in [*graph.db.quads_for_pattern(None, None, None, kept)]:
            graph.db.remove(quad)
            graph.db.add(Quad(quad.subject, quad.predicate, Literal(f"00000000:{quad.object.value[9:]}"), kept))
    ran = kg("review", "--out", "-")
    assert ran.code == 3
    assert "was read by another version of kg: run kg build again" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_a_terminal_y_n_and_skip(store):
    ours, theirs = pty.openpty()
    with start("review", stdin=theirs) as ran:
        os.close(theirs)
        os.write(ours, b"what\ny\nq\n")
        out, err = ran.communicate(timeout=60)
    os.close(ours)
    assert (ran.returncode, err) == (0, "")
    assert "“[Mr Meyer] spoke in Bath.” bare" in out
    assert "y: they are one; n: they are two" in out
    assert out.endswith(f"{BARE}\t{FULL}\tpositive\n")
    with Store(store, read_only=True) as graph:
        assert graph.is_current()
        assert [(each.left.path, each.joined) for each in questions(graph)] == [("organization/wgc", True)]


def test_the_queue_for_pages(store):
    with Store(store) as graph:
        asked = [*questions(graph, ["identity"])]
        assert [each.kind for each in asked] == ["identity"] * 2
        no = Decision(asked[1].left.path, asked[1].right.path, "negative", "ann", "2026-11-26")
        settle(graph, [no], pytest.fail)
        assert [each.left.path for each in questions(graph)] == [BARE]


def test_likely_items_are_asked_the_surest_first(store):
    with Store(store) as graph:
        wgc, meyer = graph.graph("organization/world-grain-council"), graph.graph(FULL)
        proposals = graph.graph(PROPOSED)
        rows = [
            Told(
                (thing, NamedNode(f"{PREFIXES['skos']}closeMatch"), NamedNode(item)),
                "an index",
                "2026-11-26",
                sure,
                "label",
            )
            for thing, item, sure in ((meyer, f"{PREFIXES['wd']}Q39121", 0.61), (wgc, "https://example.org/wgc", 0.74))
        ]
        graph.replace(proposals, [quad for row in rows for quad in quads(row, proposals, graph.base)])
        asked = [*questions(graph, ["link"])]
    assert [(each.left.path, each.right.path, each.score) for each in asked] == [
        ("organization/world-grain-council", "https://example.org/wgc", "confidence 0.74"),
        (FULL, "Q39121", "confidence 0.61"),
    ]
    assert asked[0].reasons == ("label", "an index")
    assert answered(asked[1], "positive", "ann", "2026-11-26") == Decision(
        FULL, "Q39121", "positive", "ann", "2026-11-26"
    )
