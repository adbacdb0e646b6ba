"""The scorer gives what the independent script beside the shared data gives, on made gold and on the shared gold."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.eval import gold, show, tasks
from kg.eval.sheet import Sheet
from kg.eval.tasks import documents, events, incidents, relations
from kg.export.readings import to_json
from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Quote, Reading, Span

SHARED = Path(__file__).parents[3] / "shared" / "eval"
SCRIPT = SHARED / "score.py"
GOLD = {
    "quotes": "polnear/dev",
    "relations": "knowledgenet/dev",
    "documents": "dwie/dev",
    "incidents": "muc4_mixed/dev",
    "events": "wikievents/dev",
    "links": "news_fair_v2/dev",
    "pronouns": "gap/dev",
}

TEXT = (
    "Ann Lee runs Acme of Oslo. “We grow,” she said. Gunmen shot two guards in Bergen. They fled, Bo Ek of Acme said."
)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


MADE = {
    "quotes": {
        "quotes": [
            {"fragments": [at("“We grow,”")], "speaker_fragments": [at("she")], "kind": "direct"},
            {"fragments": [at("They fled")], "speaker_fragments": [at("Bo Ek of Acme")], "kind": "indirect"},
        ]
    },
    "relations": {
        "annotated_relations": ["EMPLOYEE_OR_MEMBER_OF", "HEADQUARTERS", "CEO"],
        "relations": [
            {"relation": "EMPLOYEE_OR_MEMBER_OF", "subject": at("Ann Lee"), "object": at("Acme")},
            {"relation": "CEO", "subject": at("Acme"), "object": at("Ann Lee")},
            {"relation": "HEADQUARTERS", "subject": at("Acme"), "object": at("Oslo")},
        ],
    },
    "documents": {
        "entity_spans": [[at("Ann Lee"), at("she")], [at("Acme")], [at("Oslo")], [at("Bo Ek")]],
        "relations": [
            {"subject_entity": 0, "object_entity": 1, "relation": "head_of"},
            {"subject_entity": 0, "object_entity": 1, "relation": "member_of"},
            {"subject_entity": 1, "object_entity": 2, "relation": "based_in0"},
            {"subject_entity": 3, "object_entity": 1, "relation": "player_of"},
        ],
    },
    "incidents": {
        "events": [
            {
                "slots": {"INCIDENT: LOCATION": [{"set": "NORWAY: BERGEN (CITY)"}]},
                "arguments": [
                    {"role": "PerpInd", "span": at("Gunmen"), "alternatives": ["GUNMEN"], "optional": False},
                    {"role": "VictimDescription", "span": None, "alternatives": ["TWO GUARDS"], "optional": False},
                    {"role": "PerpOrg", "span": None, "alternatives": ["A GANG"], "optional": True},
                ],
            }
        ]
    },
    "events": {
        "clusters": [[at("Gunmen"), at("They")]],
        "events": [
            {
                "type": "Conflict.Attack.Unspecified",
                "trigger": at("shot"),
                "arguments": [
                    {"role": "Attacker", "span": at("They")},
                    {"role": "Target", "span": at("two guards")},
                    {"role": "Place", "span": at("Bergen")},
                ],
            }
        ],
    },
    "links": {
        "evaluation_span": [0, len(TEXT)],
        "entities": [
            {"span": at("Oslo"), "qid": "Q585"},
            {"span": at("Bergen"), "qid": "Q26793"},
            {"span": at("Acme"), "qid": None},
            {"span": at("guards"), "qid": "Q856887", "name": "security guard"},
            {"span": at("They"), "qid": "Q1", "name": "a gang"},
        ],
    },
    "pronouns": {"pronoun": at("she"), "A": at("Ann Lee"), "B": at("Bo Ek"), "A_coref": True, "B_coref": False},
}


class Guesser:
    """Readings that are sometimes right: gold with things left out, moved, doubled, renamed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def read(self, row: gold.Row) -> Reading:
        article = gold.article(row)
        made = {
            "quotes": tuple(self.quotes(row)),
            "facts": tuple(self.facts(row)),
            "events": tuple(self.events(row)),
            "mentions": tuple(self.mentions(row)),
        }
        entities = (Entity("right", "Place", "x", qid=self.random.choice(["Q585", "Q60"])),)
        return Reading(article, entities=entities, **made)

    def span(self, row: gold.Row, around=None) -> Span:
        last = len(row["text"])
        if around is None:
            start = self.random.randrange(last)
            return Span(start, min(last, start + self.random.randint(1, 30)))
        start, end = around
        move = self.random.choice([0, 0, 0, 1, 4, 12])
        start = min(start + move, last - 1)
        return Span(start, max(start + 1, min(last, end + self.random.choice([0, 0, move]))))

    def part(self, around) -> Span:
        start, end = around if self.random.random() < 0.8 else (0, 1)
        return Span(start, self.random.randint(start + 1, end))

    def mention(self, row: gold.Row, around=None) -> Mention:
        return self.mention_of(row, self.span(row, around))

    def mention_of(self, row: gold.Row, span: Span) -> Mention:
        return Mention(span, row["text"][span.start : span.end], "Thing", self.random.choice(["right", "wrong"]))

    def evidence(self) -> Evidence:
        return Evidence(Span(0, 1), "guess", self.random.random())

    def some(self, items):
        for item in items:
            yield from [item] * self.random.choice([0, 1, 1, 2])

    def quotes(self, row):
        for quote in self.some(row.get("quotes", [])):
            fragments = tuple(self.span(row, fragment) for fragment in quote["fragments"])
            speaker = quote["speaker_fragments"]
            who = self.span(row, self.random.choice(speaker)) if speaker and self.random.random() < 0.8 else None
            yield Quote(fragments, "direct", self.evidence(), speaker=who)

    def facts(self, row):
        if "entity_spans" in row:
            relations_, known = list(documents.NAMES), row["entity_spans"]
            facts = [(known[f["subject_entity"]], known[f["object_entity"]]) for f in row["relations"]]
            ends = [(self.random.choice(s), self.random.choice(o)) for s, o in facts if s and o]
        else:
            relations_ = list(relations.NAMES)
            ends = [(fact["subject"], fact["object"]) for fact in row.get("relations", [])]
        for subject, object_ in self.some(ends):
            for relation in self.random.sample(relations_, 4):
                yield Fact(
                    relation, *(self.mention_of(row, self.part(end)) for end in (subject, object_)), self.evidence()
                )

    def events(self, row):
        roles = sorted({role for table in (events.ROLES, incidents.SLOTS) for ours in table.values() for role in ours})
        for event in self.some(row.get("events", [])):
            spans = [a["span"] for a in event["arguments"] if a.get("span")]
            arguments = [Argument(role, self.mention(row, s), self.evidence()) for s in spans for role in roles[::2]]
            kept = [a for a in arguments if self.random.random() < 0.4]
            trigger = self.span(row, event.get("trigger"))
            kind = self.random.choice(["Attack", "Shooting", "Gathering"])
            yield Event("event/x", kind, trigger, tuple(kept), self.evidence())

    def mentions(self, row):
        spans = [entity["span"] for entity in row.get("entities", [])] if "evaluation_span" in row else []
        spans += [row[key] for key in ("pronoun", "A", "B") if key in row]
        made = {m.span: m for m in (self.mention(row, span) for span in spans)}
        return made.values()


def sheet_and_predictions(task: str, rows: list[gold.Row], seed: int) -> tuple[Sheet, list[str]]:
    guesser = Guesser(seed)
    sheet = Sheet(tasks.task(task).MEASURES)
    lines = []
    for row in rows:
        reading = guesser.read(row)
        sheet.add(reading.article, tasks.task(task).judge(row, reading))
        lines.append(json.dumps(to_json(reading)))
    return sheet, lines


def script_scores(task: str, gold_path: Path, predicted: Path) -> dict[str, object]:
    command = [sys.executable, SCRIPT, task, gold_path, predicted, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def as_json(sheet: Sheet) -> object:
    return json.loads(json.dumps(show.to_json(sheet)))


@pytest.mark.skipif(not SCRIPT.exists(), reason="the shared scorer is not beside this clone")
@pytest.mark.parametrize("task", GOLD)
def test_as_the_independent_script_on_shared_gold(task, tmp_path):
    path = SHARED / f"{GOLD[task]}.jsonl"
    rows = gold.read(path, tasks.task(task).NEEDS)
    sheet, lines = sheet_and_predictions(task, rows, seed=len(task))
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(lines))
    assert as_json(sheet) == script_scores(task, path, predicted)
    assert any(sheet.counts[measure]["right"] or sheet.counts[measure]["hits"] for measure in sheet.measures)


@pytest.mark.skipif(not SCRIPT.exists(), reason="the shared scorer is not beside this clone")
@pytest.mark.parametrize("task", GOLD)
def test_as_the_independent_script_on_made_gold(task, tmp_path):
    path, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    rows = [{"id": str(number), "text": TEXT, **MADE[task]} for number in range(60)]
    path.write_text("\n".join(map(json.dumps, rows)))
    sheet, lines = sheet_and_predictions(task, gold.read(path, tasks.task(task).NEEDS), seed=1)
    predicted.write_text("\n".join(lines))
    assert as_json(sheet) == script_scores(task, path, predicted)
