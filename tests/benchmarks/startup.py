"""How long a person waits before `kg` answers at all."""

import os
import subprocess
import sys

from common import QUICK, row


def seconds(*command: str) -> float:
    """Return the processor time of a command, the least of several runs: what others do does not count."""
    return min(processor_time(command) for _ in range(3 if QUICK else 11))


def processor_time(command: tuple[str, ...]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    row("kg --help", f"{seconds(sys.executable, '-m', 'kg', '--help'):.2f} s", "< 0.3 s")
    row("kg extract --help", f"{seconds(sys.executable, '-m', 'kg', 'extract', '--help'):.2f} s")
    row("python, nothing else", f"{seconds(sys.executable, '-c', ''):.2f} s")


if __name__ == "__main__":
    main()
