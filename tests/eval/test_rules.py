"""The rules of the extraction: which there are, what each gives, and what is left without one."""

import json

import pytest

from kg.articles.article import Article
from kg.build import build
from kg.errors import UsageError
from kg.eval.sheet import evaluate
from kg.eval.usage import fired, used, without
from kg.extract.measured import registry
from kg.extract.measured.registry import rules
from kg.facts import Argument, Event, Evidence, Fact, Mention, Quote, Reading, Span
from kg.graph.contents import rules as counted
from kg.graph.store import Store
from kg.resources import DEFAULT_MODEL

TEXT = "Ann Lee was born in Leeds. “We grow,” said Lee. A gunman killed two nurses in Ipoh. Bo Ek moved to Oslo."


def reading() -> Reading:
    def held(rule):
        return Evidence(Span(0, 5), rule, 0.5)

    def mention(words, kind="Person"):
        start = TEXT.index(words)
        return Mention(Span(start, start + len(words)), words, kind, words.lower().replace(" ", "-"))

    lee, leeds, ipoh = mention("Ann Lee"), mention("Leeds", "Place"), mention("Ipoh", "Place")
    facts = (Fact("bornIn", lee, leeds, held("bornIn-bear")), Fact("livesIn", lee, leeds, held("livesIn-move")))
    quote = Quote((Span(28, 36),), "direct", held("quote-direct-cue-after"), None, None, (lee,), place=leeds)
    parts = (
        Argument("killed", mention("two nurses", "Group"), held("harmed-harm"), "2"),
        Argument("place", ipoh, held("place-harm")),
    )
    event = Event("event/1", "Shooting", Span(57, 63), parts, held("verb-told"))
    return Reading(Article("a", TEXT), facts=facts, quotes=(quote,), events=(event,))


GIVEN = {
    ("relation", "bornIn-bear"): 1,
    ("relation", "livesIn-move"): 1,
    ("quote", "quote-direct-cue-after"): 1,
    ("event", "verb-told"): 1,
    ("argument", "harmed-harm"): 1,
    ("argument", "place-harm"): 1,
}


def test_each_fact_counts_for_its_rule():
    assert fired([reading(), reading()]) == {rule: 2 * number for rule, number in GIVEN.items()}


def test_a_store_counts_what_its_readings_count(tmp_path):
    """A quotation's speaker and place, and the number of those killed, are no facts of their own."""

    class Hand:
        signature = "by hand"

        def __call__(self, _):
            return [reading()]

    with Store(tmp_path / "store") as store:
        build(store, [reading().article], Hand())
        assert counted(store) == GIVEN


def test_known_rules_stand_with_those_that_fired():
    given = fired([reading()]) + fired([Reading(Article("b", "x"))])
    given["relation", "made-up"] = 3
    table = {(rule.kind, rule.name): (facts, rule.precision, rule.judged) for rule, facts in used(given)}
    assert table["relation", "made-up"] == (3, None, 0)
    assert table["relation", "bornIn-bear"][0] == 1
    assert 0 < table["relation", "bornIn-bear"][1] < 1 < table["relation", "bornIn-bear"][2]
    assert {facts for rule, (facts, *_) in table.items() if rule not in given} == {0}


def test_rules_are_listed_once_by_kind_and_name_and_no_family_is_one():
    names = [(rule.kind, rule.name) for rule in rules()]
    assert names == sorted(set(names))
    assert {kind for kind, _ in names} == {
        "argument",
        "event",
        "modality",
        "predication",
        "quote",
        "relation",
        "status",
    }
    assert {("relation", "bornIn-bear"), ("relation", "age-beside"), ("quote", "quote-verb-that")} <= set(names)
    assert ("relation", "bornIn") not in names


def test_a_file_declares_rules_by_listing_them(monkeypatch):
    from kg.extract.incidents import words

    class Declared:
        name, kind, examples = "verb-made-up", "event", ("Bo shot Al.",)

    monkeypatch.setattr(words, "RULES", (Declared,), raising=False)
    registry.declared.cache_clear()
    try:
        [found] = [rule for rule in rules() if rule.name == "verb-made-up"]
    finally:
        registry.declared.cache_clear()
    assert (found.kind, found.examples, found.judged) == ("event", ("Bo shot Al.",), 0)


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["livesIn-move"], GIVEN.keys() - {("relation", "livesIn-move")}),
        (["*In-*"], GIVEN.keys() - {("relation", "livesIn-move"), ("relation", "bornIn-bear")}),
        (["harmed-harm", "quote-*"], GIVEN.keys() - {("argument", "harmed-harm"), ("quote", "quote-direct-cue-after")}),
        (
            ["verb-told"],  # an event takes its arguments along
            {key for key in GIVEN if key[0] not in {"event", "argument"}},
        ),
        ([], set(GIVEN)),
    ],
)
def test_without_a_rule_the_rest_stays(names, left):
    assert fired([without(names, reading())]).keys() == set(left)


@pytest.fixture
def gold(tmp_path):
    text = "Ann Lee was born in Leeds. Bo Ek lives in Oslo."
    relations = [
        {"relation": "bornIn", "subject": [0, 7], "object": [20, 25]},
        {"relation": "livesIn", "subject": [27, 32], "object": [42, 46]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "relations": relations}))
    return path


@pytest.mark.parametrize(
    ("names", "recall"), [([], 100.0), (["bornIn-bear"], 50.0), (["bornIn-*", "livesIn-live"], 0.0)]
)
def test_what_a_rule_is_worth(gold, names, recall):
    assert evaluate("facts", gold, DEFAULT_MODEL, without=names).scores()["relations"].recall == recall


def test_a_rule_that_there_is_not_is_told(gold):
    with pytest.raises(UsageError, match=r"no rule 'bornIn-bearr'; did you mean 'bornIn-bear'.*`kg rules` lists them"):
        evaluate("facts", gold, DEFAULT_MODEL, without=["bornIn-bearr"])
