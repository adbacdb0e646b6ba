"""What Spark's Python workers do, without Spark: rows in, rows out."""

import gzip
import json
from dataclasses import replace
from functools import partial

import pytest

pa = pytest.importorskip("pyarrow", reason="newskg[spark] is not installed")

from kg.articles import readers  # noqa: E402 (after what may be missing)
from kg.articles.article import Article  # noqa: E402
from kg.errors import DataError, UsageError  # noqa: E402
from kg.export.readings import to_json  # noqa: E402
from kg.extraction import Extraction  # noqa: E402
from kg.graph.held import content_hash  # noqa: E402
from kg.reason.closing import own_program  # noqa: E402
from kg.reason.closure import Program  # noqa: E402
from kg.reason.rules import Rule  # noqa: E402
from kg.reason.terms import Atom, term  # noqa: E402
from kg.spark import chosen, folder, forms, reading, records, session  # noqa: E402
from kg.spark.schema import READING, TABLES  # noqa: E402
from tests.articles_reading.test_formats import PAGE, TAG, needs_pages, warc  # noqa: E402
from tests.command import Command  # noqa: E402
from tests.graph.readings import rudd  # noqa: E402
from tests.spark.texts import ARTICLES, printed, row  # noqa: E402


def read(rows, extraction=None):
    return list(reading._read(extraction or Extraction(), iter(rows)))


@pytest.fixture(scope="module")
def rows():
    return read(map(row, ARTICLES))


@pytest.fixture(scope="module")
def alone():
    return printed(ARTICLES)


def test_a_row_has_what_kg_extract_prints(rows, alone):
    assert [{name: found[name] for name in TABLES.values()} for found in rows] == [
        {name: found[name] for name in TABLES.values()} for found in alone
    ]
    assert any(found["events"] for found in rows)
    assert any(found["quotes"] for found in rows)


def test_the_columns_hold_all_that_is_printed(rows, alone):
    # What is printed anew needs a column: Arrow leaves out what has none without a word.
    held = pa.RecordBatch.from_pylist(rows, READING).to_pylist()
    for name in TABLES.values():
        assert [found[name] for found in held] == [found[name] for found in alone]
    given = {"id", "text", "title", "author", "published", "source", "language", "dated_by"}
    assert to_json(rudd()).keys() <= {*given, *TABLES.values()}


def test_the_hash_is_that_of_a_build(rows):
    signature = Extraction().signature
    assert [found["hash"] for found in rows] == [content_hash(article, signature) for article in ARTICLES]


def test_what_is_no_article_costs_no_other():
    good = row(ARTICLES[0])
    wrong = [
        {"id": "empty", "text": "  "},
        {"id": None, "text": "A text without an id."},
        {"id": "none", "text": None},
        {"id": "zero", "text": "A \0 character."},
    ]
    found = read([wrong[0], good, *wrong[1:]])
    assert [each["id"] for each in found if each.get("reading")] == ["vigil"]
    told = [each["problems"][0]["problem"] for each in found if not each.get("reading")]
    assert told == [
        "article 'empty': empty, there is nothing to read",
        "article None: nothing in the column id",
        "article 'none': nothing in the column text",
        "article 'zero': a zero character (\\u0000) where text should stand",
    ]


def test_what_takes_too_long_is_told_and_the_row_stays():
    [found] = read([row(ARTICLES[0])], Extraction(article_timeout=1e-6))
    assert found["id"] == "vigil"
    assert not found.get("reading")
    assert found["problems"][0]["kind"] == "error"
    assert "article 'vigil' is left out" in found["problems"][0]["problem"]


def test_a_date_that_is_none_is_left_out_and_told():
    [found] = read([{**row(ARTICLES[0]), "published": "some day"}])
    assert found["reading"]
    assert found["published"] is None
    assert found["problems"][0]["kind"] == "notice"


def test_what_one_article_is_told_is_told_of_no_other():
    undated = {"id": "undated", "text": "Two gunmen killed three people in Leeds on Friday."}
    given = [undated, {**undated, "id": "again"}, row(ARTICLES[0])]
    assert [[each["problem"] for each in found["problems"]] for found in read(given)] == [
        ['1 article of no known date: days such as "Friday" stay words there'],
        ['1 article of no known date: days such as "Friday" stay words there'],
        [],
    ]


def of_lines(*lines: str, part: int = 0, language="any"):
    how = records.Reading("a signature", language=language)
    raw = [{"path": "file:/a.jsonl", "part": part, "raw": line.encode()} for line in lines]
    return list(records.articles(records.of_lines, how, iter(raw)))


def test_lines_are_read_as_one_machine_reads_them():
    found = of_lines('{"id": "a", "text": "One."}', "", '{"id": "b"', '{"uuid": "c", "body": "Three."}')
    assert [(each.get("id"), each.get("text")) for each in found] == [("a", "One."), (None, None), ("c", "Three.")]
    assert [each["input"] for each in found] == ["file:/a.jsonl:1", "file:/a.jsonl:3", "file:/a.jsonl:4"]
    assert found[1]["problems"][0]["problem"].startswith("file:/a.jsonl:3: no valid JSON at column")


def test_a_date_in_the_name_of_a_file_dates_its_article_as_on_one_machine():
    raw = [{"path": "file:/2017-03-22-vigil.jsonl", "part": 0, "raw": b'{"id": "2017-03-22-vigil", "text": "One."}'}]
    [found] = records.articles(records.of_lines, records.Reading("a signature"), iter(raw))
    assert (found["published"], found["dated_by"]) == ("2017-03-22", "the name of the file")


def test_what_would_be_read_again_is_refused(tmp_path):
    for out in (tmp_path, tmp_path / "out", f"file://{tmp_path}/a/../out"):
        with pytest.raises(UsageError, match=r"lies in .*: a later run would read what this one writes"):
            folder.apart(str(tmp_path), str(out))
    with pytest.raises(UsageError, match="s3a://news/out lies in s3a://news/:"):
        folder.apart("s3a://news/", "s3a://news/out")
    for out in (f"{tmp_path}-out", "s3a://news/out"):
        folder.apart(str(tmp_path), str(out))
    folder.apart("s3a://news/a", "s3a://news/ab")


def test_a_folder_that_kg_did_not_write_stays_as_it_is(tmp_path):
    out = tmp_path / "out"
    for there in (str(out), "s3a://news/out"):
        folder.own(there)
    out.mkdir()
    folder.own(str(out))
    (out / "decisions.csv").touch()
    folder.own(str(out))
    (out / "facts").mkdir()
    for path in (str(out), f"file://{out}"):
        with pytest.raises(UsageError, match="holds what kg spark did not write, as facts: name a new folder"):
            folder.own(path)
    (out / "readings").mkdir()
    folder.own(str(out))
    with pytest.raises(UsageError, match=r"decisions\.csv is a file: name a new folder"):
        folder.own(str(out / "decisions.csv"))


def test_a_file_of_this_machine_that_is_not_there_is_told(tmp_path, monkeypatch):
    for name in folder._CONFIGURED:
        monkeypatch.delenv(name, raising=False)
    none = str(tmp_path / "none")
    for path in (none, f"file://{none}"):
        with pytest.raises(UsageError, match="there is no such file or folder"):
            folder.there(path)
    for path in (str(tmp_path), f"{tmp_path}/*.jsonl", "s3a://none/"):
        folder.there(path)
    folder.there(none, ["spark.hadoop.fs.defaultFS"])
    monkeypatch.setenv("HADOOP_CONF_DIR", "somewhere")
    folder.there(none)


def test_the_command_refuses_before_spark_starts(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pyspark", reason="newskg[spark] is not installed")
    monkeypatch.setattr(session, "session", lambda *_: pytest.fail("Spark was started"))
    run = Command(monkeypatch, capsys)
    ran = run("spark", "extract", f"file:{tmp_path}/none", tmp_path / "out")
    assert (ran.code, ran.err) == (2, f"kg: file:{tmp_path}/none: there is no such file or folder\n")
    ran = run("spark", "extract", f"file:{tmp_path}", tmp_path / "out")
    assert (ran.code, ran.out) == (2, "")
    assert "a later run would read what this one writes" in ran.err


def test_a_part_of_a_file_is_told_by_the_byte_that_it_begins_with():
    [found] = of_lines('{"id": "a"}', part=1_000_000)
    assert found["input"] == "file:/a.jsonl, behind byte 1,000,000:1"


def test_what_is_not_english_is_left_out_and_told():
    german = (
        "Der Bürgermeister hat am Montag gesagt, dass die Stadt im nächsten Jahr mehr Wohnungen bauen will als zuvor. "
        "Im Rathaus stritten danach alle Parteien über das Geld, denn keiner weiß bisher, woher es kommen soll."
    )
    [found] = of_lines(json.dumps({"id": "a", "text": german}), language="en")
    assert found.get("id") is None
    assert found["problems"][0]["kind"] == "notice"


@needs_pages
def test_a_web_archive_is_read_as_one_machine_reads_it(tmp_path):
    pytest.importorskip("warcio", reason="newskg[formats] is not installed")
    page = ("https://gazette.example/1", "text/html; charset=utf-8", PAGE.format(head=TAG))
    raw = b"".join(map(gzip.compress, warc([page, ("https://gazette.example/a.png", "image/png", "png")])))
    (tmp_path / "a.warc.gz").write_bytes(raw)
    [alone] = list(readers.read([tmp_path / "a.warc.gz"], report=lambda _: None))
    given = {"a.warc.gz": raw, "b.warc": b"no archive", "c.warc.gz": gzip.compress(warc([page])[0])}
    rows = [{"path": f"hdfs://{name}", "content": content} for name, content in given.items()]
    found, told, last = records.articles(records.of_archives, records.Reading("a signature"), iter(rows))
    assert (found["id"], found["text"], found["published"]) == (alone.id, alone.text, alone.published)
    assert found["input"] == "hdfs://a.warc.gz, https://gazette.example/1"
    assert [each["kind"] for each in told["problems"]] == ["notice", "error", "error"]
    assert "hdfs://b.warc" in told["problems"][1]["problem"]
    assert (last["input"], last["problems"]) == ("hdfs://c.warc.gz, https://gazette.example/1", [])


def told_apart(*articles: tuple[str, Article]):
    """What becomes of articles of one id, by where each stands."""
    found = [
        {
            "file": where,
            "part": 0,
            "number": number,
            "input": f"{where}:{number}",
            "hash": content_hash(article, "x"),
            "published": article.published,
            "source": article.source,
        }
        for number, (where, article) in enumerate(articles)
    ]
    [one] = chosen._told_apart(iter([{"id": articles[0][1].id, "all": found[::-1]}]))
    return one["hash"], [each["problem"] for each in one["problems"]]


def test_of_one_id_the_first_is_read_and_the_other_told():
    one, other = Article("a", "One."), Article("a", "Other.")
    kept, told = told_apart(("one", one), ("one", one), ("other", other))
    assert kept == content_hash(one, "x")
    assert told == ["other:2: the article in one:0 has the id 'a' too: give each its own"]


def test_of_one_address_the_newest_is_read():
    address = "https://example.org/a"
    old = Article(address, "One.", published="2020-01-01", source=address)
    new = replace(old, text="Two.", published="2020-01-02")
    for first, second in ((old, new), (new, old)):
        kept, [told] = told_apart(("one", first), ("two", second))
        assert kept == content_hash(new, "x")
        assert "newer than" in told


def test_what_reads_can_be_sent_to_workers():
    import pickle

    assert pickle.loads(pickle.dumps(partial(reading._read, Extraction()))).args == (Extraction(),)


def test_every_rule_of_the_ontology_is_of_a_form_that_spark_applies():
    one, two = forms.forms(own_program())
    news = "<https://w3id.org/newskg/ontology#"
    assert forms.Two(f"{news}locatedIn>", f"{news}locatedIn>", f"{news}locatedIn>") in two
    assert any(each.head_p == f"{news}worksFor>" or each.p == f"{news}worksFor>" for each in one)


@pytest.mark.parametrize(
    "rule",
    [
        "?x a owl:Thing . ?y a owl:Class -> ?x owl:differentFrom ?y",
        "?x rdfs:label ?y . ?x rdfs:comment ?z -> ?y rdfs:seeAlso ?z",
        "?x rdfs:label ?y . ?y rdfs:comment ?z . ?z rdfs:label ?w -> ?x rdfs:seeAlso ?w",
        "?x rdfs:label ?y -> ?z rdfs:seeAlso ?y",
    ],
)
def test_a_rule_of_another_form_is_refused(rule):
    body, head = rule.split(" -> ")
    atoms = tuple(Atom(*map(term, atom.split())) for atom in body.split(" . "))
    with pytest.raises(DataError, match="kg load without kg spark close does"):
        forms.forms(Program([Rule("mine", atoms, Atom(*map(term, head.split())))]))
