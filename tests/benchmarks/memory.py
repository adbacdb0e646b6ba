"""Peak memory of `kg extract` and `kg build` on 200 and on 1,000 articles: it must not grow with the corpus."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from common import QUICK, corpus, row

#: The articles are cut, so that the benchmark takes minutes and not an hour; --whole leaves them as they are.
CHARACTERS = None if "--whole" in sys.argv else 200 if QUICK else 600
FEW, MANY = 200, 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (articles_file(Path(folder) / f"{number}.jsonl", number) for number in (FEW, MANY))
        report("extract", *while_extracting(many))
        report(
            "build", peak("build", few, "--store", f"{folder}/few"), peak("build", many, "--store", f"{folder}/many")
        )


def report(command: str, few: int, many: int) -> None:
    row(f"peak memory of kg {command}, {FEW} articles", f"{few} MB", "< 1,000 MB")
    row(f"peak memory of kg {command}, {MANY:,} articles", f"{many} MB", f"flat: {few} MB")


def articles_file(path: Path, number: int) -> Path:
    rows = ({"id": article.id, "text": article.text} for article in corpus(number, CHARACTERS))
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    return path


def while_extracting(path: Path) -> tuple[int, int]:
    """Return the megabytes that kg extract held at most when it had printed a few articles, and in the end."""
    run = [sys.executable, "-m", "kg", "extract", str(path)]
    process = subprocess.Popen(run, stdout=subprocess.PIPE)
    few = 0
    for number, _ in enumerate(process.stdout or (), 1):
        if number == FEW:
            status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
            few = int(status.partition("VmHWM:")[2].split()[0]) // 1_024
    _, _, usage = os.wait4(process.pid, 0)
    return few, usage.ru_maxrss // 1_024


def peak(*command: str | Path) -> int:
    """Return the megabytes that a command's process held at most."""
    process = subprocess.Popen([sys.executable, "-m", "kg", *map(str, command)], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss // 1_024


if __name__ == "__main__":
    main()
