"""`kg --help` answers at once: nothing that is slow to load is loaded for it."""

import subprocess
import sys

SLOW = ["spacy", "numpy", "rdflib", "owlrl", "pyoxigraph", "pyshacl", "SPARQLWrapper", "rich", "pydantic"]
HELP = """
import sys
from kg.cli.main import main
sys.argv = ["kg", "--help"]
try:
    main()
except SystemExit:
    print("\\nloaded:", *sorted(name for name in sys.modules if name in {slow}))
"""


def test_help_loads_nothing_slow():
    code = HELP.format(slow=SLOW)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "Usage: kg" in done.stdout
    assert done.stdout.endswith("loaded:\n")
