"""An incident is right as a whole row, or it is not: kind, author, dead and place, on gold made by hand."""

import json

import pytest

from kg.articles.article import Article
from kg.errors import DataError
from kg.eval import gold, tasks
from kg.eval.sheet import Sheet
from kg.eval.verdicts import Score
from kg.facts import Argument, Event, Evidence, Mention, Reading, Span

TEXT = (
    "Gunmen shot two nurses dead in Ipoh. At least 3 died, police said. The gunmen fled to Arden. The Front claimed it."
    " A bus burned in Corby last year."
)


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def part(role, words, **more):
    return {"role": role, "span": at(words), **more}


SHOOTING = {
    "type": "Shooting",
    "main": True,
    "triggers": [at("shot"), at("died")],
    "arguments": [
        part("perpetrator", "Gunmen", alternatives=[at("The gunmen")]),
        part("killed", "two nurses", value=2),
        part("place", "Ipoh"),
        part("claimedBy", "The Front"),
    ],
}
FIRE = {"type": "Arson", "main": False, "optional": True, "trigger": at("burned"), "arguments": []}


def said(role, words, value=None, modality="asserted", kind="Person"):
    mention = Mention(Span(*at(words)), words, kind, words.lower())
    return Argument(role, mention, Evidence(Span(0, 5), "hand", 0.5, modality), value)


def event(kind, trigger, *arguments, modality="asserted", key="event/1"):
    return Event(key, kind, Span(*at(trigger)), arguments, Evidence(Span(0, 5), "hand", 0.5, modality))


WHO, DEAD, WHERE = said("perpetrator", "Gunmen"), said("killed", "two nurses", "2"), said("place", "Ipoh")


def judged(*events, gold=(SHOOTING, FIRE)):
    sheet = Sheet(tasks.task("facts").MEASURES)
    article = Article("a", TEXT)
    row = {"id": "a", "text": TEXT, "events": list(gold)}
    sheet.add(article, tasks.task("facts").judge(row, Reading(article, events=events)))
    scores = sheet.scores()
    errors = [error.kind for _, error in sheet.errors if "row of" in error.kind]
    return scores["incidents"], scores["incident rows"], errors


FOUND = Score(100.0, 100.0, 100.0, 1)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ([event("Shooting", "shot", WHO, DEAD, WHERE)], ""),
        ([event("Attack", "shot", WHO, DEAD, WHERE)], ""),
        ([event("Shooting", "shot", said("perpetrator", "The gunmen"), DEAD, WHERE)], ""),
        ([event("Shooting", "shot", DEAD), event("Attack", "died", WHERE)], ""),
        ([event("Shooting", "shot", DEAD, WHERE, said("perpetrator", "The Front", modality="reported"))], ""),
        ([event("Shooting", "shot", DEAD, said("killed", "At least 3", "3-", "reported"), WHERE)], ""),
        ([event("Shooting", "shot", DEAD, WHERE, said("perpetrator", "police", modality="denied"))], ""),
        ([event("Bombing", "shot", WHO, DEAD, WHERE)], "type"),
        ([event("Shooting", "shot", said("perpetrator", "The Front"), DEAD, WHERE)], "perpetrator"),
        ([event("Shooting", "shot", said("perpetrator", "two nurses"), DEAD, WHERE)], "perpetrator"),
        ([event("Shooting", "shot", said("killed", "At least 3", "3-"), DEAD, WHERE)], "killed"),
        ([event("Shooting", "shot", WHO, WHERE)], "killed"),
        ([event("Shooting", "shot", WHO, DEAD)], "place"),
        ([event("Shooting", "shot", WHO, DEAD, said("place", "Arden"))], "place"),
        ([event("Bombing", "shot", said("place", "Arden"))], "type, killed, place"),
    ],
)
def test_a_row_is_right_or_told_with_what_is_wrong(events, wrong):
    errors = [f"wrong row of an incident ({wrong})"] if wrong else []
    assert judged(*events) == (FOUND, 0.0 if wrong else 100.0, errors)


@pytest.mark.parametrize("modality", ["planned", "denied"])
def test_what_did_not_happen_is_not_told(modality):
    missed = Score(0.0, 0.0, 0.0, 1), 0.0, ["missed row of an incident"]
    assert judged(event("Shooting", "shot", DEAD, WHERE, modality=modality)) == missed


def test_a_piece_of_an_incident_is_a_false_alarm_and_its_place_alone_no_tie():
    whole, piece = event("Shooting", "shot", WHO, DEAD, WHERE), event("Attack", "died", key="event/2")
    assert judged(whole, piece)[:2] == (Score(50.0, 100.0, 66.7, 1), 100.0)
    assert judged(event("Attack", "fled", WHERE))[0] == Score(0.0, 0.0, 0.0, 1)


def test_what_is_optional_is_neither_asked_for_nor_wrong():
    whole = event("Shooting", "shot", WHO, DEAD, WHERE)
    assert judged(whole, event("Arson", "burned", key="event/2")) == (FOUND, 100.0, [])


def test_all_incidents_are_asked_for_where_none_is_main():
    plain = {key: value for key, value in SHOOTING.items() if key != "main"}
    assert judged(event("Shooting", "shot", WHO, DEAD), gold=[plain])[1:] == (
        0.0,
        ["wrong row of an incident (place)"],
    )


def test_gold_without_any_gold_is_an_error(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "b"}))
    task = tasks.task("facts")
    message = r"gold.jsonl:1 has none of 'mentions', 'relations', 'quotes', 'events': nothing to judge by"
    with pytest.raises(DataError, match=message):
        gold.read(path, task.NEEDS, task.ANY)


def test_the_gold_of_the_documentation_is_gold(tmp_path):
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs" / "gold.md").read_text("utf-8")
    example = page.split("```json\n")[1].split("```")[0]
    (tmp_path / "gold.jsonl").write_text(" ".join(example.splitlines()))
    task = tasks.task("facts")
    [row] = gold.read(tmp_path / "gold.jsonl", task.NEEDS, task.ANY)
    words = [row["text"][start:end] for start, end in (*row["quotes"][0]["fragments"], row["events"][0]["trigger"])]
    assert words == ["a gunman killed two nurses in Corby", "killed"]
    assert [row["text"][slice(*a["span"])] for a in row["events"][0]["arguments"]] == [
        "a gunman",
        "two nurses",
        "Corby",
    ]
    article = Article("a", row["text"])
    sheet = Sheet(task.MEASURES)
    sheet.add(article, task.judge(row, Reading(article)))
    assert sheet.scores()["incident rows"] == 0.0
