"""Which articles are another's text again, and what becomes of versions of one address."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.copies import Sketch, sentences, versions
from kg.articles.ids import is_newer
from kg.errors import LeftOut, Notice
from tests.articles_reading.test_readers import all_of, write

WIRE = (
    "PELLWORTH (Wire) -- Two people were killed when a bomb exploded outside the courthouse. Police closed the road to "
    "the harbour. The Red Dawn group claimed responsibility. Mayor Ann Lee will speak on Monday. Schools stay shut."
)
OTHER = (
    "A ferry sank off Hull late on Monday. All of the crew were saved by a passing boat. The owner said that it had "
    "been checked in May. The coast guard looks for the captain now."
)


def sketch(name, text, published=None, address=None):
    return Sketch(name, sentences(text), published, address)


#: Two texts, and whether one is the other again.
PAIRS = {
    "the same": (WIRE, WIRE, True),
    "another dateline, other marks": (WIRE, WIRE.replace("PELLWORTH (Wire) -- ", "").replace(". ", ".\n\n"), True),
    "in capitals": (WIRE, WIRE.upper(), True),
    "cut short": (WIRE, WIRE.partition(" Mayor")[0], True),
    "updated": (WIRE, WIRE + " Three men were held. A fourth man fled to the north of the country.", True),
    "a sentence in common": (OTHER, OTHER.partition(". ")[0] + ". " + WIRE, False),
    "others": (WIRE, OTHER, False),
    "too short to tell": ("Ann Lee spoke in Leeds.", "Ann Lee spoke in Leeds.", False),
    "one sentence": ("Ann Lee " + "and Bo Day " * 8 + "spoke.", "Ann Lee " + "and Bo Day " * 8 + "spoke.", True),
    "nothing": ("", "", False),
}


@pytest.mark.parametrize(("one", "other", "again"), PAIRS.values(), ids=PAIRS)
def test_a_copy_is_told_from_another_text(one, other, again):
    found = versions([sketch("a", one, "2020-05-01"), sketch("b", other, "2020-05-02")])
    assert found == ({"b": "a"} if again else {})


def test_the_first_is_what_was_published_first():
    days = {"a": None, "b": "2020-05-02", "c": "2020-05-01", "d": "2020-05-01"}
    found = versions(sketch(name, WIRE, day) for name, day in days.items())
    assert found == {"a": "c", "b": "c", "d": "c"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020-05-01T01:00:00+02:00", "2020-04-30T23:30:00Z"),
        ("2020-05-01T10:00:00Z", "2020-05-01T09:00:00-05:00"),
        ("2020-05-01", "2020-05-01T00:30:00Z"),
        ("2020", "2020-05-01"),
        ("2020-05-01", "0"),
        ("2020-05-01", None),
    ],
)
def test_what_was_published_first_goes_by_moments_and_not_by_letters(first, second):
    assert versions([sketch("b", WIRE, first), sketch("a", WIRE, second)]) == {"a": "b"}


@pytest.mark.parametrize(
    ("address", "text", "again"),
    [
        ("https://e.example/a", OTHER.partition(". ")[0] + ". " + WIRE, True),
        ("https://e.example/a", WIRE, False),
        ("https://e.example/", OTHER.partition(". ")[0] + ". " + WIRE, False),
        ("The Echo", OTHER.partition(". ")[0] + ". " + WIRE, False),
    ],
)
def test_what_stands_at_one_address_later(address, text, again):
    found = versions([sketch("a", OTHER, "2020-05-01", address), sketch("b", text, "2020-05-02", address)])
    assert found == ({"b": "a"} if again else {})


def test_what_many_texts_share_tells_none_apart():
    texts = [" ".join([f"Number {n} was drawn in the hall on day {n}.", WIRE]) for n in range(100)]
    assert not versions(sketch(f"{n}", f"{text} {OTHER.replace(' ', f' {n} ')}") for n, text in enumerate(texts))
    assert len(versions(sketch(f"{n}", WIRE) for n in range(100))) == 99


@given(
    st.lists(st.tuples(st.sets(st.integers(0, 9)), st.sampled_from([None, "2020", "2021-05"])), max_size=8),
    st.randoms(),
)
def test_the_order_of_articles_changes_nothing(made, random):
    lines = [f"Sentence number {'x' * n} of the text tells what happened on that long day." for n in range(10)]
    articles = [sketch(str(n), " ".join(lines[i] for i in sorted(parts)), day) for n, (parts, day) in enumerate(made)]
    found = versions(articles)
    random.shuffle(articles)
    assert versions(articles) == found
    assert not set(found) & set(found.values())


URL = "https://e.example/a"


def lines(*days):
    return "\n".join(json.dumps({"url": URL, "text": f"{WIRE} {day}", "date": day}) for day in days)


def test_of_versions_at_one_address_the_newest_is_read(tmp_path):
    found, reported = all_of(write(tmp_path / "a.jsonl", lines("2020-05-01", "2020-05-03", "2020-05-02")))
    assert [article.published for article in found] == ["2020-05-01", "2020-05-03"]
    assert all(isinstance(each, Notice) for each in reported)
    assert [str(each).partition(": ")[2].partition(" the article")[0] for each in reported] == [
        "newer than, and in the place of,",
        "no newer than",
    ]


def test_versions_are_kept_where_asked(tmp_path):
    file = write(tmp_path / "a.jsonl", lines("2020-05-01", "2020-05-03", "2020-05-01"))
    found, reported = all_of(file, keep_versions=True)
    assert [article.id for article in found] == [f"{URL} 2020-05-01", f"{URL} 2020-05-03"]
    assert {article.source for article in found} == {URL}
    [told] = reported
    assert isinstance(told, LeftOut)
    assert str(told) == f"{file}:3: the same article as in {file}:1: read once, as are others that stand twice"


@pytest.mark.parametrize(
    ("published", "other", "newer"),
    [
        ("2020-05-01T09:00:00-05:00", "2020-05-01T10:00:00+00:00", True),
        ("2020-05-01T10:00:00+00:00", "2020-05-01T09:00:00-05:00", False),
        ("2020-05-01T10:00:00+02:00", "2020-05-01T08:00:00Z", False),
        ("2020-05-01T10:00:00", "2020-05-01T09:00:00", True),
        ("2020-05-02", "2020-05-01T23:00:00-05:00", True),
        ("2020-05-01", "2020-05-01T23:00:00-05:00", False),
        ("2021", "2020-05-01", True),
    ],
)
def test_what_is_newer(published, other, newer):
    assert is_newer(published, other) == newer
