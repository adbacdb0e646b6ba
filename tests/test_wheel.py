"""A wheel, unpacked outside the clone, has its ontology, queries and data with it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.query.saved import saved

ROOT = Path(__file__).parent.parent

pytest.importorskip("hatchling", reason="hatchling, which builds wheels, is not installed")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    make = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("newskg-*.whl")
    ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_index_would_take_wheel_and_source(tmp_path):
    pytest.importorskip("twine", reason="twine, which checks what is uploaded, is not installed")
    make = [sys.executable, "-m", "hatchling", "build", "--directory", str(tmp_path)]
    subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
    files = sorted(map(str, tmp_path.iterdir()))
    assert [name.rpartition(".")[2] for name in files] == ["whl", "gz"]
    check = [sys.executable, "-m", "twine", "check", "--strict", *files]
    done = subprocess.run(check, check=False, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})
    assert (done.returncode, done.stdout.count("PASSED")) == (0, 2), done.stdout + done.stderr


def python(unpacked: Path, *arguments: str, **options) -> str:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=unpacked.parent, env=environment, check=True, capture_output=True, text=True, **options,
    )  # fmt: skip
    return done.stdout


def test_all_data_is_in_the_wheel(unpacked):
    data = {path.relative_to(ROOT) for path in (ROOT / "kg").rglob("data/*") if path.is_file()}
    data |= {
        Path("kg/data") / path.relative_to(ROOT) for name in ("ontology", "queries") for path in ROOT.glob(f"{name}/*")
    }
    assert len(data) > len(saved())
    for path in data:
        assert (unpacked / path).is_file(), path


def test_it_builds_and_answers(unpacked):
    assert python(unpacked, "-c", "import kg; print(kg.__file__)").startswith(str(unpacked))
    python(unpacked, "-m", "kg", "build", "-", input="Mayor Ann Lee spoke in Leeds.")
    assert "person/ann-lee\t" in python(unpacked, "-m", "kg", "query", "spoke-where")
