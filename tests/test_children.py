"""Processes end with what they are for, and no others do."""

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
