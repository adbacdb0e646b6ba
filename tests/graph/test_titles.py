"""What an event is called: kind, place and day, or whom it hit."""

import pytest

from kg.facts import Argument, Event
from kg.graph.titles import event
from tests.graph.readings import Maker, find

TEXT = "A blast, a bombing, hit Leeds and the Hull area on 3 May. It killed Al Fox and a guard."


def told(*kinds, **arguments):
    make = Maker(TEXT)
    why = make.evidence(TEXT)
    given = {
        "leeds": ("place", make.mention("Leeds", "Place")),
        "hull": ("place", make.mention("Hull", "Place")),
        "near": ("place", make.mention("the Hull area", "Place", "article/rudd/place/hull-area", form="nominal")),
        "fox": ("killed", make.mention("Al Fox", "Person")),
        "guard": ("killed", make.mention("a guard", "Person", "article/rudd/person/guard", form="nominal")),
        "year": ("date", make.mention("May", "Date", "date/may", form="value", value="2020")),
        "day": ("date", make.mention("3 May", "Date", "date/day", form="value", value="2020-05-03")),
    }
    parts = tuple(Argument(role, mention, why) for name, (role, mention) in given.items() if name in arguments["of"])
    events = [Event("e", kind, find(TEXT, "blast"), parts, why) for kind in kinds]
    return event(events, make.reading(events=events).entities)


@pytest.mark.parametrize(
    ("kinds", "of", "called"),
    [
        (["Bombing"], "leeds day", "Bombing, Leeds, 2020-05-03"),
        (["Attack", "Bombing"], "leeds", "Bombing, Leeds"),
        (["Attack"], "leeds hull", "Attack, Leeds"),
        (["Shooting"], "fox", "Shooting of Al Fox"),
        (["Shooting"], "fox year day", "Shooting of Al Fox, 2020-05-03"),
        (["Attack"], "near", "Attack, Hull area"),
        (["Bombing"], "fox leeds", "Bombing, Leeds"),
        (["VehicleAttack"], "guard", "Vehicle attack"),
    ],
)
def test_an_event_is_called_by_kind_place_and_day(kinds, of, called):
    assert told(*kinds, of=of.split()) == called
