"""Sentences that go on and on: what is found of them stays near their length, and is found as in others."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.extract.quotes.page import Page
from kg.extract.relations.stated import MOST
from kg.extract.syntax.context import Context
from kg.extract.syntax.tree import remembered
from kg.language.parsed.off_spacy import off_spacy
from kg.language.pipeline import load


def test_what_is_said_of_one_mention_is_said_of_so_many_others_and_no_more():
    (found,) = readings([Article("a", "Ann Lee of Acme in Leeds " * 60)])
    assert len(found.facts) > len(found.mentions)
    assert len(found.facts) < 2 * MOST * 60 < 60 * 60


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n “No,” said Mr. Khan. “We go on.” \n He left! \n\n\n “Why?” she asked.\n",
        'Khan "said. Khan "said Khan. ' * 3 + "\n\nNo",
    ],
)
def test_a_sentence_reaches_as_far_as_one_walks_from_a_token_without_meeting_an_end(text):
    doc = off_spacy(load()(text))
    page = Page(Context(Article("a", text), doc, []))
    for i in range(len(doc)):
        first, end = page.paragraph(i)
        starts = (at for at in range(i, -1, -1) if at <= first or page.ends_sentence(at - 1))
        ends = (at for at in range(i, len(doc)) if at >= end - 1 or page.ends_sentence(at))
        assert (page.sentence_start(i), page.sentence_end(i)) == (next(starts), next(ends))


def test_what_is_asked_of_a_token_again_is_worked_out_once_for_each_parse():
    asked = []

    @remembered
    def first(token):
        asked.append(token.text)
        return token.i == 0

    for doc in (off_spacy(load()("Khan spoke.")), off_spacy(load()("Khan spoke."))):
        assert [first(token) for token in (*doc, *doc)] == [True, False, False] * 2
    assert asked == ["Khan", "spoke", "."] * 2
