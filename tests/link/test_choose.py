"""A link needs one clear winner."""

from dataclasses import replace

import pytest

from kg.link.candidates import Candidate
from kg.link.choose import About, calibrated, choose, ranked


def named(iri: str, how="label", sitelinks=0, description="", countries=()) -> Candidate:
    return Candidate("Lee", iri, how, sitelinks, description, frozenset(countries))


@pytest.mark.parametrize(
    ("found", "winner", "reason"),
    [
        pytest.param([], None, "", id="nothing"),
        pytest.param([named("a")], "a", "the only one labelled 'Lee'", id="one"),
        pytest.param([named("a", "alias")], "a", "the only one also called 'Lee'", id="one by alias"),
        pytest.param([named("a", "acronym")], None, "", id="one by an acronym"),
        pytest.param([named("a", "acronym", 9)], "a", "short for what is called 'Lee'", id="a known one by an acronym"),
        pytest.param([named("a", "alias", 20), named("b", sitelinks=90)], "b", "labelled 'Lee'", id="a known label"),
        pytest.param([named("a", "alias", 90), named("b")], "a", "also called", id="a known alias before a label"),
        pytest.param([named("a"), named("b")], None, "", id="two alike"),
        pytest.param([named("a", "alias"), named("b", "alias")], None, "", id="two aliases"),
        pytest.param(
            [named("a", sitelinks=40), named("b", sitelinks=9)], "a", "in 40 wikis, the next in 9", id="famous"
        ),
        pytest.param([named("a", sitelinks=15), named("b", sitelinks=9)], None, "", id="not famous enough"),
        pytest.param([named("a"), named("a", "alias")], "a", "the only one labelled", id="one item twice"),
        pytest.param([named("a", sitelinks=1), named("b")], "a", "in 1 wikis, the next in 0", id="the next unknown"),
    ],
)
def test_choose(found, winner, reason):
    for order in (found, found[::-1]):
        choice = choose(order)
        assert (choice and choice.candidate.iri) == winner
        assert reason in (choice.reason if choice else "")


def test_what_is_told_to_be_of_the_kind_goes_before_what_may_be():
    told, untold = named("a", sitelinks=9), replace(named("b", sitelinks=9), is_told=False)
    assert ranked([told, untold], About()).candidate == told
    assert choose([untold]) is None


@pytest.mark.parametrize(
    ("about", "winner"),
    [
        (About(), None),
        (About(countries=frozenset({"Q145"})), "british"),
        (About(countries=frozenset({"Q30"})), "american"),
        (About(countries=frozenset({"Q30", "Q145"})), None),
        (About(words=frozenset({"mayor"})), "british"),
        (About(words=frozenset({"coach"})), "american"),
        (About(words=frozenset({"coach", "mayor"})), None),
        (About(beside=frozenset({"Q84", "Q9"})), "british"),
        (About(beside=frozenset({"Q145"})), None),
    ],
)
def test_what_the_article_tells_decides(about, winner):
    british = named("british", sitelinks=12, description="mayor of Leeds", countries={"Q145"})
    american = named("american", sitelinks=12, description="senator", countries={"Q30"})
    british = replace(british, tied=frozenset({"Q84", "Q85", "Q145"}))
    american = replace(american, works=("football coach",))
    choice = choose([british, american], about)
    assert (choice and choice.candidate.iri) == winner


def test_an_alias_is_less_sure_than_a_label_and_one_of_several_than_the_only_one():
    only, alias = choose([named("a", sitelinks=9)]), choose([named("a", "alias", 9)])
    famous = choose([named("a", sitelinks=9), named("b", sitelinks=1)])
    assert only.confidence > alias.confidence > famous.confidence


def test_the_next_best_are_kept():
    best = ranked([named(iri, sitelinks=many) for iri, many in zip("abcd", (9, 8, 7, 6), strict=True)], About())
    assert [choice.candidate.iri for choice in (best, *best.others)] == ["a", "b", "c"]
    assert sum(choice.confidence for choice in (best, *best.others)) < 1


@pytest.mark.parametrize(("wikis", "winner"), [(0, "Q2"), (9, "other")])
def test_what_the_gazetteer_proposes_stands_against_others_of_the_name(wikis, winner):
    choice = choose([named("other", sitelinks=wikis)], About(proposed="Q2"))
    assert choice.candidate.iri.endswith(winner)


def test_how_sure_grows_with_the_share():
    found = [calibrated(share / 100) for share in range(101)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0.0, 0.95)
