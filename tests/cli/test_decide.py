"""kg same, kg different and kg undo: decisions stand in a file, are replayed, and go without a trace."""

import json
import subprocess
import sys

ARTICLES = {
    "one": "François Meyer, the mayor of Leeds, spoke in York. Meyer left Leeds on Monday.",
    "bare": "Mr Meyer spoke in Bath.",
    "nurse": (
        "A former nurse, who worked at Tyne Hospital, was arrested in Leeds on Monday. "
        "She was a student at Leeds University."
    ),
}


def kg(folder, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *arguments, "--store", str(folder / "store")]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_a_decision_is_kept_replayed_and_undone(tmp_path):
    lines = [json.dumps({"id": name, "text": text}) for name, text in ARTICLES.items()]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert kg(tmp_path, "build", str(tmp_path / "a.jsonl"), "--no-background").returncode == 0
    early = kg(tmp_path, "undo")
    assert (early.returncode, early.stderr) == (2, "kg: nothing was decided yet, so that nothing can be undone\n")
    done = kg(tmp_path, "same", "article/bare/person/meyer", "François Meyer", "--why", "he was in Bath")
    assert done.stdout == "article/bare/person/meyer\tperson/françois-meyer\tpositive\n", done.stderr
    held = tmp_path / "store" / "decisions.csv"
    assert held.read_text().splitlines()[0] == "left,right,judgement,who,when,why"
    assert held.read_text().count("he was in Bath") == 1
    assert "Bath" in kg(tmp_path, "show", "François Meyer").stdout
    kept = held.read_bytes()
    refused = kg(tmp_path, "same", "François Meyer", "Leeds")
    assert (refused.returncode, refused.stdout, held.read_bytes()) == (2, "", kept)
    assert "person/françois-meyer is a person and place/leeds a place: they are hardly one" in refused.stderr
    assert kg(tmp_path, "same", "François Meyer", "Leeds", "--across-kinds").returncode == 0
    assert kg(tmp_path, "undo").returncode == 0
    nameless = kg(tmp_path, "same", "A former nurse", "François Meyer")
    assert (nameless.returncode, nameless.stdout) == (2, "")
    assert "'A former nurse' (article/nurse/person/nurse-" in nameless.stderr
    assert ") has no name: only who or what an article names is one with another" in nameless.stderr
    missed = kg(tmp_path, "different", "Francois Meyr", "Leeds")
    assert (missed.returncode, missed.stdout) == (2, "")
    assert "did you mean 'François Meyer'?" in missed.stderr
    with held.open("a") as file:
        file.write("a,b,maybe\n")
    wrong = held.read_bytes()
    refused = kg(tmp_path, "undo")
    assert (refused.returncode, refused.stdout, held.read_bytes()) == (3, "", wrong)
    assert f"{held}:3: judgement 'maybe': give positive or negative" in refused.stderr
    assert "stays as it is until this is mended" in refused.stderr
    held.write_bytes(wrong.replace(b"a,b,maybe\n", b""))
    undone = kg(tmp_path, "undo")
    assert (undone.returncode, undone.stdout.endswith("no longer positive\n")) == (0, True)
    assert "Bath" not in kg(tmp_path, "show", "François Meyer").stdout
