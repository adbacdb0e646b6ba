"""Whatever a user gives: one clear message, the right exit code, the other inputs read, whole articles only."""

import json
import os
import re
import resource
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg import build
from kg.articles.readers import read
from kg.extraction import Extraction
from kg.graph.folder import FORMAT, MARK, NEW_MARK
from kg.graph.store import Store
from kg.graph.upkeep import size as size_of
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


BEHIND = "the graph is not up to date; give that command again"


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
    told = f"kg: a command that changes {cut_off} did not end, 1 article waits to be written: {BEHIND}\n"
    before = kg(*command, "--store", cut_off)
    assert before.err.startswith(told)
    assert "did not end" not in before.out
    assert kg("build", good, "--store", cut_off).err == ""
    assert "did not end" not in kg(*command, "--store", cut_off).err


def test_a_difference_tells_of_each_store_that_is_behind(kg, cut_off):
    told = f"kg: a command that changes {cut_off} did not end, 1 article waits to be written: {BEHIND}\n"
    assert kg("diff", cut_off, cut_off).err == f"{told}{told}no differences\n"


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


#: How a line ends that tells of a full disk.
FULL = r"; (what was read is kept|no article was read yet).*: the same command .* when there is room\n$"


@contextmanager
def disk(folder, *options: str):
    """A disk in memory."""
    folder.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", *options, "none", folder], check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize(("size", "kept"), [("1500k", "32 articles wait"), ("4m", "60 articles wait")])
def test_of_a_real_disk_that_is_full_it_is_told_what_is_kept(kg, tmp_path, size, kept):
    rows = [{"id": str(n), "text": f"Ann Lee {n} met Bob Ray in Leeds, and left York. " * 4} for n in range(60)]
    (tmp_path / "many.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    with disk(tmp_path / "disk", "-o", f"size={size}") as small:
        ran = kg("build", tmp_path / "many.jsonl", "--store", small / "store", "--no-background")
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
        assert "No space left on device" in ran.err
        assert re.search(FULL, ran.err)
        assert kept in ran.err


def test_a_store_that_has_no_room_to_be_compacted_stays_and_is_not_blamed(kg, store, good, tmp_path):
    assert kg("build", good, "--store", store).code == 0
    with disk(tmp_path / "disk", "-o", f"size={size_of(store) + 150_000}") as small:
        shutil.copytree(store, small / "store")
        ran = kg("store", "compact", "--store", small / "store")
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
        assert ran.err.startswith(f"kg: the store {small / 'store'} cannot be compacted, and stays as it was: ")
        assert re.search(r"No space.*\(it takes about [\d,]+ bytes beside the store\)$", ran.err)
        assert kg("store", "verify", "--store", small / "store").code == 0


def test_a_disk_that_is_full_keeps_whole_articles_and_the_rest_comes_later(kg, store, tmp_path):
    lines = [
        json.dumps({"id": str(n), "text": f"Amber Rudd spoke in Leeds on Monday, {n} times. " * 5}) for n in range(60)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    full = start("build", tmp_path / "many.jsonl", "--store", store, preexec_fn=little_room)
    _, err = full.communicate(timeout=120)
    assert full.returncode == 3
    assert err.startswith(f"kg: the store {store} cannot be read or written: ")
    assert len(err.splitlines()) == 1
    assert re.search(FULL, err)
    assert len(identifiers(store)) < 60
    assert kg("build", tmp_path / "many.jsonl", "--store", store).code == 0
    kg("build", tmp_path / "many.jsonl", "--store", tmp_path / "fresh")
    with Store(store, read_only=True) as mended, Store(tmp_path / "fresh", read_only=True) as fresh:
        assert set(mended.db) == set(fresh.db)


@pytest.fixture
def read_only_disk(tmp_path):
    """A folder on a disk that is not to be written."""
    if not os.geteuid():
        # Nothing is forbidden to root but what the disk forbids.
        with disk(tmp_path / "disk", "-o", "ro") as folder:
            yield folder
        return
    folder = tmp_path / "disk"
    folder.mkdir()
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_disk_that_is_read_only(kg, good, read_only_disk):
    ran = kg("build", good, "--store", read_only_disk / "store")
    assert ran.code == 3
    assert ran.err.startswith(f"kg: the store {read_only_disk / 'store'} cannot be read or written: ")


#: What a folder may hold: the name of a file, its bytes, what is told of it, and what becomes of its articles.
FATES = [
    ("01.txt", b"", ["01.txt: empty, there is nothing to read"], {"failed": 1}),
    ("02.json", b'[1, "two"]', ["02.json:1, article 1: a line should be a", "article 2: a line"], {"failed": 2}),
    (
        "03.csv",
        b"id,text,date\na1,Ann Lee left Leeds.,2020-01-01\na2\na3,Bob Ray left York.\n\na4,,2020\na5,a,b,c\n",
        [
            "03.csv:3: 1 of 3 cells: this row ends before its text",
            "03.csv:6: empty, there is nothing to read",
            "03.csv:7: 4 cells under 3 names",
        ],
        {"new": 2, "failed": 3},
    ),
    ("04.jsonl", b'{"id": "b", "text": null}\n', ["04.jsonl:1: 'text' is null: give it a string"], {"failed": 1}),
    (
        "05.jsonl",
        b'{"id": "c", "text": ["Ann Lee left Leeds.", "x"]}\n{"id": "d", "text": ["Bob Ray left York."]}\n',
        ["05.jsonl:1: 'text' is a list, read as paragraphs; so are others"],
        {"new": 2},
    ),
    (
        "06.jsonl",
        b'{"id": "e", "text": {"a": 1}}\n{"id": "f", "text": 5}\n{"id": "g"}\nnot json\n[]\n',
        [
            "06.jsonl:1: text {'a': 1} is an object of a: left out",
            "06.jsonl:1: 'text' is {\"a\": 1}, which is no text: give it a string",
            "06.jsonl:2: 'text' is 5, which is no text",
            "06.jsonl:3: no text: its fields are 'id'",
            "06.jsonl:4: no valid JSON at column 1",
            "06.jsonl:5: an empty list",
        ],
        {"failed": 5},
    ),
    (
        "07.jsonl",
        b'{"id": "h", "text": "Ann Lee left Hull."}\n{"id": "h", "text": "Ann Lee left Bath."}\n'
        + 3 * b'{"id": "h", "text": "Ann Lee left Hull."}\n',
        [
            "07.jsonl:2: the article in 07.jsonl:1 has the id 'h' too: give each its own",
            "07.jsonl:3: the same article as in 07.jsonl:1: read once, as are others that stand twice",
        ],
        {"new": 1, "failed": 1, "standing twice": 3},
    ),
    ("08.txt", bytes(range(256)), ["08.txt: no text in UTF-8 (byte 128 is 0x80) nor in another"], {"failed": 1}),
    ("09.txt", "Zoë Day left Ely.".encode("cp1252"), ["09.txt: not UTF-8 but, it seems, Windows-1252"], {"new": 1}),
    (
        "10.txt",
        b"Der Hund und die Katze sind heute nicht zu Hause, sagte die Frau dem Mann am Abend.",
        ["10.txt: German, not English: left out"],
        {"not in English": 1},
    ),
    (
        "11.jsonl",
        b"".join(
            b'{"url": "https://a.example/1", "date": "2020-01-0%d", "text": "Ann Lee left Deal %d."}\n' % (day, day)
            for day in (2, 1, 3)
        ),
        ["11.jsonl:2: no newer than the article in 11.jsonl:1", "11.jsonl:3: newer than, and in the place of"],
        {"new": 1, "replaced": 1, "of another version": 1},
    ),
    (
        "12.json",
        b'[{"id": "i", "text": "Ann Lee left Rye."}, {"id": ',
        ["12.json:1: no valid JSON"],
        {"new": 1, "failed": 1},
    ),
]
NAMES = ("new", "unchanged", "replaced", "failed", "standing twice", "not in English", "of another version")


@pytest.mark.parametrize("case", FATES, ids=[name for name, *_ in FATES])
def test_each_that_comes_in_is_told_and_counted(kg, store, good, case, monkeypatch):
    name, content, told, fates = case
    monkeypatch.chdir(good.parent)
    (good.parent / name).write_bytes(content)
    ran = kg("build", name, "good.txt", "--store", store)
    lines = ran.err.splitlines()
    assert len(lines) == len(told), ran.err
    assert all(what in line for what, line in zip(told, lines, strict=True)), ran.err
    fates = fates | {"new": fates.get("new", 0) + 1}
    [first, *_] = ran.out.splitlines()
    counted = {what: int(number) for number, what in re.findall(r"(\d+) ([a-zA-Z ]+)", first.partition(": ")[2])}
    total = counted.pop("in all", None)
    assert {what: number for what, number in counted.items() if number} == fates
    assert total == (sum(fates.values()) if fates.keys() - {"new", "replaced", "failed"} else None)
    assert ran.code == (3 if "failed" in fates else 0)


def test_all_that_a_folder_holds_adds_up(kg, store, tmp_path):
    for name, content, *_ in FATES:
        (tmp_path / name).write_bytes(content)
    came = sum(sum(fates.values()) for *_, fates in FATES)
    first = kg("build", tmp_path, "--store", store).out.splitlines()[0]
    assert first.endswith(f": {came} in all")
    assert sum(int(number) for number in re.findall(r"(\d+) \w", first.rpartition(":")[0])) == came


def test_a_field_with_dots_that_somebody_names(kg, store, tmp_path):
    rows = ('{"id": "a", "doc": {"body": null}, "text": "No."}', '{"id": "b", "doc": {"body": "Ann Lee left."}}', "{}")
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    ran = kg("build", tmp_path / "a.jsonl", "--text-field", "doc.body", "--store", store)
    assert [line.partition("a.jsonl")[2] for line in ran.err.splitlines()] == [
        ':1: \'doc.body\' is null: give it a string, as {"doc.body": "…"}',
        ":3: no field 'doc.body': it has no field",
    ]
    assert identifiers(store) == {"b"}


def test_a_wrong_line_of_what_was_decided_is_no_failed_article(kg, store, good):
    assert kg("build", good, "--store", store).code == 0
    (store / "decisions.csv").write_text("one,two\n")
    ran = kg("build", good, "--store", store)
    assert (ran.code, "decisions.csv:1" in ran.err) == (3, True)
    assert ran.out.startswith("articles: 0 new, 1 unchanged, 0 replaced, 0 failed\n")
