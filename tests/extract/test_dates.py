"""Dates: what the words give, and nothing that they do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.articles.checks import by_dateline
from kg.extract.dates.absolute import absolute
from kg.extract.dates.find import dates, day_of
from kg.extract.dates.relative import counted, relative
from kg.extract.extract import readings
from kg.extraction import Extraction
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

THURSDAY = date(2017, 3, 23)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("LONDON, March 23 (Reuters) - Shares fell.", ["2017-03-23"]),
        ("Concepcion, 23 Aug 88 (Radio)", ["1988-08-23"]),
        ("born 7 May 1965 in Leeds", ["1965-05-07"]),
        ("The couple wed March 21 in Leeds.", ["2017-03-21"]),
        ("The court sat 24 March.", ["2017-03-24"]),
        ("Sat 24 March", ["2018-03-24"]),
        ("saturday 24 March", ["2018-03-24"]),
        ("(1919-1995)", ["1919", "1995"]),
        ("between May 2010 and June 2011", ["2010-05", "2011-06"]),
        ("on December 31st, 1999", ["1999-12-31"]),
        ("the 15th of July 2010", ["2010-07-15"]),
        ("at 2017-03-22T10:00", ["2017-03-22"]),
        ("on December 20", ["2016-12-20"]),
        ("on Saturday, May 14", ["2016-05-14"]),
        ("on Sunday, the 14th of May", ["2017-05-14"]),
        ("on New Year\u2019s Eve", ["2016-12-31"]),
        ("on Christmas Day 2015", ["2015-12-25"]),
        ("the Boxing Day of 1999", ["1999-12-26"]),
        ("a Christmas tree", []),
        ("By 1892 she had left", ["1892"]),
        ("Feb. 30", []),
        ("he may 5 times", []),
        ("in the 1990s", []),
        ("$1999, 1,999 or 2000 people", []),
        ("March 12:30", []),
    ],
)
def test_absolute_dates(text, values):
    assert [value for _, value in sorted(absolute(text, THURSDAY))] == values


def test_a_day_without_its_year_stays_partial_where_the_day_of_publication_is_not_known():
    assert [value for _, value in absolute("on May 5", None)] == ["--05-05"]
    assert relative("last year", None) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wednesday", "2017-03-22"),
        ("Thursday morning", "2017-03-23"),
        ("next Monday", "2017-03-27"),
        ("yesterday", "2017-03-22"),
        ("tomorrow", "2017-03-24"),
        ("two weeks ago", "2017-03-09"),
        ("two months ago", "2017-01"),
        ("10 years ago", "2007"),
        ("last year", "2016"),
        ("last month", "2017-02"),
        ("last weekend", "2017-W11"),
        ("this week", "2017-W12"),
        ("last August", "2016-08"),
        ("January", "2017-01"),
        ("late March", "2017-03"),
        ("November", "2016-11"),
        ("late last night", "2017-03-22"),
        ("early this morning", "2017-03-23"),
        ("the day before yesterday", "2017-03-21"),
        ("the day after tomorrow", "2017-03-25"),
        ("the week before yesterday", None),
        ("the day before", None),
        ("three days later", None),
        ("an hour ago", None),
        ("1000 days ago", None),
        (f"{'9' * 5000} days ago", None),
    ],
)
def test_dates_seen_from_the_day_of_publication(text, value):
    assert relative(text, THURSDAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two days later", "2017-03-25"),
        ("Three weeks later", "2017-04-13"),
        ("a day earlier", "2017-03-22"),
        ("the next day", "2017-03-24"),
        ("The following day", "2017-03-24"),
        ("the day before", "2017-03-22"),
        ("a month later", None),
        ("several days later", None),
        ("two days ago", None),
        ("the next day's paper", None),
    ],
)
def test_days_counted_from_one_that_was_told(text, value):
    assert counted(text, THURSDAY) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ann Smith was shot on 3 May 2016. Two days later, she died in Leeds.", ["2016-05-03", "2016-05-05"]),
        ("On 3 May 2016 Ann Smith was shot, and two days later she died.", ["2016-05-03", "2016-05-05"]),
        ("Ann Smith was shot on Tuesday. The next day, she died in Leeds.", ["2017-03-21", "2017-03-22"]),
        (
            "Ann Smith was shot on 3 May 2016. Two days later, she died. The next day, a man was held.",
            ["2016-05-03", "2016-05-05", "2016-05-06"],
        ),
        ("Ann Smith was shot in May 2016. Two days later, she died in Leeds.", ["2016-05"]),
        ("Ann Smith was shot on 3 May 2016. Police came. A man ran. Two days later, she died.", ["2016-05-03"]),
        ("Two days later, she died. Ann Smith was shot on 3 May 2016.", ["2016-05-03"]),
        ("Ann Smith was shot on New Year's Day 2016 in Leeds.", ["2016-01-01"]),
        ("Ann Smith was shot on New Year's Eve, 2015.", ["2015-12-31"]),
    ],
)
def test_dates_beside_others(text, values):
    [reading] = readings([Article("a", text, published="2017-03-23")])
    assert [m.value for m in reading.mentions if m.kind == "Date" and m.value] == values


def test_a_weekday_looks_ahead_where_the_verb_does():
    assert relative("Wednesday", THURSDAY, future=True) == "2017-03-29"


@pytest.mark.parametrize("published", [None, "", "soon", "2017-13-01"])
def test_a_date_that_is_not_known_is_not_invented(published):
    assert day_of(published) is None


def test_dates_of_an_article():
    article = Article("a", "Ann Smith, born on 3 May 1965, resigned last year.", published="2017-03-23T10:00:00Z")
    [reading] = readings([article])
    assert [(m.text, m.value) for m in reading.mentions if m.kind == "Date"] == [
        ("3 May 1965", "1965-05-03"),
        ("last year", "2016"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ann Smith resigned on the eve of 23 May 2016.", ["2016-05-22"]),
        ("Ann Smith resigned on the eve of the vote.", []),
        ("Ann Smith is mayor until May.", ["2017-05"]),
        ("Ann Smith was mayor until May.", ["2016-05"]),
    ],
)
def test_what_stands_before_a_date_is_read_with_it(text, values):
    [reading] = readings([Article("a", text, published="2017-03-23")])
    assert [m.value for m in reading.mentions if m.kind == "Date"] == values


@pytest.mark.parametrize("text", ["Police named the man as Callum March, 34.", "It was told by Ann Smith and Jo May."])
def test_a_name_that_is_a_month_is_none(text):
    [reading] = readings([Article("a", text, published="2017-03-23")])
    assert not [m for m in reading.mentions if m.kind == "Date"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A year after a gunman killed five people in Ulm, Ann Smith laid a wreath on Wednesday.", None),
        ("Ann Smith has been in Ulm since a gunman killed five people there on Wednesday.", "2017-03-22"),
        ("A gunman killed five people in Ulm on Wednesday.", "2017-03-22"),
        ("A man was convicted of the murder of two people in Ulm after a trial in January.", None),
        ("Gunmen killed five people in Ulm in eight days.", None),
    ],
)
def test_the_day_of_what_came_after_is_not_that_of_an_incident(text, day):
    [reading] = readings([Article("a", text, published="2017-03-23")])
    dates = {a.value for event in reading.events for a in event.arguments if a.role == "date"}
    assert dates == ({day} if day else set())


def test_days_that_stay_words_for_want_of_a_date_are_told():
    told: list[str] = []
    undated = "A bomb killed two people in Leeds last Tuesday."
    dateline = f"LEEDS, 23 March 2017 (AP) - {undated}"
    reader = Extraction(report=lambda error: told.append(str(error)))
    list(reader([Article("a", undated), Article("b", undated), Article("c", undated, published="2017-03-23")]))
    list(reader([by_dateline(Article("d", dateline))]))
    assert told == ['2 articles of no known date: days such as "last Tuesday" stay words there']


@given(st.text(alphabet="0123456789 -.,MaryJune()", max_size=60))
def test_any_text_gives_spans_inside_it(text):
    spans = [span for span, _ in absolute(text, THURSDAY)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert len({i for span in spans for i in range(*span)}) == sum(span.end - span.start for span in spans)


def read(text: str) -> list[tuple[str, str, str | None]]:
    [reading] = readings([Article("a", text)])
    return [(m.text, m.kind, m.value) for m in reading.mentions if m.kind in {"Place", "Date"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "LONDON, March 23 (Reuters) - Ann Quill resigned on Thursday.",
            [("LONDON", "Place", None), ("March 23", "Date", "--03-23")],
        ),
        (
            "SAN SALVADOR, 23 Aug 2001 (Radio) - Ann Quill resigned on Thursday.",
            [
                ("SAN SALVADOR", "Place", None),
                ("23 Aug 2001", "Date", "2001-08-23"),
                ("Thursday", "Date", "2001-08-23"),
            ],
        ),
        ("KHARTOUM (Reuters) - Ann Quill resigned.", [("KHARTOUM", "Place", None)]),
        ("Quill resigns\n\nPARIS (AP) — Ann Quill resigned on Thursday.", [("PARIS", "Place", None)]),
        ("BERLIN — Ann Quill resigned.", [("BERLIN", "Place", None)]),
        ("LAGOS, Nigeria (AP) _ Ann Quill resigned.", [("LAGOS", "Place", None), ("Nigeria", "Place", None)]),
        ("KABUL _ Ann Quill resigned.", [("KABUL", "Place", None)]),
        ("BREAKING NEWS (AP) - Ann Quill resigned.", []),
        ("QUILL 2016 — Ann Quill resigned.", []),
        ("EXCLUSIVE — Ann Quill resigned.", []),
        ("Ann Quill, born on 3 May 1965, resigned on Thursday.", [("3 May 1965", "Date", "1965-05-03")]),
        (
            "Quill resigns\n\nPublished: 24 August 2001\n\nAnn Quill resigned on Thursday.",
            [("24 August 2001", "Date", "2001-08-24"), ("Thursday", "Date", "2001-08-23")],
        ),
    ],
)
def test_a_dateline_tells_where_and_when(text, found):
    assert read(text) == found


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_from_a_day_at_the_end_of_the_calendar_nothing_is_reckoned(published):
    text = "two weeks ago, next week, on Friday, last month and next year"
    assert all(relative(part, day_of(published)) is None for part in text.replace(" and ", ", ").split(", "))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The school will open in May.", "2017-05"),
        ("The school opened in May.", "2016-05"),
        ("The school will open on Friday.", "2017-03-24"),
        ("The school opened on Friday.", "2017-03-17"),
        ("The school was closed on Monday night.", "2017-03-20"),
        ("The school closed at ten o'clock.", None),
        ("The school may close.", None),
        ("She is due to take charge in May.", "2017-05"),
        ("She is set to take over in May.", "2017-05"),
        ("She was due to take charge in May.", "2016-05"),
    ],
)
def test_a_day_of_a_verb_that_looks_ahead_is_to_come(text, value):
    parsed = parses([Article("a", text, published=THURSDAY.isoformat())], load())
    assert [mention.value for article, doc in parsed for mention in dates(article, doc)] == ([value] if value else [])
