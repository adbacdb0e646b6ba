"""What is done beside other work: in its order, and no error of it is lost."""

import pytest

from kg.processes import behind


class FullError(Exception):
    """What a write raises."""


def fails() -> None:
    raise FullError("the disk is full")


@pytest.mark.parametrize("is_beside", [False, True])
def test_work_is_done_in_its_order(is_beside):
    done: list[int] = []
    with behind(is_beside=is_beside) as do:
        for number in range(20):
            do(lambda number=number: done.append(number))
    assert done == [*range(20)]


def run(*works, error: type[BaseException] | None = None, is_beside: bool = True) -> None:
    """Do works beside one that may fail at last."""
    with behind(is_beside=is_beside) as do:
        for work in works:
            do(work)
        if error:
            raise error("other")


@pytest.mark.parametrize("is_beside", [False, True])
@pytest.mark.parametrize("more", [0, 1])
def test_what_fails_is_raised_at_the_latest_at_the_end(is_beside, more):
    done: list[int] = []
    with pytest.raises(FullError):
        run(fails, *[lambda: done.append(1)] * more, is_beside=is_beside)
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
