"""Imports point one way; spaCy and RDF stay on their sides; commands start without either."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
#: Rooms in the order of the story; those of one line may import each other's elders only, and themselves.
ORDER = [
    {"errors", "memory", "processes", "resources", "signals", "suggest"},
    {"articles"},
    {"facts"},
    {"naming", "reader"},
    {"vocabulary"},
    {"language"},
    {"extract"},
    {"resolve"},
    {"background"},
    {"extraction"},
    {"eval"},
    {"graph"},
    {"reason"},
    {"own"},
    {"export"},
    {"query"},
    {"link"},
    {"conclude"},
    {"adopt", "build", "forget"},
    {"review"},
    {"api"},
    {"serve", "spark"},
    {"cli"},
    {"__main__"},
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
#: The same inside the extraction.
EXTRACT = [
    {"lexicon"},
    {"syntax"},
    {"rules"},
    {"dates"},
    {"names"},
    {"quotes"},
    {"factuality"},
    {"coref"},
    {"relations"},
    {"incidents"},
    {"measured"},
    {"extract"},
    {"processes", "trying"},
]
EXTRACT_RANK = {room: rank for rank, rooms in enumerate(EXTRACT) for room in rooms}
RDF = {"rdflib", "owlrl", "pyoxigraph", "SPARQLWrapper", "pyshacl"}


def room(path: Path) -> str:
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> set[str]:
    """The full names of all that a file imports, late imports included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_room_has_its_place_in_the_order():
    assert {room(path) for path in MODULES} - {"__init__"} <= RANK.keys()


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "__init__"], ids=named)
def test_imports_point_back(path):
    used = {name.split(".")[1] for name in imports(path) if name.startswith("kg.") and name.split(".")[1] in RANK}
    assert not {other for other in used if other != room(path) and RANK[other] >= RANK[room(path)]}


def inner(path: Path) -> str:
    return path.relative_to(ROOT / "kg" / "extract").parts[0].removesuffix(".py")


EXTRACTING = [path for path in MODULES if room(path) == "extract" and inner(path) != "__init__"]


def test_every_room_of_the_extraction_has_its_place_in_the_order():
    assert {inner(path) for path in EXTRACTING} == EXTRACT_RANK.keys()


@pytest.mark.parametrize("path", EXTRACTING, ids=named)
def test_imports_inside_the_extraction_point_back(path):
    used = {name.split(".")[2] for name in imports(path) if name.startswith("kg.extract.")} & EXTRACT_RANK.keys()
    assert not {other for other in used if other != inner(path) and EXTRACT_RANK[other] >= EXTRACT_RANK[inner(path)]}


def test_no_two_files_of_the_extraction_have_one_name_for_two_ideas():
    # find.py is the story of each room; words.py its word lists.
    names = [path.stem for path in EXTRACTING if path.stem not in {"__init__", "find", "words"}]
    assert not {name for name in names if names.count(name) > 1}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_spacy_stays_where_texts_are_parsed(path):
    assert room(path) == "language" or not {name for name in imports(path) if name.split(".")[0].startswith("spacy")}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_rdf_stays_right_of_the_extraction(path):
    allowed = {"vocabulary"} | {name for name in RANK if RANK[name] >= RANK["graph"]}
    assert room(path) in allowed or not {name for name in imports(path) if name.split(".")[0] in RDF}


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) != "cli"], ids=named)
def test_only_the_command_line_prints(path):
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert "print" not in {call.func.id for call in calls if isinstance(call.func, ast.Name)}


def test_help_starts_without_spacy_and_rdf():
    code = (
        "import sys; sys.argv = ['kg', '--help']\n"
        "from kg.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "build" in ran.stdout
    assert not {"spacy", "numpy", *RDF} & set(ran.stderr.split())


def test_the_order_names_no_room_twice():
    assert len(RANK) == sum(map(len, ORDER))
