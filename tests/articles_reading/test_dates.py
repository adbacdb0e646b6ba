"""When an article was published, in all the forms in which files say so."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.dates import normal, within

MOMENT = "2020-05-01T09:00:00+00:00"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020", "2020"),
        ("2020-05", "2020-05"),
        ("2020-05-01", "2020-05-01"),
        (" 2020-05-01 ", "2020-05-01"),
        ("2020-05-01T09:00:00Z", MOMENT),
        ("2020-05-01T09:00:00.000Z", MOMENT),
        ("2020-05-01 09:00:00 UTC", MOMENT),
        ("Fri, 01 May 2020 09:00:00 GMT", MOMENT),
        ("Fri May 01 09:00:00 +0000 2020", MOMENT),
        ("20200501T090000Z", MOMENT),
        ("20200501", "2020-05-01"),
        ("20200501090000", "2020-05-01T09:00:00"),
        (20200501, "2020-05-01"),
        (2020, "2020"),
        (1588323600, MOMENT),
        ("1588323600", MOMENT),
        (1588323600000, MOMENT),
        (1588323600.0, MOMENT),
        ("May 1, 2020", "2020-05-01"),
        ("1st May 2020", "2020-05-01"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("May 2020", "2020-05"),
        ("Friday, May 1, 2020 9:00 pm", "2020-05-01T21:00:00"),
        ("May 4, 2021 10:00 AM EST", "2021-05-04T10:00:00-05:00"),
        ("2020/5/1", "2020-05-01"),
        ("13/05/2020", "2020-05-13"),
        ("05/13/2020", "2020-05-13"),
        ("13.05.2020 14:30", "2020-05-13T14:30:00"),
        ("5/5/2020", "2020-05-05"),
        ("2020\u201105\u201101", "2020-05-01"),
        ("\u200e2020-05-01", "2020-05-01"),
        ("2020年5月1日", "2020-05-01"),
        ("2020-W18-5", "2020-05-01"),
        ("Published: May 1, 2020", "2020-05-01"),
        ("First published on Fri 1 May 2020 10.00 BST", "2020-05-01T10:00:00+01:00"),
        ("Posted on May 1, 2020 by Lena Fisk", "2020-05-01"),
        ("PUBLISHED: 09:00, 1 May 2020 | UPDATED: 15:00, 2 May 2020", "2020-05-01T09:00:00"),
        ("Updated: 2 May 2020 | Published: 1 May 2020", "2020-05-01"),
        ("/Date(1588323600000)/", MOMENT),
        ("1.5883236E9", MOMENT),
        ("2020-05-01T09:00:00Z[UTC]", MOMENT),
        ("0000-00-00 00:00:00", None),
        (datetime(2021, 5, 4, 10, tzinfo=UTC), "2021-05-04T10:00:00+00:00"),
        (date(2021, 5, 4), "2021-05-04"),
        *((nothing, None) for nothing in (None, "", "None", "N/A", "nan", float("nan"), True)),
    ],
)
def test_a_date(value, day):
    assert normal(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *(
            "Monday",
            "10:30",
            "March 23",
            "2017-02-30",
            "yesterday",
            "2 hours ago",
            "2020-W18",
            "2020-W60-1",
            "Updated 2 May 2020",
            "10/11/12",
            "7",
            7,
            1e300,
            "2020/13/01",
            "05-01-20",
            "12/31/99",
        ),
        *("01/05/2020", "01.05.2020", "Published today", "\u0662\u0660\u0662\u0660", "0000"),
    ],
)
def test_no_date(value):
    with pytest.raises(ValueError, match=r"is no date|two ways"):
        normal(value)


@given(st.dates(date(1800, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%Y-%m-%d", "%Y%m%d"]))
def test_a_day_that_is_clear_is_that_day(day, form):
    assert normal(day.strftime(form)) == day.isoformat()


@given(st.text() | st.integers() | st.floats())
def test_whatever_stands_there_is_a_date_of_itself_or_none(value):
    try:
        found = normal(value)
    except ValueError:
        return
    assert found is None or normal(found) == found


@pytest.mark.parametrize(
    ("when", "since", "until", "is_within"),
    [
        ("2017", "2017-04", "", True),
        ("2017", "2018", "", False),
        ("2017", "", "2017-04", True),
        ("2017", "", "2016-12-31", False),
        ("2017-03-22", "2017-04", "", False),
        ("2017-03-22", "2017", "2017", True),
        ("2017-03-22T09:00:00", "2017-03-22", "2017-03-22", True),
        ("2017-03-22", "", "2017-03-21", False),
        ("", "", "", True),
        ("", "2017", "", False),
        ("", "", "2017", False),
    ],
)
def test_a_year_or_a_month_lasts_to_its_end(when, since, until, is_within):
    assert within(when, since, until) is is_within
