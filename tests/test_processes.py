"""What is done beside other work: in its order, and no error of it is lost."""

import os
import subprocess
import sys
from functools import partial
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.processes import SHARE, Processes, _shares, behind


class FullError(Exception):
    """What a write raises."""


def fails() -> None:
    raise FullError("the disk is full")


@pytest.mark.parametrize("number", [0, 1])
def test_work_is_done_in_its_order(number):
    done: list[int] = []
    with behind(number) as do:
        for each in range(20):
            do(partial(done.append, each))
    assert done == [*range(20)]


def test_two_works_are_done_at_a_time():
    both = Barrier(2)
    with behind(2) as do:
        for _ in range(4):
            do(partial(both.wait, timeout=60))


def run(*works, error: type[BaseException] | None = None, number: int = 1) -> None:
    """Do works beside one that may fail at last."""
    with behind(number) as do:
        for work in works:
            do(work)
        if error:
            raise error("other")


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("more", [0, 1])
def test_what_fails_is_raised_at_the_latest_at_the_end(number, more):
    done: list[int] = []
    with pytest.raises(FullError):
        run(fails, *[lambda: done.append(1)] * more, number=number)
    assert done == []


def test_no_work_begins_after_one_failed():
    done, failed = list[int](), Event()

    def fails_too() -> None:
        failed.set()
        fails()

    with pytest.raises(FullError):
        run(lambda: failed.wait(60), fails_too, lambda: failed.wait(60), lambda: done.append(1), number=2)
    assert done == []


def test_two_that_fail_are_both_told():
    both = Barrier(2)

    def fails_with_another() -> None:
        both.wait(60)
        fails()

    with pytest.raises(FullError) as raised:
        run(fails_with_another, fails_with_another, number=2)
    assert raised.value.__notes__ == ["beside it, this failed: the disk is full"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_fails_beside_another_error_is_told_with_it(error):
    with pytest.raises(error) as raised:
        run(fails, error=error)
    assert raised.value.__notes__ == ["beside it, this failed: the disk is full"]


def test_what_does_not_fail_adds_nothing_to_an_error():
    with pytest.raises(ValueError, match="other") as raised:
        run(lambda: None, error=ValueError)
    assert not hasattr(raised.value, "__notes__")


#: Says who its processes are when they are there, and waits.
WAITING = """
import os, time
import subprocess
import sys
from functools import partial
from kg.processes import Processes
def tell(items):
    for _ in items:
        print(os.getpid(), flush=True)
        time.sleep(600)
        yield None
if __name__ == "__main__":
    with Processes(2) as by:
        list(by.through(tell, range(100), lambda item: None))
"""


def test_processes_end_with_the_one_that_began_them_also_where_it_is_killed(tmp_path):
    (tmp_path / "waiting.py").write_text(WAITING)
    running = subprocess.Popen([sys.executable, tmp_path / "waiting.py"], stdout=subprocess.PIPE, text=True)
    assert running.stdout
    assert all(running.stdout.readline() for _ in range(2))
    running.kill()
    # They hold it open for as long as they live.
    assert running.communicate(timeout=60) == ("", None)


def doubled(items):
    return (2 * each for each in items)


def ended(items, here):
    """Make something of items in the process of that number; any other ends."""
    if os.getpid() != here:
        os._exit(1)
    return (here for _ in items)


def failed(items):
    fails()
    return items


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_made_aside_is_made_while_other_work_is_done(number):
    with Processes(number) as by:
        made = by.aside(doubled, 21)
        assert [*by.through(doubled, range(9), lambda _: -1)] == [*range(0, 18, 2)]
        assert made() == 42


def test_what_is_made_aside_by_a_process_that_ended_is_made_here():
    with Processes(2) as by:
        made = by.aside(partial(ended, here=os.getpid()), None)
        assert made() == os.getpid()
        # Others take its place.
        assert [*by.through(doubled, [1, 2], lambda _: -1)] == [2, 4]


@pytest.mark.parametrize("number", [1, 2])
def test_what_fails_aside_is_raised_where_it_is_waited_for(number):
    with Processes(number) as by:
        made = by.aside(failed, None)
        with pytest.raises(FullError, match="full"):
            made()


@given(st.integers(0, 200), st.integers(2, 16))
def test_items_are_shared_out_in_their_order_and_by_one_at_last(items, number):
    shares = list(_shares(iter(range(items)), number))
    assert [each for share in shares for each in share] == [*range(items)]
    assert all(0 < len(share) <= SHARE for share in shares)
    assert sorted(map(len, shares), reverse=True) == [*map(len, shares)]
    assert all(len(share) == 1 for share in shares[-number:])
