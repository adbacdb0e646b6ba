"""Every row on what is said of whom keeps what it promises: it fires on its examples, on nothing of `never`."""

from functools import cache

import pytest

from kg.articles.article import Article
from kg.extract.coref.mentions import mentions
from kg.extract.relations.predicates import RULES
from kg.extract.relations.predication import holders
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import TRACE
from kg.extract.syntax.context import Context
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

SENTENCES = sorted({sentence for rule in RULES for sentence in (*rule.examples, *rule.never)})
SHOWN = [(rule, sentence) for rule in RULES for sentence in rule.examples]
NEVER = [(rule, sentence) for rule in RULES for sentence in rule.never]


@cache
def outcomes() -> dict[str, set[str]]:
    """Parse the sentences of all rows at once; a parse lives no longer than its turn."""
    articles = [Article(f"{i}", sentence) for i, sentence in enumerate(SENTENCES)]
    return {SENTENCES[int(article.id)]: names(article, doc) for article, doc in parses(articles, load())}


def names(article: Article, doc: Doc) -> set[str]:
    """Return the rules that fire where it is asked of all nouns of a text whom they are said of."""
    context = Context(article, doc, mentions(article, doc))
    trace = doc.user_data.setdefault(TRACE, set())
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"}:
            list(holders(context, token))
    return {name for name, _ in trace}


def test_every_row_has_a_name_of_its_own_and_both_kinds_of_sentences() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert not [rule.name for rule in RULES if not rule.examples or not rule.never]


@pytest.mark.parametrize(("rule", "sentence"), SHOWN, ids=[f"{r.name}: {s}" for r, s in SHOWN])
def test_fires_on_its_examples(rule: Rule, sentence: str) -> None:
    assert rule.name in outcomes()[sentence]


@pytest.mark.parametrize(("rule", "sentence"), NEVER, ids=[f"{r.name}: {s}" for r, s in NEVER])
def test_never_fires(rule: Rule, sentence: str) -> None:
    assert rule.name not in outcomes()[sentence]
