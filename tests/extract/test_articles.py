"""Each article of tests/articles states exactly what its tables say, and how much of it is found does not fall."""

from collections.abc import Iterator
from functools import cache
from operator import lt
from pathlib import Path

import pytest

from kg.eval.sheet import Sheet
from kg.eval.verdicts import Count
from kg.extract.relations import rulebook as relations
from kg.facts import Reading
from kg.vocabulary import vocabulary
from tests.extract.articles import FOLDER, KINDS, article, read, tables

ARTICLES = sorted(FOLDER.glob("*.md"))

#: Precision and recall in per cent over all articles, a little under what is reached.
FLOORS = {
    "relations": (93, 87),
    "quotes": (78, 77),
    "addressees and places": (80, 70),
    "events": (85, 78),
    "arguments": (91, 75),
    "one happening": (61, 73),
    "names": (85, 87),
    "coreference": (88, 63),
}


@cache
def reading(path: Path) -> Reading:
    return read(article(path))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_states_exactly(path: Path):
    for table in tables(path):
        have = set(KINDS[table.kind][1](reading(path)))
        report = {
            "found now, take its * away": have & table.missed,
            "not found any more": table.found - have,
            "not found any more, take the line away": table.wrong - have,
            "found, but the article does not state it": have - table.found - table.missed - table.wrong,
        }
        assert not any(report.values()), {why: rows for why, rows in report.items() if rows}


def test_how_much_is_found_and_right():
    sheet = Sheet()
    for path in ARTICLES:
        sheet.add(article(path), counts(path))
    scores = sheet.scores()
    assert scores.keys() == FLOORS.keys()
    low = {kind: scores[kind] for kind, floor in FLOORS.items() if any(map(lt, scores[kind], floor))}
    assert not low, "precision, recall, F1 and number of facts of what lies under its floor"


def counts(path: Path) -> Iterator[Count]:
    for table in tables(path):
        stated, have = table.found | table.missed, set(KINDS[table.kind][1](reading(path)))
        yield Count(table.kind, len(have & stated), len(have), len(stated))


@pytest.mark.parametrize("name", relations.names())
def test_relation_has_term_and_article(name: str):
    assert relations.term(name) in vocabulary().properties, f"ontology/news.ttl lacks news:{relations.term(name)}"
    path = FOLDER / f"{name}.md"
    assert path.is_file(), f"{path} is missing"
    stated = {row[1] for table in tables(path) for row in table.found}
    assert relations.term(name) in stated, f"{path} has no {relations.term(name)}"
