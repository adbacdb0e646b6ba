"""A link needs one clear winner."""

import pytest

from kg.link.candidates import Candidate
from kg.link.choose import choose


def named(iri: str, how="label", sitelinks=0) -> Candidate:
    return Candidate("Lee", iri, how, sitelinks)


@pytest.mark.parametrize(
    ("found", "winner", "reason"),
    [
        pytest.param([], None, "", id="nothing"),
        pytest.param([named("a")], "a", "the only one labelled 'Lee'", id="one"),
        pytest.param([named("a", "alias")], "a", "the only one also called 'Lee'", id="one by alias"),
        pytest.param([named("a", "alias", 90), named("b")], "b", "the only one labelled", id="label before alias"),
        pytest.param([named("a"), named("b")], None, "", id="two alike"),
        pytest.param([named("a", "alias"), named("b", "alias")], None, "", id="two aliases"),
        pytest.param(
            [named("a", sitelinks=40), named("b", sitelinks=9)], "a", "in 40 wikis, the next in 9", id="famous"
        ),
        pytest.param([named("a", sitelinks=30), named("b", sitelinks=9)], None, "", id="not famous enough"),
        pytest.param([named("a"), named("a", "alias")], "a", "the only one labelled", id="one item twice"),
        pytest.param([named("a", sitelinks=1), named("b")], "a", "in 1 wikis, the next in 0", id="the next unknown"),
    ],
)
def test_choose(found, winner, reason):
    for order in (found, found[::-1]):
        choice = choose(order)
        assert (choice and choice.candidate.iri) == winner
        assert reason in (choice.reason if choice else "")


def test_an_alias_is_less_sure_than_a_label_and_fame_less_than_uniqueness():
    only, alias = choose([named("a")]), choose([named("a", "alias")])
    famous = choose([named("a", sitelinks=9), named("b")])
    assert only.confidence > famous.confidence > alias.confidence
