"""What the saved queries answer, on two short articles read by hand."""

import re
from typing import NamedTuple

import pytest
from pyoxigraph import Store as Database
from rdflib.plugins.sparql import prepareQuery

from kg.articles.dates import within
from kg.build import build
from kg.facts import Argument, Event, Quote, Reading
from kg.graph.store import Store
from kg.query.bind import bound
from kg.query.card import card
from kg.query.names import entities, said
from kg.query.parts import asserted
from kg.query.run import run
from kg.query.saved import find, saved
from kg.query.scan import undeclared
from kg.resources import folder
from kg.vocabulary import vocabulary
from tests.graph.readings import Maker
from tests.graph.readings import find as span

FETE = (
    'Mayor Ann Lee spoke in Northam on 4 May 2020. "We will rebuild," she told the Herald. '
    "On 3 May a bomb killed two and wounded five in Northam. The Front claimed the bombing. "
    "The Front said Ann Lee was born in Eastham."
)
TRIAL = "John Roe bombed Northam. John Roe, born on 1 May 1990, wept. Former mayor Ann Lee never spoke there."


def fete():
    make = Maker(FETE, "fete", title="The fete", published="2020-05-05")
    lee, mayor = make.mention("Ann Lee", "Person"), make.mention("Mayor", "Role")
    northam, eastham = make.mention("Northam", "Place"), make.mention("Eastham", "Place")
    herald, front = make.mention("the Herald", "Organization"), make.mention("The Front", "Organization")
    two, five = (make.mention(word, "Number", form="value") for word in ("two", "five"))
    day = make.mention("3 May", "Date", form="value", value="2020-05-03")
    told = make.evidence('"We will rebuild," she told the Herald.')
    struck = make.evidence("On 3 May a bomb killed two and wounded five in Northam.")
    words = (span(FETE, '"We will rebuild,"'),)
    return make.reading(
        [
            make.fact("spokeAt", lee, northam, "Mayor Ann Lee spoke in Northam on 4 May 2020."),
            make.fact("holdsRole", lee, mayor, "Mayor Ann Lee", scope=northam),
            make.fact("bornIn", lee, eastham, FETE[FETE.index("The Front said") :], "reported", sources=(front,)),
        ],
        [Quote(words, "direct", told, span(FETE, "told"), span(FETE, "she"), (lee,), addressee=herald)],
        [
            Event(
                "article/fete/event/1",
                "Bombing",
                span(FETE, "bomb"),
                (
                    Argument("killed", two, struck, "2"),
                    Argument("injured", five, struck, "5"),
                    Argument("place", northam, struck),
                    Argument("date", day, struck, "2020-05-03"),
                    Argument("claimedBy", front, make.evidence("The Front claimed the bombing.")),
                ),
                struck,
            )
        ],
    )


def trial():
    make = Maker(TRIAL, "trial")
    roe, lee = make.mention("John Roe", "Person"), make.mention("Ann Lee", "Person")
    northam, mayor = make.mention("Northam", "Place"), make.mention("mayor", "Role")
    day = make.mention("1 May 1990", "Date", form="value", value="1990-05-01")
    bombed = make.evidence("John Roe bombed Northam.")
    parts = (Argument("perpetrator", roe, bombed), Argument("place", northam, bombed))
    return make.reading(
        [
            make.fact("bornOn", roe, day, "John Roe, born on 1 May 1990"),
            make.fact("holdsRole", lee, mayor, "Former mayor Ann Lee", status="former"),
            make.fact("spokeAt", lee, northam, "Ann Lee never spoke there.", "denied"),
        ],
        events=[Event("article/trial/event/1", "Bombing", span(TRIAL, "bombed"), parts, bombed)],
    )


class Hand:
    """A reader that has read the two articles already."""

    signature = "by hand"

    def __call__(self, articles):
        read = {"fete": fete(), "trial": trial()}
        return (read[article.id] for article in articles)


class One(NamedTuple):
    """A reader that has read one article already."""

    reading: Reading
    signature: str = "by hand"

    def __call__(self, _):
        return [self.reading]


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    with Store(tmp_path_factory.mktemp("queries") / "store") as store:
        build(store, [fete().article, trial().article], Hand())
        yield store


def answer(store: Store, name: str, **given: str) -> list[tuple[str, ...]]:
    rows = run(store.db, bound(find(name), given, store.db))
    return [tuple(said(store.db, term) for term in row) for row in rows]


BOMB = "On 3 May a bomb killed two and wounded five in Northam."
SPOKE = ("Ann Lee", "Northam", "", "Mayor Ann Lee spoke in Northam on 4 May 2020.", "The fete")
MAYOR = ("Ann Lee", "Mayor", "Northam", "current", "", "", "1", "Mayor Ann Lee", "The fete")
FORMER = ("Ann Lee", "Mayor", "", "former", "", "", "1", "Former mayor Ann Lee", "trial")
REBUILD = ("Ann Lee", "told", "We will rebuild,", "direct", "the Herald", "", "The fete")
TOLD = '"We will rebuild," she told the Herald.'
BORN_ON = ("1990-05-01", "John Roe", "born on", "", "", "", "1", "John Roe, born on 1 May 1990", "", "trial")
BOMBED_ON = ("2020-05-03", "Bombing, Northam, 2020-05-03", "date", "bombing", "", "", "1", BOMB, "The fete", "The fete")
IN_OFFICE = (
    "2020-05-05",
    "Ann Lee",
    "holds role",
    "Mayor",
    "current",
    "",
    "1",
    "Mayor Ann Lee",
    "The fete",
    "The fete",
)
SAYS = ("2020-05-05", "Ann Lee", "speaker in", "We will rebuild,", "", "", "1", TOLD, "The fete", "The fete")
LED = ("Ann Lee", "holds role", "Mayor", "", "", "former", "", "", "Former mayor Ann Lee", "trial")
HELD = ("Ann Lee", "holds role", "Mayor", "Northam", "", "current", "2020-05-05", "", "Mayor Ann Lee", "The fete")
NAMED = "Bombing, Northam, 2020-05-03"
BOMB_ROW = (NAMED, "bombing", "2020-05-03", "3 May", "Northam", "", "", "2", "two", "5", "five", "", "The Front", "")
SAID_SO = "The Front said Ann Lee was born in Eastham."
BORN_IN = ("Ann Lee", "born in", "Eastham", "reported", "current", "The Front", SAID_SO, "The fete", "hand", "0.93")
REPORTED = ("Ann Lee", "born in", "Eastham", "reported", "The Front", SAID_SO, "The fete")
DENIED = ("Ann Lee", "spoke at", "Northam", "denied", "", "Ann Lee never spoke there.", "trial")
PROVED = {"roles", "facts", "quotes"}
DENIAL = "asserted here, denied there"


@pytest.mark.parametrize(
    ("name", "given", "rows"),
    [
        ("spoke-where", {}, [SPOKE]),
        ("spoke-where", {"speaker": "ann lee", "place": "Northam"}, [SPOKE]),
        ("spoke-where", {"speaker": "John Roe"}, []),
        ("roles", {}, [FORMER, MAYOR]),
        ("roles", {"person": "John Roe"}, []),
        (
            "attacks",
            {},
            [
                (*BOMB_ROW, "1", f"{BOMB} … The Front claimed the bombing.", "The fete"),
                (
                    "Bombing, Northam",
                    "bombing",
                    "",
                    "",
                    "Northam",
                    "John Roe",
                    *[""] * 8,
                    "1",
                    "John Roe bombed Northam.",
                    "trial",
                ),
            ],
        ),
        ("same-story", {}, []),
        ("retold", {}, []),
        ("differences", {}, []),
        ("updates", {}, []),
        (
            "attack",
            {"attack": "bombed"},
            [
                ("", "kind", "bombed", "", "John Roe bombed Northam.", "trial"),
                ("", "perpetrator", "John Roe", "", "John Roe bombed Northam.", "trial"),
                ("", "place", "Northam", "", "John Roe bombed Northam.", "trial"),
            ],
        ),
        ("quotes", {}, [REBUILD]),
        ("quotes", {"speaker": "Ann Lee"}, [REBUILD]),
        ("quotes", {"speaker": "The Front"}, []),
        ("quotes-about", {"words": "WILL"}, [REBUILD]),
        ("quotes-about", {"words": "would"}, []),
        ("copies", {}, []),
        ("people", {}, [("Ann Lee", "2", "2"), ("John Roe", "1", "1")]),
        ("places", {}, [("Northam", "2", "2"), ("Eastham", "1", "1")]),
        ("organizations", {}, [("The Front", "1", "1"), ("the Herald", "1", "1")]),
        ("attacked-where", {}, [("John Roe", "Northam", "", "John Roe bombed Northam.", "trial")]),
        ("attacked-where", {"attacker": "Ann Lee"}, []),
        (
            "affiliations",
            {},
            [("Ann Lee", "Northam", "holds role", "Mayor", "current", "", "", "Mayor Ann Lee", "The fete")],
        ),
        ("affiliations", {"body": "The Front"}, []),
        ("articles-mentioning", {"entity": "Northam"}, [("The fete", "2020-05-05", "1"), ("trial", "", "1")]),
        ("evidence", {"entity": "Eastham"}, [BORN_IN]),
        ("claims", {}, [REPORTED, DENIED]),
        ("claims", {"source": "The Front"}, [REPORTED]),
        ("claims", {"source": "John Roe"}, []),
        ("claims", {"modality": "denied"}, [DENIED]),
        ("timeline", {}, [BORN_ON, BOMBED_ON, IN_OFFICE, SAYS]),
        ("timeline", {"since": "2000"}, [BOMBED_ON, IN_OFFICE, SAYS]),
        ("timeline", {"about": "The Front"}, [BOMBED_ON]),
        ("timeline", {"about": "Ann Lee"}, [IN_OFFICE, SAYS]),
        ("timeline", {"until": "2000"}, [BORN_ON]),
        ("timeline", {"known": "2020-05-04"}, []),
        ("timeline", {"known": "2020-05"}, [BOMBED_ON, IN_OFFICE, SAYS]),
        ("times", {}, [LED, HELD]),
        ("times", {"at": "2020-05-04", "known": "2021"}, [HELD]),
        ("times", {"known": "2020-05-04"}, []),
        ("links", {}, []),
        (
            "unlinked",
            {},
            [
                ("Ann Lee", "person", "2", "2"),
                ("Northam", "place", "2", "2"),
                ("The Front", "organization", "1", "1"),
                ("the Herald", "organization", "1", "1"),
                ("John Roe", "person", "1", "1"),
                ("Eastham", "place", "1", "1"),
            ],
        ),
        (
            "contradictions",
            {},
            [("Ann Lee", "spoke at", "article/fete#spokeAt-6-13-23-30", "article/trial#spokeAt-74-81-16-23", DENIAL)],
        ),
    ],
)
def test_answers(store, name, given, rows):
    found = answer(store, name, **given)
    assert [row[: len(rows[0])] for row in found] == rows if rows else not found


def test_at_least_so_many_are_not_so_many(tmp_path):
    make = Maker("At least three died and 40 were hurt in the Northam bombing.", "least")
    struck = make.evidence(make.article.text)
    three, hurt = (make.mention(word, "Number", form="value") for word in ("At least three", "40"))
    parts = (Argument("killed", three, struck, "3-"), Argument("injured", hurt, struck, "40"))
    bombing = Event("article/least/event/1", "Bombing", span(make.article.text, "bombing"), parts, struck)
    with Store(tmp_path / "store") as store:
        build(store, [make.article], One(make.reading(events=[bombing])))
        [row] = answer(store, "attacks")
    assert row[7:11] == ("3", "At least three", "40", "40")


def test_without_what_is_inferred_less_is_answered(store):
    source = asserted(store)
    for query in saved().values():
        if not any(each.required for each in query.parameters):
            rows, stated = (len(list(run(db, query.text))) for db in (store.db, source))
            assert stated == rows or (query.inference and stated < rows), query.name


def test_every_query_is_tested():
    [table] = [mark for mark in test_answers.pytestmark if mark.name == "parametrize"]
    assert {case[0] for case in table.args[1]} == set(saved())


def test_rows_do_not_depend_on_the_order_of_articles(store, tmp_path):
    with Store(tmp_path / "store") as other:
        build(other, [trial().article, fete().article], Hand())
        for query in saved().values():
            given = {each.name: "Northam" for each in query.parameters if each.required}
            assert answer(other, query.name, **given) == answer(store, query.name, **given), query.name


def test_queries_are_plain_sparql(store):
    """Another engine parses them, and the only names that they borrow are declared in them."""
    for query in saved().values():
        prepareQuery(query.text)
        assert not undeclared(query.text)


def test_values_for_parameters_are_terms_in_every_query(store):
    for query in saved().values():
        for each in query.parameters:
            given, term = {each.name: '" } ?s ?p "'}, r'"\" } ?s ?p \""'
            if each.entity:
                given, term = {each.name: "https://example.org/x"}, "<https://example.org/x>"
            elif each.choices:
                given, term = {each.name: each.choices[0]}, f'"{each.choices[0]}"'
            elif each.kind == "date":
                given, term = {each.name: "2019"}, '"2019"^^<http://www.w3.org/2001/XMLSchema#gYear>'
            elif each.flag:
                given, term = {each.name: "true"}, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
            if {each.name for each in query.parameters if each.required} <= given.keys():
                assert f" {term} " in bound(query, given, store.db)
                answer(store, query.name, **given)


def test_the_card_of_a_person(store):
    lee = card(store.db, *entities(store.db, "Ann Lee"))
    assert (lee.label, lee.kinds, lee.aliases, lee.links) == ("Ann Lee", ("person",), (), ())
    assert {title: [line.text for line in lines] for title, lines in lee.sections} == {
        "roles": ["Mayor (former)", "Mayor, Northam"],
        "facts": ["spoke at Northam", "born in Eastham (reported by The Front)", "spoke at Northam (denied)"],
        "follows": ["member of Northam"],
        "quotes": ["told (direct, to the Herald)"],
        "articles": ["2020-05-05: The fete (1)", "trial (1)"],
    }
    assert all(line.words and line.article for title, lines in lee.sections for line in lines if title in PROVED)


def test_a_card_tells_what_is_over(tmp_path):
    make = Maker("Former Acme spokesman John Roe left.", "left")
    roe, acme = make.mention("John Roe", "Person"), make.mention("Acme", "Organization")
    works = make.fact("worksFor", roe, acme, "Former Acme spokesman John Roe", status="former")
    with Store(tmp_path / "store") as store:
        build(store, [make.article], One(make.reading([works])))
        lines = dict(card(store.db, *entities(store.db, "John Roe")).sections)["facts"]
    assert [line.text for line in lines] == ["works for Acme (former)"]


def test_the_card_of_a_place_tells_what_happened_there(store):
    northam = dict(card(store.db, *entities(store.db, "Northam")).sections)
    assert [(line.text, line.words) for line in northam["events"]] == [
        ("Bombing, Northam, 2020-05-03: place", BOMB),
        ("Bombing, Northam: place", "John Roe bombed Northam."),
    ]


DATES = ("2016", "2017", "2017-03", "2017-03-22", "2017-04", "2017-04-01", "2018")


@pytest.mark.parametrize("until", ["", *DATES])
@pytest.mark.parametrize("since", ["", *DATES])
def test_the_timeline_takes_partial_dates_as_the_pages_do(since, until):
    text = (folder("queries") / "timeline.rq").read_text("utf-8")
    bounds = [line for line in text.splitlines() if line.endswith(("AS ?begin)", "AS ?end)"))]
    filters = [line for line in text.splitlines() if "FILTER" in line and ("__since_" in line or "__until_" in line)]
    assert (len(bounds), len(filters)) == (2, 2)
    given = "".join(
        f'BIND("{value}" AS ?__{name}_date) ' for name, value in (("since", since), ("until", until)) if value
    )
    whens = " ".join(f'"{when}"' for when in DATES)
    asked = "\n".join([*bounds, *filters])
    rows = Database().query(f"SELECT ?when {{ VALUES ?when {{ {whens} }} {given} {asked} }}")
    assert [row["when"].value for row in rows] == [when for when in DATES if within(when, since, until)]


def test_attacks_in_what_lies_in_any_of_several_places(tmp_path):
    make = Maker("John Roe bombed Northam in Kent. Ann Lee spoke in Ashby.", "bus")
    roe, northam, kent = (
        make.mention("John Roe", "Person"),
        make.mention("Northam", "Place"),
        make.mention("Kent", "Place"),
    )
    make.mention("Ashby", "Place")
    bombed = make.evidence("John Roe bombed Northam in Kent.")
    parts = (Argument("perpetrator", roe, bombed), Argument("place", northam, bombed))
    event = Event("article/bus/event/1", "Bombing", span(make.article.text, "bombed"), parts, bombed)
    reading = make.reading([make.fact("locatedIn", northam, kent, "Northam in Kent")], events=[event])
    with Store(tmp_path / "store") as store:
        build(store, [reading.article], One(reading))
        for places, found in ((["Kent"], 1), (["Ashby"], 0), (["Ashby", "Kent"], 1)):
            rows = list(run(store.db, bound(find("attacks"), {"place": places}, store.db)))
            assert len(rows) == found


def test_attacks_takes_all_classes_of_attacks_that_there_are():
    limits = {int(limit) for limit in re.findall(r"LIMIT (\d+)", (folder("queries") / "attacks.rq").read_text())}
    below = [name for name, above in vocabulary().above.items() if "Attack" in above]
    assert limits == {99}
    assert 5 < len(below) < 99
