"""On Spark the same is found as on one machine: local[2]."""

import gzip
import json
import shutil
import signal
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from tests.spark.java import missing

if why := missing():
    pytest.skip(why, allow_module_level=True)

import kg.spark
from kg import naming
from kg.articles.readers import read
from kg.build import build
from kg.conclude import decide
from kg.errors import DataError, UsageError
from kg.extraction import Extraction
from kg.graph.mentioned import Mentioned
from kg.graph.packing import packed
from kg.graph.store import Store
from kg.resolve import decisions
from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.resolve.events import meeting
from kg.resolve.events.occurrences import occurrences
from kg.resolve.features import named
from kg.resolve.resolve import resolve as resolved
from kg.spark import components, resolving
from kg.spark import folder as kept
from kg.spark.extracting import Wanted, extract, resolve, tables
from kg.spark.following import close
from kg.spark.schema import TABLES
from kg.spark.session import session
from tests.articles_reading.test_formats import PAGE, TAG, warc
from tests.command import Command
from tests.resolve.test_store import Read
from tests.spark.made import readings
from tests.spark.texts import ARTICLES, built, held, image, lines, printed, record, row

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
#: Little of everything: six engineers, or a runner of two cores.
SMALL = {
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # Nothing lives long enough here for a compiler to be worth its time.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.adaptive.enabled": "false",
    "spark.driver.extraJavaOptions": QUICK,
    "spark.executor.extraJavaOptions": QUICK,
}


@pytest.fixture(scope="module")
def spark():
    # Spark has a handler of its own for Ctrl-C, which is not to outlive it here.
    before = signal.getsignal(signal.SIGINT)
    found = session("local[2]", SMALL)
    yield found
    found.stop()
    signal.signal(signal.SIGINT, before)


def write(path: Path, articles) -> None:
    path.write_text("".join(json.dumps(record(article)) + "\n" for article in articles), encoding="utf-8")


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """A folder of lines, a table and what cannot be read."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    folder = tmp_path_factory.mktemp("given")
    write(folder / "a.jsonl", ARTICLES[:4])
    with (folder / "a.jsonl").open("a", encoding="utf-8") as more:
        more.write('\n{"id": "broken", "text":\n')
    inner = folder / "inner"
    inner.mkdir()
    packed = json.dumps(record(ARTICLES[4])) + "\n" + json.dumps(record(ARTICLES[0])) + "\n"
    (inner / "B.JSONL.GZ").write_bytes(gzip.compress(packed.encode()))
    write_table(pa.Table.from_pylist(list(map(row, ARTICLES[5:]))), inner / "c.parquet")
    if find_spec("trafilatura") and find_spec("warcio"):
        page = ("https://gazette.example/1", "text/html; charset=utf-8", PAGE.format(head=TAG))
        (inner / "d.warc.gz").write_bytes(gzip.compress(warc([page])[0]))
    return folder


@pytest.fixture(scope="module")
def one(given):
    """What one machine reads there."""
    return list(read([given], report=lambda _: None))


@pytest.fixture(scope="module")
def out(spark, given, one, tmp_path_factory):
    """What Spark makes of it."""
    folder = tmp_path_factory.mktemp("out") / "out"
    done = extract(spark, str(given), str(folder))
    assert (done.new, done.unchanged, done.failed) == (len(one), 0, 1)
    return folder


def table(spark, out, name):
    rows = spark.read.parquet(str(out / name)).collect()
    return sorted(json.dumps(each.asDict(recursive=True), sort_keys=True) for each in rows)


def shard(out, name):
    files = (out / "shards" / f"shard={name}").glob("part-*")
    return sorted(line for file in files for line in gzip.decompress(file.read_bytes()).decode().splitlines())


def test_the_tables_have_what_kg_extract_prints(spark, out, one):
    alone = printed(one)
    for name, column in TABLES.items():
        rows = [{"id": each["id"], **item} for each in alone for item in each[column]]
        assert table(spark, out, name) == sorted(json.dumps(each, sort_keys=True) for each in rows)
        assert rows


def test_the_graphs_are_those_of_one_machine_to_the_byte(out, one):
    assert shard(out, "articles") == lines(one)


def test_what_cannot_be_read_is_a_row_and_nothing_else_is_lost(spark, out, given):
    [told] = spark.read.parquet(str(out / "errors")).collect()
    assert told["input"].endswith(f"{given}/a.jsonl:6")
    assert (told["id"], told["kind"]) == (None, "error")
    assert "no valid JSON" in told["problem"]


@pytest.fixture
def run(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


def test_a_store_that_is_loaded_is_the_store_of_a_build(out, one, tmp_path, run):
    ran = run("load", out, "--store", tmp_path / "loaded")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"articles: {len(one)} new")
    assert held(tmp_path / "loaded") == built(one, tmp_path / "built")


#: One that is not told otherwise, two that would be one, and a line that is none.
DECIDED = [
    Decision("person/ann-lee", "person/john-smith", SAME),
    Decision("article/wgc/organization/world-grain-council", "article/wgc-only/organization/wgc", DIFFERENT),
]


def decided(one, folder, **options):
    """All that the store of a build holds for which that is decided."""
    built(one, folder, **options)
    with Store(folder) as store:
        decide(store, DECIDED)
        return image(store)


def test_what_is_there_and_cannot_be_read_is_not_taken_for_nothing(spark, tmp_path):
    pa = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    assert kept.held(spark, str(tmp_path)).isEmpty()
    assert kept.decisions(spark, str(tmp_path), pytest.fail) == []
    (tmp_path / kept.READINGS).mkdir()
    assert kept.held(spark, str(tmp_path)).isEmpty()
    write_table(pa.table({"run": [1], "RUN": [2]}), tmp_path / kept.READINGS / "a.parquet")
    with pytest.raises(DataError, match=r"readings cannot be read: .*COLUMN_ALREADY_EXISTS"):
        kept.held(spark, str(tmp_path))
    write_table(pa.table({"id": ["a"], "title": ["A"]}), tmp_path / kept.READINGS / "a.parquet")
    with pytest.raises(DataError, match=r"no readings of this kg, without the column text: name a new OUT"):
        kept.held(spark, str(tmp_path))
    (tmp_path / decisions.FILE).mkdir()
    for name in ("part-0", "part-1"):
        (tmp_path / decisions.FILE / name).write_text("a,b,positive\n")
    with pytest.raises(DataError, match=r"decisions\.csv: a folder of 2 files, where one file should be"):
        kept.decisions(spark, str(tmp_path), pytest.fail)


def test_who_is_who_and_what_follows_are_those_of_a_build(spark, out, one, tmp_path, run):
    folder = tmp_path / "out"
    shutil.copytree(out, folder)
    decisions.write(folder / decisions.FILE, DECIDED)
    assert resolve(spark, str(folder)) > 0
    paths = {row["path"] for row in spark.read.parquet(str(folder / "identity")).collect()}
    assert any(path.startswith("event/") for path in paths)
    entities = {row["subject_entity"] for row in spark.read.parquet(str(folder / "facts")).collect()}
    assert entities & {f"https://w3id.org/newskg/id/{path}" for path in paths}
    assert run("load", folder, "--store", tmp_path / "loaded").code == 0
    assert held(tmp_path / "loaded") == decided(one, tmp_path / "built")
    assert decisions.read(tmp_path / "loaded" / decisions.FILE, pytest.fail) == DECIDED
    assert shard(folder, "background")
    assert close(spark, str(folder)) > 0
    assert run("load", folder, "--store", tmp_path / "closed").code == 0
    assert held(tmp_path / "closed") == held(tmp_path / "built")
    assert run("load", folder, "--store", tmp_path / "bare", "--no-background").code == 0
    assert held(tmp_path / "bare") == decided(one, tmp_path / "alone", background=False)


def test_two_hundred_articles_have_the_paths_of_one_machine(spark):
    made = list(readings(200))
    things = [thing for reading in made for thing in named(reading)]
    told = [one for reading in made for one in occurrences(reading)]
    frame = spark.createDataFrame([(packed(reading),) for reading in made], "reading string").persist()
    before: dict[tuple[str, str], str] = {}
    for known in ((), _decided(told)):
        found = {(row["article"], row["key"]): row["path"] for row in resolving.paths(frame, known).collect()}
        assert found == dict(resolved(things, known).keys) | meeting.keys(meeting.happenings(told, known))
        assert len({path for path in found.values() if path.startswith("event/")}) > 1
        assert any(path.startswith("person/") for path in found.values())
        assert found != before
        before = found


def test_two_thousand_articles_have_the_iris_of_a_build(spark, tmp_path):
    made = {reading.article.id: reading for reading in readings(2_000)}
    frame = spark.createDataFrame([(packed(reading),) for reading in made.values()], "reading string")
    found = {(row["article"], row["key"]): row["path"] for row in resolving.paths(frame).collect()}
    with Store(tmp_path / "built") as store:
        build(store, [reading.article for reading in made.values()], Read(made), background=False)
        every = {name: Mentioned(store).paths(store.graph(naming.article(name))) for name in made}
    assert found == {(name, key): path for name, paths in every.items() for key, path in paths.items()}
    assert len({path for path in found.values() if path.startswith("event/")}) > 100
    assert len({path for path in found.values() if path.startswith("person/")}) > 1


def _decided(told):
    """Decisions of persons that nothing else ties, of two who would be one, and of incidents on other days."""
    linked = [each for each in meeting.links(told) if each.left.article != each.right.article]
    apart = next(each for each in told if not meeting.linked(told[0], each))
    return [
        Decision("person/ann-lee", "person/john-smith", SAME),
        Decision("article/made-0/person/john-smith", "person/john-q-smith", DIFFERENT),
        Decision(told[0].key, apart.key, SAME),
        Decision(linked[0].left.key, linked[0].right.key, DIFFERENT),
    ]


def test_what_hangs_together_by_joins_does_as_the_driver_finds_it(spark):
    random = Random(3)
    chain = [(node, block) for node in range(200) for block in (node, node + 1)]
    random.shuffle(chain)
    star = [(1_000 + node, block) for node in range(200) for block in ([node + 500] if node else range(500, 700))]
    loose = [(2_000 + random.randrange(300), 2_000 + random.randrange(300)) for _ in range(280)]
    edges = [*chain, *star, *loose]
    frame = spark.createDataFrame(edges, "node bigint, block bigint")
    found = sorted(map(tuple, components.components(frame, few=0).collect()))
    assert found == components.grouped(edges)
    assert len({component for _, component in found}) > 20


def test_an_article_that_changed_takes_the_place_of_what_it_was(spark, out, one, tmp_path):
    folder, changed = tmp_path / "out", replace(ARTICLES[0], text="Ann Lee, the mayor of York, spoke in Bath.")
    shutil.copytree(out, folder)
    write(tmp_path / "new.jsonl", [changed, ARTICLES[1]])
    done = extract(spark, str(tmp_path / "new.jsonl"), str(folder))
    assert (done.new, done.unchanged, done.failed) == (1, 1, 0)
    assert shard(folder, "articles") == lines([*one[1:], changed])


def test_a_frame_is_read(spark):
    frame = spark.createDataFrame(list(map(row, ARTICLES[:2])), "id string, text string, published string")
    found = kg.spark.read(spark, frame).select("id", "relations").collect()
    alone = printed(ARTICLES[:2])
    assert [each["id"] for each in found] == [each["id"] for each in alone]
    assert [[fact["relation"] for fact in each["relations"]] for each in found] == [
        [fact["relation"] for fact in each["relations"]] for each in alone
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("A.jsonl.xz", "Spark does not read .jsonl.xz: pack it as .gz or .bz2"),
        ("a.parquet.gz", "Spark does not read .parquet.gz: unpack it"),
    ],
)
def test_what_spark_does_not_unpack_is_refused(spark, tmp_path, name, told):
    write(tmp_path / "b.jsonl", ARTICLES[:1])
    (tmp_path / name).write_bytes(b"packed")
    with pytest.raises(UsageError, match=f"{tmp_path}/{name}: {told}$"):
        extract(spark, str(tmp_path), str(tmp_path.parent / "out"))


def test_shards_of_another_run_go_whatever_spark_keeps(spark, out, tmp_path):
    folder = tmp_path / "out"
    shutil.copytree(out, folder)
    (folder / "shards" / "shard=identity").mkdir()
    (folder / "shards" / "shard=identity" / "part-0.txt").write_text("stale\n", encoding="utf-8")
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    try:
        tables(spark, kept.held(spark, str(folder)), str(folder))
    finally:
        spark.conf.unset("spark.sql.sources.partitionOverwriteMode")
    assert not (folder / "shards" / "shard=identity").exists()
    assert shard(folder, "articles") == shard(out, "articles")


def test_an_article_that_was_lost_is_tried_again(spark, tmp_path):
    write(tmp_path / "a.jsonl", ARTICLES[:1])
    given, folder = str(tmp_path / "a.jsonl"), tmp_path / "out"
    done = extract(spark, given, str(folder), Wanted(Extraction(article_timeout=1e-6)))
    assert (done.new, done.unchanged, done.failed) == (1, 0, 1)
    for new, unchanged in ((1, 0), (0, 1)):
        done = extract(spark, given, str(folder))
        assert (done.new, done.unchanged, done.failed) == (new, unchanged, 0)
    assert shard(folder, "articles") == lines(ARTICLES[:1])


def test_what_is_not_there_is_told(spark, tmp_path):
    with pytest.raises(UsageError, match="there is no such file or folder"):
        extract(spark, str(tmp_path / "none"), str(tmp_path / "out"))
    with pytest.raises(UsageError, match="a later run would read what this one writes"):
        extract(spark, str(tmp_path), str(tmp_path / "out"))
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    with pytest.raises(UsageError, match="no file that Spark is to read"):
        extract(spark, str(tmp_path), str(tmp_path.parent / "out"))
    with pytest.raises(DataError, match="no readings here"):
        resolve(spark, str(tmp_path / "out"))
