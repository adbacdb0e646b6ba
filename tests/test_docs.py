"""Every example of the guides in docs/ runs and prints what it says; each guide has a folder of its own."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from kg.articles.article import Article
from kg.build import BATCH
from kg.cli import interrupted
from kg.cli.reading import reading
from kg.errors import FullError
from kg.graph.folder import unfinished
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.trouble import DamageError
from kg.graph.waiting import Waiting
from kg.processes import SHARE, WAITING
from tests.test_readme import ROOT, examples, furnished, run

GUIDES = ("tutorial", "queries", "export", "time", "own-relations")


@pytest.fixture(scope="module")
def places() -> dict[str, Path]:
    return {}


@pytest.mark.parametrize(
    ("guide", "example"),
    [(name, example) for name in GUIDES for example in examples((ROOT / "docs" / f"{name}.md").read_text("utf-8"))],
    ids=lambda value: value if isinstance(value, str) else f"line {value.line}",
)
def test_the_example_prints_what_it_says(guide, example, places, tmp_path_factory):
    if guide not in places:
        places[guide] = furnished(tmp_path_factory.mktemp(guide))
    run(example, places[guide])


def test_the_notebook_runs(tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    cells = json.loads((ROOT / "docs" / "notebook.ipynb").read_text("utf-8"))["cells"]
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    assert list(names["frame"].columns) == ["person", "articles", "mentions"]
    assert names["ages"] == [{"person": "Ann Lee", "age": "71"}]
    assert "spoke at Leeds" in names["shown"]._repr_html_()
    assert [fact.relation for fact in names["reading"].facts] == ["bornIn"]


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """Yield what is told of stores that a kill, a full disk or damage left."""
    store, thing = folder / "store", NamedNode("urn:t:a")
    with Store(store) as held:
        waits = [quad for n in range(2) for quad in Waiting(held).new(Article(f"a{n}", "Words."), "digest", "a reader")]
        held.keep(Change([], waits))
        yield interrupted.said(interrupted.left(held))
        with pytest.raises(FullError) as full, interrupted.keeping(held):
            raise FullError("IO error: No space left on device")
        yield str(full.value)
        reading(store).close()
    reading(store).close()
    with Store(store) as held:
        held.replace(thing, [quad := Quad(thing, thing, thing, thing)])
        held.db.remove(quad)
    reading(store).close()
    yield str(unfinished(store))
    yield str(DamageError(store / "000012.sst", "Corruption: bad"))
    yield from capsys.readouterr().err.splitlines()


def test_the_guide_to_operations_quotes_what_is_told(tmp_path, capsys):
    rows = (ROOT / "docs" / "operations.md").read_text("utf-8").partition("| told |")[2].partition("\n\n")[0]
    quoted = [row.split(" | ")[0].removeprefix("| ") for row in rows.splitlines()[2:]]
    said = [*told(tmp_path, capsys)]
    assert len(quoted) == 7
    for words in quoted:
        pattern = re.sub(r"\d+", r"\\d+", re.sub("STORE|GRAPH|FILE", ".+", re.escape(words)))
        assert any(re.search(pattern, each) for each in said), (words, said)


def test_the_guide_to_operations_says_how_much_a_kill_costs():
    guide = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert f"keeps what it read {BATCH} articles at a time" in guide
    assert f"of up to {SHARE * WAITING} that each process was given" in guide
