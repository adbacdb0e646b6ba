"""Every example of the guides in docs/ runs and prints what it says; each guide has a folder of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

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
