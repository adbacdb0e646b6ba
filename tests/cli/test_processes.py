"""Several processes that read, at a terminal: Ctrl-C ends all of them at once, and nothing is said but that."""

import json
import os
import signal
import subprocess
import sys

#: What these print is more than a pipe holds: nobody comes to an end before they are told to.
ROWS = "".join(f"{json.dumps({'id': str(n), 'text': f'Ann Lee {n} lives in Leeds.'})}\n" for n in range(500))


def test_ctrl_c_ends_all_processes_without_a_traceback(tmp_path):
    articles = tmp_path / "articles.jsonl"
    articles.write_text(ROWS, "utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(articles), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        assert b"Leeds" in running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        # The pipes end once no process is left that holds them.
        _, said = running.communicate()
    assert running.returncode
    assert b"Traceback" not in said
    assert b"Error" not in said
