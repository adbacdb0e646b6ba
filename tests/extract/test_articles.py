"""Each article of tests/articles states exactly the facts of its table; a row that starts with * is not yet found."""

from pathlib import Path

import pytest

from kg.extract import relations
from kg.vocabulary import vocabulary
from tests.extract.articles import FOLDER, split, stated

ARTICLES = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_states_exactly(path: Path):
    text, rows = split(path)
    wanted = {row for row in rows if not row[0].startswith("*")}
    assert stated(text) == wanted, f"{path}: run with -vv for the rows"


UNREACHED = [(path, row) for path in ARTICLES for row in split(path)[1] if row[0].startswith("*")]


@pytest.mark.parametrize(("path", "row"), UNREACHED, ids=[f"{path.stem}-{row[2]}" for path, row in UNREACHED])
@pytest.mark.xfail(reason="marked * in the article", strict=True)
def test_does_not_state_yet(path: Path, row: tuple[str, ...]):
    assert (row[0].lstrip("* "), *row[1:]) in stated(split(path)[0])


@pytest.mark.parametrize("name", relations.names())
def test_relation_has_term_and_article(name: str):
    assert relations.term(name) in vocabulary().properties, f"ontology/news.ttl lacks news:{relations.term(name)}"
    article = FOLDER / f"{name}.md"
    assert article.is_file(), f"{article} is missing"
    assert any(row[1] == relations.term(name) for row in split(article)[1]), f"{article} has no {relations.term(name)}"
