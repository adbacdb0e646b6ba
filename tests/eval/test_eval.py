"""What `kg eval` counts, and how it shows errors, on gold small enough to check by hand."""

import json
import subprocess
import sys

import pytest

from kg.articles.article import Article
from kg.errors import DataError, UsageError
from kg.eval import gold, reliability, show, tasks
from kg.eval.context import in_context
from kg.eval.sheet import Sheet
from kg.eval.verdicts import Error, Judged, Score
from kg.facts import Evidence, Fact, Mention, Quote, Reading, Span

TEXT = "Ann Lee runs Acme. “We grow,” said Lee. Nobody knew Bo Ek, who lives in Oslo."


def span(words: str, start: int = 0) -> Span:
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def mention(words: str, entity: str | None = None) -> Mention:
    return Mention(span(words), words, "Person", entity or words)


def fact(subject: str, relation: str, object_: str, confidence: float = 0.9) -> Fact:
    evidence = Evidence(span(TEXT), "made up", confidence)
    return Fact(relation, mention(subject), mention(object_), evidence)


def sheet_of(task: str, row: dict[str, object], **reading: object) -> Sheet:
    sheet = Sheet(tasks.task(task).MEASURES)
    article = Article("one", TEXT)
    sheet.add(article, tasks.task(task).judge({"id": "one", "text": TEXT, **row}, Reading(article, **reading)))
    return sheet


def test_relations_are_right_missed_or_wrong():
    wanted = [
        {"relation": "CEO", "subject": span("Acme"), "object": span("Ann Lee")},
        {"relation": "PLACE_OF_RESIDENCE", "subject": span("Bo Ek"), "object": span("Oslo")},
    ]
    row = {"annotated_relations": ["CEO", "PLACE_OF_RESIDENCE"], "relations": wanted}
    facts = (
        fact("Ann", "chiefExecutiveOf", "Acme"),
        fact("Ann Lee", "livesIn", "Oslo", 0.5),
        fact("Ann Lee", "bornIn", "Oslo"),  # not judged: no annotator looked for birthplaces
    )
    sheet = sheet_of("relations", row, facts=facts)
    assert sheet.scores() == {
        "all": Score(50.0, 50.0, 50.0, 2),
        "CEO": Score(100.0, 100.0, 100.0, 1),
        "PLACE_OF_RESIDENCE": Score(0.0, 0.0, 0.0, 1),
    }
    assert sheet.judged == [
        Judged("relation", "made up", 0.9, right=True),
        Judged("relation", "made up", 0.5, right=False),
    ]
    assert list(show.error_lines(sheet)) == [
        "missed PLACE_OF_RESIDENCE: 1",
        "  one  Nobody knew [Bo Ek], who lives in [Oslo].",
        "",
        "wrong PLACE_OF_RESIDENCE: 1",
        "  one  {Ann Lee} runs Acme. “We grow,” said Lee. Nobody knew Bo Ek, who lives in {Oslo}.  (made up)",
        "",
    ]


def test_quotes_name_what_is_wrong_with_each():
    row = {"quotes": [{"fragments": [span("“We grow,”")], "speaker_fragments": [span("Lee", 20)], "kind": "direct"}]}
    evidence = Evidence(span(TEXT), "cue", 0.8)
    cut = Quote((span("We gr"),), "direct", evidence, speaker=span("Nobody"))
    sheet = sheet_of("quotes", row, quotes=(cut,))
    assert sheet.scores()["content exact"] == Score(0.0, 0.0, 0.0, 1)
    assert sheet.scores()["content overlap"] == Score(100.0, 100.0, 100.0, 1)
    assert sheet.scores()["recall direct with speaker"] == 0.0
    assert [(error.kind, in_context(TEXT, error)) for _, error in sheet.errors] == [
        ("wrong extent of direct quotation", "[“{We gr}ow,”] said Lee."),
        ("wrong speaker of direct quotation", "“We grow,” said [Lee]. {Nobody} knew Bo Ek, who lives in Oslo."),
    ]


def test_own_gold_is_judged_by_entity_and_only_where_it_is_annotated():
    row = {
        "mentions": [
            {"span": span("Ann Lee"), "type": "Person", "entity": "ann"},
            {"span": span("Lee", 20), "type": "Person", "entity": "ann"},
        ],
        "relations": [{"relation": "leads", "subject": span("Ann Lee"), "object": span("Acme")}],
    }
    lee = Mention(span("Lee", 20), "Lee", "Person", "person/ann-lee")
    leads = Fact("leads", lee, mention("Acme"), Evidence(span(TEXT), "made up", 0.9))
    names = Mention(span("Ann Lee"), "Ann Lee", "Person", "person/ann-lee"), lee
    quote = Quote((span("“We grow,”"),), "direct", Evidence(span(TEXT), "cue", 0.8))
    scores = sheet_of("facts", row, facts=(leads, leads), mentions=names, quotes=(quote,)).scores()
    assert scores["entities"] == 100.0
    assert scores["relations"] == Score(100.0, 100.0, 100.0, 1)
    assert scores.keys() == {"entities", "relations"}


def test_reliability_by_rule_and_by_bin():
    judged = [Judged("quote", "a", 0.95, right=True), Judged("quote", "a", 0.85, right=False)]
    judged += [Judged("quote", "b", 0.9, right=True)]
    assert reliability.by_rule(judged) == {("quote", "a"): (2, pytest.approx(0.9), 0.5), ("quote", "b"): (1, 0.9, 1.0)}
    assert reliability.by_bin(judged) == {
        ("quote", 0.8): (1, 0.85, 0.0),
        ("quote", 0.9): (2, pytest.approx(0.925), 1.0),
    }


def test_context_leaves_out_what_is_far_and_keeps_brackets_in_order():
    text = f"First. {'so ' * 100}Ann said {'and ' * 100}that. Last."
    who, what = text.index("Ann"), text.index("that")
    shown = in_context(text, Error("missed", (Span(who, who + 3), Span(what, what + 4))))
    assert shown == f"… {('so ' * 40)}[Ann] said {'and ' * 13}an … {'and ' * 15}[that]."
    assert in_context(text, Error("missed")) == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:2 is not JSON"),
        ('{"id": "a", "text": "b"}', "gold.jsonl:2 has no 'quotes'"),
        ('{"id": "a", "text": "b", "quotes": [{"fragments": []}]}', "gold.jsonl:2 has no 'kind' in 'quotes'"),
        ("[]", "gold.jsonl:2 has no 'id'"),
        ('{"id": "a", "text": "b", "quotes": [{"fragments": [[0, 2]], "kind": "direct"}]}', r"\[0, 2\] in 'fragments'"),
        ('{"id": "a", "text": "bcd", "quotes": [{"fragments": [[2, 1]], "kind": "direct"}]}', "text's 3 characters"),
        ('{"id": "a", "text": "bcd", "quotes": [{"fragments": [["x", 1]], "kind": "direct"}]}', "in 'fragments'"),
    ],
)
def test_broken_gold_is_named_with_its_line(tmp_path, line, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(DataError, match=message):
        gold.read(path, tasks.task("quotes").NEEDS)


def test_missing_gold_is_told(tmp_path):
    with pytest.raises(UsageError, match="there is no file"):
        gold.read(tmp_path / "nothing.jsonl", {})
    with pytest.raises(DataError, match="cannot be read as gold"):
        gold.read(tmp_path, {})
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(DataError, match=r"empty\.jsonl holds no annotated article"):
        gold.read(tmp_path / "empty.jsonl", {})


def test_a_relation_that_no_task_knows_is_named():
    row = {"annotated_relations": [], "relations": [{"relation": "BANANA_OF", "subject": [0, 7], "object": [13, 17]}]}
    with pytest.raises(DataError, match="no relation 'BANANA_OF' is judged; there are CEO, CHILD_OF"):
        sheet_of("relations", row)


def test_an_unknown_task_lists_those_that_are():
    with pytest.raises(UsageError, match="no task 'quote'; there are documents, events, facts"):
        tasks.task("quote")


@pytest.mark.parametrize("more", [[], ["--capitals"]])
def test_the_command_scores_what_it_extracts(tmp_path, more):
    path = tmp_path / "gold.jsonl"
    row = {"id": "a", "text": "Anna Lee left. She smiled.", "pronoun": [15, 18], "A": [0, 8], "B": [19, 25]}
    path.write_text(json.dumps({**row, "A_coref": True, "B_coref": False}))
    command = [sys.executable, "-m", "kg", "eval", "pronouns", path, "--json", "--errors", "--by-rule", *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert report == {"pronouns": {"P": 100.0, "R": 100.0, "F1": 100.0, "n": 1}, "rules": [], "errors": []}
