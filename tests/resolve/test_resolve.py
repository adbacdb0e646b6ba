"""Which things of many articles are one, and what they are called."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.named import Named
from kg.resolve.resolve import resolve
from tests.resolve.things import bare, thing

INDIA, ITALY, AMERICA = "place/india", "place/italy", "place/united-states"


def keys(*things: Named) -> list[str]:
    """The path that each thing gets, in their order."""
    found = resolve(things).keys
    return [found.get((one.article, one.key), one.key) for one in things]


ONE = [
    pytest.param(("Person", "Mike Pence"), ("Person", "Michael Pence"), id="short for it"),
    pytest.param(("Person", "Sergei Lavrov"), ("Person", "Sergey Lavrov"), id="spelled otherwise"),
    pytest.param(("Person", "Sepp Barbosa"), ("Person", "Josef Barbosa"), id="short for it elsewhere"),
    pytest.param(("Person", "François Hollande"), ("Person", "Francois Hollande"), id="accents"),
    pytest.param(("Person", "Wolfgang Schäuble"), ("Person", "Wolfgang Schaeuble"), id="ä is ae"),
    pytest.param(("Person", "Jean-Claude Juncker"), ("Person", "Jean Claude Juncker"), id="hyphen"),
    pytest.param(("Person", "Datuk Seri Najib Razak"), ("Person", "Najib Razak"), id="honour"),
    pytest.param(("Person", "Bashar al-Assad"), ("Person", "Bashar Assad"), id="article"),
    pytest.param(("Person", "Donald John Trump"), ("Person", "Donald Trump"), id="middle name"),
    pytest.param(("Person", 'Vincent "the Ox" Gallo'), ("Person", "Vincent Gallo"), id="byname"),
    pytest.param(("Person", "J. K. Brandt"), ("Person", "J.K. Brandt"), id="initials, blanks"),
    pytest.param(("Person", "JK Brandt"), ("Person", "J. K. Brandt"), id="initials, no marks"),
    pytest.param(("Person", "XI Jinping"), ("Person", "Xi Jinping"), id="capitals"),
    pytest.param(("Organization", "Acme Inc."), ("Organization", "Acme"), id="legal form"),
    pytest.param(("Organization", "Acme S.p.A."), ("Organization", "Acme GmbH"), id="two legal forms"),
    pytest.param(("Organization", "Acme Group"), ("Organization", "Acme"), id="kind of firm"),
    pytest.param(("Organization", "The Oslo Centre"), ("Organization", "Oslo Center"), id="spelling of a word"),
    pytest.param(
        ("Organization", "U.S. Geological Survey"), ("Organization", "Geological Survey"), id="country before"
    ),
    pytest.param(("Organization", "EU Commission"), ("Organization", "European Commission"), id="EU is European"),
    pytest.param(("Place", "Mt Kinloch"), ("Place", "Mount Kinloch"), id="short word"),
    pytest.param(("Organization", "Academy of Grain Arts"), ("Organization", "Academy of Grains Arts"), id="plural"),
    pytest.param(("Organization", "NGCA"), ("Organization", "Northern Grain Council of Arden"), id="letters"),
    pytest.param(("Organization", "Federal Republic of Germany"), ("Place", "Germany"), id="formal name of a country"),
    pytest.param(("Organization", "Ford Motor Company"), ("Organization", "Ford"), id="a known firm without its form"),
    pytest.param(("Group", "Ravens of Oslo"), ("Organization", "Ravens of Oslo"), id="a group is a body"),
]
TWO = [
    pytest.param(("Person", "George H. W. Bush"), ("Person", "George W. Bush"), id="initials"),
    pytest.param(("Person", "J.K. Brandt"), ("Person", "J. L. Brandt"), id="other initials"),
    pytest.param(("Person", "JO Brandt"), ("Person", "J. O. Brandt"), id="a name in capitals"),
    pytest.param(("Person", "Martin Luther King Jr."), ("Person", "Martin Luther King Sr."), id="Jr and Sr"),
    pytest.param(("Person", "Mohammed bin Salman al Saud"), ("Person", "Mohammed bin Nayef al Saud"), id="fathers"),
    pytest.param(("Person", "Tim Simpson"), ("Person", "Tim Stimpson"), id="similar"),
    pytest.param(("Person", "Sepp Barbosa"), ("Person", "Jogi Barbosa"), id="short for two names"),
    pytest.param(("Person", "John Kerry"), ("Person", "John Terry"), id="one letter"),
    pytest.param(("Person", "John Smith"), ("Person", "John Smith"), id="common name, nothing speaks for it"),
    pytest.param(("Organization", "Mitsubishi Electric"), ("Organization", "Mitsubishi Estate"), id="different firms"),
    pytest.param(("Organization", "State"), ("Organization", "State"), id="no name"),
    pytest.param(("Organization", "Senate"), ("Organization", "Senate"), id="body of no known country"),
    pytest.param(("Organization", "NGC"), ("Organization", "Northern Grain Council"), id="few letters"),
    pytest.param(("Place", "Ness"), ("Place", "Nes"), id="no plural"),
    pytest.param(("Place", "Perth"), ("Organization", "Perth"), id="town and club"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_thing_has_one_path(one, other):
    first, second = keys(thing("a", *one), thing("b", *other))
    assert first == second
    assert "--" not in first


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_things_have_two_paths(one, other):
    # With their middle names out of the path, as the extraction has it.
    first, second = thing("a", *one), thing("b", *other)
    same = (
        replace(second, key=first.key) if one[0] == "Person" and one[1].split()[-1] == other[1].split()[-1] else second
    )
    found = keys(first, same)
    assert found[0] != found[1]


def test_a_bare_surname_is_known_in_its_article_only():
    khan = thing("a", "Person", "Sadiq Khan", "Khan")
    assert keys(khan, bare("b", "Khan")) == ["person/sadiq-khan", "article/b/person/khan"]


def test_a_common_name_joins_with_agreeing_evidence_and_splits_without():
    mayor = {"offices": ("role/mayor@place/leeds",)}
    found = keys(
        thing("a", "Person", "John Smith", **mayor),
        thing("b", "Person", "John Smith", **mayor),
        thing("c", "Person", "John Smith", offices=("role/striker@organization/oslo-rovers",)),
    )
    assert found == ["person/john-smith--leeds"] * 2 + ["person/john-smith--oslo-rovers"]


def test_names_of_one_path_that_contradict_each_other_get_two():
    father = thing("a", "Person", "George Bush", "George H. W. Bush")
    found = keys(father, thing("b", "Person", "George Bush", "George W. Bush"))
    assert found == ["person/george-bush--h-w", "person/george-bush--w"]


def test_ages_that_cannot_both_be_tell_apart():
    young = thing("a", "Person", "Sadiq Khan", born=1990)
    found = keys(young, thing("b", "Person", "Sadiq Khan", born=1940), thing("c", "Person", "Sadiq Khan", born=1989))
    assert found == ["person/sadiq-khan--1989", "person/sadiq-khan--1940", "person/sadiq-khan--1989"]


def test_a_body_of_every_country_is_told_by_its_country():
    found = keys(
        thing("a", "Organization", "Senate", country=INDIA),
        thing("b", "Organization", "Senate", country=ITALY),
        thing("c", "Organization", "Italian Senate", country=INDIA),
        thing("d", "Organization", "Senate"),
    )
    assert found[:3] == ["organization/senate--india", "organization/senate--italy", "organization/senate--italy"]
    assert found[3] == "article/d/organization/senate"


def test_the_plain_path_stays_where_one_country_has_the_body():
    body = thing("a", "Organization", "Senate", country=INDIA)
    assert keys(body, replace(body, article="b")) == ["organization/senate"] * 2


def test_a_body_that_papers_name_without_its_country_is_that_of_the_article_that_names_another():
    congress = Named("a", "organization/united-states-congress", "Organization", ("United States Congress", "Congress"))
    home = thing("b", "Place", "United States")
    found = keys(replace(congress, country=INDIA), replace(congress, article="b", country=INDIA), home)
    assert found == ["organization/congress", "organization/united-states-congress", "place/united-states"]


def test_articles_that_give_both_names_teach_those_that_give_one():
    found = keys(
        thing("a", "Organization", "General Foods", "GF"),
        thing("b", "Organization", "General Foods"),
        thing("c", "Organization", "GF"),
    )
    assert found == ["organization/general-foods"] * 3


def test_what_an_article_keeps_apart_is_not_learnt_to_be_one():
    found = keys(
        thing("a", "Organization", "Acme Records", "Acme"),
        thing("b", "Organization", "Acme Computer", "Acme"),
        thing("c", "Organization", "Acme Computer"),
        thing("c", "Organization", "Acme Records"),
        thing("d", "Organization", "Acme"),
    )
    assert found[0] != found[1]


def test_few_articles_are_mistaken_about_a_kind():
    right = [thing(name, "Person", "Ines Barbosa") for name in "abc"]
    assert keys(*right, thing("d", "Organization", "Ines Barbosa"))[3] == "person/ines-barbosa"


def test_a_name_that_runs_on_is_the_person_whom_the_article_names():
    found = keys(thing("a", "Person", "Ines Barbosa"), thing("a", "Person", "Ines Barbosa Checks"))
    assert found == ["person/ines-barbosa"] * 2


@pytest.mark.parametrize(("kind", "name"), [("Place", "Barbosa"), ("Group", "Ines"), ("Organization", "Al-Barbosa")])
def test_what_is_read_otherwise_is_the_person_whom_the_article_names_in_full(kind, name):
    assert keys(thing("a", "Person", "Ines Barbosa"), thing("a", kind, name)) == ["person/ines-barbosa"] * 2


def test_nobody_is_whom_two_may_be_or_what_other_articles_name_so():
    barbosa = thing("a", "Place", "Barbosa")
    two = keys(thing("a", "Person", "Ines Barbosa"), thing("a", "Person", "Rui Barbosa"), barbosa)
    assert two[2] == "place/barbosa"
    assert keys(thing("a", "Person", "Ines Barbosa"), barbosa, thing("b", "Place", "Barbosa"))[1] == "place/barbosa"
    assert keys(thing("a", "Person", "Paris Meyer"), thing("a", "Place", "Paris"))[1] == "place/paris"


def test_letters_of_two_are_neither_s():
    names = ("Northern Grain Council of Arden", "New Guild of Cellists and Actors", "NGCA")
    assert len(set(keys(*(thing(str(n), "Organization", name) for n, name in enumerate(names))))) == 3


def test_a_group_is_the_firm_whatever_else_is_called_by_its_name():
    names = ("Acme", "Acme Group", "Acme Motors")
    found = keys(*(thing(str(n), "Organization", name) for n, name in enumerate(names)))
    assert found[0] == found[1] != found[2]


def test_members_of_a_party_are_that_which_the_article_names():
    found = keys(
        thing("a", "Organization", "Christian Democratic Union", country=INDIA),
        thing("a", "Organization", "Christian Democrats", country=INDIA),
        thing("b", "Organization", "Christian Democrats", country=ITALY),
    )
    assert found == ["organization/christian-democratic-union"] * 2 + ["organization/christian-democrats"]


def test_a_party_is_that_which_the_article_names_with_its_country():
    whole = thing("a", "Organization", "Social Democratic Party of Italy", country=INDIA)
    found = keys(whole, thing("a", "Organization", "Social Democratic Party", country=INDIA))
    assert found == ["organization/social-democratic-party"] * 2


@pytest.mark.parametrize(
    ("members", "country", "party"),
    [
        ("Social Democrats", ITALY, "Social Democratic Party of Italy"),
        ("Greens", ITALY, "Italian Green Party"),
        ("Free Democrats", None, "Free Democratic Party"),
    ],
)
def test_members_are_the_only_party_of_their_country(members, country, party):
    one = thing("a", "Organization", members, country=country)
    first, second = keys(one, thing("b", "Organization", party, country=country))
    assert first == second


@pytest.mark.parametrize(
    "parties",
    [
        ["Social Democratic Party of India"],
        ["Social Democratic Party of Italy", "Social Democratic Union of Italy"],
        ["Christian Democratic Party of Italy"],
    ],
    ids=["another country's", "two", "another name"],
)
def test_members_are_of_no_party_that_is_not_theirs_alone(parties):
    members = thing("a", "Organization", "Social Democrats", country=ITALY)
    first, *others = keys(members, *(thing("b", "Organization", party) for party in parties))
    assert first not in others


def test_federal_says_nothing_of_what_a_country_has_one_of():
    court = thing("a", "Organization", "Federal Constitutional Court", country=ITALY)
    first, second = keys(court, thing("b", "Organization", "Constitutional Court", country=ITALY))
    assert first == second
    high = thing("a", "Organization", "Federal High Court", country=ITALY)
    first, second = keys(high, thing("b", "Organization", "High Court", country=ITALY))
    assert first != second


def test_places_that_lie_in_two_countries_or_states_are_two():
    maine = thing("a", "Place", "Portland", within=("place/maine",))
    found = keys(
        maine,
        thing("b", "Place", "Portland", within=("place/oregon",)),
        thing("c", "Place", "Portland", within=("place/oregon",)),
        thing("d", "Place", "Portland", within=("place/oregon", AMERICA)),
        thing("e", "Place", "Portland"),
    )
    assert found == ["place/portland--maine", *["place/portland--oregon"] * 4]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Portland", ("place/maine",), (AMERICA,)),
        ("Portland", ("place/maine",), ()),
        ("Gulf of Arden", (INDIA,), (ITALY,)),
        ("Portland", ("place/nowhere",), (ITALY,)),
    ],
    ids=["a state of the country", "nothing told", "a sea", "unknown"],
)
def test_places_are_one_where_nothing_excludes_it(name, one, other):
    first, second = keys(thing("a", "Place", name, within=one), thing("b", "Place", name, within=other))
    assert first == second


def test_a_word_by_which_articles_call_one_body_alone_is_nobody():
    clubs = [thing(article, "Organization", "Quorn Rovers", "Quorn", "Quorn Rovers") for article in "abc"]
    assert keys(*clubs, bare("d", "Quorn", acts=True))[-1] == "organization/quorn-rovers"
    assert keys(*clubs[:2], bare("d", "Quorn", acts=True))[-1] == "article/d/person/quorn"
    other = thing("e", "Organization", "Quorn Water", "Quorn", "Quorn Water")
    assert keys(*clubs, other, bare("d", "Quorn", acts=True))[-1] == "article/d/person/quorn"
    person = thing("e", "Person", "Ines Quorn")
    assert keys(*clubs, person, bare("d", "Quorn", acts=True))[-1] == "article/d/person/quorn"


def test_a_surname_that_one_article_takes_for_a_place_is_its_only_bearer_s():
    known = [thing(article, "Person", "Ines Quorn", "Quorn", "Ines Quorn") for article in "ab"]
    assert keys(*known, thing("d", "Place", "Quorn"))[-1] == "person/ines-quorn"
    assert keys(*known, thing("d", "Place", "Quorn", within=(INDIA,)))[-1] == "place/quorn"
    assert keys(*known[:1], thing("d", "Place", "Quorn"))[-1] == "place/quorn"


def test_a_body_is_its_home_country_s_where_the_article_speaks_of_that_and_no_other():
    congress = Named("a", "organization/united-states-congress", "Organization", ("United States Congress", "Congress"))
    italy, india = thing("a", "Place", "Italy"), thing("a", "Place", "India")
    assert keys(congress) == ["organization/united-states-congress"]
    assert keys(congress, italy, india)[0] == "article/a/organization/united-states-congress"
    seldom = [thing("a", "Place", "United States", count=1), thing("a", "Place", "India", count=9)]
    assert keys(replace(congress, country=INDIA), *seldom)[0] == "organization/congress"


NAMES = ["John Smith", "Ines Barbosa", "Acme", "Acme Inc.", "Acme Group", "Senate", "GF", "General Foods", "State"]
NAMES += ["Social Democrats", "Social Democratic Party", "Foods", "Federal Ministry of Trade"]
THINGS = st.lists(
    st.builds(
        lambda article, kind, names, country, born, offices, within: thing(
            article, kind, *names, country=country, born=born, offices=offices, within=within
        ),
        st.sampled_from("abcdef"),
        st.sampled_from(["Person", "Organization", "Place", "Group"]),
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True),
        st.sampled_from([None, INDIA, ITALY]),
        st.sampled_from([None, 1950, 1990]),
        st.sampled_from([(), ("role/mayor@place/leeds",), ("@organization/acme",)]),
        st.sampled_from([(), (INDIA,), ("place/maine",)]),
    ),
    max_size=14,
    unique_by=lambda one: (one.article, one.key),
)


@settings(max_examples=60, deadline=None)
@given(THINGS, st.randoms())
def test_no_order_of_articles_changes_a_path(things, random):
    shuffled = list(things)
    random.shuffle(shuffled)
    assert resolve(shuffled).keys == resolve(things).keys


def test_a_word_of_a_body_that_an_article_names_whole_is_that_body():
    firm, bearer = thing("a", "Organization", "Norvik ASA"), thing("a", "Person", "Ann Norvik")
    assert keys(firm, bare("a", "Norvik", acts=True))[-1] == "organization/norvik-asa"
    assert keys(firm, bare("b", "Norvik", acts=True))[-1] == "article/b/person/norvik"
    assert keys(firm, bearer, bare("a", "Norvik", acts=True))[-1] == "article/a/person/norvik"


def test_names_that_as_many_articles_keep_apart_are_two():
    whole, part = thing("a", "Organization", "Norvik Chemicals", "Norvik"), thing("b", "Organization", "Norvik ASA")
    assert keys(whole, thing("b", "Organization", "Norvik Chemicals"), part)[-1] == "organization/norvik-asa"
