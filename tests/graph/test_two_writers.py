"""Two threads write: of a build that is killed the later write may be there and the earlier not; nothing is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from threading import Event

import pytest

from kg.articles.article import Article
from kg.build import build
from kg.facts import Reading
from kg.forget import forget
from kg.graph import written
from kg.graph.store import Store
from tests.benchmarks.made import reading
from tests.soak import stores

#: Of two that tell the same each is left what the other brings.
NAMES = ("a", "b")


class Same:
    """A reader, for two processes, of articles that all tell the same."""

    signature, jobs = "same", 2

    def articles(self, names: Iterable[str]) -> list[Article]:
        return [told(name).article for name in names]

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return (told(article.id) for article in articles)

    def made(
        self, articles: Iterable[Article], make: Callable[[Reading], object], _: object = None
    ) -> Iterator[object]:
        return map(make, self(articles))


def told(name: str) -> Reading:
    return reading(name, Random(7 if name in NAMES else 99))


def built(path: Path, names: Iterable[str] = NAMES) -> None:
    same = Same()
    with Store(path) as store:
        build(store, same.articles(names), same, background=False)


def killed(path: Path) -> None:
    """Build, and end this process when the second write is on the disk and the first has not begun."""
    second, begun, add = Event(), list[int](), Store.add_all

    def add_all(store, stated, change):
        begun.append(1)
        if len(begun) == 1:
            second.wait(60)
            os.kill(os.getpid(), signal.SIGKILL)
        add(store, stated, change)
        store.flush()
        second.set()

    Store.add_all = add_all
    built(path)


def forgotten(path: Path) -> None:
    with Store(path, create=False) as store:
        forget(store, "a")


@pytest.mark.parametrize("is_seen", [False, True])
@pytest.mark.parametrize("ended", [built, forgotten])
def test_what_is_there_without_what_came_before_it_lacks_nothing(tmp_path, monkeypatch, is_seen, ended):
    monkeypatch.setattr(written, "ADDED", 1)
    broken, whole = tmp_path / "broken", tmp_path / "whole"
    for path in (broken, whole):
        if is_seen:
            built(path, ["before"])
    ran = subprocess.run([sys.executable, "-m", "tests.graph.test_two_writers", broken], check=False)
    assert ran.returncode == -signal.SIGKILL
    with Store(broken) as store:
        assert {article.value[-1] for article in store.articles()} & {*NAMES} == {"b"}
    built(whole)
    for path in (broken, whole):
        ended(path)
    assert stores.image(broken) == stores.image(whole)


if __name__ == "__main__":
    written.ADDED = 1
    killed(Path(sys.argv[1]))
