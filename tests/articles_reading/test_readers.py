"""Inputs become articles; each that cannot be read is reported once, and no other is lost."""

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.articles.checks import LONGEST
from kg.articles.files import STDIN
from kg.articles.json_values import articles
from kg.articles.readers import read
from kg.articles.record import Named
from kg.articles.report import refuse
from kg.articles.text import article, is_byline
from kg.errors import DataError, KgError, Notice, UsageError

GOOD = {"id": "good", "text": "Khan spoke in Leeds."}


def all_of(*paths, **options) -> tuple[list[Article], list[KgError]]:
    """What is read, and what is reported."""
    reported: list[KgError] = []
    return list(read(paths, report=reported.append, **options)), reported


def write(path, content: bytes | str):
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_has_its_headline_and_its_byline(tmp_path):
    text = "\nKhan speaks\n\nJane Doe, Political Editor\n\nKhan spoke in Leeds.\n"
    [found], reported = all_of(write(tmp_path / "speech.txt", text))
    assert found == Article("speech", text, "Khan speaks", "Jane Doe, Political Editor")
    assert not reported


def test_a_text_is_kept_to_the_character(tmp_path):
    text = "One\r\n\r\nTwo\t\x0bthree\x1b[0m\u2028four\n\n\n"
    [found], _ = all_of(write(tmp_path / "odd.txt", text))
    assert found.text == text


def test_the_mark_of_utf_8_is_no_character_of_the_text(tmp_path):
    [found], _ = all_of(write(tmp_path / "bom.txt", b"\xef\xbb\xbfKhan spoke."))
    assert found.text == "Khan spoke."


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe, Political Editor",
        "By Jane Doe",
        "BY JANE DOE, Associated Press",
        "Jan van der Berg, reporter in Ghent",
    ],
)
def test_a_byline(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Khan spoke in Leeds.",
        "Police, who were called, left",
        "Paris, France",
        "Londoners have come together, he said",
        "LONDON (Reuters)",
        'Jane Doe, "the editor"',
        "Jane Doe, " + "very " * 30 + "long",
    ],
)
def test_no_byline(line):
    assert not is_byline(line)


def test_json_lines_by_the_names_that_others_use(tmp_path):
    line = {"id": "a", "text": "T.", "headline": "H", "date": "2017-03-23", "url": "https://e.org/a", "tags": ["x"]}
    [found], reported = all_of(write(tmp_path / "a.jsonl", json.dumps(line)))
    assert found == Article("a", "T.", "H", None, "2017-03-23", "https://e.org/a")
    assert not reported
    [found], _ = all_of(write(tmp_path / "b.jsonl", json.dumps({**line, "title": "Title"})))
    assert found.title == "Title"


def test_json_lines_carry_what_is_known(tmp_path):
    full = {
        "id": 7,
        "text": "T.",
        "title": "H",
        "published": "2017-03-23",
        "source": "https://e.org/7",
        "author": "A B",
    }
    found, reported = all_of(write(tmp_path / "a.jsonl", f"{json.dumps(full)}\n\n{json.dumps(GOOD)}"))
    assert found == [
        Article("7", "T.", "H", "A B", "2017-03-23", "https://e.org/7"),
        Article("good", "Khan spoke in Leeds."),
    ]
    assert not reported


def test_a_folder_gives_its_articles_by_name_and_leaves_other_files(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "A.TXT", "sub/c.txt", "picture.png"):
        write(tmp_path / name, f"{name} text")
    found, reported = all_of(tmp_path)
    assert [article.id for article in found] == ["A", "b", "c"]
    [left_out] = reported
    assert isinstance(left_out, Notice)
    assert "left out as no articles: 1 .png; what is read ends in .txt, " in str(left_out)


def test_a_file_beside_its_folder_is_read_once(tmp_path):
    file = write(tmp_path / "a.txt", "Text.")
    found, reported = all_of(tmp_path, file, file)
    assert len(found) == 1
    assert not reported


@pytest.mark.parametrize(("raw", "ids"), [(json.dumps(GOOD).encode(), ["good"]), (b"Khan {spoke}.", None)])
def test_standard_input_is_json_lines_or_a_text(monkeypatch, raw, ids):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    [found], _ = all_of(STDIN)
    assert found.id in (ids or [article(raw.decode(), None).id])
    assert re.fullmatch(r"good|[0-9a-f]{16}", found.id)


@pytest.mark.parametrize(
    "first",
    [
        b"no JSON",
        b"[1]",
        b'{"id": "x"',
        b"7",
        b'"text"',
        b"null",
        b"",
        b"\xff",
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000,
    ],
    ids=lambda first: repr(first[:12]),
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_standard_input_whose_first_line_is_no_object(monkeypatch, first, end):
    raw = end.join([first, json.dumps(GOOD).encode(), b""])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    [found], reported = all_of(STDIN)
    assert found.id == "good"
    reported = [error for error in reported if not isinstance(error, Notice)]
    assert len(reported) == bool(first)
    assert all(isinstance(error, DataError) and "standard input:1" in str(error) for error in reported)


@pytest.mark.parametrize(
    "raw", [b'[{"id": "a"}, {"id": "b"}]', b'\xef\xbb\xbf {"id": "a"', b"{}", b'[\n {\n  "id": "a"\n }\n]']
)
def test_json_on_standard_input_is_never_prose(monkeypatch, raw):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    found, reported = all_of(STDIN)
    assert not found
    assert all(isinstance(error, DataError) for error in reported)
    assert reported


@pytest.mark.parametrize(
    "text", ["[Reuters] London", "{spoke} Khan", '"Yes," he said. {"a": 1}', 'Code:\n{"a": 1}\nend', "[1] a"]
)
def test_prose_may_have_braces(monkeypatch, tmp_path, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    found, reported = all_of(STDIN, write(tmp_path / "a.txt", text))
    assert [article.text for article in found] == [text, text]
    assert not reported


def test_a_path_that_no_disk_holds_costs_itself_only(tmp_path):
    good = write(tmp_path / "good.txt", "Text.")
    found, reported = all_of(tmp_path / ("x" * 300), tmp_path / ("y/" * 3000), good)
    assert [article.id for article in found] == ["good"]
    assert [type(error) for error in reported] == [DataError, DataError]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2017", "2017"),
        ("2017-03", "2017-03"),
        ("2017-03-23", "2017-03-23"),
        ("2017-03-23T10:05:00Z", "2017-03-23T10:05:00+00:00"),
        ("2017-03-23 10:05", "2017-03-23T10:05:00"),
    ],
)
def test_dates_of_publication(tmp_path, given, kept):
    [found], _ = all_of(write(tmp_path / "a.txt", "Text."), published=given)
    assert found.published == kept


def test_an_unknown_date_is_not_invented(tmp_path):
    [found], _ = all_of(write(tmp_path / "a.txt", "On Tuesday, March 3, Khan spoke."))
    assert found.published is None


#: A file's name, its bytes, and what is said of it.
BAD_FILES = [
    ("empty.txt", b"", "empty, there is nothing to read"),
    ("empty.jsonl", b"", "empty, there is nothing to read"),
    ("blank.jsonl", b"\n \r\n", "empty, there is nothing to read"),
    ("blank to Unicode.jsonl", "\u2028\xa0\n\x85".encode(), "empty, there is nothing to read"),
    ("mark.jsonl", b"\xef\xbb\xbf", "empty, there is nothing to read"),
    ("blank.txt", b" \n\n\t", "empty, there is nothing to read"),
    ("binary.txt", b"\x7fELF\x00\x00\x01", "a binary file and no text"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\x00", r"no text in UTF-8 \(byte 0 is 0x89\) nor in another encoding"),
    ("long.txt", b"Khan spoke. " * 450_000, "more than 4,000,000 bytes are no article; the longest has 1,000,000"),
    ("json.jsonl", b'{"id": "a", "text": ', r"json\.jsonl:1: no valid JSON at column 21"),
    ("cut.jsonl", b'{"id": "a", "text":\n', r"cut\.jsonl:1: no valid JSON at column 20"),
    ("list.jsonl", b'["a"]', r"list\.jsonl:1: a line should be a JSON object"),
    ("no-text.jsonl", b'{"id": "a"}', "no text: its fields are 'id': name the one that holds it with --text-field"),
    ("number.jsonl", b'{"id": "a", "text": 7}', "number.jsonl:1: 'text' is 7, which is no text: give it a string"),
    ("half.jsonl", rb'{"id": "a", "text": "\ud83d"}', r"half a character \(\\ud83d\)"),
    ("zero.jsonl", rb'{"id": "a", "text": "Khan\u0000"}', r"zero\.jsonl:1: a zero character \(\\u0000\) where text"),
    ("zero-id.jsonl", rb'{"id": "a\u0000", "text": "Khan."}', r"a zero character"),
    ("array.txt", b'[\n  {\n "id": "a"', "array.txt:3: no valid JSON at column 11"),
    ("digits.json", b'[{"id": ' + b"9" * 5000 + b', "text": "Khan."}]', r"digits\.json:1: this JSON cannot be read"),
]


def test_an_article_whose_name_is_not_utf_8_is_told_and_the_others_are_read(tmp_path):
    found, [error] = all_of(write(tmp_path / "caf\udce9.txt", "Text."), write(tmp_path / "z.txt", "Text."))
    assert [article.id for article in found] == ["z"]
    assert str(error).endswith("rename the file, so that its name is UTF-8")


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES, ids=[name for name, *_ in BAD_FILES])
def test_a_bad_file_is_reported_and_the_others_are_read(tmp_path, name, content, message):
    paths = [
        write(tmp_path / "before.txt", "Text."),
        write(tmp_path / name, content),
        write(tmp_path / "z.txt", "Text."),
    ]
    found, [error] = all_of(*paths)
    assert [article.id for article in found] == ["before", "z"]
    assert re.search(message, str(error))
    assert name in str(error)
    assert isinstance(error, DataError)
    assert len(str(error).splitlines()) == 1


def test_the_other_lines_of_a_broken_file_are_read(tmp_path):
    file = write(tmp_path / "a.jsonl", f'{json.dumps(GOOD)}\n{{"id": \n{json.dumps(GOOD | {"id": "last"})}\n')
    found, [error] = all_of(file)
    assert [article.id for article in found] == ["good", "last"]
    assert str(error).startswith(f"{file}:2: no valid JSON")


@pytest.mark.parametrize(
    ("path", "kind", "message"),
    [
        ("nowhere.txt", UsageError, "there is no such file or folder"),
        ("picture.png", UsageError, r"a file that ends in \.txt, "),
        ("folder", DataError, "no articles in this folder"),
    ],
)
def test_a_path_that_holds_no_article(tmp_path, path, kind, message):
    (tmp_path / "folder").mkdir()
    write(tmp_path / "picture.png", b"png")
    found, [error] = all_of(tmp_path / path, write(tmp_path / "good.txt", "Text."))
    assert [article.id for article in found] == ["good"]
    assert type(error) is kind
    assert re.search(message, str(error))


def test_two_articles_of_one_id(tmp_path):
    (tmp_path / "sub").mkdir()
    first, second = write(tmp_path / "a.txt", "One."), write(tmp_path / "sub" / "a.txt", "Two.")
    [found], [error] = all_of(first, second)
    assert found.text == "One."
    assert str(error) == f"{second}: the article in {first} has the id 'a' too: give each its own"


def test_a_date_for_several_articles_is_refused(tmp_path):
    files = [write(tmp_path / name, "Text.") for name in ("a.txt", "b.txt")]
    with pytest.raises(UsageError, match="are of a single text"):
        list(read(files, published="2017-03-23"))


def test_without_a_report_reading_stops_at_the_first_error(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        list(read([tmp_path / "nowhere.txt"]))


@given(st.text().filter(str.strip), st.text(min_size=1))
def test_any_text_comes_through_json_lines_unchanged(text, name):
    [(where, make)] = articles([json.dumps({"id": name, "text": text}).encode()], "x", Named(), refuse)
    assert (make().id, make().text, where) == (name, text, "x:1")


@pytest.mark.parametrize("longest", [LONGEST, 1])
def test_an_article_may_be_long(tmp_path, longest):
    [found], reported = all_of(write(tmp_path / "a.txt", "x" * longest))
    assert len(found.text) == longest
    assert not reported


def test_what_is_too_long_is_refused_before_it_is_read_whole(tmp_path):
    """Files of three gigabytes, of which no byte is on the disk."""
    told = "are no article; the longest has 1,000,000 characters: split it into its articles"
    problems = []
    for name in ("long.txt", "long.jsonl"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(3 << 30)
    (tmp_path / "long.jsonl").open("r+b").write(b'{"id": "a", "text": "Khan."}\n')
    found = list(read([tmp_path / "long.jsonl", tmp_path / "long.txt"], report=problems.append))
    assert [article.id for article in found] == ["a"]
    assert [str(problem).rpartition("/")[2].partition(":")[2] for problem in problems] == [
        f"2: more than 13,000,000 bytes {told}",
        f" more than 4,000,000 bytes {told}",
    ]


def test_standard_input_is_read_line_by_line_however_long_it_is(monkeypatch):
    lines = [json.dumps({"id": str(number), "text": "Khan spoke. " * 1000}) for number in range(700)]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert [article.id for article in read(["-"])] == [str(number) for number in range(700)]


def test_a_long_text_on_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Khan spoke. " * 400_000)))
    with pytest.raises(DataError, match="standard input: more than 4,000,000 bytes are no article"):
        list(read(["-"]))


BOMB = "A bomb killed three people in Ulm on Tuesday.\n"


@pytest.mark.parametrize(
    ("name", "text", "day", "by"),
    [
        ("a.txt", f"ULM, 23 March 2017 (AP) - {BOMB}", "2017-03-23", "the dateline"),
        ("a.txt", f"Bomb in Ulm\n\nPublished: 23 March 2017\n\n{BOMB}", "2017-03-23", "the dateline"),
        ("2017-03-22-ulm.txt", BOMB, "2017-03-22", "the name of the file"),
        ("ulm_2017_03_22.txt", BOMB, "2017-03-22", "the name of the file"),
        # What the article says of itself is nearer to it than what its file is called.
        ("2017-03-24.txt", f"ULM, 23 March 2017 (AP) - {BOMB}", "2017-03-23", "the dateline"),
        ("2017-03-24.md", f"---\ndate: 2017-03-22\n---\n{BOMB}", "2017-03-22", "what stands above the text"),
        # Nothing is guessed: no year, no such day, two days, a number.
        ("a.txt", f"ULM, 23 March (AP) - {BOMB}", None, None),
        ("a.txt", f"ULM, March 2017 (AP) - {BOMB}", None, None),
        ("2017-02-31.txt", BOMB, None, None),
        ("2017-03-22-to-2017-03-24.txt", BOMB, None, None),
        ("20170322.txt", BOMB, None, None),
        ("a.txt", f"{BOMB} The trial of 23 March 2017 goes on.\n", None, None),
    ],
)
def test_what_tells_the_day_of_an_undated_article_is_told(tmp_path, name, text, day, by):
    [found], reported = all_of(write(tmp_path / name, text))
    assert (found.published, found.dated_by) == (day, by)
    assert [str(each) for each in reported] == ([f"dates of publication: 1 by {by}"] if by else [])


def test_a_file_of_many_articles_gives_none_its_day(tmp_path):
    [found], _ = all_of(write(tmp_path / "2017-03-22.jsonl", json.dumps(GOOD)))
    assert found.published is None
