"""How many processes read: no more than can run at once, than there are shares for, and one where there is little."""

import json
import os

import pytest

from kg.articles.record import Named
from kg.cli.jobs import FEW, SMALL, WORTH, to_read, within_cores
from kg.processes import cores


@pytest.fixture
def eight(monkeypatch):
    """A machine with eight cores."""
    monkeypatch.setattr("kg.cli.jobs.cores", lambda: 8)


def lines(number: int, size: int = 20) -> str:
    return "".join(f"{json.dumps({'id': str(n), 'text': 'a' * size})}\n" for n in range(number))


@pytest.mark.parametrize(
    ("asked", "number", "jobs"),
    [
        (1, 1000, 1),
        (2, 0, 1),
        (2, FEW, 1),
        (2, FEW + 1, 2),
        (8, FEW + 1, FEW // WORTH + 1),
        (8, 8 * WORTH - 7, 8),
        (8, 1000, 8),
    ],
)
def test_no_more_than_there_are_shares_and_one_for_little(eight, tmp_path, capsys, asked, number, jobs):  # noqa: PLR0917 (fixtures)
    (tmp_path / "a.jsonl").write_text(lines(number))
    assert [to_read(asked, [path], Named()) for path in (tmp_path, tmp_path / "a.jsonl")] == [jobs, jobs]
    assert capsys.readouterr().err == ""


def test_what_is_not_known_has_work_for_all(eight, tmp_path, monkeypatch):
    (tmp_path / "large.jsonl").write_text(lines(3, SMALL // 3))
    (tmp_path / "no.such").write_text("")
    assert to_read(4, [tmp_path / "large.jsonl"], Named()) == 4
    assert to_read(4, [tmp_path / "-"], Named()) == 1
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert to_read(4, [tmp_path / "pipe.jsonl"], Named()) == 4
    monkeypatch.chdir(tmp_path)
    assert to_read(4, [(tmp_path / "-").relative_to(tmp_path)], Named()) == 4


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (1, "kg: --jobs 500 is more than can run here at once: 1 does the work\n"),
        (8, "kg: --jobs 500 is more than can run here at once: 8 do the work\n"),
    ],
)
def test_more_than_can_run_at_once_are_not_started_and_it_is_said(monkeypatch, capsys, most, said):
    monkeypatch.setattr("kg.cli.jobs.cores", lambda: most)
    assert within_cores(500) == most
    assert capsys.readouterr().err == said
    assert within_cores(most) == most
    assert capsys.readouterr().err == ""


def test_a_command_starts_no_more(tmp_path, monkeypatch, capsys):
    from tests.command import Command

    (tmp_path / "a.txt").write_text("Ann Lee lives in Leeds.")
    ran = Command(monkeypatch, capsys)("build", tmp_path / "a.txt", "--store", tmp_path / "store", "--jobs", 500)
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    assert ran.err.startswith(f"kg: --jobs 500 is more than can run here at once: {cores()} ")
