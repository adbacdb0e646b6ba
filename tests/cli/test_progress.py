"""How far a long command has come: of all that comes in, how many are done, how fast, and how long the rest takes."""

import json
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console
from rich.progress import Progress, Task

from kg.articles.article import Article
from kg.cli.bar import Pace, columns
from kg.cli.progress import LOADING, USUAL, Watched
from kg.facts import Reading
from tests.command import screen

ROOT = Path(__file__).parent.parent.parent
FRAME = re.compile(
    r"(\w[\w ,]*?) +[━╸╺]+ +(\d+)/(\d+|\?) *(?:(~?[\d,.]+)/s)? +(\d+:\d\d:\d\d)(?: +(~?)(\d+:\d\d:\d\d) left)?"
)


def said(pace: Pace, passed: float, done: float, total: float | None) -> str:
    task = Task(0, "", total, done, _get_time=lambda: passed)
    task.start_time = 0.0
    return str(pace.render(task))


def test_before_the_first_is_done_the_rate_and_the_time_are_those_of_a_rule_and_say_so():
    assert said(Pace(5.0), 0, 0, 40) == "~5.0/s  0:00:00  ~0:00:12 left"
    assert said(Pace(None), 0, 0, 40) == "0:00:00"
    assert said(Pace(5.0), 3, 0, None) == "~5.0/s  0:00:03"
    assert said(Pace(5.0), 3, 1, 40) == "5.0/s  0:00:03  0:00:08 left"


def test_while_the_model_loads_the_time_runs_down_to_what_reading_takes_and_that_is_forgotten_with_the_first():
    pace = Pace(5.0)
    left = [said(pace, second, 0, 40).partition("  ~")[2] for second in range(9)]
    assert left == [f"0:00:{seconds:02} left" for seconds in (12, 11, 10, 9, 8, 8, 8, 8, 8)]
    assert said(pace, 9, 4, 40) == "5.0/s  0:00:09  0:00:07 left"
    assert said(pace, 14, 29, 54) == "5.0/s  0:00:14  0:00:05 left"


def test_then_it_is_measured_and_what_was_taken_for_granted_is_forgotten():
    pace = Pace(5.0)
    assert said(pace, 0, 0, 1000) == "~5.0/s  0:00:00  ~0:03:24 left"
    assert said(pace, 15, 15, 1000) == "5.0/s  0:00:15  0:03:17 left"
    assert [said(pace, second, second, 1000) for second in range(16, 201)][-1] == "1.0/s  0:03:20  0:13:20 left"


def test_what_passed_long_ago_tells_nothing_of_now():
    """Of a build that goes on all that the store has passes at once."""
    pace = Pace(5.0)
    for second in range(200):
        words = said(pace, second, 100_000 + second // 2 if second else 0, 200_000)
    assert float(words.partition("/s")[0]) == pytest.approx(0.5, rel=0.1)


def test_the_end():
    pace = Pace(None)
    said(pace, 0, 0, 40)
    assert said(pace, 8, 40, 40) == "5.0/s  0:00:08"


def line(width: int, what: str, done: int, total: int | None, passed: float) -> str:
    console = Console(width=width, file=StringIO(), force_terminal=True, color_system=None)
    shown = Progress(*columns(width, USUAL), console=console, get_time=lambda: passed)
    shown.add_task(what, total=total, completed=done, start=False)
    shown.tasks[0].start_time = 0.0
    with console.capture() as seen:
        console.print(shown.get_renderable())
    return seen.get().removesuffix("\n")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("what", [LOADING, "articles", "articles written anew", "what follows, in steps"])
@pytest.mark.parametrize(("done", "total"), [(0, 60), (7, 60), (0, 99_999), (99_998, 99_999), (99_999, None)])
def test_the_line_fits_the_terminal_and_keeps_what_counts(width, what, done, total):
    shown = line(width, what, done, total, 30.0)
    assert "\n" not in shown
    assert len(shown.rstrip()) <= width
    assert f"{done}/{total or '?'}" in shown.replace(" ", "")
    assert shown.startswith(what[:15])
    assert (" left" in shown) == bool(total)
    assert not re.search(r"-:--|…$", shown)
    assert (what in shown) >= (width >= 80)


@example([(31.0, 0), (31.0, 0)], None)
@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 50)), max_size=60), st.sampled_from([None, 5.0]))
def test_a_rate_is_never_less_than_nothing_and_never_more_than_what_passed_in_a_second(steps, usual):
    pace, passed, done = Pace(usual), 0.0, 0
    for wait, more in steps:
        passed, done = passed + wait, done + more
        words = said(pace, passed, done, 10_000)
        if rate := re.match(r"([\d,.]+)/s", words):
            assert 0 <= float(rate[1].replace(",", "")) <= done + 5.0


class Told:
    """Stands where the line does, and keeps what it was told."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def __call__(self, done: int) -> None:
        self.done.append(done)


class Ahead:
    """A reader that takes two articles before it gives the first, and cannot read what is called so."""

    signature = "ahead"

    def made(self, articles, make, _processes):
        held = []
        for article in articles:
            held.append(article)
            if len(held) > 2:
                yield from (make(Reading(each)) for each in held[:1] if each.id != "bad")
                del held[0]
        yield from (make(Reading(each)) for each in held if each.id != "bad")


@given(st.lists(st.sampled_from(["good", "bad", "left out"]), max_size=12))
def test_what_waits_is_not_done_and_at_the_end_all_is(fates):
    watched, told = Watched(Ahead(), lambda: None), Told()
    watched._tell = told

    def articles():
        for at, fate in enumerate(watched.coming(fates, "", lambda: None)):
            if fate != "left out":
                yield Article(f"{at}" if fate == "good" else "bad", "Words.")

    read = watched._watched(articles(), lambda reading: reading, None)
    seen = []
    for reading in read:
        seen.append(reading.article.id)
        # Nothing behind it is done yet, and what the loop does with it is not either.
        assert max(told.done, default=0) <= int(reading.article.id)
    assert seen == [str(at) for at, fate in enumerate(fates) if fate == "good"]
    assert told.done == sorted(told.done)
    assert max(told.done, default=0) == len(fates)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_terminal_shows_total_rate_and_time_from_the_first_line_on(tmp_path, jobs):
    rows = [{"id": f"a{n}", "text": f"Ann Lee lives in Leeds. She met Bob Ray {n} times."} for n in range(60)]
    rows += [rows[0], {"id": "empty", "text": ""}, {"text": "Der Hund und die Katze sind heute nicht zu Hause."}]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    code, text = screen(tmp_path, "build", "a.jsonl", "--store", "store", "--jobs", jobs)
    frames = [frame.groups() for frame in FRAME.finditer(text)]
    assert code == 3
    what, done, total, rate, _, guessed, left = frames[0]
    assert (what, done, total, rate, guessed) == (LOADING, "0", "63", f"~{USUAL * jobs}", "~")
    assert left
    read = [frame for frame in frames if frame[0] == "articles"]
    assert all(frame[2] == "63" and frame[3] for frame in read)
    assert [int(frame[1]) for frame in read] == sorted(int(frame[1]) for frame in read)
    assert {frame[0] for frame in frames} >= {LOADING, "articles", "articles written", "what follows, in steps"}
    assert "?" not in {frame[2] for frame in frames}
    assert "Traceback" not in text


def test_nothing_is_shown_where_nobody_watches(tmp_path):
    (tmp_path / "a.txt").write_text("Ann Lee lives in Leeds.", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "kg", "build", "a.txt", "--store", "store"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
