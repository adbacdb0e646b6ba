"""kg why, check and validate, from the outside."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.conclude import conclude
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import Names, oa
from tests.command import Command
from tests.graph.readings import Maker


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Articles on where Khan spoke, when he was born, and what others say of him."""
    monkeypatch.setenv("KG_STORE", str(tmp_path / "store"))
    with Store(tmp_path / "store") as made:
        for name, text, day in (("a", "Khan spoke at the Old Mill in Leeds.", None), ("b", "", "1970-05-03")):
            make = Maker(text or f"Khan was born on {day}.", name, published="2017-03-24")
            who, facts = make.mention("Khan", "Person"), []
            if text:
                mill, leeds = make.mention("the Old Mill", "Place"), make.mention("Leeds", "Place")
                facts = [make.fact("spokeAt", who, mill, text), make.fact("locatedIn", mill, leeds, text)]
                facts.append(make.fact("livesIn", who, leeds, text, "reported"))
            else:
                when = make.mention(day, "Date", form="value", value=day)
                facts = [make.fact("bornOn", who, when, make.article.text)]
            made.replace(Names(name).article, quads(make.reading(facts), content_hash=name, read_by="test"))
        conclude(made)
    return tmp_path / "store"


PROOF = """\
Khan spoke at Leeds  (prp-spo2)
├─ Khan spoke at the Old Mill  (stated)
│  └─ “[Khan] spoke at [the Old Mill] in Leeds.” a, 2017-03-24
└─ the Old Mill located in Leeds  (stated)
   └─ “Khan spoke at [the Old Mill] in [Leeds].” a, 2017-03-24
"""


def test_why_goes_down_to_the_words(kg, store):
    assert kg("why", "Khan", "spoke at", "Leeds").out == PROOF


@pytest.mark.parametrize(
    "words",
    [
        ("khan", "spokeAt", "leeds"),
        ("Khan", "news:spokeAt", "Leeds"),
        ("https://w3id.org/newskg/id/person/khan", "https://w3id.org/newskg/ontology#spokeAt", "Leeds"),
    ],
)
def test_why_takes_labels_names_curies_and_iris(kg, store, words):
    assert kg("why", *words).out == PROOF


def test_why_says_what_comes_near(kg, store):
    ran = kg("why", "Khan", "livesIn", "Leeds")
    assert ran.code == 1
    assert ran.err.startswith("not in the graph: Khan lives in Leeds\nbut it is claimed:\n  reported: “[Khan] spoke")
    assert "facts near it:\n  Khan spoke at Leeds" in ran.err


@pytest.mark.parametrize("side", [0, 2])
def test_why_of_an_iri_of_nobody_says_so_and_shows_no_facts_of_others(kg, store, side):
    nobody, words = "https://w3id.org/newskg/id/person/nobody", ["Khan", "spokeAt", "Leeds"]
    words[side] = nobody
    ran = kg("why", *words)
    told = f"kg: the store has nothing of {nobody}: give a name, or an IRI that kg show prints\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_why_of_a_value_that_a_thing_has_not_says_what_it_has(kg, store):
    ran = kg("why", "Khan", "bornOn", "1971")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("not in the graph: Khan born on 1971\nfacts near it:\n  Khan born on 1970-05-03\n")
    assert kg("why", "Khan", "spokeAt", "1971").err == "kg: nothing is named '1971'\n"


def test_why_of_a_value_that_is_only_claimed_says_by_whom(kg, store):
    with Store(store) as made:
        make = Maker("Khan was born on 1971-01-01.", "c")
        day = make.mention("1971-01-01", "Date", form="value", value="1971-01-01")
        fact = make.fact("bornOn", make.mention("Khan", "Person"), day, make.article.text, "reported")
        made.replace(Names("c").article, quads(make.reading([fact]), content_hash="c", read_by="test"))
        conclude(made)
    ran = kg("why", "Khan", "bornOn", "1971-01-01")
    claimed = (
        "not in the graph: Khan born on 1971-01-01\nbut it is claimed:\n  reported: “[Khan] was born on [1971-01-01].”"
    )
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(claimed)


def test_why_of_an_unknown_relation_suggests_one(kg, store):
    ran = kg("why", "Khan", "speaksAt", "Leeds")
    assert ran.code == 2
    assert "speaksAt" in ran.err


def test_why_in_json(kg, store):
    (proof,) = json.loads(kg("why", "Khan", "spokeAt", "Leeds", "--format", "json").out)
    assert proof["rule"] == "prp-spo2"
    assert [premise["stated"][0]["words"] for premise in proof["premises"]] == 2 * [
        "Khan spoke at the Old Mill in Leeds."
    ]


def test_why_in_turtle_is_prov(kg, store):
    ran = kg("why", "Khan", "spokeAt", "Leeds", "--format", "turtle")
    triples = [quad.triple for quad in ox.parse(ran.out, format=ox.RdfFormat.TURTLE)]
    derived = [t for t in triples if t.predicate.value.endswith("wasDerivedFrom")]
    assert sorted(t.object.value.startswith("urn:proof:") for t in derived) == [False, False, True, True]


def test_why_in_dot(kg, store):
    out = kg("why", "Khan", "spokeAt", "Leeds", "--format", "dot").out
    assert out.startswith("digraph proof {")
    assert out.count("->") == 2


def test_all_proofs(kg, store):
    out = kg("why", "Leeds", "a", "Place", "--all").out
    assert len(out.split("\n\n")) > 1


def test_check_is_silent_where_all_can_be_so(kg, store):
    ran = kg("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "no contradictions\n")


def told_births(store: Path, text: str, *days: str) -> None:
    """Add an article that tells days of birth."""
    with Store(store) as made:
        make = Maker(text, "c", published="2017-03-25")
        who = make.mention("Khan", "Person")
        dates = [make.mention(day, "Date", form="value", value=day) for day in days]
        found = make.reading([make.fact("bornOn", who, day, text) for day in dates])
        made.replace(Names("c").article, quads(found, content_hash="c", read_by="test"))
        conclude(made)


def test_check_says_what_the_query_adds(kg, store):
    with Store(store) as made:
        make = Maker("Khan did not speak at the Old Mill.", "c", published="2017-03-25")
        who, place = make.mention("Khan", "Person"), make.mention("the Old Mill", "Place")
        fact = make.fact("spokeAt", who, place, make.article.text, modality="denied")
        made.replace(Names("c").article, quads(make.reading([fact]), content_hash="c", read_by="test"))
        conclude(made)
    ran = kg("check")
    said = "no contradictions\n1 thing is told by some and denied by others: kg query contradictions\n"
    assert (ran.code, ran.out, ran.err) == (0, "", said)


def test_check_shows_both_sides(kg, store):
    told_births(store, "Khan was born on 1970-05-03, on 1970-05-04.", "1970-05-03", "1970-05-04")
    ran = kg("check")
    assert (ran.code, ran.err) == (1, "1 contradiction\n")
    assert ran.out.startswith("prp-fp + dt-diff: Khan born on 1970-05-03, but Khan born on 1970-05-04\n")
    assert "“[Khan] was born on 1970-05-03, on [1970-05-04].” c" in ran.out


def test_what_articles_tell_differently_is_no_error(kg, store):
    told_births(store, "Khan was born on 1970-05-04.", "1970-05-04")
    ran = kg("check")
    assert (ran.code, ran.err) == (0, "no contradictions, 1 difference between articles\n")
    assert ran.out.startswith("difference: Khan born on 1970-05-03, but Khan born on 1970-05-04\n")
    assert "“[Khan] was born on [1970-05-04].” c" in ran.out
    assert json.loads(kg("check", "--json").out)[0]["rule"] == "difference"


def test_why_tells_what_others_tell_otherwise_unless_only_what_was_known_is_asked_for(kg, store):
    told_births(store, "Khan was born on 1970-05-04.", "1970-05-04")
    ran = kg("why", "Khan", "born on", "1970-05-03")
    against = (
        "told otherwise:\n  Khan born on 1970-05-04 (asserted): “[Khan] was born on [1970-05-04].” c, 2017-03-25\n"
    )
    assert ran.out.endswith(against)
    [proof] = json.loads(kg("why", "Khan", "born on", "1970-05-03", "--format", "json").out)
    assert [each["title"] for each in proof["otherwise"]] == ["c"]
    assert "otherwise" not in kg("why", "Khan", "born on", "1970-05-03", "--known", "2017-03-24").out
    unknown = kg("why", "Khan", "born on", "1970-05-04", "--known", "2017-03-24")
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.err.startswith(
        "not in the graph: Khan born on 1970-05-04\nfacts near it:\n  Khan born on 1970-05-03"
    )
    assert kg("why", "Khan", "born on", "1970-05-04", "--known", "soon").code == 2


def test_validate_finds_nothing_to_mend(kg, store):
    ran = kg("validate")
    assert (ran.out, ran.err, ran.code) == ("", "no violations\n", 0)


def test_validate_names_the_article(kg, store):
    with Store(store) as made:
        article = Names("a").article
        kept = {q for q in made.db.quads_for_pattern(None, None, None, article) if q.predicate != oa("hasSelector")}
        made.replace(article, kept)
    ran = kg("validate")
    assert ran.code == 1
    assert ran.out.startswith(article.value)
    assert "a claim has the words that state it" in ran.out
    turtle = kg("validate", "--format", "turtle").out
    assert any("ValidationReport" in str(quad.object) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_what_is_no_iri_is_said_to_be_none(kg, store):
    ran = kg("why", "news:foo bar", "a", "Person")
    assert (ran.code, ran.out) == (2, "")
    assert "foo bar: not an IRI" in ran.err


def test_a_name_that_the_terminal_cannot_show_is_shown_by_numbers(store):
    with Store(store) as held:
        make = Maker("Łukasz Müller spoke at Leeds.", "c", published="2017-03-24")
        fact = make.fact("spokeAt", make.mention("Łukasz Müller", "Person"), make.mention("Leeds", "Place"), "Leeds")
        held.replace(Names("c").article, quads(make.reading([fact]), content_hash="c", read_by="test"))
        conclude(held)
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "kg", "show", "Łukasz Müller"]
    ran = subprocess.run(command, env=latin, check=True, capture_output=True)
    assert ran.stdout.decode("latin-1").startswith("\\u0141ukasz Müller: person\n")
