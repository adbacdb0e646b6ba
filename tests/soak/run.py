"""Break kg on purpose, part by part, and print how much was tried, held and lost; minutes, and no part of make test.

make soak                                    all of it
python tests/soak/run.py --quick             a little of each part
python tests/soak/run.py kills --seed 7      one part, with other chances

A part is a file of this folder with `trials(quick, random)`, which yields None for each trial that held, and for each
that did not a line that says what was lost.
"""

import argparse
import signal
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
from tests.soak import stores  # noqa: E402 (beside this file)

#: Lines of what was lost that are shown of each part.
SHOWN = 20


def parts() -> dict[str, ModuleType]:
    """Return the parts by name."""
    modules = {path.stem: import_module(f"tests.soak.{path.stem}") for path in sorted(HERE.glob("*.py"))}
    return {name: module for name, module in modules.items() if hasattr(module, "trials")}


def soak(name: str, part: ModuleType, *, quick: bool, seed: int) -> int:
    """Run one part, print its line, and return how much was lost."""
    start, tried, lost = time.monotonic(), 0, []
    # Who stops it sees how far it came.
    with suppress(KeyboardInterrupt):
        for trial in part.trials(quick=quick, random=Random(f"{name} {seed}")):
            tried += 1
            if trial:
                lost.append(trial)
                if len(lost) <= SHOWN:
                    print(f"  {name}: {trial}", file=sys.stderr, flush=True)
    took = time.monotonic() - start
    print(f"{name:<12} {tried:>7} {tried - len(lost):>7} {len(lost):>7} {took:>8.0f}", flush=True)
    return len(lost)


def main() -> None:
    known = parts()
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("names", nargs="*", metavar="PART", help=f"of {', '.join(known)}; all if none is named")
    options.add_argument("--quick", action="store_true", help="a little of each")
    options.add_argument("--seed", type=int, default=1, help="other chances")
    asked = options.parse_args()
    if unknown := set(asked.names) - known.keys():
        options.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    stores.write_little()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"{'part':<12} {'tried':>7} {'held':>7} {'lost':>7} {'seconds':>8}", flush=True)
    names = asked.names or list(known)
    sys.exit(1 if sum([soak(name, known[name], quick=asked.quick, seed=asked.seed) for name in names]) else 0)


if __name__ == "__main__":
    main()
