"""A rule that was measured has the confidence that annotated news gives it; any other keeps its own."""

from kg.extract.measured import calibration
from kg.extract.measured.calibration import Measured
from kg.facts import Argument, Event, Evidence, Fact, Mention, Quote, Span

WORDS = Span(0, 3)
ANN = Mention(WORDS, "Ann", "Person", "person/ann")


def held(rule: str) -> Evidence:
    return Evidence(WORDS, rule, 0.123, modality="reported", sources=(ANN,))


def test_a_measured_rule_has_its_share_of_right_facts(monkeypatch):
    monkeypatch.setattr(
        calibration,
        "table",
        lambda: {("relation", "a"): Measured(0.9, 9), ("quote", "a"): Measured(0.8, 9)},
    )
    fact = calibration.fact(Fact("livesIn", ANN, ANN, held("a")))
    quote = calibration.quote(Quote((WORDS,), "direct", held("a")))
    found = fact.evidence, quote.evidence
    assert [evidence.confidence for evidence in found] == [0.9, 0.8]
    assert {(evidence.rule, evidence.modality, evidence.sources) for evidence in found} == {("a", "reported", (ANN,))}


def test_another_rule_keeps_its_own_confidence(monkeypatch):
    monkeypatch.setattr(calibration, "table", lambda: {("quote", "a"): Measured(0.8, 9)})
    fact = Fact("livesIn", ANN, ANN, held("a"))
    assert calibration.fact(fact) == fact


def test_the_measured_confidences_are_shares():
    assert len(calibration.table()) > 50
    assert all(0 < measured.share < 1 for measured in calibration.table().values())


def test_an_event_and_its_arguments_have_the_share_of_their_rule_or_family(monkeypatch):
    shares = {("event", "noun-told"): 0.7, ("argument", "place"): 0.5, ("argument", "place-clause"): 0.4}
    table = {rule: Measured(share, 9) for rule, share in shares.items()}
    monkeypatch.setattr(calibration, "table", lambda: table)
    arguments = tuple(Argument("place", ANN, held(rule)) for rule in ("place-clause", "place-where", "date-date"))
    event = calibration.event(Event("e", "Attack", WORDS, arguments, held("noun-told")))
    assert event.evidence.confidence == 0.7
    assert [argument.evidence.confidence for argument in event.arguments] == [0.4, 0.5, 0.123]


def test_the_measured_rules_of_incidents_leave_something_out():
    table = calibration.table()
    shares = [measured.share for (kind, _), measured in table.items() if kind in {"event", "argument"}]
    assert min(shares) < 0.5
    assert max(shares) > 0.8
