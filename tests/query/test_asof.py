"""What held on a day, and what was known by one: bounds that words tell, what later articles tell, and laws."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph

from kg.api import card, export, query
from kg.build import build
from kg.errors import UsageError
from kg.graph.store import Store
from kg.query.asof import as_of
from kg.query.saved import find, saved
from tests.graph.readings import Maker


class Told(NamedTuple):
    """What one article tells: on which day, who, which role, of what, how, and when."""

    day: str
    who: str
    role: str = ""
    body: str = ""
    status: str = "current"
    during: str | None = None


TOLD = [
    Told("2017-03-01", "Ann Lee", "mayor", "Leeds"),
    Told("2017-03-01", "Bo Day", "chairman", "Acme", during="2016/.."),
    Told("2017-03-10", "Ed Fox", "governor", "Ohio", "designate", "2017-04-01/.."),
    Told("2017-05-01", "Ann Lee", "mayor", "Leeds", "former", "/2017-04-20"),
    Told("2017-05-01", "Cy Roe", "mayor", "Leeds"),
    Told("2018-01-01", "Al Poe", "minister", "Ruritania", "former", "2010/2014"),
    Told("2018-01-01", "Di Orr", "judge", "Ulm", "former"),
    Told("2018-06-01", "Jo Low", "judge", "Ulm"),
    Told("2018-07-01", "Jo Low", during="2018-06-30"),
]
LAST = max(told.day for told in TOLD)


def reading(told: Told, number: int):
    """Return the reading of an article: an office, at the head where it is a mayor's, or a death."""
    text = f"{told.who}, {told.role} of {told.body}." if told.role else f"{told.who} died on {told.during}."
    make = Maker(text, f"a{number}", published=told.day)
    who = make.mention(told.who, "Person")
    if not told.role:
        day = make.mention(str(told.during), "Date", form="value", value=told.during)
        return make.reading([make.fact("diedOn", who, day, text)])
    role, body = make.mention(told.role, "Role", form="nominal"), make.mention(told.body, "Place")
    held = {"status": told.status, "during": told.during}
    modality = "planned" if told.status == "designate" else "asserted"
    heads = [make.fact("leads", who, body, text, **held)] if told.role == "mayor" else []
    return make.reading([make.fact("holdsRole", who, role, text, modality, scope=body, **held), *heads])


READINGS = {found.article.id: found for number, told in enumerate(TOLD) for found in [reading(told, number)]}


class Hand:
    """A reader that has read all of it already."""

    signature = "by hand"

    def __call__(self, articles):
        return (READINGS[article.id] for article in articles)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("asof") / "store") as made:
        build(made, [found.article for found in READINGS.values()], Hand())
        yield made


def held(store, **day) -> list[str]:
    return sorted({row["person"] for row in query(store, "roles", **day)})


@pytest.mark.parametrize(
    ("day", "who"),
    [
        # An open beginning keeps no day out; what is over without a day of its end held on none.
        ("2009-06-01", ["Ann Lee", "Jo Low"]),
        ("2012-06-01", ["Al Poe", "Ann Lee", "Jo Low"]),
        ("2014-12-31", ["Al Poe", "Ann Lee", "Jo Low"]),
        ("2015-01-01", ["Ann Lee", "Jo Low"]),
        ("2016-01-01", ["Ann Lee", "Bo Day", "Jo Low"]),
        ("2016", ["Ann Lee", "Bo Day", "Jo Low"]),
        # Who is to take office holds it from that day on.
        ("2017-03-31", ["Ann Lee", "Bo Day", "Jo Low"]),
        ("2017-04-01", ["Ann Lee", "Bo Day", "Ed Fox", "Jo Low"]),
        # The last day is told; and after it, who follows.
        ("2017-04-20", ["Ann Lee", "Bo Day", "Ed Fox", "Jo Low"]),
        ("2017-04-21", ["Bo Day", "Ed Fox", "Jo Low"]),
        ("2017-05-01", ["Bo Day", "Cy Roe", "Ed Fox", "Jo Low"]),
        # A death ends what was held.
        ("2018-06-30", ["Bo Day", "Cy Roe", "Ed Fox", "Jo Low"]),
        ("2018-07-01", ["Bo Day", "Cy Roe", "Ed Fox"]),
    ],
)
def test_who_held_a_role_on_a_day(store, day, who):
    assert held(store, at=day) == who


@pytest.mark.parametrize(
    ("known", "who"),
    [
        ("2017-02-28", []),
        ("2017-03-01", ["Ann Lee", "Bo Day"]),
        ("2017-04", ["Ann Lee", "Bo Day"]),
        ("2017", ["Ann Lee", "Bo Day", "Cy Roe"]),
        (LAST, ["Al Poe", "Ann Lee", "Bo Day", "Cy Roe", "Di Orr", "Jo Low"]),
    ],
)
def test_what_articles_published_until_a_day_had_told(store, known, who):
    assert held(store, known=known) == who


def test_what_was_known_on_one_day_of_another(store):
    # Before the article that tells of her end she was taken to be in office.
    assert "Ann Lee" in held(store, at="2017-04-25", known="2017-04-25")
    assert "Ann Lee" not in held(store, at="2017-04-25")
    assert "Cy Roe" not in held(store, at="2017-05-02", known="2017-04-25")


def test_one_block_says_so_in_each_query():
    texts = (find(name).text for name in ("roles", "times"))
    one, other = (text.split("# [as of")[1].split("# as of]")[0] for text in texts)
    assert one == other


DAYS = st.dates(min_value=date(2009, 1, 1), max_value=date(2019, 1, 1))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(day=DAYS)
def test_what_held_on_a_day_is_a_part_of_all(store, day):
    assert {row["claim"] for row in query(store, "times", at=day)} <= {row["claim"] for row in query(store, "times")}
    assert set(held(store, at=day)) <= {row["who"] for row in query(store, "times")}


@QUICK
@given(days=st.tuples(DAYS, DAYS).map(sorted))
def test_what_is_known_only_grows(store, days):
    earlier, later = ({row["claim"] for row in query(store, "times", known=day)} for day in days)
    assert earlier <= later


KNOWN = sorted(name for name, each in saved().items() if "known" in {given.name for given in each.parameters})


@pytest.mark.parametrize("name", KNOWN)
def test_by_the_last_day_everything_is_known(store, name):
    values = {"words": "a", "attack": "Ann Lee", "entity": "Ann Lee"}
    given = {each.name: values[each.name] for each in find(name).parameters if each.required}
    assert list(query(store, name, known=LAST, **given)) == list(query(store, name, **given))
    assert not list(query(store, name, known="2001", **given))


def merged(db) -> set:
    return {quad.triple for quad in db.quads_for_pattern(None, None, None, DefaultGraph())}


def test_the_graph_as_of_the_last_day_is_the_graph(store):
    assert merged(as_of(store, known=LAST)) == merged(store.db)


@pytest.mark.parametrize("known", ["2017-03-01", "2017-05-01", "2018-01-01"])
def test_the_graph_as_of_a_day_is_that_of_its_articles(store, known, tmp_path):
    articles = [found.article for found in READINGS.values() if found.article.published <= known]
    with Store(tmp_path / "then") as then:
        build(then, articles, Hand())
        assert merged(as_of(store, known=known, background=False)) == merged(as_of(then, background=False))


def test_a_card_as_of_a_day(store):
    roles = dict(card(store, "Ann Lee", known="2017-03-01").sections)["roles"]
    assert [line.text for line in roles] == ["mayor, Leeds"]
    assert "roles" not in dict(card(store, "Ann Lee", at="2018-01-01").sections)
    with pytest.raises(UsageError, match="nothing is named 'Cy Roe'"):
        card(store, "Cy Roe", known="2017-03-01")


def test_an_export_as_of_a_day(store, tmp_path):
    def told(**days) -> str:
        export(store, tmp_path / "out.nt", evidence=False, **days)
        return (tmp_path / "out.nt").read_text("utf-8")

    assert "cy-roe" in told()
    assert "cy-roe" not in told(known="2017-04-30")
    leads = "<https://w3id.org/newskg/id/person/cy-roe> <https://w3id.org/newskg/ontology#leads>"
    assert leads in told(at="2018-01-01")
    assert leads not in told(at="2017-04-01")
    assert "a0" not in told(known="2017-02-01")
