"""Timeline and map: what happened when and where, each with its words."""

import re
from datetime import UTC, datetime
from math import isclose

import pytest

from kg.articles.article import Article
from kg.build import build
from kg.graph.store import Store
from kg.serve import things
from kg.serve.atlas import ATLAS, Frame, framed, outlines
from kg.serve.claims import about
from kg.serve.snapshot import Snapshot
from kg.serve.times import bars
from tests.serve.conftest import client
from tests.serve.test_pages import Page

BOMB = (
    "A bomb killed five people in Baghdad on Monday.\n\nNouri al-Maliki, the prime minister, said the attack was cruel."
)


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    path = tmp_path_factory.mktemp("dated") / "store"
    articles = [
        Article("a", BOMB, title="Bomb in Baghdad", published="2013-05-21"),
        Article("b", "Boris Johnson, the mayor of London, said he was sorry.", title="Sorry", published="2013-06-02"),
    ]
    with Store(path) as store:
        build(store, articles)
    with client(path) as web:
        yield web


def told(page):
    days = re.findall(r'<section class="day"><h2>(.*?)</h2>(.*?)</section>', page, re.DOTALL)
    return {re.sub("<[^>]*>", "", day): re.sub("<[^>]*>", "", text) for day, text in days}


def test_days_stand_newest_first_with_what_happened(dated):
    found = told(dated.get("/timeline").text)
    assert list(found) == sorted(found, reverse=True)
    assert "Boris Johnson said" in found["2013-06-02"]
    assert "killed five people in Baghdad on Monday" in found["2013-05-20"]
    assert "prime minister" in found["2013-05-21"]


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("since=2013-06", ["2013-06-02"]),
        ("until=2013-05-20", ["2013-05-20"]),
        ("about=Baghdad", ["2013-05-20"]),
        ("about=Boris+Johnson&sort=offices", ["2013-06-02"]),
        ("sort=events", ["2013-05-20"]),
        ("since=2020", []),
    ],
)
def test_what_is_asked_for(dated, query, days):
    assert list(told(dated.get(f"/timeline?{query}").text)) == days


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since=zzz", "2019, 2019-03 or 2019-03-01, not 'zzz'"),
        ("until=2017-13", "not '2017-13'"),
        ("page=abc", "page is a number from 0"),
        ("page=0.5", "page is a whole number"),
        ("sort=event", "did you mean 'events'"),
    ],
)
def test_nonsense_is_told_with_what_has_sense(dated, query, told):
    answer = dated.get(f"/timeline?{query}", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert told in answer.json()["detail"]


def test_the_bar_of_a_decade_leads_to_its_years():
    (bar, *_) = bars([{"when": f"{year}"} for year in range(1900, 2000)])
    assert (bar.when, bar.since, bar.until) == ("190", "1900", "1909")


def test_each_line_leads_to_its_words(dated):
    links = [href for href in Page(dated.get("/timeline").text).links if "claim=" in href]
    assert links
    for href in links:
        assert dated.get(href.partition("#")[0]).status_code == 200


def test_bars_become_months_and_years():
    days = [{"when": f"2013-{month:02}-{day:02}"} for month in range(1, 13) for day in range(1, 11)]
    assert [bar.when for bar in bars(days)] == [f"2013-{month:02}" for month in range(1, 13)]
    assert {bar.count for bar in bars(days)} == {10}
    assert bars([{"when": ""}]) == []


def test_the_map_has_the_place_and_what_happened_there(dated):
    page = dated.get("/map").text
    assert re.search(r"<title>Baghdad: \d", page)
    assert "killed five people" in re.sub("<[^>]*>", "", page)
    assert dated.get("/map?about=Boris+Johnson").text.count("<circle") == 0


@pytest.fixture(scope="module")
def told_thrice(tmp_path_factory):
    """One incident that three articles tell, one of them by what police say, and another elsewhere."""
    path = tmp_path_factory.mktemp("thrice") / "store"
    told = {
        "a": "A bomb killed five people in Mosul on Monday. Ann Lee and Omar Reyes of Mosul were among the dead.",
        "b": "Five people were killed by a bomb in Mosul on Monday. Ann Lee and Omar Reyes were among the dead.",
        "c": "Police said a bomb killed five people in Mosul on Monday. The dead include Ann Lee and Omar Reyes.",
        "d": "A gunman killed two people in Basra on Monday.",
    }
    with Store(path) as store:
        build(store, [Article(name, text, published="2021-05-24") for name, text in told.items()])
    with client(path) as web:
        yield web


@pytest.mark.parametrize(
    ("about", "titles"),
    [
        ("", {"Mosul: 1 incident", "Basra: 1 incident"}),
        ("Mosul", {"Mosul: 1 incident"}),
        ("Ann+Lee", {"Mosul: 1 incident"}),
    ],
)
def test_the_map_counts_incidents_not_claims(told_thrice, about, titles):
    page = told_thrice.get(f"/map?about={about}").text
    assert {title for title in re.findall("<title>(.*?)</title>", page) if "incident" in title} == titles


def test_the_newest_claims_of_either_end_stand_on_a_page(tmp_path):
    text = "Ann Lee was born in Leeds. Omar Reyes lives in Leeds, a city in England."
    days = {"b": "2021-03-09", "a": "2022-03-09", "c": "2020-03-09"}
    with Store(tmp_path / "store") as store:
        build(store, [Article(name, text, published=day) for name, day in days.items()])
        seen, leeds = Snapshot(store, datetime.now(UTC)), store.graph("place/leeds")
        every, few = about(seen, leeds), about(seen, leeds, 2)
    assert len({claim.article for claim in every}) == len(days)
    assert [claim.article.value.rpartition("/")[2] for claim in few] == ["a", "a"]
    assert {claim.subject == leeds for claim in few} == {True, False}


def test_a_page_that_shows_not_all_leads_to_all(told_thrice, monkeypatch):
    assert "All claims" not in told_thrice.get("/id/place/mosul").text
    monkeypatch.setattr(things, "MOST", 1)
    page = told_thrice.get("/id/place/mosul").text
    assert re.search(r'newest\. <a href="/query/evidence\?entity=[^"]*mosul">All claims</a>', page)


def test_a_place_of_what_is_only_reported_is_on_its_own_map(tmp_path):
    path = tmp_path / "store"
    with Store(path) as store:
        build(store, [Article("a", "Police said a bomb killed two people in Mosul.", published="2021-05-24")])
    with client(path) as web:
        assert "Mosul: 1 incident" in web.get("/map?about=Mosul").text


def test_what_is_denied_or_planned_is_on_no_map(tmp_path):
    path = tmp_path / "store"
    told = "The Red Front denied the bombing of Baghdad. Rebels plan to bomb Basra. A bomb killed two in Mosul."
    with Store(path) as store:
        build(store, [Article("denied", told)])
    with client(path) as web:
        page = web.get("/map").text
    assert re.search(r"<title>Mosul: \d", page)
    assert not re.search(r"<title>(?:Baghdad|Basra)", page)


def test_a_frame_holds_its_points_and_is_half_as_high_as_wide():
    frame = framed([(44.4, 33.3), (36.3, 33.5), (51.4, 35.7)])
    for longitude, latitude in ((44.4, 33.3), (36.3, 33.5), (51.4, 35.7)):
        x, y = frame.at(longitude, latitude)
        assert 0 < x < frame.width
        assert 0 < y < frame.height
    assert isclose(frame.height, frame.width / 2, rel_tol=0.02)
    assert framed([(0, 0), (170, 60)]) == framed([]) == Frame(-180, -58, 180, 80)


@pytest.mark.skipif(not ATLAS.is_file(), reason="make web brings the outlines")
def test_countries_are_drawn_where_they_are_seen():
    near = outlines(framed([(-0.1, 51.5)]))
    assert 3 < len(near) < 60
    assert all(re.fullmatch(r"M-?\d+,-?\d+(L-?\d+,-?\d+)+Z", path) for path in near)
    assert len(outlines(framed([]))) > 150
