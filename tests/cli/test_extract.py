"""kg extract prints each article that can be read, whatever stands beside it, the same from any number of processes."""

import json
import subprocess
import sys

from kg.articles.article import Article
from kg.extract.measured.confidence import at_least
from kg.facts import Argument, Event, Evidence, Fact, Mention, Quote, Reading, Span

ARTICLES = [
    {"id": "x", "text": "Bo Ek lives in Oslo. “We stay,” he said."},
    {"id": "y", "text": "Per Ås, mayor of Bergen, left."},
]


def extract(*arguments: object, given: str = "") -> tuple[list[dict[str, object]], str, int]:
    command = [sys.executable, "-m", "kg", "extract", *map(str, arguments)]
    done = subprocess.run(command, input=given, check=False, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr, done.returncode


def test_what_cannot_be_read_is_told_and_the_rest_is_read_as_by_one_process(tmp_path):
    lines = [json.dumps(ARTICLES[0]), "broken", json.dumps(ARTICLES[1])]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    (tmp_path / "a.txt").write_text("Anna Lee left Oslo.")
    found, told, code = extract(tmp_path, "missing.txt", "--jobs", 2)
    assert [article["id"] for article in found] == ["a", "x", "y"]
    assert "b.jsonl:2" in told
    assert "missing.txt" in told
    assert code == 3
    by_one, told, code = extract("-", given="\n".join(map(json.dumps, ARTICLES)))
    assert (by_one, told, code) == (found[1:], "", 0)


def test_no_model_of_that_name_is_a_mistake_of_use(tmp_path):
    (tmp_path / "a.txt").write_text("Anna Lee left Oslo.")
    found, told, code = extract(tmp_path, "--model", "en_nothing")
    assert (found, code) == ([], 2)
    assert "no spaCy model 'en_nothing' is installed" in told


def test_what_is_less_sure_is_left_out():
    words = Mention(Span(0, 3), "Bo", "Person", "person/bo")

    def held(confidence: float) -> Evidence:
        return Evidence(Span(0, 3), "made up", confidence)

    def event(*arguments: float) -> Event:
        made = tuple(Argument("victim", words, held(confidence)) for confidence in arguments)
        return Event("event/a", "Attack", Span(0, 3), made, held(0.8))

    reading = Reading(
        Article("a", "Bo"),
        facts=(Fact("livesIn", words, words, held(0.8)), Fact("bornIn", words, words, held(0.79))),
        quotes=(Quote((Span(0, 3),), "direct", held(0.5)),),
        events=(event(0.9, 0.7),),
    )
    sure = at_least(0.8, reading)
    assert [fact.relation for fact in sure.facts] == ["livesIn"]
    assert sure.quotes == ()
    assert sure.events == (event(0.9),)
    assert at_least(0, reading) == reading


def test_what_is_one_thing_in_several_articles_gets_one_iri_if_asked(tmp_path):
    texts = ["François Meyer works for Acme Corp. in Oslo.", "Francois Meyer works for Acme in Oslo."]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"id": str(i), "text": t}) for i, t in enumerate(texts)))
    apart, *_ = extract(tmp_path)
    joined, *_ = extract(tmp_path, "--resolve")

    def entities(article: dict[str, object]) -> set[str]:
        return {mention["entity"] for mention in article["mentions"]}

    assert len(entities(apart[0]) & entities(apart[1])) == 1
    assert entities(joined[0]) == entities(joined[1])
    assert len(entities(joined[0])) == 3
