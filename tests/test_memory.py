"""What was read with is let go when all is read, and memory goes back to the system."""

import gc
import platform
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from kg import memory
from kg.articles.article import Article
from kg.extraction import Extraction
from kg.language import pipeline, ranks

ROOT = Path(__file__).parent.parent
#: Whether the C library is told to give memory back; musl and that of macOS are not.
IS_GLIBC = platform.libc_ver()[0] == "glibc"
ARTICLE = Article("rudd", "Home Secretary Amber Rudd spoke in Leeds.")


def test_a_pipeline_that_reads_once_is_let_go_and_another_is_loaded_where_it_is_asked_for():
    reader = Extraction(resident=True, once=True)
    # Tests beside this one hold theirs.
    pipeline.load.cache_clear()
    held = weakref.ref(pipeline.load(reader.model))
    ranks.ranks(pipeline.load(reader.model))
    (first,) = reader([ARTICLE])
    assert held() is None
    assert gc.get_freeze_count() == 0
    (again,) = Extraction()([ARTICLE])
    assert again == first


def test_a_pipeline_stays_for_who_reads_again():
    held = pipeline.load(Extraction().model)
    list(Extraction()([ARTICLE]))
    assert pipeline.load(Extraction().model) is held


@pytest.mark.parametrize("name", ["malloc_trim", "no_such_function"])
def test_what_the_c_library_lacks_is_passed_by(name):
    assert (memory._function(name) is None) == (name == "no_such_function" or not IS_GLIBC)


#: Frees many small pieces below one that stays, and prints how much less is held then.
FREES = """
from pathlib import Path
from kg import memory

def held():
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * 4096

many = [bytes(1000) for _ in range(50_000)]
last = bytes(1000)
with_many = held()
many.clear()
memory.give_back()
print(with_many - held())
"""


@pytest.mark.skipif(not IS_GLIBC, reason="a C library that is not told to give memory back")
def test_what_is_freed_goes_back():
    ran = subprocess.run([sys.executable, "-c", FREES], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(ran.stdout) > 30_000_000
