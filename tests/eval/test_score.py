"""`make score`: a corpus is read once, the scripts beside it are asked, and the report says what was read."""

import json
import sys
from functools import partial
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.eval.sheet import Sheet
from kg.eval.verdicts import Count
from kg.facts import Entity, Reading
from tests.graph.readings import Maker

TOOLS = Path(__file__).parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import corpora  # noqa: E402
import score  # noqa: E402
from targets import QUOTES, READ, SEED, TARGETS, WILD, Target  # noqa: E402

CAPITALS = QUOTES._replace(capitals=True)


class Counting:
    """An extraction that counts what it reads."""

    def __init__(self, signature="one"):
        self.signature, self.read = signature, []

    def __call__(self, articles):
        for article in articles:
            self.read.append(article.id)
            yield Reading(article)


def test_a_corpus_is_read_once_until_it_or_the_reader_changes(tmp_path):
    path, memory = tmp_path / "gold.jsonl", tmp_path / "memory"
    path.write_text(json.dumps({"id": "a", "text": "b"}))
    first, again, other = Counting(), Counting(), Counting("two")
    found = [corpora.readings(path, each, memory) for each in (first, again, other)]
    assert found == [[Reading(Article("a", "b"))]] * 3
    assert (first.read, again.read, other.read) == (["a"], [], ["a"])
    path.write_text(json.dumps({"id": "a", "text": "c"}))
    assert corpora.readings(path, again, memory) == [Reading(Article("a", "c"))]
    assert not list(memory.glob("*.part"))


def test_what_is_broken_off_is_read_again(tmp_path):
    class Broken(Counting):
        def __call__(self, articles):
            yield from super().__call__(articles)
            raise KeyboardInterrupt

    path, memory = tmp_path / "gold.jsonl", tmp_path / "memory"
    path.write_text(json.dumps({"id": "a", "text": "b"}))
    with pytest.raises(KeyboardInterrupt):
        corpora.readings(path, Broken(), memory)
    again = Counting()
    corpora.readings(path, again, memory)
    assert again.read == ["a"]


SCRIPT = """\
import json, sys
gold, predicted, asked = sys.argv[1:-2], sys.argv[-2], sys.argv[-1]
articles = [json.loads(line)["id"] for line in open(predicted, encoding="utf-8")]
print(json.dumps({"gold": len(gold), "articles": articles, "asked": asked, "none": None}))
"""


@pytest.mark.parametrize(("name", "more"), [("score_wild.py", 0), ("score_identity.py", 1)])
def test_a_script_is_given_all_its_corpora_and_what_was_read_of_them(tmp_path, monkeypatch, name, more):
    monkeypatch.setattr(corpora, "GOLD", tmp_path)
    monkeypatch.setattr(corpora, "readings", lambda path, _: [Reading(Article(path.stem, "b"))])
    (tmp_path / name).write_text(SCRIPT)
    run = corpora.Script(name, ("x/one", "x/two"), resolve=True)
    assert not run.there
    (tmp_path / "x").mkdir()
    for corpus in ("one", "two"):
        (tmp_path / "x" / f"{corpus}.jsonl").write_text("")
    assert run.there
    assert run.command == f"{name} x/one.jsonl x/two.jsonl"
    report = corpora.scored(run, Counting())
    assert report == {"gold": 2 + more, "articles": ["one", "two"], "asked": "--json", "none": None}
    assert corpora.at(report, "gold") == 2 + more
    assert corpora.at(report, "none") is None


def test_what_is_known_beside_the_articles_is_a_run_of_its_own(tmp_path, monkeypatch):
    text = "A storm hit Leeds in England."
    row = {"id": "a", "text": text, "entity_spans": [[[12, 17]], [[21, 28]]], "relations": []}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n")
    made = Maker(text, "a")
    made.mention("England", "Place", key="place/england")
    leeds = made.mention("Leeds", "Place")
    england, _ = made.reading().mentions
    reading = Reading(
        made.article, (england, leeds), tuple(Entity(m.entity, "Place", m.text) for m in (england, leeds))
    )
    monkeypatch.setattr(corpora, "GOLD", tmp_path)
    monkeypatch.setattr(corpora, "readings", lambda *_, **__: [reading])
    runs = [corpora.Task("documents", "x", background=told) for told in (False, True)]
    assert [run.command for run in runs] == [
        "kg eval documents x.jsonl --no-background",
        "kg eval documents x.jsonl",
    ]
    assert [len(corpora.judged(run, Counting()).judged) for run in runs] == [0, 1]


def test_the_report_shows_figures_and_what_was_read(monkeypatch):
    sheet = Sheet(("content exact",))
    sheet.add(Article("a", "b"), [Count("content exact", 1, 2, 1)])
    rows = [
        Target("quotes", QUOTES, "content exact", "f1", 52, 70, "best 72.9"),
        Target("places", WILD, "scores/spokeAt", "P", 50),
        Target("nothing", WILD, "scores/spokeAt", "R", 50),
        Target("not run", SEED, "entities", "share", 50),
        Target("in capitals", CAPITALS, "content exact", "f1", 90, per=QUOTES),
    ]
    monkeypatch.setattr(score, "TARGETS", rows)
    wild = {"scores": {"spokeAt": {"P": 41.5, "R": None}}}
    capitals = Sheet(("content exact",))
    capitals.add(Article("a", "B"), [Count("content exact", 1, 3, 1)])
    lines = "".join(score.pages({QUOTES: sheet, WILD: wild, CAPITALS: capitals})).splitlines()
    for row in (
        "| quotes | `kg eval quotes polnear/dev.jsonl` | best 72.9 | 52 | 70 | **66.7** |",
        "| places | `score_wild.py wild/dev.jsonl` | - | 50 |  | 41.5 |",
        "| nothing | `score_wild.py wild/dev.jsonl` | - | 50 |  | - |",
        "| in capitals | `kg eval quotes polnear/dev.jsonl --capitals` | - | 90 |  | 75.0 |",
        f"| wild/dev | {READ['wild/dev']} |",
        f"| polnear/dev | {READ['polnear/dev']} |",
    ):
        assert row in lines
    assert not [line for line in lines if "not run" in line or "seed/gold" in line]


def test_a_run_in_capitals_reads_and_judges_the_same_texts_in_capitals(tmp_path, monkeypatch):
    row = {"id": "a", "text": "Straße 5", "quotes": []}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n")
    monkeypatch.setattr(corpora, "GOLD", tmp_path)
    read = []

    class Keeping(Counting):
        def __call__(self, articles):
            for article in articles:
                read.append(article.text)
                yield Reading(article)

    monkeypatch.setattr(corpora, "readings", partial(corpora.readings, memory=tmp_path / "memory"))
    for run in (corpora.Task("quotes", "x"), corpora.Task("quotes", "x", capitals=True)) * 2:
        corpora.judged(run, Keeping())
    assert read == ["Straße 5", "STRAßE 5"]


def test_runs_are_asked_for_by_task_script_or_corpus():
    assert score.names(WILD) == {"score_wild.py", "wild/dev", "wild"}
    assert score.names(QUOTES) == {"quotes", "polnear/dev", "polnear"}


def test_every_corpus_says_whether_it_was_read():
    assert {corpus for target in TARGETS for corpus in target.run.corpora} == READ.keys()


@pytest.mark.skipif(not corpora.GOLD.is_dir(), reason="no annotated news beside the project")
def test_every_corpus_beside_the_project_can_be_read():
    from kg.eval import gold

    for corpus in READ:
        if corpora.file(corpus).is_file():
            assert gold.read(corpora.file(corpus), {})
