"""Every row on factuality and status keeps what it promises: it fires on its examples, on nothing of `never`."""

from functools import cache

import pytest

from kg.articles.article import Article
from kg.extract.factuality import deeds, denials, governing, hedges, stories, tenures
from kg.extract.factuality.fiction import fictional, staged
from kg.extract.factuality.modality import cleared, modality, taken_for_granted
from kg.extract.factuality.status import status
from kg.extract.measured.registry import rules
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import TRACE, WITHOUT
from kg.language.parsed import Doc, Token
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

FILES = (deeds, denials, governing, hedges, stories, tenures)
RULES = [rule for file in FILES for rule in file.RULES]
SENTENCES = sorted({sentence for rule in RULES for sentence in (*rule.examples, *rule.never)})
SHOWN = [(rule, sentence) for rule in RULES for sentence in rule.examples]
NEVER = [(rule, sentence) for rule in RULES for sentence in rule.never]


@cache
def outcomes() -> dict[str, set[str]]:
    """Parse the sentences of all rows at once; a parse lives no longer than its turn."""
    articles = [Article(f"{i}", sentence) for i, sentence in enumerate(SENTENCES)]
    return {SENTENCES[int(article.id)]: names(doc) for article, doc in parses(articles, load())}


def names(doc: Doc) -> set[str]:
    """Return the rules that fire where all is asked of all words of a text."""
    trace = doc.user_data.setdefault(TRACE, set())
    for token in doc:
        asked(token)
    return {name for name, _ in trace}


def asked(token: Token) -> None:
    modality(token)
    cleared(token)
    taken_for_granted(token)
    fictional(token)
    if token.pos_ in {"NOUN", "VERB"}:
        staged(token, "asserted")
    holders = [*(t for t in token.doc if t.pos_ == "PROPN"), token]
    if token.pos_ in {"NOUN", "PROPN", "VERB"}:
        for holder in holders:
            status("holdsRole", token, holder)


def test_every_row_has_a_name_of_its_own_and_both_kinds_of_sentences() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert not [rule.name for rule in RULES if not rule.examples or not rule.never]


def test_the_registry_lists_each_row_once() -> None:
    named = [rule.name for rule in rules() if rule.kind in {"modality", "status"}]
    assert sorted(named) == sorted(rule.name for rule in RULES)
    assert {rule.kind for rule in rules() if rule.name in {"former", "denied-that"}} == {"status", "modality"}


@pytest.mark.parametrize(("rule", "sentence"), SHOWN, ids=[f"{r.name}: {s}" for r, s in SHOWN])
def test_fires_on_its_examples(rule: Rule, sentence: str) -> None:
    assert rule.name in outcomes()[sentence]


@pytest.mark.parametrize(("rule", "sentence"), NEVER, ids=[f"{r.name}: {s}" for r, s in NEVER])
def test_never_fires(rule: Rule, sentence: str) -> None:
    assert rule.name not in outcomes()[sentence]


@pytest.mark.parametrize(
    ("text", "without", "held"),
    [
        ("Police foiled an attack on the airport.", "", "planned"),
        ("Police foiled an attack on the airport.", "foiled-object", "asserted"),
        ("The gunman allegedly killed two men.", "", "reported"),
        ("The gunman allegedly killed two men.", "hedged-as-told", "asserted"),
        ("The gunman allegedly killed two men.", "foiled-object", "reported"),
    ],
)
def test_a_rule_that_is_left_out_judges_nothing(text: str, without: str, held: str) -> None:
    for _, doc in parses([Article("a", text)], load()):
        doc.user_data[WITHOUT] = {without}
        assert {modality(t) for t in doc if t.lower_ in {"attack", "killed"}} == {held}
