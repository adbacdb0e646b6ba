"""What is done beside other work: in its order, and no error of it is lost."""

from functools import partial
from threading import Barrier

import pytest

from kg.processes import behind


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


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("more", [0, 1])
def test_what_fails_is_raised_at_the_latest_at_the_end(number, more):
    done: list[int] = []
    with pytest.raises(FullError):
        run(fails, *[lambda: done.append(1)] * more, number=number)
    assert done == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_fails_beside_another_error_is_told_with_it(error):
    with pytest.raises(error) as raised:
        run(fails, error=error)
    assert raised.value.__notes__ == ["beside it, this failed: the disk is full"]


def test_what_does_not_fail_adds_nothing_to_an_error():
    with pytest.raises(ValueError, match="other") as raised:
        run(lambda: None, error=ValueError)
    assert not hasattr(raised.value, "__notes__")
