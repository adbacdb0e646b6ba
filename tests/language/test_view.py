"""What a reader does not see changes no fact: the parser sees a clean copy, and spans lie in the unchanged text."""

import re
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.facts import Span
from kg.language.cleanings import CLEANINGS
from kg.language.offsets import View
from kg.language.pipeline import load
from kg.language.view import cleaned, through, view, whole_words

TEXT = """Gunman kills three in Pellworth

A gunman shot dead three people in a cinema in Pellworth on Sunday, police said.

Interior Minister Joao Teles called the attack "a wound to us all". He spoke to reporters in Marrow.

Ann Lee, chief executive of Kestrel Air, was born in Leeds. She joined Kestrel Air in 2010.
"""
#: What hides a text without changing a word of it.
DISGUISES = {
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "zero-width spaces": lambda text: text.replace(" ", " \u200b"),
    "left-to-right marks": lambda text: text.replace(" ", "\u200e "),
    "soft hyphens": lambda text: text.replace("minist", "min\u00adist").replace("Pell", "Pell\u00ad"),
    "word joiners": lambda text: text.replace("e", "e\u2060"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "tabs": lambda text: text.replace("Ann Lee", "Ann\tLee"),
    "paragraph tags": lambda text: "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line),
    "a page": lambda text: (
        "<html><head><script>var a = 'Bo Day, 4';</script></head><body><div class='x'>"
        + text.replace("\n\n", "<br/><br/>")
        + "</div></body></html>"
    ),
    "bold": lambda text: text.replace("Teles", "**Teles**").replace("Kestrel Air", "__Kestrel Air__"),
    "links": lambda text: text.replace("Pellworth", "[Pellworth](https://example.org/p)"),
    "hard wraps": lambda text: text.replace("three people ", "three people\n").replace("joined ", "joined\n"),
    "clock times": lambda text: text.replace("\n\n", "\n\n16.40 GMT — "),
    "bullets": lambda text: text.replace("\n\n", "\n\n• "),
    "emoji": lambda text: text.replace("Pellworth", "Pellworth \U0001f525"),
    "rules of signs": lambda text: text.replace("\n\n", "\n\n" + "=" * 3000 + "\n\n"),
    "indents": lambda text: text.replace("\n\n", "\n\n    "),
    "mojibake": lambda text: (
        text.replace('"a', "“a").replace('all"', "all”").encode().decode("cp1252", errors="replace")
    ),
    "wrapped with carriage returns": lambda text: "\r\n\r\n".join(
        fill(paragraph, 60).replace("\n", "\r\n") for paragraph in text.split("\n\n")
    ),
    "embedded": lambda text: f"\u202a{text}\u202c",
    "quoted": lambda text: re.sub("^", "> ", text, flags=re.MULTILINE),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "numbers": lambda text: re.sub(
        r"\n\n(?=\w)", lambda m: f"\n\n{1 + m.string.count(chr(10), 0, m.start()) // 2}. ", text
    ),
    "a footer": lambda text: f"{text}\n© 2021 Gazette Media Ltd. Chief executive: Paul Reyes.\n",
    "a menu": lambda text: f"Home | News | Sport\n\n{text}",
    "hyphens at line ends": lambda text: re.sub(r"\b([a-z]{4})([a-z]{4,})\b", "\\1-\n\\2", text, count=9),
    "indented lines": lambda text: text.replace("\n\n", "\n\n    ").replace(". ", ".\n    "),
    "bold letters": lambda text: text.translate({c: c + 0x1D3BF for c in range(65, 91)}),
    "full width": lambda text: text.translate({c: c + 0xFEE0 for c in range(97, 123)}),
    "small capitals": lambda text: text.replace("a", "\u1d00").replace("e", "\u1d07"),
    "links with brackets": lambda text: text.replace("Ann Lee", "[Ann Lee](https://e.example/a_(b)?c=1)"),
    "a wiki's links": lambda text: text.replace("Ann Lee", "[[Ann Lee (born 1970)|Ann Lee]]"),
    "a wiki's emphasis": lambda text: text.replace("Ann Lee", "'''Ann Lee'''"),
    "references": lambda text: re.sub(r"\.(?=\s)", ".[12][3]", text),
    "raised numbers": lambda text: re.sub(r"\.(?=\s)", ".\u00b9\u00b2", text),
    "angle quotes": lambda text: re.sub('"([^"]*)"', "\u00ab \\1 \u00bb", text),
    "a biography": lambda text: f"{text}\n\nLena Fisk is a senior reporter at the Gazette. Follow her on X.\n",
    "entities": lambda text: text.replace("Kestrel Air", "Kestrel&nbsp;Air"),
}


def told(text: str) -> set[tuple[str, ...]]:
    """What a text states, in words; what is local to an article by its words."""
    (reading,) = readings([Article("a", text)])
    plain = {entity.key: entity.label for entity in reading.entities}
    facts = {(f.relation, plain[f.subject.entity], f.object.text, f.evidence.modality) for f in reading.facts}
    events = {(e.type, a.role, a.mention.text, a.value or "") for e in reading.events for a in e.arguments}
    quotes = {("said", *sorted(plain[s.entity] for s in q.speakers)) for q in reading.quotes}
    return facts | events | quotes


@pytest.fixture(scope="module")
def clean():
    found = told(TEXT)
    assert len(found) > 10
    return found


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_disguise_changes_no_fact(clean, disguise):
    assert told(disguise(TEXT)) == clean


@pytest.mark.parametrize("cleaning", CLEANINGS, ids=lambda cleaning: cleaning.name)
def test_each_cleaning_does_what_its_example_shows(cleaning):
    text, seen = cleaning.example
    assert through(View(text), [cleaning]).text == seen
    assert cleaned(text).text == cleaned(seen).text


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6 and 7 > 3",
        "AT&T and R&D",
        "a*b*c",
        "snake_case_name",
        "He won 3-2.",
        "“Well…” she said.",
        "C# is a language",
    ],
)
def test_what_is_no_layout_stays(text):
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("the sus-\npected killer", "the suspected killer"),
        ("po-\n  lice in Es-\ntrand", "police in Estrand"),
        ("a well-\nknown man, re-\nelected", "a well-known man, re-elected"),
        ("anti-\nterrorism and Anglo-\nAmerican", "anti-terrorism and Anglo-American"),
    ],
)
def test_words_that_the_end_of_a_line_cuts_are_whole(cut, whole):
    text = f"Ann Lee met {cut} here.\nIt ended."
    seen = view(text, load())
    at = seen.text.index(whole)
    span = seen.span(Span(at, at + len(whole)))
    assert text[span.start : span.end] == cut


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("G unmen killed six.", "Gunmen killed six."),
        ("T he mayor left.", "The mayor left."),
        ("M states that they left.", "M states that they left."),
        ("A man left.", "A man left."),
    ],
)
def test_a_large_first_letter_is_of_its_word(text, seen):
    assert view(f"Headline\n\n{text}", load()).text == f"Headline\n\n{seen}"


def test_spans_of_the_view_select_the_words_of_the_text():
    seen = cleaned("<p>Ann\u200b Lee &amp; <b>Bo</b>  Day</p>")
    at = seen.text.index("Ann")
    assert seen.text.strip() == "Ann Lee & Bo Day"
    text = "<p>Ann\u200b Lee &amp; <b>Bo</b>  Day</p>"
    assert [text[slice(*seen.span(Span(at + a, at + b)))] for a, b in ((0, 7), (8, 9), (10, 16))] == [
        "Ann\u200b Lee",
        "&amp;",
        "Bo</b>  Day",
    ]


@given(st.text(alphabet=st.sampled_from("aB .,\n\r\t<p>/&;#1*_[]()-•\u00a0\u200b\u00ad\U0001f525“\"'="), max_size=80))
@settings(max_examples=300, deadline=None)
def test_every_span_of_every_view_lies_in_the_text(text):
    seen = whole_words(cleaned(text), load())
    for start in range(len(seen.text)):
        span = seen.span(Span(start, start + 1))
        assert 0 <= span.start < span.end <= len(text)
    places = [seen.span(Span(i, i + 1)).start for i in range(len(seen.text))]
    assert places == sorted(places)
    assert len(view(text, load()).text) == len(seen.text)


def test_a_clean_text_is_its_own_view():
    assert cleaned(TEXT) == View(TEXT)


@pytest.mark.parametrize(
    ("blanks", "left"), [(" \t", " "), ("\n", "\n\n"), (" \n\t", "\n\n"), ("\u2028", "\n\n"), ("\xa0", " ")]
)
def test_blanks_without_end_are_read_in_one_step_and_lead_back_to_their_place(blanks, left):
    text = f"One.{blanks * 200_000}Two."
    whole = cleaned(text)
    assert whole.text == f"One.{left}Two."
    assert whole.span(Span(len(whole.text) - 4, len(whole.text))) == Span(len(text) - 4, len(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("One. <!-- hidden --> Two.", "One.\n\nTwo."),
        ("One. <!-- Ann Lee spoke. Two.", "One. <!-- Ann Lee spoke. Two."),
        ("One.<script>x</script> <script> Ann Lee spoke.", "One.\n\n<script> Ann Lee spoke."),
        ("One. <SCRIPT src='a'>x</Script > Two.", "One.\n\nTwo."),
    ],
)
def test_code_without_an_end_stays_as_it_may_be_words(text: str, seen: str) -> None:
    assert cleaned(text).text == seen


def test_a_name_is_written_with_the_marks_of_the_text():
    (reading,) = readings([Article("x", "E00D11\u00ab01\x8e")])
    assert [mention.text for mention in reading.mentions] == ["E00D11\u00ab01\x8e"]
    assert [entity.label for entity in reading.entities] == ["E00D11\u00ab01\x8e"]
