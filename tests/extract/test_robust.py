"""Whatever the text: no exception, spans that select what they say, and the same reading however it is run."""

import json
import os
import re
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.export.readings import to_json
from kg.extract.extract import readings
from kg.extract.processes import readings_by
from kg.facts import Reading, Span
from kg.language import pipeline
from kg.language.cleanings import CLEANINGS
from kg.language.layout import unwrap
from kg.language.truecase import recased
from kg.language.view import cleaned
from kg.resources import DEFAULT_MODEL

SHARED = Path(__file__).parents[3] / "shared" / "eval"
CORPORA = ["polnear/train", "polnear/dev", "muc4_mixed/dev", "hrdsattack/train", "knowledgenet/train"]
#: Articles of each corpus that are read in a usual run of the tests; KG_WHOLE_CORPORA=1 reads them all.
SAMPLE = None if os.environ.get("KG_WHOLE_CORPORA") else 4

NEWS = [
    "Anna Lee, chief executive of Acme, said: “We will not be cowed.\n\n“We go on,” she added.",
    "OSLO, March 3 (Agency) — Gunmen killed at least 12 people in Bergen on Friday, police said.",
    "\"It's over,\" Mr. Bo Ek told Radio Nord. 'Never again,' said the mayor of Oslo, Kari Ås.",
    "Mayor Kari Ås was born in Bergen in 1961 and lives in Oslo with her husband, Per Ås.",
    "The Free Front (FF) claimed the bombing. FF has denied that it planned another attack.",
]
#: Words that set rules off, which texts may end on.
TRIGGERS = """
    the head of chairman president prime minister mayor senator spokesman called on accused of told denied that longer
    ex- -elect his her they we I the couple the city the 52-year-old aged 52 ( ) 12 August night last week on Monday in
    2015 killed shot bombing attack left 12 dead if may born in lives in married daughter of based in Washington, New
    York, Social Democrats party Sen. Mr KC plays film according to headquarters former late joined founder of - \u2019s
"""
#: What breaks rules: pieces of news, marks without their partner, blanks of all kinds, letters of all scripts.
PIECES = st.one_of(
    st.sampled_from([piece for text in NEWS for piece in text.split()]),
    st.sampled_from(TRIGGERS.split()),
    st.sampled_from(
        ["“", "”", '"', "'", "\u2019", "«", "(", "[", "\n", "\n\n", "\r\n", "\t", " ", "\u200b", "\x00", "…", "—"]
    ),
    st.text(max_size=6),
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)


def read(*texts: str) -> list[Reading]:
    return list(readings([Article(f"article-{i}", text) for i, text in enumerate(texts)]))


#: What a reader does not see, and letters that he sees as others: names are told as he reads them.
SEEN = [each for each in CLEANINGS if each.name in {"mojibake", "format-characters", "letterforms", "small-capitals"}]


def spans_of(reading: Reading) -> list[Span | None]:
    found = [m.span for m in reading.mentions]
    found += [end.span for fact in reading.facts for end in (fact.subject, fact.object)]
    found += [evidence.span for evidence in (x.evidence for x in (*reading.facts, *reading.quotes, *reading.events))]
    found += [span for quote in reading.quotes for span in (*quote.fragments, quote.cue, quote.speaker)]
    found += [a.mention.span for event in reading.events for a in event.arguments]
    return [span for span in (*found, *(event.trigger for event in reading.events)) if span is not None]


def plain_words(text: str) -> list[str]:
    for cleaning in SEEN:
        text = cleaning.pattern.sub(cleaning.by, text)
    # The parser sees a blank for a control character.
    return re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", " ", unwrap(text)).split()


def is_said(said: list[str], written: list[str], recased: str) -> bool:
    """Tell whether a name has the words of its span, where those in capitals may have the letters kg gives them."""
    letters = [word.casefold() for word in said] == [word.casefold() for word in written]
    return letters and all(mine == own or mine in recased for mine, own in zip(said, written, strict=True))


def check(reading: Reading) -> None:
    text = reading.article.text
    shown = recased(unwrap(cleaned(text).text), pipeline.load())
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(reading))
    # The words of a name that a line end cuts may be joined, and capitals made small; no other word may differ.
    words = [(plain_words(m.text), plain_words(text[m.span.start : m.span.end])) for m in reading.mentions]
    assert all(said == own or is_said(said, own, shown) for said, own in words)
    assert all(0 < x.evidence.confidence <= 1 for x in (*reading.facts, *reading.quotes, *reading.events))
    assert json.loads(json.dumps(to_json(reading)))["text"] == text


@example("Anna A\u00c3\xa0")
@example("Anna \u00c4\u00bb")
@example("Anna \u200b Anna")
@example("\uff21nna Lee")
@example("E00D11\u00ab01\x8e")
@example("OSLO, OSLO,")
@example("ANNA LEE LEAVES OSLO.\n\nAnna Lee left.")
@example("chief -elect")
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_and_every_span_selects_what_it_says(text):
    for reading in read(text):
        check(reading)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\n\t ", id="only blanks"),
        pytest.param("“", id="a lone mark"),
        pytest.param("said", id="a lone cue"),
        pytest.param("\x00\x01\x1b[31mred\x7f", id="control characters"),
        pytest.param("He said \ud83d it.", id="half a surrogate pair"),
        pytest.param(
            "It was the second hearing he was formally called to in two weeks.", id="a clause that is all cue"
        ),
        pytest.param("(" * 500 + "Oslo" + ")" * 500, id="brackets"),
        pytest.param("“He said “" * 60, id="quotation marks that never close"),
        pytest.param("Oslo " * 3000, id="one sentence without end"),
        pytest.param("a" * 20000, id="one word without end"),
        pytest.param("killed " * 3000, id="a verb that has its subject from the one before, and so on"),
        pytest.param("mayor " * 3000, id="a title without end"),
    ],
)
def test_odd_texts_are_read(text):
    check(*read(text))


def test_a_reading_does_not_depend_on_its_neighbours_or_the_batch(monkeypatch):
    together = {reading.article.text: reading for reading in readings(Article("x", text) for text in NEWS)}
    backwards = {reading.article.text: reading for reading in readings(Article("x", text) for text in NEWS[::-1])}
    monkeypatch.setattr(pipeline, "BATCH", 2)
    in_twos = {reading.article.text: reading for reading in readings(Article("x", text) for text in NEWS)}
    alone = {text: next(iter(readings([Article("x", text)]))) for text in NEWS}
    assert together == backwards == in_twos == alone


def test_a_reading_does_not_depend_on_the_number_of_processes():
    articles = [Article(f"{i}", NEWS[i % len(NEWS)]) for i in range(40)]
    assert list(readings_by(2, articles, DEFAULT_MODEL)) == list(readings(articles))


@pytest.mark.parametrize("corpus", CORPORA)
def test_corpora_are_read(corpus):
    path = SHARED / f"{corpus}.jsonl"
    if not path.exists():
        pytest.skip("the shared corpora are not beside this clone")
    with path.open(encoding="utf-8") as lines:
        rows = (json.loads(line) for line in islice(lines, SAMPLE))
        for reading in readings(Article(row["id"], row["text"], row.get("title")) for row in rows):
            check(reading)
