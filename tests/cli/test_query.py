"""kg query, queries, show, export and link from the outside: what is printed where, and with which exit code."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from kg.build import build
from kg.cli.main import main
from kg.cli.options import saved_queries
from kg.graph.store import Store
from kg.query.saved import saved
from tests.command import start
from tests.query.test_queries import Hand, fete, trial

#: What takes longer than anybody waits.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?d) }"


def run_alone(folder, *arguments, given=""):
    with start(*arguments, cwd=folder, stdin=subprocess.PIPE) as running:
        out, told = running.communicate(given, timeout=60)
    return subprocess.CompletedProcess(arguments, running.returncode, out, told)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli")
    with Store(folder / "kg-store") as store:
        build(store, [fete().article, trial().article], Hand())
    return folder


@pytest.fixture
def kg(folder, monkeypatch, capfd):
    """Run a command in this process; return what it printed on both channels, and its exit code."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("KG_STORE", raising=False)

    def run(*arguments: str, given: str = "") -> tuple[str, str, int]:
        monkeypatch.setattr(sys, "argv", ["kg", *arguments])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(os.fsencode(given))))
        with pytest.raises(SystemExit) as left:
            main()
        sys.stdout.flush()
        return *capfd.readouterr(), left.value.code

    return run


def test_a_saved_query_gives_tab_separated_values_to_a_program(kg):
    out, told, code = kg("query", "attacked-where")
    base = "https://w3id.org/newskg/id"
    row = f'<{base}/person/john-roe>\t<{base}/place/northam>\t""\t"John Roe bombed Northam."\t<{base}/article/trial>'
    things = [f"John Roe\t{base}/person/john-roe", f"Northam\t{base}/place/northam"]
    names = [*things, "", "John Roe bombed Northam.", f"trial\t{base}/article/trial"]
    heads = "attacker\tattacker_iri\tplace\tplace_iri\tsaidBy\twords\tarticle\tarticle_iri"
    assert out == f"{heads}\n{chr(9).join(names)}\n"
    assert (told, code) == ("", 0)
    out, told, code = kg("query", "attacked-where", "--iris")
    assert out == f"?attacker\t?place\t?saidBy\t?words\t?article\n{row}\n"
    assert (told, code) == ("", 0)


def test_names_stand_in_sheets_of_saved_queries_and_iris_beside(kg):
    text = saved()["people"].text
    for form in ("csv", "tsv"):
        assert kg("query", "people", "--format", form, "--iris") == kg("query", "-", "--format", form, given=text)
        assert kg("query", "people", "--format", form) == kg("query", "-", "--names", "--format", form, given=text)
    rows = list(csv.DictReader(kg("query", "people", "--format", "csv")[0].splitlines()))
    assert list(rows[0]) == ["person", "person_iri", "articles", "mentions"]
    assert rows[0]["person_iri"].endswith(f"/person/{rows[0]['person'].lower().replace(' ', '-')}")


def test_a_file_has_the_format_of_its_name(kg, folder):
    for name in ("people.csv", "people.md", "people.html", "people.json"):
        assert kg("query", "people", "-o", name) == ("", "", 0)
    assert (folder / "people.csv").read_bytes().decode() == kg("query", "people", "--format", "csv")[0]
    assert (folder / "people.md").read_text().startswith("| person | person_iri | articles | mentions |\n| --- | ---")
    assert "<th>person_iri</th>" in (folder / "people.html").read_text()
    _, told, code = kg("query", "people", "-o", "people.exe")
    assert (told.startswith("kg: people.exe: no format goes with that extension; use one of .csv, .tsv"), code) == (
        True,
        2,
    )


def test_json_for_programs(kg):
    assert json.loads(kg("stats", "--json")[0])["articles"] == 2
    card = json.loads(kg("show", "Ann Lee", "--json")[0])
    assert (card["label"], dict(card["sections"])["roles"][0]["text"]) == ("Ann Lee", "Mayor (former)")
    assert json.loads(kg("check", "--json")[0]) == []


def test_a_limit(kg):
    assert len(kg("query", "people", "--limit", "1")[0].splitlines()) == 2
    assert len(kg("query", "-", "--limit", "3", given="SELECT * { ?s ?p ?o } LIMIT 2")[0].splitlines()) == 3
    assert len(kg("query", "-", "--limit", "1", given="SELECT * { ?s ?p ?o } # none")[0].splitlines()) == 2


def test_a_limit_beyond_all_is_told(kg):
    out, told, code = kg("query", "people", "--limit", "9" * 23)
    assert (out, code) == ("", 2)
    assert "--limit" in told
    assert "SPARQL" not in told


def test_a_depth_beyond_all_ends_where_nothing_new_is_reached(kg):
    far = kg("export", "--about", "Ann Lee", "--depth", "9" * 13)
    assert far == kg("export", "--about", "Ann Lee", "--depth", "20")
    assert far[0] != kg("export", "--about", "Ann Lee", "--depth", "0")[0]


def test_the_help_of_a_query(kg):
    for words in (["query", "claims", "--help"], ["query", "--help", "claims"]):
        out, told, code = kg(*words)
        assert (told, code) == ("", 0)
        assert "Usage: kg query claims [OPTIONS]\n" in out
        assert "--source                a name or alias, or an IRI\n" in out
        assert "--modality              reported or denied or planned\n" in out
        assert "Example:\n  kg query claims --" in out
    assert "--words                 a text (needed)" in kg("query", "quotes-about", "--help")[0]
    assert "--fail-if-empty" in kg("query", "--help")[0]


def test_own_queries(kg, folder, monkeypatch):
    (folder / "queries").mkdir()
    (folder / "queries" / "all-places.rq").write_text("#+ summary: Mine\nSELECT ?p { ?p a news:Place }")
    (folder / "queries" / "bad.rq").write_bytes(b"\xff")
    try:
        out, told, code = kg("queries")
        assert "all-places\tMine\tqueries\n" in out
        assert (told.startswith("kg: queries/bad.rq: cannot be read as UTF-8"), code) == (True, 3)
        assert kg("query", "all-places")[0].startswith("p\tp_iri\n")
        assert saved_queries("all") == ["all-places"]
        [mine] = [each for each in json.loads(kg("queries", "--json")[0]) if each["name"] == "all-places"]
        assert (mine["answers"], mine["from"], mine["parameters"]) == ("Mine", "queries", [])
        (folder / "queries").rename(folder / "mine")
        assert kg("query", "all-places")[2] == 2
        assert kg("query", "all-places", "--queries", "mine")[2] == 0
        monkeypatch.setenv("KG_QUERIES", str(folder / "mine"))
        assert kg("query", "all-places")[2] == 0
        assert kg("queries", "show", "all-places")[0] == (folder / "mine" / "all-places.rq").read_text()
    finally:
        shutil.rmtree(folder / "mine")


def test_completion_of_parameters_and_of_names(folder):
    def completed(line):
        words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_KG_COMPLETE": "complete_bash"}
        code = "import sys; sys.argv = ['kg']; from kg.cli.main import main; main()"
        return subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env={**os.environ, **words}, check=False, stdout=-1, text=True
        ).stdout.splitlines()

    assert completed("kg query quotes --sp") == ["--speaker"]
    assert completed("kg query claims --modality d") == ["denied"]
    assert completed("kg query quotes --speaker an") == ["Ann Lee"]
    assert completed("kg show An") == ["Ann Lee"]
    assert completed("kg query peo") == ["people"]


def test_a_query_of_no_end_is_ended(folder):
    done = run_alone(folder, "query", "-", "--timeout", "0.5", given=ENDLESS)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == "kg: standard input took longer than 0.5 s; --timeout gives it more\n"


def test_ctrl_c_ends_a_query_at_once(folder):
    with start("query", "-", "--explain", cwd=folder, stdin=subprocess.PIPE) as running:
        running.stdin.write(ENDLESS)
        running.stdin.close()
        # What runs is shown just before it does.
        assert running.stderr.readline() == ENDLESS + "\n"
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
        assert running.stderr.read() == "kg: interrupted; nothing is changed\n"


def test_a_reader_that_leaves_is_no_failure(folder):
    with start("query", "-", cwd=folder, stdin=subprocess.PIPE) as running:
        running.stdout.close()
        running.stdin.write("SELECT * { ?s ?p ?o . ?a ?b ?o }")
        running.stdin.close()
        assert (running.wait(30), running.stderr.read()) == (0, "")


def test_a_flag_needs_no_value(kg):
    sure = kg("query", "roles", "--asserted", "--person", "Ann Lee", "--format", "csv")
    assert sure[0].count("\n") == len(["header", "former", "current"])
    assert sure == kg("query", "roles", "--person", "Ann Lee", "--asserted=true", "--format", "csv")
    assert kg("query", "roles", "--asserted=so")[1:] == ("kg: --asserted is true or false, not 'so'\n", 2)


def test_a_parameter_is_an_option(kg):
    for words in (
        ["--speaker", "ann lee"],
        ["--speaker=Ann Lee", "--format", "csv"],
        ["--format=json", "--speaker", "Ann Lee"],
    ):
        out, told, code = kg("query", "quotes", *words)
        assert out.count("We will rebuild,") == 1, words
        assert (told, code) == ("", 0)


def test_a_table_has_names_for_iris(kg):
    out, _, _ = kg("query", "attacked-where", "--format", "table")
    assert [line.rstrip() for line in out.splitlines()] == [
        "attacker  place    saidBy  words                     article",
        "John Roe  Northam          John Roe bombed Northam.  trial",
    ]


def test_prose_stands_below_its_row_where_the_terminal_is_narrow(kg):
    out, _, _ = kg("query", "attacks", "--format", "table")
    assert "\n    words: On 3 May a bomb killed two and wounded five in Northam." in out


def test_formats_are_the_standard_ones(kg):
    out, _, _ = kg("query", "people", "--format", "csv")
    assert next(csv.DictReader(out.splitlines()))["articles"] == "2"
    out, _, _ = kg("query", "people", "--format", "json")
    assert json.loads(out)["head"]["vars"] == ["person", "articles", "mentions"]
    out, _, _ = kg("query", "people", "--format", "xml")
    assert out.startswith('<?xml version="1.0"?><sparql')


def test_sparql_from_a_file_and_from_standard_input(kg, folder):
    (folder / "kinds.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?x a ?_kind_iri }")
    assert kg("query", "kinds.rq", "--kind", "https://w3id.org/newskg/ontology#Person")[0].split() == ["?n", "2"]
    out, _, code = kg("query", "-", given="CONSTRUCT WHERE { ?x a news:Place }")
    assert "<place/northam>\n    a news:Place .\n" in out
    assert code == 0


def test_explain_shows_what_runs(kg):
    _, told, _ = kg("query", "quotes", "--explain", "--speaker", "Ann Lee")
    assert "news:speaker  <https://w3id.org/newskg/id/person/ann-lee> " in told


def test_nothing_found_fails_only_where_asked(kg):
    asked = ("query", "-")
    assert kg(*asked, given="ASK { ?x a news:Robot }")[2] == 0
    assert kg(*asked, "--fail-if-empty", given="ASK { ?x a news:Robot }")[2] == 1
    assert kg(*asked, "--fail-if-empty", given="SELECT * WHERE { ?x a news:Robot }")[2] == 1
    assert kg(*asked, "--fail-if-empty", given="SELECT * WHERE { ?x a news:Person }")[2] == 0


def test_what_is_inferred_can_be_left_out(kg):
    out, told, code = kg("query", "attacked-where", "--no-inferred", "--iris")
    assert (out, code) == ("?attacker\t?place\t?saidBy\t?words\t?article\n", 0)
    assert "attacked-where answers from what is inferred" in told


@pytest.mark.parametrize(
    ("arguments", "given", "message", "code"),
    [
        (["query", "atacks"], "", "kg: no query 'atacks'; did you mean 'attacks'", 2),
        (["query", "quotes-about"], "", "kg: quotes-about needs --words; its parameters: --words", 2),
        (
            ["query", "quotes", "--speeker", "x"],
            "",
            "kg: quotes has no parameter --speeker; it has: [--speaker] [--known]; did you mean 'speaker'",
            2,
        ),
        (["query", "quotes", "--speaker", "An Lee"], "", "kg: nothing is named 'An Lee'; did you mean 'Ann Lee'", 2),
        (["query", "quotes", "--speaker"], "", "kg: --speaker needs a value", 2),
        (["query", "quotes", "--speaker", "Ann", "Lee"], "", "kg: 'Lee' belongs to no option; quote values", 2),
        (["query", "--speaker", "Ann Lee", "quotes"], "", "kg: put the query's name before --speaker", 2),
        (["query", "none.rq"], "", "kg: none.rq: no such file", 2),
        (
            ["query", "-"],
            "SELECT * WHERE { ?s ?p }",
            "kg: not SPARQL, line 1, column 18:\n  SELECT * WHERE { ?s ?p }\n                   ^\n",
            2,
        ),
        (["query", "-"], "ASK { ?s ?p '\udce9' }", "kg: standard input: not UTF-8 text", 3),
        (["query", "quotes", "--speaker", "Jos\udce9"], "", "kg: --speaker: not UTF-8 text", 2),
        (["query", "-"], "CLEAR ALL", "kg: CLEAR is a SPARQL UPDATE, and queries only read", 2),
        (["query", "people", "--store", "none"], "", "kg: there is no store at none", 3),
        (["queries", "show", "peple"], "", "kg: no query 'peple'; did you mean 'people'", 2),
        (["show", "Ann Le"], "", "kg: nothing is named 'Ann Le'; did you mean 'Ann Lee'", 2),
        (["export", "graph.foo"], "", "kg: graph.foo: no format goes with that extension; use one of .ttl", 2),
        (["export", "none/graph.ttl"], "", "kg: none/graph.ttl: cannot be written: there is no folder none\n", 3),
        (["query", "roles", "-o", "none/x.csv"], "", "kg: none/x.csv: cannot be written: there is no folder none\n", 3),
        (
            ["query", "timeline", "--since", "2024-04", "--until", "2024-01"],
            "",
            "kg: --since 2024-04 is after --until 2024-01: nothing lies between them\n",
            2,
        ),
        (
            ["query", "attack", "--attack", "Northam"],
            "",
            "kg: --attack: Northam is no attack, it is of kind",
            2,
        ),
        (["export", "--graph", "none"], "", "kg: no graph 'none' in kg-store: give inferred", 2),
        (["link", "--write", "--store", "none"], "", "kg: there is no store at none", 3),
        (["link", "--endpoint", "http://127.0.0.1:9/sparql"], "", "kg: http://127.0.0.1:9/sparql did not answer", 4),
    ],
)
def test_a_mistake_gives_one_message_and_its_code(kg, arguments, given, message, code):
    out, told, exited = kg(*arguments, given=given)
    assert out == ""
    assert told.startswith(message)
    assert "Traceback" not in told
    assert exited == code


def test_queries_are_listed_and_shown(kg):
    out, _, _ = kg("queries")
    rows = [[each.name, each.summary, "kg"] for each in saved().values()]
    assert [line.split("\t") for line in out.splitlines()] == rows
    assert kg("queries", "show", "people")[0] == saved()["people"].text


def test_a_shell_completes_the_names_of_queries():
    assert saved_queries("quo") == ["quotes", "quotes-about"]
    assert saved_queries("") == sorted(saved())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_a_full_disk(kg, folder):
    (folder / "full.nt").symlink_to("/dev/full")
    assert kg("export", "full.nt") == ("", "kg: full.nt: cannot be written: No space left on device\n", 3)


def test_a_card(kg):
    out, _, _ = kg("show", "ann lee")
    assert out.startswith("Ann Lee: person\nhttps://w3id.org/newskg/id/person/ann-lee\n\nroles\n  Mayor (former)\n")
    assert "\nfacts\n  spoke at Northam\n      “Mayor Ann Lee spoke in Northam on 4 May 2020.” [1]\n" in out
    assert "\narticles\n  [1] 2020-05-05: The fete (1)\n  [2] trial (1)\n" in out


def test_a_card_tells_once_what_copies_state(kg, folder):
    story = "Mayor Jo Poe spoke in Northam on Monday. She said that the long bridge to the harbour would open in May."
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(story)
    kg("build", "one.txt", "two.txt", "three.txt", "--store", "copies")
    facts = kg("show", "Jo Poe", "--store", "copies")[0].partition("\nfacts\n")[2].partition("\n\n")[0]
    assert facts == "  spoke at Northam\n      “Mayor Jo Poe spoke in Northam on Monday.” [1] [2] [3]"


def test_export_by_extension_and_to_standard_output(kg, folder):
    for name in ("graph.ttl", "graph.nq", "graph.trig", "graph.nt", "graph.rdf", "graph.jsonld"):
        assert kg("export", name) == ("", "", 0)
        assert (folder / name).stat().st_size > 1000
    assert kg("export")[0] == kg("export", "-")[0] == (folder / "graph.ttl").read_text()
    assert not (folder / "-").exists()
    assert len(kg("export", "--format", "nt", "--no-inferred")[0]) < len((folder / "graph.nt").read_text())
    assert "attackedAt" in kg("export", "--graph", "inferred")[0]


def test_links_are_shown_and_stored_only_when_asked(kg, wikidata):
    out, told, code = kg("link", "--endpoint", wikidata)
    item = "http://www.wikidata.org/entity"
    rows = [line.split("\t") for line in out.splitlines()]
    assert [[*row[:3], row[-1]] for row in rows] == [
        ["Northam", "Place", f"{item}/Q106", "accepted"],
        ["Ann Lee", "Person", f"{item}/Q101", "accepted"],
        ["John Roe", "Person", f"{item}/Q102", "proposed"],
    ]
    assert (told, code) == ("2 of 4 found, 1 more proposed, 0 stored (--write stores them)\n", 0)
    listed = json.loads(kg("link", "--endpoint", wikidata, "--json")[0])
    assert [[each["entity"], each["status"]] for each in listed] == [[row[0], row[-1]] for row in rows]
    assert [str(each["confidence"]) for each in listed] == [row[4] for row in rows]
    assert f"same as {item}/Q101" not in kg("show", "Ann Lee")[0]
    assert kg("link", "--endpoint", wikidata, "--write")[1] == "2 of 4 found, 1 more proposed, 2 stored\n"
    assert f"same as {item}/Q101 (0.947: the only one labelled 'Ann Lee'" in kg("show", "Ann Lee")[0]
    assert (
        "0.94\tlabelled 'Northam', of 2: in 80 wikis, the next in 4" in kg("query", "links", "--entity", "Northam")[0]
    )
    assert "Ann Lee" not in kg("query", "unlinked", "--format", "table")[0]


def test_safe_cells_are_asked_for_in_the_formats_of_programs(kg):
    text = "SELECT ('=1' AS ?x) {}"
    assert kg("query", "-", "--format", "csv", given=text)[0] == "x\r\n=1\r\n"
    assert kg("query", "-", "--format", "csv", "--safe-cells", given=text)[0] == "x\r\n'=1\r\n"
    out, told, code = kg("query", "-", "--format", "json", "--safe-cells", given=text)
    assert (out, code) == ("", 2)
    assert "use --format csv, tsv" in told


def test_cells_are_safe_in_the_sheets_of_people(kg):
    text = "SELECT ('=1' AS ?x) {}"
    for form, made in (("csv", "x\r\n{}\r\n"), ("tsv", "x\n{}\n")):
        assert kg("query", "-", "--names", "--format", form, given=text)[0] == made.format("'=1")
        assert kg("query", "-", "--names", "--no-safe-cells", "--format", form, given=text)[0] == made.format("=1")
    assert kg("query", "-", "--names", "--format", "json", given=text)[2] == 0


def test_rules_are_listed_with_what_they_gave(kg):
    out, _, code = kg("rules")
    rows = dict(line.split("\t", 2)[1:] for line in out.splitlines() if line.startswith("relation\t"))
    assert (rows["hand"], rows["bornIn-bear"].split("\t")[0], code) == ("6\t\t0\t", "0", 0)
    silent, _, _ = kg("rules", "--silent", "--json")
    listed = json.loads(silent)
    assert {rule["facts"] for rule in listed} == {0}
    assert {rule["name"] for rule in listed} >= {"bornIn-bear"}
    assert "hand" not in {rule["name"] for rule in listed}


def test_rules_are_counted_in_articles_where_these_are_given(kg, folder):
    (folder / "born.txt").write_text("Ann Lee was born in Leeds.")
    out, _, code = kg("rules", "born.txt")
    [row] = [line.split("\t") for line in out.splitlines() if line.split("\t")[2] != "0"]
    assert (row[:3], code) == (["relation", "bornIn-bear", "1"], 0)
    assert kg("rules", "none.txt")[2] == 2


def test_a_parameter_may_be_given_twice(kg):
    both = kg("query", "roles", "--person", "Ann Lee", "--person=John Roe")
    assert both == kg("query", "roles", "--person", "Ann Lee")
    assert kg("query", "roles", "--person", "John Roe")[0].count("\n") == 1


def test_nothing_is_known_of_it(kg):
    out, told, code = kg("show", "https://e.org/nobody")
    assert (out, code) == ("", 2)
    assert told.endswith("kg: nothing is known of https://e.org/nobody\n")


def test_names_that_the_ontology_does_not_have_are_told(kg):
    out, told, code = kg("query", "-", given="SELECT ?p { ?p a news:Persn }")
    assert (out, code) == ("?p\n", 0)
    assert "kg: the ontology has no news:Persn; did you mean 'Person'" in told
    assert "ontology" not in kg("query", "-", given="SELECT ?p { ?p a news:Person ; rdfs:label ?l }")[1]


@pytest.mark.parametrize("name", ["store", "format", "no_inferred", "safe_cells", "_explain", "help"])
def test_a_parameter_is_not_called_as_an_option(kg, name):
    out, told, code = kg("query", "-", given=f"SELECT * {{ ?s ?p ?_{name} }}")
    option = name.strip("_").replace("_", "-")
    assert (out, code) == ("", 2)
    assert told == f"kg: standard input: --{option} is kg's own option: give ?_{name} another name\n"
