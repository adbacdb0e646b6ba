"""docs/reference.md says what the commands, the saved queries and the ontology say now: `make reference` writes it."""

import os
import subprocess
import sys
from pathlib import Path

from kg.query.saved import saved
from kg.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "reference.md"


def test_the_reference_is_as_it_would_be_written():
    code = "import sys; sys.path.insert(0, 'tools'); import reference; sys.stdout.write(reference.text())"
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=there, check=True, stdout=subprocess.PIPE)
    assert FILE.read_text("utf-8") == done.stdout.decode(), "run `make reference`"


def test_it_has_each_query_relation_and_class():
    text = FILE.read_text("utf-8")
    names = [*saved(), *vocabulary().properties, *vocabulary().above]
    assert not [name for name in names if f"| `{name}` |" not in text]
    assert "### kg query\n" in text
    assert "`--timeout`" in text
