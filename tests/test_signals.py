"""Work that is told to end amid it: it is done whole, and then it ends."""

import signal
from functools import partial

import pytest

from kg.processes import behind
from kg.signals import to_the_end


@pytest.mark.parametrize(("number", "error"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)])
def test_work_is_done_whole_where_it_is_told_to_end(number, error):
    def ended(*_: object) -> None:
        raise error

    done: list[int] = []

    def work() -> None:
        for each in range(3):
            signal.raise_signal(number)
            done.append(each)

    signal.signal(number, ended)
    with pytest.raises(error):
        to_the_end(work)
    assert (done, signal.getsignal(number)) == ([0, 1, 2], ended)


def test_what_fails_within_is_told_rather_than_that_it_was_interrupted():
    def work() -> None:
        signal.raise_signal(signal.SIGINT)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        to_the_end(work)


def test_work_is_done_whole_beside_the_main_thread():
    done: list[int] = []
    with behind(1) as do:
        do(partial(to_the_end, partial(done.append, 1)))
    assert done == [1]


def test_all_that_was_told_is_heard_where_the_first_ends_nothing():
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda *_: heard.append(signal.SIGINT))
    signal.signal(signal.SIGTERM, lambda *_: heard.append(signal.SIGTERM))

    def work() -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)
        assert not heard

    to_the_end(work)
    assert heard == [signal.SIGINT, signal.SIGTERM]
