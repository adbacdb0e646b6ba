"""What is known beside an article stands beside what it states, and never in it."""

from kg.background.background import with_background
from kg.export.readings import to_json
from tests.graph.readings import Maker

TEXT = "Nigeria mourns Gusau in Zamfara, as do Nigerian police and the University of Kaduna, far from Xanadu."


def reading():
    make = Maker(TEXT, "gusau")
    for place in ("Nigeria", "Gusau", "Zamfara", "Xanadu"):
        make.mention(place, "Place")
    make.mention("Nigerian", "Place", "place/nigeria")
    make.mention("University of Kaduna", "Organization")
    return make.reading()


def test_places_and_bodies_get_their_country_by_its_name_and_its_adjective():
    found = with_background(reading()).background
    assert [(f.subject.text, f.relation, f.object.text, f.evidence.rule) for f in found] == [
        ("Gusau", "locatedIn", "Nigeria", "GeoNames"),
        ("Gusau", "locatedIn", "Nigerian", "GeoNames"),
        ("Zamfara", "locatedIn", "Nigeria", "ISO 3166"),
        ("Zamfara", "locatedIn", "Nigerian", "ISO 3166"),
        ("University of Kaduna", "headquarteredIn", "Nigeria", "ISO 3166"),
        ("University of Kaduna", "headquarteredIn", "Nigerian", "ISO 3166"),
    ]


def test_the_articles_own_facts_stay_as_they_are():
    plain, known = reading(), with_background(reading())
    assert (known.facts, known.entities, known.mentions) == (plain.facts, plain.entities, plain.mentions)
    assert to_json(plain)["relations"] == []
    assert {fact["modality"] for fact in to_json(known)["relations"]} == {"background"}
