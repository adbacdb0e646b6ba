"""Whatever a user gives: one clear message, the right exit code, the other inputs read, whole articles only."""

import json
import os
import resource
import subprocess
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg import build
from kg.articles.readers import read
from kg.extraction import Extraction
from kg.graph.folder import FORMAT, MARK, NEW_MARK
from kg.graph.store import Store
from kg.vocabulary import PREFIXES
from tests.command import Command, start

TEXT = "Amber Rudd spoke in Leeds.\n\nAmber Rudd, the home secretary, spoke in Leeds on Monday."


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "good.txt"
    file.write_text(TEXT)
    return file


def identifiers(store: Path) -> set[str]:
    with Store(store, read_only=True) as held:
        return {held.value(article, "identifier") for article in held.articles()}


#: What is given beside a good article, how the command ends, and what it says.
BAD = [
    ("empty.txt", b"", 3, "empty.txt: empty, there is nothing to read"),
    ("binary.txt", b"\x00\x01\x02", 3, "binary.txt: a binary file and no text"),
    ("report.png", b"PNG", 2, "report.png: an article is read from a file that ends in .txt, "),
    ("missing.txt", None, 2, "missing.txt: there is no such file or folder"),
    ("folder", "folder", 3, "folder: no articles in this folder"),
    ("broken.jsonl", b'{"id": "one", "text": "Khan spoke."}\n{"id": "two"\n', 3, "broken.jsonl:2: no valid JSON"),
    ("long.jsonl", b'{"id": ' + b"9" * 5000 + b', "text": "Khan."}', 3, "long.jsonl:1: this JSON cannot be read"),
    ("deep.jsonl", b"[" * 100_000, 3, "deep.jsonl:1: this JSON cannot be read"),
    ("no-text.jsonl", b'{"id": "one"}', 3, "no-text.jsonl:1: no text: its fields are 'id': name"),
    ("null.jsonl", b'{"id": "one", "text": null}', 3, "null.jsonl:1: 'text' is null: give it a string, as {\"text\": "),
    ("number.jsonl", b'{"id": "one", "text": 5}', 3, "number.jsonl:1: 'text' is 5, which is no text: give it a string"),
    ("huge.txt", b"Khan spoke in Leeds. " * 250_000, 3, "huge.txt: more than 4,000,000 bytes are no article"),
]


@pytest.mark.parametrize("case", BAD, ids=[name for name, *_ in BAD])
def test_bad_input_beside_a_good_article(kg, store, good, case):
    name, content, code, message = case
    bad = good.parent / name
    if content == "folder":
        bad.mkdir()
    elif content is not None:
        bad.write_bytes(content)
    ran = kg("build", bad, good, "--store", store)
    [said] = ran.err.splitlines()
    assert said.startswith("kg: ")
    assert message in said
    assert ran.code == code
    assert "1 failed" in ran.out
    assert identifiers(store) == {"good", *(["one"] if name == "broken.jsonl" else [])}


def test_of_several_problems_the_gravest_gives_the_exit_code(kg, store, good):
    (good.parent / "empty.txt").write_bytes(b"")
    ran = kg("build", good.parent / "empty.txt", good.parent / "none.txt", good, "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (3, 2)


def test_two_articles_with_one_id(kg, store, good):
    other = good.parent / "other" / "good.txt"
    other.parent.mkdir()
    other.write_text("Another text.")
    ran = kg("build", good, other, "--store", store)
    assert ran.err == f"kg: {other}: the article in {good} has the id 'good' too: give each its own\n"
    assert ran.code == 3
    assert identifiers(store) == {"good"}


#: Odd texts that are articles all the same.
ODD = {
    "control": "Khan\x07 spoke\x1b[31m in\x0c Leeds.\x7f",
    "mark": '"',
    "no-sentence": "*** --- ***",
    "open-quotation": '"We will not be cowed, Khan said in Leeds.',
    "name": 'Dwayne "The <Rock> {J}|^`\\ Johnson spoke in Łódź, 東京 and Saint-Étienne.',
    "separators": "Khan\u2028spoke\u2029in\u0085Leeds.\u200b\ufeff",
    "no-character": "Khan \ufffe\uffff spoke \U0010ffff in Leeds.",
}


def test_odd_texts_are_built_and_their_words_kept(kg, store, tmp_path):
    lines = [json.dumps({"id": f'{name} <"{name}">', "text": text}) for name, text in ODD.items()]
    (tmp_path / "odd.jsonl").write_text("\n".join(lines))
    ran = kg("build", tmp_path / "odd.jsonl", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert f"{len(ODD)} new" in ran.out
    with Store(store, read_only=True) as held:
        rows = held.db.query(
            "SELECT ?id ?text { ?a news:identifier ?id . GRAPH ?a { ?words news:wholeOf ?a ; oa:exact ?text } }",
            prefixes=PREFIXES,
        )
        assert {row["id"].value.split()[0]: row["text"].value for row in rows} == ODD
        assert len(set(parse(held.db.dump(format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS))) == len(held.db)


@pytest.mark.parametrize("command", [("build",), ("forget", "good")], ids=["build", "forget"])
def test_a_store_that_another_process_writes(kg, store, good, command):
    with Store(store):
        ran = kg(*command, *([good] if command == ("build",) else []), "--store", store)
    assert ran.code == 3
    assert ran.err == f"kg: another process is writing to {store}: try again when it is done\n"


def test_a_disk_that_is_not_to_be_read_is_not_called_locked_for_its_name(kg, good):
    held = good.parent / "lockers"
    kg("build", good, "--store", held)
    (held / "CURRENT").write_text("nonsense")
    ran = kg("stats", "--store", held)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"kg: the store is damaged at {held}/CURRENT: ")


def test_a_store_whose_making_was_cut_off_is_made_again(kg, store, good):
    store.mkdir()
    (store / NEW_MARK).write_text("{")
    assert kg("build", good, "--store", store).code == 0
    assert sorted(file.name for file in store.glob("newskg.json*")) == [MARK]


@pytest.fixture
def cut_off(store, good):
    """A store of which a build did not come to its end."""
    with Store(store) as held:
        build.put(held, Extraction()(read([good])), "cut off")
    return store


@pytest.mark.parametrize(
    "command", [("stats",), ("show", "Amber Rudd"), ("query", "people"), ("export",), ("validate",)], ids=str
)
def test_what_is_behind_is_told(kg, cut_off, good, command):
    told = "kg: a build did not end: the graph is not up to date; run kg build again\n"
    assert kg(*command, "--store", cut_off).err.startswith(told)
    kg("build", good, "--store", cut_off)
    assert told not in kg(*command, "--store", cut_off).err


def test_a_check_brings_what_follows_up_to_date_first(kg, cut_off):
    assert kg("check", "--store", cut_off).code == 0
    with Store(cut_off, read_only=True) as held:
        assert held.is_current()


@pytest.mark.parametrize("command", ["build", "forget", "stats"])
def test_a_store_of_a_newer_version(kg, store, good, command):
    store.mkdir()
    (store / MARK).write_text(json.dumps({"format": FORMAT + 1, "base": "https://example.org/"}))
    ran = kg(command, *([] if command == "stats" else [good]), "--store", store)
    assert ran.code == 3
    assert ran.err == (
        f"kg: {store} was made by a newer kg (format {FORMAT + 1}, this one reads {FORMAT}): update newskg\n"
    )


@pytest.mark.parametrize("command", [("forget", "good"), ("stats",)], ids=["forget", "stats"])
def test_no_store(kg, store, command):
    ran = kg(*command, "--store", store)
    assert ran.code == 3
    assert ran.err.startswith(f"kg: there is no store at {store}: make one with kg build")
    assert not store.exists()


@pytest.mark.parametrize("name", [None, "a.png", "empty.txt", "no.jsonl"])
def test_of_inputs_without_an_article_no_store_is_left(kg, store, tmp_path, name):
    folder = tmp_path / "given"
    folder.mkdir()
    if name:
        (folder / name).write_text('{"id": "a"}' if name == "no.jsonl" else "")
    ran = kg("build", folder, "--store", store)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith(f"kg: no article could be read: {store} is not made\n")
    assert not store.exists()


def test_an_unknown_article_is_named_with_the_near_one(kg, store, good):
    kg("build", good, "--store", store)
    ran = kg("forget", "godo", "--store", store)
    assert (ran.code, ran.err) == (2, "kg: the store has no article 'godo'; did you mean 'good'?\n")


def test_an_unknown_model_is_named(kg, store, good):
    ran = kg("build", good, "--store", store, "--model", "en_core_web_none")
    assert ran.code == 2
    assert "no spaCy model 'en_core_web_none' is installed" in ran.err


def test_options_of_a_single_text_are_refused_for_several(kg, store, good):
    (good.parent / "b.txt").write_text("Text.")
    ran = kg("build", good.parent, "--store", store, "--published", "2017-03-23")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: --published and --source are of a single text")


def test_a_wrong_date_is_refused(kg, store, good):
    ran = kg("build", good, "--store", store, "--published", "yesterday")
    assert ran.code == 3
    assert "published 'yesterday' is no date; write it as 2017-03-23" in ran.err


def test_a_disk_that_is_full_keeps_whole_articles_and_the_rest_comes_later(kg, store, tmp_path):
    lines = [
        json.dumps({"id": str(n), "text": f"Amber Rudd spoke in Leeds on Monday, {n} times. " * 5}) for n in range(60)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    full = start("build", tmp_path / "many.jsonl", "--store", store, preexec_fn=little_room)
    _, err = full.communicate(timeout=120)
    assert full.returncode == 3
    assert err.startswith(f"kg: the store {store} cannot be read or written: ")
    assert len(err.splitlines()) == 1
    assert len(identifiers(store)) < 60
    assert kg("build", tmp_path / "many.jsonl", "--store", store).code == 0
    kg("build", tmp_path / "many.jsonl", "--store", tmp_path / "fresh")
    with Store(store, read_only=True) as mended, Store(tmp_path / "fresh", read_only=True) as fresh:
        assert set(mended.db) == set(fresh.db)


@pytest.fixture
def read_only_disk(tmp_path):
    """A folder on a disk that is not to be written."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid():
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    # Nothing is forbidden to root but what the disk forbids.
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "none", folder], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("root may not mount a disk here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_is_read_only(kg, good, read_only_disk):
    ran = kg("build", good, "--store", read_only_disk / "store")
    assert ran.code == 3
    assert ran.err.startswith(f"kg: the store {read_only_disk / 'store'} cannot be read or written: ")
