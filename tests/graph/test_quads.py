"""What an article states, as RDF: exact tables for the worked example, and what must not become plain."""

from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.facts import Argument, Event, Fact, Mention, Quote, Reading, Span
from kg.graph.quads import quads
from kg.graph.terms import Names, date
from kg.naming import slug
from kg.vocabulary import BASE, NEWS, OA, PREFIXES, RDF, RDFS, SKOS, vocabulary
from tests.graph.readings import TEXT, Maker, find, rudd

KNOWN = {**PREFIXES, "": BASE}


def short(term: NamedNode | Literal) -> str:
    """The term by its prefix, or a literal's characters."""
    if isinstance(term, Literal):
        return term.value
    prefix, iri = max(KNOWN.items(), key=lambda item: len(item[1]) if term.value.startswith(item[1]) else 0)
    return f"{prefix}:{term.value.removeprefix(iri)}" if prefix else term.value.removeprefix(iri)


def read(reading: Reading) -> set[Quad]:
    return quads(reading, content_hash="abc", read_by="a test")


def plain(reading: Reading) -> set[tuple[str, str, str]]:
    """The plain triples of a reading but for names and the article's own."""
    article = Names(reading.article.id).article
    return {
        (short(q.subject), short(q.predicate), short(q.object))
        for q in read(reading)
        if not q.subject.value.startswith(article.value + "#")
        and q.subject != article
        and q.predicate.value not in {f"{RDFS}label", f"{SKOS}altLabel"}
    }


def table(text: str) -> set[tuple[str, str, str]]:
    return {tuple(line.split(maxsplit=2)) for line in text.strip().splitlines()}


def test_the_worked_example():
    assert plain(rudd()) == table("""
        person/amber-rudd rdf:type news:Person
        person/amber-rudd news:spokeAt place/leeds
        person/amber-rudd news:holdsRole role/home-secretary
        place/leeds rdf:type news:Place
        role/home-secretary rdf:type news:Role
        organization/the-echo rdf:type news:Organization
        article/rudd/group/three-people rdf:type news:Group
        holding/person/amber-rudd/role/home-secretary rdf:type news:RoleHolding
        holding/person/amber-rudd/role/home-secretary news:incumbent person/amber-rudd
        holding/person/amber-rudd/role/home-secretary news:role role/home-secretary
        holding/person/amber-rudd/role/home-secretary news:status current
        article/rudd/statement/61-81 rdf:type news:Statement
        article/rudd/statement/61-81 news:speaker person/amber-rudd
        article/rudd/statement/61-81 news:addressee organization/the-echo
        article/rudd/statement/61-81 news:words They will not win.
        article/rudd/statement/61-81 news:speech direct
        article/rudd/statement/61-81 news:cue told
        article/rudd/event/1 rdf:type news:Attack
        article/rudd/event/1 news:killed article/rudd/group/three-people
        article/rudd/event/1 news:killedCount 3
        article/rudd/event/1 news:place place/leeds
    """)


def test_a_claim_points_at_its_words():
    found = {q.predicate.value: q.object for q in read(rudd()) if "#spokeAt-" in q.subject.value}
    assert {predicate: short(value) for predicate, value in found.items()} == {
        f"{RDF}type": "news:Claim",
        f"{RDF}subject": "person/amber-rudd",
        f"{RDF}predicate": "news:spokeAt",
        f"{RDF}object": "place/leeds",
        f"{OA}hasSource": "article/rudd",
        f"{OA}hasSelector": "article/rudd#char=0,41",
        f"{NEWS}subjectMention": "article/rudd#char=15,25",
        f"{NEWS}objectMention": "article/rudd#char=35,40",
        f"{NEWS}rule": "hand",
        f"{NEWS}confidence": "0.93",
        f"{NEWS}modality": "asserted",
        f"{NEWS}status": "current",
    }


def test_passages_hold_the_words_at_their_offsets():
    graph = read(rudd())
    value = {(q.subject, q.predicate.value.removeprefix(OA)): q.object.value for q in graph}
    spans = {q.subject for q in graph if q.predicate.value == f"{OA}start"}
    assert len(spans) == 13
    for node in spans:
        start, end = int(value[node, "start"]), int(value[node, "end"])
        assert value[node, "exact"] == TEXT[start:end]
        assert node.value.endswith(f"#char={start},{end}")


def test_no_blank_nodes_and_one_graph():
    graph = read(rudd())
    assert {q.graph_name for q in graph} == {NamedNode(f"{BASE}article/rudd")}
    assert all(isinstance(term, NamedNode | Literal) for q in graph for term in q.triple)


def soldier(modality: str, status: str = "current") -> Reading:
    make = Maker("Islamic State has claimed that Masood was its soldier.", "claim")
    who, group = make.mention("Masood", "Person"), make.mention("Islamic State", "Organization")
    sources = (group,) if modality == "reported" else ()
    fact = make.fact("memberOf", who, group, make.article.text, modality, sources=sources, status=status)
    return make.reading([fact])


@pytest.mark.parametrize("modality", ["reported", "denied", "planned"])
def test_what_is_not_asserted_stays_a_claim(modality):
    graph = read(soldier(modality))
    assert not {row for row in plain(soldier(modality)) if row[1] == "news:memberOf"}
    assert {q.object.value for q in graph if q.predicate.value == f"{NEWS}modality"} == {modality}


def test_a_reported_claim_says_who_makes_it():
    said = {short(q.object) for q in read(soldier("reported")) if q.predicate.value == f"{NEWS}attributedTo"}
    assert said == {"organization/islamic-state"}


def test_two_who_say_it_each_have_a_claim():
    make = Maker("Khan and Rudd said in Leeds that it works.", "two")
    khan, rudd, leeds = make.mention("Khan", "Person"), make.mention("Rudd", "Person"), make.mention("Leeds", "Place")
    words, phrase = find(make.article.text, "that it works"), find(make.article.text, "Khan and Rudd")
    told = Quote((words,), "indirect", make.evidence(make.article.text), None, phrase, (khan, rudd), place=leeds)
    reading = make.reading(quotes=[told])
    statement = f"article/two/statement/{words.start}-{words.end}"
    assert plain(reading) >= {(statement, "news:speaker", "person/khan"), (statement, "news:speaker", "person/rudd")}
    ends = {q.object.value for q in read(reading) if "#speaker-" in q.subject.value and "objectMention" in str(q)}
    assert {end.partition("#")[2] for end in ends} == {"char=0,4", "char=9,13"}


def test_a_claim_of_two_is_attributed_to_both():
    make = Maker("Khan and Rudd said that Masood was a soldier of Islamic State.", "both")
    who, group = make.mention("Masood", "Person"), make.mention("Islamic State", "Organization")
    both = make.mention("Khan", "Person"), make.mention("Rudd", "Person")
    fact = make.fact("memberOf", who, group, make.article.text, "reported", sources=both)
    said = {short(q.object) for q in read(make.reading([fact])) if q.predicate.value == f"{NEWS}attributedTo"}
    assert said == {"person/khan", "person/rudd"}


@pytest.mark.parametrize(
    ("status", "now"), [("current", True), ("acting", True), ("former", False), ("designate", False)]
)
def test_only_what_is_now_is_plain(status, now):
    assert bool({row for row in plain(soldier("asserted", status)) if row[1] == "news:memberOf"}) == now


def test_a_former_role_has_a_holder_and_no_incumbent():
    make = Maker("Tony Blair, former prime minister of Britain, left.", "blair")
    who, role = make.mention("Tony Blair", "Person"), make.mention("prime minister", "Role")
    land = make.mention("Britain", "Place")
    fact = make.fact("holdsRole", who, role, make.article.text, status="former", scope=land)
    node = "holding/person/tony-blair/role/prime-minister/place/britain/former"
    found = {row for row in plain(make.reading([fact])) if row[1] not in {"rdf:type", "skos:altLabel"}}
    assert found == table(f"""
        {node} news:holder person/tony-blair
        {node} news:role role/prime-minister
        {node} news:heldIn place/britain
        {node} news:status former
    """)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("3", {"killedCount 3"}),
        ("20-30", {"killedAtLeast 20", "killedAtMost 30"}),
        ("20-", {"killedAtLeast 20"}),
        ("-30", {"killedAtMost 30"}),
        ("dozens", set()),
        (None, set()),
    ],
)
def test_the_killed_are_counted(value, wanted):
    make = Maker("The blast killed people.")
    people = make.mention("people", "Group", "article/rudd/group/people")
    why = make.evidence(make.article.text)
    event = Event("e", "Bombing", find(make.article.text, "blast"), (Argument("killed", people, why, value),), why)
    rows = {f"{p.removeprefix('news:')} {o}" for s, p, o in plain(make.reading(events=[event])) if s == "e"}
    assert rows - {"killed article/rudd/group/people", "rdf:type Bombing", "rdf:type news:Bombing"} == wanted


@pytest.mark.parametrize(
    ("between", "wanted"), [(" and ", {"3", "4"}), (", ", {"3", "4"}), (" in a blast after ", {"3"})]
)
def test_those_of_a_list_are_counted_together(between, wanted):
    make = Maker(f"The blast killed him{between}three guards.")
    him = make.mention("him", "Person", "person/him")
    guards = make.mention("three guards", "Group", "article/rudd/group/guards")
    why = make.evidence(make.article.text)
    killed = (Argument("killed", him, why, "1"), Argument("killed", guards, why, "3"))
    event = Event("e", "Bombing", find(make.article.text, "blast"), killed, why)
    rows = plain(make.reading(events=[event]))
    assert {o for _, p, o in rows if p == "news:killedCount"} == wanted
    assert {o for _, p, o in rows if p == "news:killedAtLeast"} == {"1"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Ann Lee", "killedAtLeast"), ("a nurse", "killedAtLeast"), ("one person", "killedCount"), ("1", "killedCount")],
)
def test_somebody_is_at_least_one_and_one_is_one(words, wanted):
    make = Maker(f"The blast killed {words}.")
    why = make.evidence(make.article.text)
    who = Argument("killed", make.mention(words, "Person", "person/who"), why, "1")
    event = Event("e", "Bombing", find(make.article.text, "blast"), (who,), why)
    told = {(p, o) for _, p, o in plain(make.reading(events=[event])) if p.startswith("news:killed") and o == "1"}
    assert told == {(f"news:{wanted}", "1")}


def test_a_number_alone_is_a_count_and_no_victim():
    make = Maker("The blast killed 12.")
    twelve = make.mention("12", "Number", "number/12", form="value", value="12")
    why = make.evidence(make.article.text)
    event = Event("e", "Bombing", find(make.article.text, "blast"), (Argument("killed", twelve, why, "12"),), why)
    rows = plain(make.reading(events=[event]))
    assert rows == {("e", "rdf:type", "news:Bombing"), ("e", "news:killedCount", "12")}


def test_an_attack_that_was_foiled_has_no_victims():
    make = Maker("Police foiled an attack on Leeds.")
    leeds = make.mention("Leeds", "Place")
    why, planned = make.evidence(make.article.text), make.evidence(make.article.text, "planned")
    event = Event("e", "Attack", find(make.article.text, "attack"), (Argument("place", leeds, why),), planned)
    assert plain(make.reading(events=[event])) == {("place/leeds", "rdf:type", "news:Place")}


@pytest.mark.parametrize(
    ("value", "kind"),
    [("1961", "gYear"), ("1961-05", "gYearMonth"), ("1961-05-03", "date"), ("2017-03-22T10:00:00Z", "dateTime")],
)
def test_a_date_is_as_exact_as_its_words(value, kind):
    assert date(value).datatype.value.endswith(f"#{kind}")


@pytest.mark.parametrize("value", [None, "", "Tuesday", "1961-13", "2017-02-30", "2017-03-22 at ten", "99"])
def test_a_date_that_is_none_is_not_invented(value):
    assert date(value) is None


@given(
    st.datetimes(
        timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=2)), timezone(-timedelta(minutes=90))])
    ),
    st.sampled_from([4, 7, 10, None]),
)
def test_what_a_store_reads_back_is_what_was_written(moment, length):
    literal = date(moment.isoformat()[:length])
    store = Store()
    store.add(Quad(NamedNode("a:b"), NamedNode("a:b"), literal))
    (read,) = store
    assert read.object == literal


def test_a_date_without_a_known_day_stays_a_claim():
    make = Maker("Masood was born on a Tuesday.")
    who = make.mention("Masood", "Person")
    day = make.mention("a Tuesday", "Date", "date/tuesday", form="value")
    assert plain(make.reading([make.fact("bornOn", who, day, make.article.text)])) == {
        ("person/masood", "rdf:type", "news:Person")
    }


@given(st.text())
def test_any_name_gives_a_valid_iri(name):
    assert NamedNode(BASE + slug(name))


def test_a_name_whose_letters_say_which_form_they_have_is_the_name_without():
    assert slug("\u845b\U000e0100\u57ce\u5e02") == slug("\u845b\u57ce\u5e02")
    assert NamedNode(BASE + slug("0\U000e0100"))


@given(st.text(), st.text())
def test_articles_have_the_same_iri_only_if_they_have_the_same_id(one, other):
    assert (Names(one).article == Names(other).article) == (one == other)


def test_every_term_written_is_declared():
    terms = vocabulary()
    make = Maker('A "b" c.', title="A", byline="B", source="https://example.org/a", published="2017-03-22")
    who, place = make.mention("A", "Person"), make.mention("b", "Place")
    why = make.evidence("A")
    facts = [Fact("holdsRole", who, make.mention("c", "Role"), why, status, place) for status in ("former", "current")]
    more = Mention(Span(0, 1), "A", "Group", "g")
    roles = ["killed", "injured", "perpetrator", "perpetratorOrganization", "claimedBy", "target", "weapon", "date"]
    events = [
        Event("e", "Attack", why.span, tuple(Argument(role, more, why, n) for n in ("1", "1-", "-2")), why)
        for role in roles
    ]
    quote = Quote((why.span,), "direct", why, why.span, why.span, (who,), who, place)
    written = read(make.reading(facts, [quote], events)) | read(rudd()) | read(soldier("reported"))
    iris = {t.value for q in written for t in q.triple if isinstance(t, NamedNode)} - {q.subject.value for q in written}
    known = {NEWS + name for name in [*terms.above, *terms.properties]} | {
        *(RDF + name for name in ("type", "subject", "predicate", "object")),
        *(OA + name for name in ("hasSource", "hasSelector", "exact", "start", "end")),
        *(OA + name for name in ("TextQuoteSelector", "TextPositionSelector")),
        f"{RDFS}label",
        f"{SKOS}altLabel",
        f"{SKOS}exactMatch",
    }
    assert {iri for iri in iris if not iri.startswith(BASE)} <= known
