"""Processes end with what they are for, and no others do."""

import subprocess
import sys
import time
from multiprocessing import get_context

import pytest

from kg.processes import Processes


def twice(items):
    return [2 * item for item in items]


@pytest.mark.parametrize("number", [1, 2])
def test_children_that_the_caller_starts_meanwhile_live_on(number):
    child = get_context("spawn").Process(target=time.sleep, args=(60,))
    with Processes(number) as processes:
        child.start()
        assert list(processes.through(twice, range(20), lambda item: item)) == twice(range(20))
    try:
        time.sleep(0.2)
        assert child.is_alive()
    finally:
        child.terminate()


LARGE = """
import signal
from itertools import repeat
from kg.processes import Processes

class Stop(BaseException):
    pass

def stop(*_):
    raise Stop

def large(items):
    for _ in items:
        yield bytes(280_000)

if __name__ == "__main__":
    signal.signal(signal.SIGALRM, stop)
    for trial in range(6):
        try:
            with Processes(2) as processes:
                for number, _ in enumerate(processes.through(large, repeat(1), None)):
                    if number == 0:
                        signal.setitimer(signal.ITIMER_REAL, 0.05 + 0.03 * trial)
                    sum(range(100_000))
        except Stop:
            pass
"""


def test_who_breaks_off_in_the_middle_of_a_result_ends(tmp_path):
    script = tmp_path / "large.py"
    script.write_text(LARGE, "utf-8")
    subprocess.run([sys.executable, script], check=True, timeout=300)
