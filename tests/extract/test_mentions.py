"""Mentions select what they say, in any text."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.extract.coref.mentions import mentions
from kg.extract.extract import order, read
from kg.facts import Mention, Span
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

WORDS = st.sampled_from(
    ["Ann", "Lee", "she", "his", "the", "mayor", "of", "Oslo", "UN", "“", '"', "\n", "\n\n", ".", ",", "'s", "May 5",
     "2010", "é", "😀", "\u202e", "\x00", "İ", "said", "Mr", "(", ")", "-", "British", "its", "\u2028", "ﬁ"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_spans_that_select_what_they_say(text):
    stream = parses([Article("a", text)], load())
    article, doc = next(stream)
    for mention in mentions(article, doc):
        assert mention.text
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.form == "value" or mention.entity


def test_names_and_pronouns_do_not_overlap():
    text = "Ann Lee told John Hale that he had lost her book. He said sorry to her."
    stream = parses([Article("a", text)], load())
    article, doc = next(stream)
    spans = sorted(mention.span for mention in read(article, doc).mentions if mention.form in {"name", "pronoun"})
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_what_one_word_is_in_two_forms_or_of_two_values_has_an_order():
    one = Mention(Span(0, 3), "She", "Person", "article/a/person/she-0", "nominal")
    assert len({order(each) for each in (one, replace(one, form="pronoun"), replace(one, value="1"))}) == 3
