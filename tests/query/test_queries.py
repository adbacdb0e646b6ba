"""What the saved queries answer, on two short articles read by hand."""

import pytest

from kg.facts import Argument, Event, Quote
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.query.bind import bound
from kg.query.names import said
from kg.query.run import run
from kg.query.saved import find, saved
from tests.graph.readings import Maker, find as span

FETE = (
    'Mayor Ann Lee spoke in Northam on 4 May 2020. "We will rebuild," she told the Herald. '
    "On 3 May a bomb killed two and wounded five in Northam. The Front claimed the bombing. "
    "The Front said Ann Lee was born in Eastham."
)
TRIAL = "John Roe bombed Northam, a court heard. John Roe, born on 1 May 1990, denied that. Former mayor Ann Lee wept."


def fete():
    make = Maker(FETE, "fete", title="The fete", published="2020-05-05")
    lee, northam, mayor = make.mention("Ann Lee", "Person"), make.mention("Northam", "Place"), make.mention("Mayor", "Role")
    herald, front = make.mention("the Herald", "Organization"), make.mention("The Front", "Organization")
    eastham = make.mention("Eastham", "Place")
    two, five = (make.mention(word, "Number", form="value") for word in ("two", "five"))
    day = make.mention("3 May", "Date", form="value", value="2020-05-03")
    first, said_so, struck, claimed = (
        make.evidence(words)
        for words in (
            "Mayor Ann Lee spoke in Northam on 4 May 2020.",
            '"We will rebuild," she told the Herald.',
            "On 3 May a bomb killed two and wounded five in Northam.",
            "The Front claimed the bombing.",
        )
    )
    facts = [
        make.fact("spokeAt", lee, northam, "Mayor Ann Lee spoke in Northam on 4 May 2020."),
        make.fact("holdsRole", lee, mayor, "Mayor Ann Lee", scope=northam),
        make.fact("bornIn", lee, eastham, "The Front said Ann Lee was born in Eastham.", "reported", source=front),
    ]
    quote = Quote(
        (span(FETE, '"We will rebuild,"'),), "direct", said_so, span(FETE, "told"), span(FETE, "she"), lee, addressee=herald
    )
    arguments = (
        Argument("killed", two, struck, "2"),
        Argument("injured", five, struck, "5"),
        Argument("place", northam, struck),
        Argument("date", day, struck, "2020-05-03"),
        Argument("claimedBy", front, claimed),
    )
    assert first
    return make.reading(facts, [quote], [Event("article/fete/event/1", "Bombing", span(FETE, "bomb"), arguments, struck)])


def trial():
    make = Maker(TRIAL, "trial")
    roe, northam, lee = make.mention("John Roe", "Person"), make.mention("Northam", "Place"), make.mention("Ann Lee", "Person")
    mayor = make.mention("mayor", "Role")
    day = make.mention("1 May 1990", "Date", form="value", value="1990-05-01")
    bombed = make.evidence("John Roe bombed Northam, a court heard.")
    arguments = (Argument("perpetrator", roe, bombed), Argument("place", northam, bombed))
    facts = [
        make.fact("bornOn", roe, day, "John Roe, born on 1 May 1990"),
        make.fact("holdsRole", lee, mayor, "Former mayor Ann Lee", status="former"),
        make.fact("spokeAt", lee, northam, "Former mayor Ann Lee wept.", "denied"),
    ]
    return make.reading(facts, (), [Event("article/trial/event/1", "Bombing", span(TRIAL, "bombed"), arguments, bombed)])
