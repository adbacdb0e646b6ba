"""No character of a text, a name, a file or an endpoint's answer steers a terminal."""

import ast
import json
import os
import re
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.main import main
from kg.cli.plain import UNSAFE, Shown, one_line, plain
from kg.conclude import conclude
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.vocabulary import BASE
from tests.command import Command
from tests.graph.readings import Maker
from tests.link.hostile import reply, saying, serving

CLI = Path(__file__).parent.parent.parent / "kg" / "cli"
#: What takes over a title, a colour, a link, the bell, the cursor, the direction or a line of a terminal.
STEERING = (
    "\x1b]0;owned\x07",
    "\x1b[31m",
    "\x1b]8;;http://evil.example\x1b\\",
    "\x9b31m",
    "\x9d0;owned\x9c",
    "\x07\x08\x7f\r",
    "\u202edesrever\u202c",
    "\u2066\u2069\u200f\u061c",
    "\u2028",
    "\x0c\x0b\x00\x1c\x85",
    "\U000e0041",
)
EVIL = "".join(STEERING)
PERSON, PLACE = f"{BASE}person/khan", f"{BASE}place/leeds"
KHAN, LEEDS = f"Khan{EVIL}", f"Leeds{EVIL}"
#: What rich writes itself: bold, faint, colours, and what moves and takes away a bar of progress.
STYLE = re.compile(r"\x1b\[(?:[0-9;]*m|\?25[lh]|2K|1A)|\r(?=\x1b)")


@pytest.mark.parametrize("text", STEERING)
def test_each_character_is_shown_by_its_number(text):
    assert not UNSAFE.search(plain(text))
    assert plain(text).isascii() or "desrever" in plain(text)


def test_what_is_shown():
    assert plain("a\x1b[1m\tb\n\u202eé\x9b") == "a\\x1b[1m\tb\n\\u202eé\\x9b"
    assert one_line(" a\n  same as\tb\r\x1b ") == "a same as b \\x1b"


@pytest.mark.parametrize("text", ["Zoë Ångström", "العربية", "עברית", "日本語", "👩‍👩‍👧", "a\u00adb", "क्‍ष", "“—…”"])
def test_what_people_write_stays(text):
    assert plain(text) == one_line(text) == text


@given(st.text())
def test_plain_twice_is_plain_once(text):
    once = plain(text)
    assert not UNSAFE.search(once)
    assert plain(once) == once
    assert len(one_line(text).splitlines()) <= 1


class Terminal:
    """Runs commands in this process with a terminal of its own on both channels; returns what reached it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: object) -> str:
        screen, program = os.openpty()
        reached: list[bytes] = []

        def read() -> None:
            try:
                while piece := os.read(screen, 4096):
                    reached.append(piece)
            except OSError:
                pass

        reader = threading.Thread(target=read)
        reader.start()
        with os.fdopen(program, "w", encoding="utf-8", newline="\n") as out, self._monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["kg", *map(str, arguments)])
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", out)
            with pytest.raises(SystemExit):
                main()
        reader.join()
        os.close(screen)
        return b"".join(reached).decode().replace("\r\n", "\n")


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal(monkeypatch)


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A store whose every text steers."""
    folder = tmp_path_factory.mktemp("plain")
    text = f"{KHAN} spoke at {LEEDS}."
    make = Maker(text, "a", published="2017-03-24", title=f"Title{EVIL}\n  same as evil")
    who, where = make.mention(KHAN, "Person", "person/khan"), make.mention(LEEDS, "Place", "place/leeds")
    facts = [make.fact("spokeAt", who, where, text), make.fact("livesIn", who, where, text, "reported")]
    with Store(folder / "store") as store:
        store.replace(Names("a").article, quads(make.reading(facts), content_hash="a", read_by="test"))
        conclude(store)
    return folder


COMMANDS = (
    ["show", PERSON],
    ["why", PERSON, "spoke at", PLACE],
    ["why", PERSON, "lives in", PLACE],
    ["why", PERSON, "spoke at", PLACE, "--format", "json"],
    ["why", PERSON, "spoke at", PLACE, "--format", "turtle"],
    ["why", PERSON, "spoke at", PLACE, "--format", "dot"],
    ["query", "spoke-where"],
    *(["query", "spoke-where", "--format", form] for form in ("csv", "tsv", "json", "xml")),
    ["query", "articles-mentioning", "--entity", f"no{EVIL}"],
    ["query", f"no{EVIL}.rq"],
    ["query", f"no{EVIL}"],
    ["check"],
    ["stats"],
    ["validate"],
    ["export"],
    ["export", f"x{EVIL}"],
    ["build", f"no{EVIL}\nkg: stored.txt"],
    ["extract", f"no{EVIL}.jsonl"],
    ["forget", f"no{EVIL}"],
    ["show", f"no{EVIL}"],
    ["stats", f"--no{EVIL}"],
    [f"no{EVIL}"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(ascii, command))[:60])
def test_no_command_lets_it_through(folder, terminal, monkeypatch, command):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KG_STORE", str(folder / "store"))
    seen = terminal(*(word.replace("\0", "") for word in command))
    assert seen.strip()
    assert not UNSAFE.search(STYLE.sub("", seen))
    assert "\x1b[31m" not in seen
    assert "\nkg: stored" not in seen


def test_a_file_whose_name_steers(folder, terminal, monkeypatch):
    monkeypatch.chdir(folder)
    name = f"bad{EVIL}\nkg: all is well.jsonl".replace("\0", "").replace("/", "")
    Path(name).write_text("[1]\n{")
    seen = terminal("extract", name)
    assert "bad\\x1b" in seen
    assert not UNSAFE.search(seen)
    assert "\nkg: all is well" not in seen


@pytest.mark.parametrize("status", ["200 OK", f"403 No{EVIL}".replace("\r", "").replace("\x0b", "")])
def test_an_endpoint_that_steers(folder, terminal, monkeypatch, status):
    monkeypatch.setenv("KG_STORE", str(folder / "store"))
    row = {
        "name": KHAN,
        "item": "http://www.wikidata.org/entity/Q1",
        "how": "label",
        "description": f"mayor{EVIL}\nkg: evil",
    }
    results = {"results": {"bindings": [{key: {"type": "literal", "value": value} for key, value in row.items()}]}}
    body = json.dumps(results).encode() if status == "200 OK" else f"go{EVIL}".encode()
    with serving(saying(reply(body, status=status))) as server:
        seen = terminal("link", "--endpoint", server.url)
    assert ("mayor" in seen) == (status == "200 OK")
    assert not UNSAFE.search(STYLE.sub("", seen))
    assert "\nkg: evil" not in seen


def test_programs_get_what_is_there(folder, kg, monkeypatch):
    monkeypatch.setenv("KG_STORE", str(folder / "store"))
    for form in ("csv", "json"):
        assert "\u202e" in kg("query", "spoke-where", "--format", form).out
    assert "\u202e" in kg("why", PERSON, "spoke at", PLACE, "--format", "json").out
    assert "\u202e" not in kg("show", PERSON).out


def test_pieces_may_end_within_a_character():
    class Screen:
        shown = ""

        def write(self, text: str) -> None:
            self.shown += text

    screen = Screen()
    shown = Shown(screen)
    for byte in "é\u202e\r\n\rx".encode():
        shown.write(bytes([byte]))
    assert screen.shown == "é\\u202e\n\nx"


@pytest.mark.parametrize("path", sorted(CLI.rglob("*.py")), ids=lambda path: path.name)
def test_nothing_prints_past_it(path):
    if path.name == "plain.py":
        return
    text = path.read_text("utf-8")
    assert ".stdout.buffer" not in text
    assert ".stdout.write" not in text
    for call in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id == "Console":
            assert [keyword.arg for keyword in call.keywords] == ["file"]
