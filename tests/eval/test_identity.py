"""kg eval identity: who is who within and across articles, as the shared scorer counts it where that is present."""

import importlib.util
import json
from pathlib import Path

import pytest

from kg.api import extract
from kg.articles.article import Article
from kg.eval.sheet import Sheet
from kg.eval.tasks import identity
from kg.export.readings import to_json
from kg.resolve.readings import resolved
from tests.graph.readings import Maker

SHARED = Path(__file__).parents[3] / "shared" / "eval"
SMITHS = "John Smith, the mayor of Leeds, spoke.", "John Smith, the mayor of Leeds, left.", "John Smith of Oslo sang."


def told(text: str, name: str, role: str | None):
    """John Smith as an article names him, with his office."""
    make = Maker(text, name)
    smith = make.mention("John Smith", "Person")
    facts = [make.fact("holdsRole", smith, make.mention(role, "Role"), text)] if role else []
    return make.reading(facts)


def gold(text: str, name: str, entity: str, **more: object):
    return {"id": name, "text": text, "mentions": [{"span": [0, 10], "type": "Person", "entity": entity, **more}]}


def sheet(rows, readings):
    found = Sheet(identity.MEASURES)
    for name, verdict in identity.judge_all(rows, readings):
        found.note(Article(name, ""), [verdict])
    return found


READINGS = [told(text, name, role) for text, name, role in zip(SMITHS, "abc", ("mayor", "mayor", None), strict=True)]


def test_namesakes_told_apart():
    rows = [gold(text, name, "mayor" if name < "c" else "singer") for text, name in zip(SMITHS, "abc", strict=True)]
    scores = sheet(rows, READINGS).scores()
    assert scores["names found"] == 100.0
    assert scores["across, pairs"] == (100.0, 100.0, 100.0, 1)
    assert scores["across, persons and organizations, per thing"] == (100.0, 100.0, 100.0, 1)
    assert scores["across, B3"] == (100.0, 100.0, 100.0, 3)


def test_what_is_joined_and_two_and_what_is_apart_and_one():
    rows = [gold(SMITHS[0], "a", "x"), gold(SMITHS[1], "b", "y"), gold(SMITHS[2], "c", "x")]
    found = sheet(rows, READINGS)
    assert found.scores()["across, pairs"] == (0.0, 0.0, 0.0, 1)
    assert found.scores()["across, B3"] == (66.7, 66.7, 66.7, 3)
    kinds = {(article.id, error.kind.partition(":")[0]) for article, error in found.errors}
    assert kinds == {(n, "wrong join across articles") for n in "ab"} | {
        (n, "missed join across articles") for n in "ac"
    }


def test_what_is_known_in_its_article_only_or_of_another_scope_is_not_judged_across():
    local = [gold(text, name, "x", cross=False) for text, name in zip(SMITHS, "abc", strict=True)]
    assert sheet(local, READINGS).scores()["across, pairs"] == (0.0, 0.0, 0.0, 0)
    scoped = [{**gold(text, name, "x"), "scope": name} for text, name in zip(SMITHS, "abc", strict=True)]
    assert sheet(scoped, READINGS).scores()["across, pairs"] == (0.0, 0.0, 0.0, 0)


@pytest.mark.skipif(not (SHARED / "score_identity.py").exists(), reason="the shared scorer is not here")
def test_the_shared_scorer_counts_the_same(tmp_path, monkeypatch, capsys):
    spec = importlib.util.spec_from_file_location("score_identity", SHARED / "score_identity.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    corpus = scorer.lines(SHARED / "msnbc" / "dev.jsonl")
    readings = list(extract(Article(row["id"], row["text"]) for row in corpus))
    (tmp_path / "p.jsonl").write_text("\n".join(json.dumps(to_json(each)) for each in resolved(readings)))
    monkeypatch.setattr(
        "sys.argv", ["", str(SHARED / "msnbc/dev.jsonl"), "--predicted", str(tmp_path / "p.jsonl"), "--json"]
    )
    scorer.main()
    theirs = json.loads(capsys.readouterr().out)
    ours = sheet([own(scorer, row) for row in corpus], readings).scores()
    assert ours["names found"] == theirs["mentions"]["found"]
    for name, other in {each: each.replace("within articles", "within") for each in identity.MEASURES[1:-1]}.items():
        assert ours[name][:3] == tuple(theirs[other][key] for key in ("P", "R", "F1")), name


def own(scorer, row):
    """The shared gold of an article in kg's format."""
    start, end = row.get("evaluation_span") or (0, len(row["text"]))
    found = scorer.gold_mentions(row, {})
    return {
        "id": row["id"],
        "text": row["text"],
        "mentions": [
            {"span": list(span), "type": kind, "entity": known or str(thing), "cross": bool(known)}
            for span, kind, thing, known in found
            if start <= span[0] and span[1] <= end
        ],
    }
