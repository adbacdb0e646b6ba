"""Every rule of a relation that has examples reads each of them, and nothing of its relation where it never may."""

from functools import cache

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.extract.relations.rulebook import rules

RULES = [(relation, rule) for pairs in rules().by_lemma.values() for relation, rule in pairs]
#: Each text once, with its relation, and whether a rule reads it or never may.
TEXTS = sorted(
    {
        (relation, text, kind)
        for relation, rule in RULES
        for kind in ("examples", "never")
        for text in getattr(rule, kind, ())
    }
)


@cache
def related() -> dict[str, set[str]]:
    """Return the relations that each text states."""
    articles = [Article(str(n), text) for n, (_, text, _) in enumerate(TEXTS)]
    return {r.article.text: {fact.relation for fact in r.facts} for r in readings(articles)}


@pytest.mark.parametrize(("relation", "text", "kind"), TEXTS)
def test_a_rule_reads_its_examples_and_never_what_it_must_not(relation: str, text: str, kind: str) -> None:
    assert (relation in related()[text]) == (kind == "examples")
