"""Why things are one: steps with reasons that add up; what comes near and what is asked."""

from dataclasses import replace

import pytest

from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.resolve.doubts import doubts, shaky
from kg.resolve.evidence import NEEDED, NEVER
from kg.resolve.explain import Why
from kg.resolve.resolve import resolve
from tests.resolve.things import bare, thing

INDIA, ITALY = "place/india", "place/italy"
MAYOR = {"offices": ("role/mayor@place/leeds",)}


def texts(link):
    return [reason.text for reason in link.reasons]


def test_names_that_an_article_gives_are_a_step_with_its_weight():
    long, short = thing("a", "Organization", "General Foods", "GF"), thing("b", "Organization", "GF")
    (step,) = Why(resolve([long, short])).steps(short, long)
    assert (step.left, step.right) == ((short,), (long,))
    assert texts(step) == ["1 article calls one thing “general foods” and “gf” (of 1 with the rarer name)"]
    assert step.score == pytest.approx(17.6)


def test_several_steps_lead_from_one_to_the_other_and_back():
    a = thing("a", "Organization", "General Foods", "GF")
    group, short = thing("b", "Organization", "General Foods Group"), thing("c", "Organization", "GF")
    why = Why(resolve([a, group, short]))
    there, back = why.steps(group, short), why.steps(short, group)
    assert [(step.left, step.right) for step in there] == [((group,), (a,)), ((a,), (short,))]
    assert [step.score for step in back] == [step.score for step in reversed(there)]
    assert all(step.score >= NEEDED for step in there)


def test_places_in_two_states_are_two_and_it_is_said_why():
    maine = thing("a", "Place", "Portland", within=("place/maine",))
    oregon = thing("b", "Place", "Portland", within=("place/oregon",))
    near = Why(resolve([maine, oregon])).nearest(maine, oregon)
    assert (texts(near), near.score) == (["one is in maine, the other in oregon"], NEVER)


def test_persons_of_a_common_name_are_one_by_what_agrees():
    one, other = (thing(name, "Person", "John Smith", **MAYOR) for name in "ab")
    (step,) = Why(resolve([one, other])).steps(one, other)
    assert [reason.weight for reason in step.reasons] == [12.6, 8.0, 6.0]
    assert texts(step)[1:] == ["both are mayor", "both are of leeds"]


def test_a_body_of_every_country_is_one_by_its_country():
    one, other = (thing(name, "Organization", "Senate", country=INDIA) for name in "ab")
    (step,) = Why(resolve([one, other])).steps(one, other)
    assert texts(step) == ["one name, which every country has: “senate”", "both of india"]
    assert step.score >= NEEDED


def test_what_is_two_tells_what_comes_near():
    khan, surname = thing("a", "Person", "Sadiq Khan"), bare("b", "Khan")
    near = Why(resolve([khan, surname])).nearest(surname, khan)
    assert 0 < near.score < NEEDED
    assert texts(near) == ["1 article names “sadiq khan”, nobody else of that surname"]
    india, italy = (thing(n, "Organization", "Senate", country=c) for n, c in (("a", INDIA), ("b", ITALY)))
    assert Why(resolve([india, italy])).nearest(india, italy) is None


def test_what_cannot_be_says_why():
    one, other = (
        thing(a, "Person", "George Bush", n) for a, n in (("a", "George H. W. Bush"), ("b", "George W. Bush"))
    )
    near = Why(resolve([one, other])).nearest(one, other)
    assert near.score < NEVER / 2
    assert "what stands in the middle of their names, or Jr and Sr, differs" in texts(near)


def test_decisions_are_reasons_that_outweigh_all_others():
    khan, surname = thing("a", "Person", "Sadiq Khan"), bare("b", "Khan")
    yes = Decision("article/b/person/khan", "person/sadiq-khan", SAME, "ann", "2026-11-26", "she was there")
    (step,) = Why(resolve([khan, surname], [yes])).steps(surname, khan)
    assert [(reason.weight, reason.text) for reason in step.reasons] == [
        (-NEVER, "decided by ann on 2026-11-26: she was there")
    ]
    no = replace(yes, judgement=DIFFERENT)
    resolution = resolve([khan, surname], [no])
    assert Why(resolution).nearest(surname, khan).score == NEVER
    assert doubts(resolution) == []


def test_doubts_are_bare_surnames_spellings_initials_and_longer_names_the_likeliest_first():
    found = doubts(
        resolve(
            [
                thing("a", "Person", "Sadiq Khan"),
                thing("a", "Organization", "Oslo Rovers"),
                bare("b", "Khan"),
                thing("b", "Organization", "Oslo Rovers"),
                thing("c", "Person", "Muammar Gaddafi"),
                thing("d", "Person", "Muammar Gadhafi"),
                thing("e", "Organization", "World Grain Council"),
                thing("f", "Organization", "WGC"),
                thing("g", "Organization", "Oslo Rovers Ladies"),
                thing("h", "Person", "Ines Barbosa"),
            ]
        )
    )
    assert [{link.left[0].name, link.right[0].name} for link in found] == [
        {"khan", "sadiq khan"},
        {"world grain council", "wgc"},
        {"muammar gaddafi", "muammar gadhafi"},
        {"oslo rovers", "oslo rovers ladies"},
    ]
    assert all(link.score < NEEDED for link in found)
    assert "named with both: oslo rovers" in texts(found[0])


def test_a_letter_is_asked_with_the_only_first_name_that_it_may_stand_for():
    def asked(*persons):
        found = doubts(resolve([thing(f"{n}", "Person", name) for n, name in enumerate(persons)]))
        return [{link.left[0].name, link.right[0].name} for link in found]

    assert asked("B. Quill", "Bernard Quill") == [{"b quill", "bernard quill"}]
    assert asked("J. K. Marlow", "Joan Marlow") == [{"j marlow", "joan marlow"}]
    assert asked("B. Quill", "Anna Quill", "Bernard Stone") == []
    assert asked("B. Quill", "Bernard Quill", "Barbara Quill") == []


@pytest.mark.parametrize(
    ("one", "other", "more", "asked"),
    [
        ("Abdul Samad", "Abdus Samad", {"offices": ("role/grocer",)}, True),
        ("Abdul Samad", "Abdus Samad", {}, False),
        ("Abdul Samad", "Abdus Karim", {"offices": ("role/grocer",)}, False),
        ("Abdul Samad", "Habib Samad", {"offices": ("role/grocer",)}, False),
        ("Mario Rossi", "Maria Rossi", {"offices": ("role/grocer",)}, False),
        ("Jon Samad", "Jan Samad", {"offices": ("role/grocer",)}, False),
    ],
)
def test_first_names_a_letter_apart_are_asked_where_an_office_is_one(one, other, more, asked):
    resolution = resolve([thing("a", "Person", one, **more), thing("b", "Person", other, **more)])
    assert bool(doubts(resolution)) == asked
    assert len(resolution.groups) == 2


def test_first_names_a_letter_apart_are_asked_where_both_are_named_with_one_place():
    towns = [thing(article, "Place", "Orsa") for article in "ab"]
    (found,) = doubts(resolve([*towns, thing("a", "Person", "Abdul Samad"), thing("b", "Person", "Abdus Samad")]))
    assert texts(found) == ["“abdul” may be “abdus” spelled otherwise", "named with both: orsa"]


def test_no_doubt_joins_and_none_is_about_what_is_one():
    things = [thing("a", "Organization", "General Foods", "GF"), thing("b", "Organization", "GF")]
    resolution = resolve(things)
    assert doubts(resolution) == []
    assert [round(link.score, 1) for link in shaky(resolution)] == [17.6]


def test_all_that_made_a_thing_one_is_told():
    things = [thing("a", "Organization", "General Foods", "GF"), *(thing(n, "Organization", "GF") for n in "bc")]
    joins = [*Why(resolve(things)).joined("organization/gf")]
    assert [sorted(t.article for t in (*join.left, *join.right)) for join in joins] == [["b", "c"], ["a", "b", "c"]]
