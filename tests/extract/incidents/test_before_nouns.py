"""Each row on the words before a noun of violence gives its role in its example."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import understood
from kg.extract.incidents.before_nouns import MODIFIERS, Modifier, compound
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.triggers import Trigger, engine
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load


@pytest.mark.parametrize("row", MODIFIERS, ids=lambda row: row.holds.__name__)
def test_the_first_row_that_holds_is_that_of_the_example(row: Modifier) -> None:
    article = Article("a", row.example.replace("[", "").replace("]", ""))
    for _, doc in parses([article], load()):
        kinds = Kinds(understood(article, doc, learned=True)[0])
        word = next(token for token in doc if token.idx == row.example.index("["))
        [trigger] = [Trigger(t, rule) for rule, t in engine().run(kinds, doc) if t.pos_ in {"NOUN", "PROPN"}]
        first = next(each for each in MODIFIERS if each.holds(kinds, trigger, word))
        assert first == row
        assert [(part.role, part.token) for part in compound(kinds, word, trigger)] == [(row.role, word)]
