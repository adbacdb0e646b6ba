"""Which place a name means depends on what the article speaks of; where that does not say, none is chosen."""

import pytest

from kg.background.bodies import seat
from kg.background.choose import choose
from kg.background.known import around, known, spoken_of
from kg.extract.lexicon import gazetteer


def within(choice) -> str | None:
    return choice and choice.place.within[0]


@pytest.mark.parametrize(
    ("name", "codes", "lies_in"),
    [
        pytest.param("Zamfara", {"ng"}, "ng", id="a province"),
        pytest.param("Zamfara State", {"ng"}, "ng", id="a province with its kind"),
        pytest.param("Bavaria", {"de"}, "de", id="a province by its English name"),
        pytest.param("Cologne", {"de"}, "de", id="a city by its English name"),
        pytest.param("Medellin", {"co"}, "co", id="a city without its accents"),
        pytest.param("Birmingham", {"gb"}, "gb-eng", id="the country says which"),
        pytest.param("Birmingham", {"us", "us-al"}, "us-al", id="the state says which"),
        pytest.param("Birmingham", {"us", "us-al", "gb"}, "us-al", id="the state is more than the country"),
        pytest.param("Birmingham", {"us", "gb"}, None, id="both countries: nobody knows"),
        pytest.param("Hyderabad", {"in", "pk"}, None, id="both have a large one"),
        pytest.param("Tripoli", {"ly", "lb"}, "ly", id="of two the capital"),
        pytest.param("Paris", {"us"}, "fr", id="nobody thinks of Texas"),
        pytest.param("Paris", {"us", "us-tx"}, "us-tx", id="who speaks of Texas does"),
        pytest.param("Kaduna", {"gb"}, "ng", id="known without its country"),
        pytest.param("Springfield", {"de"}, "us", id="of several in a country only the country is known"),
        pytest.param("San Jose", {"de"}, None, id="several countries, and none is spoken of"),
        pytest.param("Kigoma", {"cd"}, "tz", id="over the border"),
        pytest.param("Nowhereham", {"gb"}, None, id="no such place"),
        pytest.param("", set(), None, id="no name"),
    ],
)
def test_choose(name, codes, lies_in):
    assert within(choose(name, codes)) == lies_in


def test_what_is_nearer_is_surer_and_says_why():
    stated, near, large = choose("Zamfara", {"ng"}), choose("Kigoma", {"cd"}), choose("Kaduna", {"gb"})
    assert stated.confidence > large.confidence > near.confidence
    assert [stated.reason, near.reason, large.reason] == [
        "the article speaks of NG",
        "the article speaks of a neighbour of TZ",
        "by far the largest of its name",
    ]


@pytest.mark.parametrize(
    ("name", "lies_in"),
    [
        ("University of Hamburg", "de"),
        ("Hamburg Philharmonic", "de"),
        ("US Embassy in Hamburg", None),
        ("Hamburg", None),
        ("HAMBURG UNION", None),
        ("Harbour Institute", None),
    ],
)
def test_the_seat_of_a_body_with_a_city_in_its_name(name, lies_in):
    assert within(seat(name, {"de", "us"})) == lies_in


def test_countries_and_their_parts():
    texas = known("Place", "place/texas", ["Texas"], frozenset())
    assert (texas.relation, texas.places, texas.source.name) == ("locatedIn", ("place/united-states",), "ISO 3166")
    assert known("Place", "place/france", ["France"], {"de"}) is None
    assert around("place/france").places == ("place/europe",)
    assert around("place/europe") is None
    assert around("place/antarctica") is None  # a territory, and the continent


def test_what_lies_in_what_comes_to_an_end():
    for key in gazetteer.codes():
        chain = [key]
        while found := around(chain[-1]):
            chain.append(found.places[0])
            assert len(set(chain)) == len(chain), chain


def test_a_person_lies_nowhere():
    assert known("Person", "person/paris", ["Paris"], {"fr"}) is None


def test_who_speaks_of_texas_speaks_of_the_united_states():
    assert spoken_of(["place/texas", "place/france", "place/leeds", "person/ann-lee"]) == {"us-tx", "us", "fr"}
