"""A rule that was measured has the confidence that annotated news gives it; any other keeps its own."""

from kg.extract import calibration
from kg.facts import Evidence, Fact, Mention, Quote, Span

WORDS = Span(0, 3)
ANN = Mention(WORDS, "Ann", "Person", "person/ann")


def held(rule: str) -> Evidence:
    return Evidence(WORDS, rule, 0.123, modality="reported", sources=(ANN,))


def test_a_measured_rule_has_its_share_of_right_facts(monkeypatch):
    monkeypatch.setattr(
        calibration,
        "table",
        lambda: {("relation", "a"): 0.9, ("quote", "a"): 0.8},
    )
    fact = calibration.fact(Fact("livesIn", ANN, ANN, held("a")))
    quote = calibration.quote(Quote((WORDS,), "direct", held("a")))
    found = fact.evidence, quote.evidence
    assert [evidence.confidence for evidence in found] == [0.9, 0.8]
    assert {(evidence.rule, evidence.modality, evidence.sources) for evidence in found} == {("a", "reported", (ANN,))}


def test_another_rule_keeps_its_own_confidence(monkeypatch):
    monkeypatch.setattr(calibration, "table", lambda: {("quote", "a"): 0.8})
    fact = Fact("livesIn", ANN, ANN, held("a"))
    assert calibration.fact(fact) == fact


def test_the_measured_confidences_are_shares():
    assert len(calibration.table()) > 50
    assert all(0 < share < 1 for share in calibration.table().values())
