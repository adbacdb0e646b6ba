"""Every example in README.md runs and prints what it says.

A ```console block holds commands after `$ ` with what they print beneath; a ```python block is a script, and a ```text
block right after it is what it prints. All run in order in one folder that holds seeds/, and so share a store.
A line of `…` stands for any lines, `…` in a line for any words. Blocks in other languages (```sh) are only shown.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """Something to run, by its line in the file, and what it should print; None where the file does not say."""

    line: int
    command: list[str]
    expected: str | None


def examples(markdown: str) -> Iterator[Example]:
    fences = list(FENCE.finditer(markdown))
    for fence, after in zip_longest(fences, fences[1:]):
        line = markdown.count("\n", 0, fence.start()) + 1
        if fence[1] == "console":
            yield from _console(line, fence[2])
        elif fence[1] == "python":
            follows = after and after[1] == "text" and not markdown[fence.end() : after.start()].strip()
            yield Example(line, [sys.executable, "-c", fence[2]], after[2] if follows else None)


def _console(line: int, block: str) -> Iterator[Example]:
    # A command ends with its line, unless that ends in a backslash or begins a text up to a line END.
    command = r"(?:.*<<'END'\n(?:.*\n)*?END|(?:.*\\\n)*.*)"
    for part in re.finditer(rf"^\$ ({command})\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        at = line + 1 + block.count("\n", 0, part.start())
        yield Example(at, ["bash", "-c", part[1]], part[2] or None)


def matches(expected: str, printed: str) -> bool:
    """Tell whether the output is what is expected, but for blanks at the ends of lines and what `…` stands for."""
    lines = [line.rstrip() for line in expected.rstrip().split("\n")]
    any_lines, any_words = r"(?:.*\n)*", ".*"
    pattern = "".join(any_lines if line == "…" else re.escape(line).replace("…", any_words) + "\n" for line in lines)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed.rstrip().split("\n")) + "\n") is not None


def run(example: Example, folder: Path) -> None:
    there = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    there.pop("KG_STORE", None)
    done = subprocess.run(
        example.command, cwd=folder, env=there, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if example.expected is None:
        assert done.returncode == 0, done.stdout
    elif not matches(example.expected, done.stdout):
        assert done.stdout == example.expected


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnished(tmp_path_factory.mktemp("readme"))


def furnished(made: Path) -> Path:
    """Return a folder with the seed article and the story of the guides, and kg on its path."""
    shutil.copytree(ROOT / "seeds", made / "seeds")
    for folder in ("bin", "docs"):
        (made / folder).mkdir()
    shutil.copy(ROOT / "docs" / "story.jsonl", made / "docs")
    command = made / "bin" / "kg"
    # As pip writes it.
    command.write_text(f"#!{sys.executable}\nfrom kg.cli.main import main\n\nif __name__ == '__main__':\n    main()\n")
    command.chmod(0o755)
    return made


README = list(examples((ROOT / "README.md").read_text("utf-8")))


@pytest.mark.parametrize("example", README, ids=[f"line {example.line}" for example in README])
def test_the_example_prints_what_it_says(example, folder):
    run(example, folder)


SAMPLE = """\
```sh
not run
```
```console
$ kg --help | head -1
Usage: kg …
$ printf 'a\\nb\\nc\\nd\\n' | \\
    cat
a
…
d
```

```python
print("one")
print("two")
```
```text
one
two
```
"""


def test_examples_of_a_file_are_found_and_pass(folder):
    found = list(examples(SAMPLE))
    assert [example.line for example in found] == [5, 7, 14]
    assert found[1].expected == "a\n…\nd\n"
    for example in found:
        run(example, folder)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [("a", "b"), ("a\n…", "b\na"), ("a\nc", "a\nb\nc"), ("so … on", "so on"), ("a", "a\nb")],
)
def test_another_output_is_not_what_is_expected(expected, printed):
    assert not matches(expected, printed)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [("a", "a  \n\n"), ("a\n…", "a"), ("a\n…\nd", "a\nb\nc\nd"), ("so … on (…)", "so it goes on (1)")],
)
def test_the_same_output_is_what_is_expected(expected, printed):
    assert matches(expected, printed)
