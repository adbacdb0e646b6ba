"""Every row keeps what it promises: it fires on its examples, on nothing of `never`; and it names what exists."""

from functools import cache

import pytest

from kg.articles.article import Article
from kg.extract.coref.mentions import mentions
from kg.extract.incidents.classes import TERMS
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.triggers import RULES, engine
from kg.extract.measured.registry import declared, rules
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.extract.syntax.context import Context
from kg.language.parsed import Doc
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

#: An article goes on after its first sentence.
COMPANY = " It happened on Monday."
SENTENCES = sorted({sentence for rule in RULES for sentence in (*rule.examples, *rule.never)})
SHOWN = [(rule, sentence) for rule in RULES for sentence in rule.examples]
NEVER = [(rule, sentence) for rule in RULES for sentence in rule.never]


@cache
def outcomes() -> dict[str, set[str]]:
    """Parse the sentences of all rows at once; a parse lives no longer than its turn."""
    articles = [Article(f"{i}", sentence + COMPANY) for i, sentence in enumerate(SENTENCES)]
    return {SENTENCES[int(article.id)]: names(article, doc) for article, doc in parses(articles, load())}


def names(article: Article, doc: Doc) -> set[str]:
    """Return the names of the rules and guards that fire in a sentence."""
    kinds = Kinds(Context(article, doc, mentions(article, doc)))
    tokens = [t for t in doc if t.idx < len(article.text) - len(COMPANY)]
    read = {rule.name for t in tokens if (rule := engine().of(kinds, t))}
    return read | {rule.name for t in tokens for rule in engine().guards(kinds, t)}


def fired(sentence: str) -> set[str]:
    return outcomes()[sentence]


def test_every_row_has_a_name_of_its_own_and_both_kinds_of_sentences() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert not [rule.name for rule in RULES if not rule.examples or not rule.never]


@pytest.mark.parametrize(("rule", "sentence"), SHOWN, ids=[f"{r.name}: {s}" for r, s in SHOWN])
def test_fires_on_its_examples(rule: Rule, sentence: str) -> None:
    assert rule.name in fired(sentence)


@pytest.mark.parametrize(("rule", "sentence"), NEVER, ids=[f"{r.name}: {s}" for r, s in NEVER])
def test_never_fires(rule: Rule, sentence: str) -> None:
    assert rule.name not in fired(sentence)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("objct:BOMB", "condition 'objct:BOMB': 'objct' is not known; did you mean 'object'"),
        ("object:BOMBS", "condition 'object:BOMBS': 'BOMBS' is not known; did you mean 'BOMB'"),
    ],
)
def test_a_row_that_names_what_is_not_there_says_so(condition: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Engine([Rule("a", frozenset({"b"}), "Attack", needs=condition)], TERMS)


def test_the_registry_lists_the_rows() -> None:
    assert {("event", rule.name) for rule in RULES} <= declared().keys()


def test_the_registry_says_why_a_rule_is_kept_that_fires_on_no_corpus() -> None:
    kept = {rule.name for rule in RULES if rule.kept}
    assert kept >= {"verb-mow-down", "noun-vehicleattack", "veto-attack-of-beasts", "veto-arrested-for-crime"}
    assert {rule.name for rule in rules() if rule.kept and rule.kind == "event"} == kept
