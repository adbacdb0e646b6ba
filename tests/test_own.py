"""A newsroom's own relations: a term, a file of rules and an article give facts like kg's own."""

import json
from pathlib import Path

import pytest

from kg.api import Article, Extraction, Store, adopt, build, extract, ontology, query, rules
from kg.errors import DataError, UsageError
from kg.graph.mark import MARK
from tests.command import Command

TERMS = """\
@prefix : <https://example.org/terms#> .
@prefix news: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:sues a owl:ObjectProperty ; rdfs:label "takes to court"@en ;
    rdfs:domain news:Agent ; rdfs:range news:Agent ; owl:inverseOf :suedBy .
:suedBy a owl:ObjectProperty ; rdfs:label "sued by" .
:trainedBy a owl:ObjectProperty ; rdfs:domain :Athlete ; rdfs:range news:Person .
:Athlete a owl:Class ; rdfs:subClassOf news:Person .
:retiredOn a owl:DatatypeProperty ; rdfs:domain news:Person ; rdfs:range xsd:date .
:leads a owl:ObjectProperty ; rdfs:domain news:Person ; rdfs:range news:Body .
"""
SUES = """\
# Who goes to court.
[[pattern]]
name = "sues-verb"
relation = "sues"
trigger = "sue"
subject = "actor"
object = "patient"
confidence = 0.9
examples = [
  "Acme Corp. sued Tyne Bank in May.",
  { text = "Tyne Bank was sued by Acme Corp.", subject = "Acme Corp.", object = "Tyne Bank" },
]
never = ["Acme Corp. was sued."]
"""
TRAINS = """\
[[title]]
name = "trained-by"
relation = "trainedBy"
trigger = "coach trainer"
swap = true
examples = [{ text = "Ann Lee, the coach of Jo Poe, spoke.", subject = "Jo Poe", object = "Ann Lee" }]
"""
TEXT = "Acme Corp. sued Tyne Bank on Monday. Jo Poe said Tyne Bank sued Ann Lee. Acme Corp. has not sued Ann Lee."
SAID = "https://example.org/terms#sues"


@pytest.fixture
def own(tmp_path):
    (tmp_path / "terms.ttl").write_text(TERMS)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "courts.toml").write_text(SUES)
    (tmp_path / "article.txt").write_text(f"In court\n\n{TEXT}\n")
    return tmp_path


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def given(own):
    return "--rules", own / "rules", "--ontology", own / "terms.ttl"


def told(reading):
    ends = ((fact, fact.evidence) for fact in reading.facts)
    return [(f.subject.text, f.relation, f.object.text, e.modality, e.rule, e.confidence) for f, e in ends]


def of(own: Path, text: str, turtle: str = TERMS):
    """The rules of one file."""
    (own / "terms.ttl").write_text(turtle)
    (own / "rules" / "courts.toml").write_text(text)
    return rules(own / "rules", ontology(own / "terms.ttl"))


def test_a_term_and_a_rule_read_an_article(own):
    [reading] = extract(TEXT, rules(own / "rules", ontology(own / "terms.ttl")))
    assert told(reading) == [
        ("Acme Corp.", SAID, "Tyne Bank", "asserted", "sues-verb", 0.9),
        ("Tyne Bank", SAID, "Ann Lee", "reported", "sues-verb", 0.9),
        ("Acme Corp.", SAID, "Ann Lee", "denied", "sues-verb", 0.9),
    ]


def test_what_kg_reads_is_as_without_them(own):
    text = "Ann Lee was born in Leeds. Acme Corp. sued Jo Poe, its chief executive. Jo Poe lives in Hull."
    [plain], [reading] = extract(text), extract(text, rules(own / "rules", ontology(own / "terms.ttl")))
    assert [fact for fact in reading.facts if fact.relation != SAID] == [*plain.facts]
    assert len(reading.facts) > len(plain.facts) > 1


def test_a_title_reads_a_class_of_ones_own_below_kgs_and_the_reasoner_concludes_it(own):
    by = of(own, TRAINS)
    with Store(own / "store") as store:
        adopt(store, ontology(own / "terms.ttl"))
        build(store, [Article("a", "Ann Lee, the coach of Jo Poe, spoke.")], Extraction(own=by))
        found = query(store, "SELECT ?who { ?who a <https://example.org/terms#Athlete> }")
        assert [row["who"] for row in found] == ["Jo Poe"]


def test_a_rule_may_read_a_relation_of_kgs_and_a_date(own):
    kgs = SUES.replace('"sues"', '"news:worksFor"').replace('"sue"', '"toil"').replace("patient", "in:for|at")
    kgs = kgs.partition("examples")[0]
    kgs += 'examples = ["Jo Poe toils for Acme Corp."]\n'
    [reading] = extract("Ann Lee toils for Tyne Bank.", of(own, kgs))
    assert told(reading)[0][:3] == ("Ann Lee", "worksFor", "Tyne Bank")
    dated = kgs.partition("examples")[0].replace("news:worksFor", "retiredOn").replace("in:for|at", "when")
    dated = dated.replace('"toil"', '"retire"') + 'examples = ["Jo Poe retired on 3 May 2019."]\n'
    [reading] = extract("Ann Lee retired on 4 June 2020.", of(own, dated))
    assert [(fact.relation, fact.object.value) for fact in reading.facts if "#" in fact.relation] == [
        ("https://example.org/terms#retiredOn", "2020-06-04")
    ]


def test_processes_read_by_them_too(own):
    by = rules(own / "rules", ontology(own / "terms.ttl"))
    articles = [Article(str(n), TEXT) for n in range(3)]
    assert list(Extraction(own=by, jobs=2)(articles)) == list(Extraction(own=by)(articles))


def test_the_graph_holds_it_with_evidence_and_what_follows(kg, own, given):
    store = own / "store"
    assert kg("build", own / "article.txt", "--store", store, *given).code == 0
    why = kg("why", "Tyne Bank", "suedBy", "Acme Corp.", "--store", store).out
    assert why.startswith("Tyne Bank sued by Acme Corp.  (prp-inv1)")
    assert "Acme Corp. takes to court Tyne Bank  (stated)" in why
    assert "“[Acme Corp.] sued [Tyne Bank] on Monday.”" in why
    claimed = kg("why", "Tyne Bank", "takes to court", "Ann Lee", "--store", store)
    assert (claimed.code, "reported by Jo Poe" in claimed.err) == (1, True)
    assert "takes to court Tyne Bank" in kg("show", "Acme Corp.", "--store", store).out
    assert kg("validate", "--store", store).code == kg("check", "--store", store).code == 0
    asked = own / "asked.rq"
    asked.write_text("SELECT ?rule ?confidence ?how { GRAPH ?g { ?c rdf:predicate ?_relation ; news:rule ?rule ;"
                     " news:confidence ?confidence ; news:modality ?how } } ORDER BY ?how")  # fmt: skip
    rows = kg("query", asked, "--relation", "sues", "--store", store, "--format", "csv").out.split()[1:]
    assert rows == ["sues-verb,0.9,asserted", "sues-verb,0.9,denied", "sues-verb,0.9,reported"]


def test_extract_prints_it_by_its_iri(kg, own, given):
    ran = kg("extract", own / "article.txt", *given)
    relations = json.loads(ran.out)["relations"]
    assert [(each["relation"], each["modality"]) for each in relations if each["rule"] == "sues-verb"] == [
        (SAID, "asserted"),
        (SAID, "reported"),
        (SAID, "denied"),
    ]


def test_a_store_knows_by_which_rules_it_was_read(kg, own, given):
    store, article = own / "store", own / "article.txt"
    first = kg("build", article, "--store", store, *given)
    assert (first.err, kg("build", article, "--store", store, *given).out.split("\n")[0]) == (
        "",
        "articles: 0 new, 1 unchanged, 0 replaced, 0 failed",
    )
    digest = rules(own / "rules", ontology(own / "terms.ttl")).digest
    plain = kg("build", article, "--store", store)
    assert f"1 article was read by rules of your own ({digest}), not without any, as now" in plain.err
    assert "1 replaced" in plain.out
    again = kg("build", article, "--store", store, "--rules", own / "rules")  # terms: those that the store has
    assert f"1 article was read without rules of your own, not by those given now ({digest})" in again.err
    (own / "terms.ttl").write_text(TERMS.replace("takes to court", "sues"))
    assert "another ontology of yours" in kg("build", article, "--store", store, *given).err


ONE = """
:Athlete rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :trainedBy ; owl:maxCardinality %s ] .
"""


@pytest.mark.parametrize("one", ['"1"^^xsd:nonNegativeInteger', '"1"^^xsd:integer'])
def test_an_ontology_is_the_same_however_it_writes_its_numbers(kg, own, given, one):
    (own / "terms.ttl").write_text(TERMS + ONE % one)
    build = ("build", own / "article.txt", "--store", own / "store", *given)
    assert kg(*build).err == ""
    before = (own / "store" / MARK).read_bytes()
    again = kg(*build)
    assert (again.err, "0 new, 1 unchanged, 0 replaced" in again.out) == ("", True)
    assert (own / "store" / MARK).read_bytes() == before
    (own / "terms.ttl").write_text(TERMS + ONE % "0")
    assert "another ontology of yours: 1 of its triples are gone" in kg(*build).err


def test_an_ontology_that_was_written_last_is_not_taken_for_lost(own):
    (own / "terms.ttl").write_text(TERMS + ONE % '"1"^^xsd:nonNegativeInteger')
    with Store(own / "store") as store:
        adopt(store, ontology(own / "terms.ttl"))
    with Store(own / "store", read_only=True) as store:
        assert store.lost is None


def test_rules_are_listed_and_tried(kg, own, given):
    tried = kg("rules", *given, "--check")
    assert tried.out.split("\n")[0].split() == ["sues-verb", SAID, "Agent", "Agent", "2", "1"]
    listed = kg("rules", own / "article.txt", *given)
    assert [line.split("\t")[:3] for line in listed.out.splitlines() if "sues-verb" in line] == [
        ["relation", "sues-verb", "3"]
    ]
    assert kg("rules", "--check").code == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"sues"', '"sue"'), "courts.toml:4: neither kg's ontology nor yours has a relation 'sue'; did you"),
        (('"sues"', '"leads"'), "courts.toml:4: 'leads' is more than one relation: write 'https://example.org"),
        (('"sues"', '"suedBy"'), "courts.toml:4: https://example.org/terms#suedBy has no rdfs:domain; it may be"),
        (('"actor"', '"actr"'), "courts.toml:6: subject: no step 'actr'; did you mean 'actor'"),
        (('"actor"', '"in"'), "courts.toml:6: subject: the step in names its prepositions"),
        (("subject", "subjekt"), "courts.toml:6: a pattern has no 'subjekt'; did you mean 'subject'"),
        (('object = "patient"\n', ""), "courts.toml:2: a pattern needs 'object'"),
        (("[[pattern]]", "[[patern]]"), "courts.toml: 'patern' is no kind of rule; did you mean 'pattern'"),
        (("[[pattern]]", "[pattern]"), "courts.toml: pattern is written [[pattern]], once for each rule"),
        (("0.9", "90"), "courts.toml:8: a confidence is a share of 1, as 0.9, not 90"),
        (('trigger = "sue"', "trigger = sue"), "courts.toml: not TOML: Invalid value (at line 5, column 11)"),
        (('["Acme Corp. was sued."]', '"Acme"'), "courts.toml:13: never is a list of texts"),
        (('"sues-verb"', '"leads-head"'), "courts.toml:2: kg has a rule 'leads-head'; give yours another name"),
        (('trigger = "sue"', 'trigger = "sue"\npos = "VRB"'), "courts.toml:6: 'VRB' is no part of speech; did you"),
        (
            ("Acme Corp. was sued.", "Acme Corp. sued Jo Poe."),
            "courts.toml:2: rule 'sues-verb' reads what it never may, 'Acme Corp.' and 'Jo Poe'",
        ),
        (
            ("sued Tyne Bank in May", "bought Tyne Bank"),
            "no word of it has a lemma of the trigger; its lemmas: acme buy tyne bank",
        ),
        (("Acme Corp. sued Tyne Bank in May", "Acme Corp. sued in May"), "object leads nowhere from 'sued'"),
        (
            ('subject = "Acme Corp.", object = "Tyne Bank"', 'subject = "Tyne Bank"'),
            "reads 'Acme Corp.' and 'Tyne Bank', and not 'Tyne Bank', in its example",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_told_with_file_and_line(own, change, said):
    assert SUES.replace(*change) != SUES
    with pytest.raises(DataError) as error:
        of(own, SUES.replace(*change, 1))
    assert said in str(error.value)


def test_two_rules_of_one_name_are_told(own):
    (own / "rules" / "more.toml").write_text(SUES)
    with pytest.raises(DataError, match=r"more.toml:2: a rule 'sues-verb' stands in .*courts.toml:2 already"):
        rules(own / "rules", ontology(own / "terms.ttl"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":owns rdfs:range news:Organisation .", "terms.ttl:14: kg's ontology has no news:Organisation; did you mean"),
        (
            "news:bornIn rdfs:domain news:Place .",
            "terms.ttl:14: news:bornIn has the domain news:Person, and Place here",
        ),
        (":owns rdfs:range", "terms.ttl: not Turtle: "),
    ],
)
def test_what_is_wrong_with_an_ontology_is_told_with_file_and_line(kg, own, given, line, said):
    (own / "terms.ttl").write_text(TERMS + line)
    ran = kg("build", own / "article.txt", "--store", own / "store", *given)
    assert (ran.code, said in ran.err) == (3, True), ran.err
    assert not (own / "store").exists()


@pytest.mark.parametrize("where", ["none", "empty"])
def test_a_folder_without_rules_is_told(own, where):
    (own / "empty").mkdir()
    with pytest.raises(UsageError, match=where):
        rules(own / where)


def test_a_wrong_rule_leaves_no_store(kg, own, given):
    (own / "rules" / "courts.toml").write_text(SUES.replace("sued Tyne Bank in May", "bought Tyne Bank"))
    ran = kg("build", own / "article.txt", "--store", own / "store", *given)
    assert (ran.code, "does not read its example" in ran.err) == (3, True)
    assert not (own / "store").exists()
