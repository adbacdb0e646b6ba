"""kg link at the command line: an index of a dump, decisions that builds replay, a table out and in."""

import json
import subprocess
import sys

import pytest

TEXT = "Sepp Brandt met Jo Roe in Germany on Monday. Brandt, the mayor of Northam, spoke in Leeds."
PEOPLE = [("Q1", "Sepp Brandt", "mayor of Northam", 9), ("Q2", "Jo Roe", "", 3), ("Q3", "Jo Roe", "", 4)]


def kg(folder, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *arguments, "--store", str(folder / "store")]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("links")
    (here / "a.jsonl").write_text(json.dumps({"id": "one", "text": TEXT}))
    human = {"mainsnak": {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": "Q5"}}}}
    lines = [
        json.dumps(
            {
                "id": name,
                "labels": {"en": {"value": label}},
                "descriptions": {"en": {"value": said}},
                "claims": {"P31": [human]},
                "sitelinks": {f"{n}wiki": {} for n in range(wikis)},
            }
        )
        for name, label, said, wikis in PEOPLE
    ]
    (here / "dump.json").write_text("\n".join(lines))
    made = [
        sys.executable,
        "-m",
        "kg",
        "wikidata",
        "import",
        str(here / "dump.json"),
        "--index",
        str(here / "i.sqlite"),
    ]
    subprocess.run(made, check=True, capture_output=True)
    assert kg(here, "build", str(here / "a.jsonl"), "--no-background").returncode == 0
    return here


def test_links_are_found_decided_shown_and_carried(folder):
    found = kg(folder, "link", "--index", str(folder / "i.sqlite"), "--write")
    assert found.returncode == 0, found.stderr
    assert "wikidata.org/entity/Q1" in found.stdout
    assert "Q2" not in found.stdout
    card = kg(folder, "show", "Sepp Brandt").stdout
    assert "same as http://www.wikidata.org/entity/Q1 (0.95: the only one labelled 'Sepp Brandt'; " in card
    assert "described as mayor" in card
    assert "dump.json)" in card, card
    accepted = kg(folder, "link", "accept", "Jo Roe", "--why", "I know him")
    assert accepted.stdout == "person/jo-roe\tQ3\tpositive\n", accepted.stderr
    card = kg(folder, "show", "Jo Roe").stdout
    assert "same as http://www.wikidata.org/entity/Q3 (1: I know him; decided by " in card
    assert kg(folder, "link", "remap", "Jo Roe", "Q2").returncode == 0
    assert "Q2" in kg(folder, "query", "links", "--entity", "Jo Roe").stdout
    table = kg(folder, "link", "export").stdout
    assert "kgid:person/jo-roe\tJo Roe\tskos:exactMatch\t\twd:Q2\tsemapv:ManualMappingCuration" in table
    assert kg(folder, "link", "reject", "Sepp Brandt").stdout == "person/sepp-brandt\tQ1\tnegative\n"
    assert "Q1" not in kg(folder, "show", "Sepp Brandt").stdout
    (folder / "t.tsv").write_text(table)
    taken = kg(folder, "link", "import", str(folder / "t.tsv"))
    assert (taken.returncode, "links decided" in taken.stderr) == (0, True)
    assert "same as http://www.wikidata.org/entity/Q1 (1: " in kg(folder, "show", "Sepp Brandt").stdout
    undone = kg(folder, "link", "undo", "Jo Roe")
    assert undone.stdout == "person/jo-roe\tQ2\tno longer positive\n"
    assert kg(folder, "link", "undo").stdout.endswith("\tno longer positive\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["link", "accept", "Jo Row"], "did you mean 'Jo Roe'?"),
        (["link", "accept", "Jo Roe", "him"], "'him' is no item: give its id, Q42, or its IRI"),
        (["link", "accept", "Leeds", "http://x.example/<a>"], "'http://x.example/<a>' is no IRI"),
        (["link", "remap", "Northam", "Q1"], "is not linked"),
        (["link", "import", "none.tsv"], "there is no file none.tsv"),
        (["link", "--reconcile", "nowhere"], "'nowhere' is no address of a reconciliation service"),
        (["link", "--reconcile", "http://a.example/", "--type", "Person"], "'Person' is no NAME=VALUE"),
        (["link", "--same-as"], "give --write, too"),
        (["link", "--builtin", "--index", "i.sqlite"], "--index, --builtin and --reconcile are sources: give one"),
    ],
)
def test_what_is_not_possible_is_told(folder, arguments, message):
    held = folder / "store" / "decisions.csv"
    before = held.read_bytes() if held.exists() else None
    done = kg(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert (held.read_bytes() if held.exists() else None) == before


def test_a_table_that_is_no_utf_8_is_told_by_line(folder):
    iri = "https://w3id.org/newskg/id/person/jo-roe"
    rows = f"{iri}\tskos:exactMatch\twd:Q2\tcafé\n".encode("cp1252")
    (folder / "w.tsv").write_bytes(b"subject_id\tpredicate_id\tobject_id\tcomment\n" + rows)
    taken = kg(folder, "link", "import", str(folder / "w.tsv"))
    assert (taken.returncode, taken.stdout) == (3, "")
    assert f"{folder / 'w.tsv'}:2: a decision is written in UTF-8" in taken.stderr


def test_links_by_an_index_are_judged(folder):
    start = TEXT.index("Sepp Brandt")
    entity = {"span": [start, start + 11], "qid": "Q1", "name": "Sepp Brandt", "type": "Q5"}
    (folder / "gold.jsonl").write_text(json.dumps({"id": "one", "text": TEXT, "entities": [entity]}))
    command = [sys.executable, "-m", "kg", "eval", "links", str(folder / "gold.jsonl"), "--json"]

    def scores(*options: str) -> dict[str, object]:
        ran = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
        return json.loads(ran.stdout)

    assert scores("--index", str(folder / "i.sqlite"))["right, of mentions found"] == 100
    assert scores()["mentions found"] == 0
