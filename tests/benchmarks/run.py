"""Run every benchmark of this folder and print one table: what was measured, and the goal where there is one.

make bench                                   minutes
python tests/benchmarks/run.py --quick       less, and figures that jump
python tests/benchmarks/run.py startup       only those that are named
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NO_BENCHMARK = {"run", "common", "made", "again", "smiths"}


def main() -> None:
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    named = {argument for argument in sys.argv[1:] if not argument.startswith("-")}
    known = {path.stem for path in HERE.glob("*.py")} - NO_BENCHMARK
    for name in sorted(named & known or known):
        print(f"\n{name}", flush=True)
        command = [sys.executable, str(HERE / f"{name}.py"), *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                what, measured, goal, *_ = [*line.rstrip("\n").split("\t"), "", ""]
                print(f"  {what:<56} {measured:>22}  {goal}".rstrip(), flush=True)
        if running.returncode:
            print(f"  failed with exit code {running.returncode}", flush=True)


if __name__ == "__main__":
    main()
