"""Peak memory of `kg extract` and `kg build` on 200 and on 1,000 articles: it must not grow with the corpus."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from common import QUICK, corpus, row

#: The articles are cut so that a thousand take about two minutes; --whole leaves them as they are.
CHARACTERS = None if "--whole" in sys.argv else 300 if QUICK else 1_000


def main() -> None:
    for command in ("extract", "build"):
        small, large = peak(command, 200), peak(command, 1_000)
        row(f"peak memory of kg {command}, 200 articles", f"{small} MB", "< 1,000 MB")
        row(f"peak memory of kg {command}, 1,000 articles", f"{large} MB", f"flat: {small} MB")


def peak(command: str, number: int) -> int:
    """Return the megabytes that a command's process held at most."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = ({"id": article.id, "text": article.text} for article in corpus(number, CHARACTERS))
        path.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
        options = ["--store", str(Path(folder) / "store")] if command == "build" else []
        run = [sys.executable, "-m", "kg", command, str(path), *options]
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss // 1_024


if __name__ == "__main__":
    main()
