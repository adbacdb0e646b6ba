"""What is only reported stands in the answers with who says so; what is denied or planned stands in none."""

import pytest

from kg.api import Article, query
from kg.build import build
from kg.facts import Argument, Event, Quote
from kg.graph.store import Store
from kg.query.card import card
from kg.query.names import entities
from tests.graph.readings import Maker
from tests.graph.readings import find as span
from tests.query.test_queries import One

BLAST = "A bomb went off in Arden. Police said Otto Reyes did it. A medic said at least 17 died. Ona Finn denied it."
CRASH = "Police said 21 people died in an attack in Corby on 3 May, and that Otto Reyes was the mayor of Arden."
TALK = "Reyes said Ann Lee spoke in Corby as head of Zenco. He is head of Zenco, the Echo reported."
FOILED = "Otto Reyes planned to bomb Arden on 3 May, police said. He never attacked Corby."


def blast(make):
    """The incident is asserted, who did it and how many died are reported."""
    reyes, arden = make.mention("Otto Reyes", "Person"), make.mention("Arden", "Place")
    police, medic = make.mention("Police", "Group", "group/police"), make.mention("A medic", "Group", "group/medic")
    finn, dead = make.mention("Ona Finn", "Person"), make.mention("at least 17", "Number", form="value")
    went = make.evidence("A bomb went off in Arden.")
    did = make.evidence("Police said Otto Reyes did it.", "reported", (police,))
    died = make.evidence("A medic said at least 17 died.", "reported", (medic,))
    parts = (
        Argument("place", arden, went),
        Argument("perpetrator", reyes, did),
        Argument("killed", dead, died, "17-"),
        Argument("perpetrator", finn, make.evidence("Ona Finn denied it.", "denied")),
    )
    return make.reading(events=[Event("event/blast", "Bombing", span(BLAST, "bomb"), parts, went)])


def crash(make):
    """The incident itself is reported, with parts that a reader gives no source of their own."""
    police, corby = make.mention("Police", "Group", "group/police"), make.mention("Corby", "Place")
    people = make.mention("21 people", "Group", "article/crash/people")
    day = make.mention("3 May", "Date", form="value", value="2024-05-03")
    reyes, mayor = make.mention("Otto Reyes", "Person"), make.mention("mayor", "Role")
    told, said = make.evidence(CRASH), make.evidence(CRASH, "reported", (police,))
    parts = (Argument("killed", people, told, "21"), Argument("place", corby, told), Argument("date", day, told))
    office = make.fact(
        "holdsRole", reyes, mayor, CRASH, "reported", sources=(police,), scope=make.mention("Arden", "Place")
    )
    return make.reading([office], events=[Event("event/crash", "Attack", span(CRASH, "attack"), parts, said)])


def talk(make):
    reyes, lee, corby = (
        make.mention("Reyes", "Person"),
        make.mention("Ann Lee", "Person"),
        make.mention("Corby", "Place"),
    )
    zenco, head = make.mention("Zenco", "Organization"), make.mention("head", "Role")
    he = make.mention("He", "Person", "article/talk/person/he", form="pronoun")
    first, second = TALK[: TALK.index(".") + 1], TALK[TALK.index(".") + 2 :]
    words = (span(TALK, "Ann Lee spoke in Corby"),)
    return make.reading(
        [
            make.fact("spokeAt", lee, corby, first, "reported", sources=(reyes,)),
            make.fact("holdsRole", lee, head, first, "reported", sources=(reyes,), scope=zenco),
            make.fact("holdsRole", lee, head, second, "reported", scope=zenco),
            make.fact("holdsRole", he, head, second, scope=zenco),
        ],
        [Quote(words, "indirect", make.evidence(first, "reported", (reyes,)), None, None, (reyes,), place=corby)],
    )


def foiled(make):
    reyes, arden, corby = (
        make.mention("Otto Reyes", "Person"),
        make.mention("Arden", "Place"),
        make.mention("Corby", "Place"),
    )
    day = make.mention("3 May", "Date", form="value", value="2024-05-03")
    told = make.evidence(FOILED)
    parts = (Argument("perpetrator", reyes, told), Argument("place", arden, told), Argument("date", day, told))
    never = (Argument("perpetrator", reyes, told), Argument("place", corby, told))
    return make.reading(
        [make.fact("spokeAt", reyes, arden, FOILED, "planned"), make.fact("spokeAt", reyes, corby, FOILED, "denied")],
        events=[
            Event("event/foiled", "Bombing", span(FOILED, "bomb"), parts, make.evidence(FOILED, "planned")),
            Event("event/never", "Attack", span(FOILED, "attacked"), never, make.evidence(FOILED, "denied")),
        ],
    )


TEXTS = {blast: BLAST, crash: CRASH, talk: TALK, foiled: FOILED}


@pytest.fixture
def ask(tmp_path):
    def asked(make, name, **given):
        maker = Maker(TEXTS[make], make.__name__, published="2024-05-04")
        with Store(tmp_path / make.__name__) as store:
            build(store, [maker.article], One(make(maker)))
            return query(store, name, **given)

    return asked


def picked(rows, *columns):
    return [tuple(row[column] for column in columns) for row in rows]


COLUMNS = ("attack", "kind", "date", "place", "perpetrator", "killed", "killedWords", "saidBy")


def test_an_asserted_attack_has_what_others_say_of_it(ask):
    said = "A medic (killed); Police (perpetrator)"
    [row] = picked(ask(blast, "attacks"), *COLUMNS)
    assert (*row[:-1], "; ".join(sorted(row[-1].split("; ")))) == (
        "Bombing, Arden", "bombing", "", "Arden", "Otto Reyes", "17", "at least 17", said,
    )  # fmt: skip


def test_an_attack_of_which_somebody_tells_is_one_row_by_who_tells_it(ask):
    assert picked(ask(crash, "attacks"), *COLUMNS) == [
        ("Attack, Corby, 2024-05-03", "attack", "2024-05-03", "Corby", "", "21", "21 people", "Police")
    ]


def test_asserted_leaves_out_what_is_reported(ask):
    assert picked(ask(blast, "attacks", asserted=True), *COLUMNS) == [
        ("Bombing, Arden", "bombing", "", "Arden", "", "", "", "")
    ]
    assert picked(ask(blast, "attacks", asserted=False), *COLUMNS) == picked(ask(blast, "attacks"), *COLUMNS)
    for name in ("attacks", "roles", "timeline", "attacked-where", "affiliations"):
        assert ask(crash, name, asserted=True) == [], name


@pytest.mark.parametrize("name", ["attacks", "attacked-where", "spoke-where", "timeline"])
def test_what_is_planned_or_denied_is_no_fact(ask, name):
    assert ask(foiled, name) == []


def test_who_is_said_to_have_attacked_where(ask):
    assert picked(ask(blast, "attacked-where"), "attacker", "place", "saidBy", "words") == [
        ("Otto Reyes", "Arden", "Police", "Police said Otto Reyes did it.")
    ]
    assert ask(blast, "attacked-where", asserted=True) == []


def test_who_is_said_to_have_spoken_where(ask):
    """A statement that is reported has a place and a speaker, too."""
    assert picked(ask(talk, "spoke-where"), "speaker", "place", "saidBy") == [
        ("Reyes", "Corby", "Reyes"),
        ("Ann Lee", "Corby", "Reyes"),
    ]
    assert ask(talk, "spoke-where", asserted=True) == []


def test_a_role_is_one_row_and_nobody_holds_it_who_is_only_he(ask):
    assert picked(ask(talk, "roles"), "person", "role", "body", "status", "saidBy", "articles") == [
        ("Ann Lee", "head", "Zenco", "current", "Reyes, somebody", "1")
    ]
    assert sorted(picked(ask(talk, "affiliations", person="Ann Lee"), "person", "body", "saidBy")) == [
        ("Ann Lee", "Zenco", "Reyes"),
        ("Ann Lee", "Zenco", "somebody"),
    ]


def test_the_timeline_says_who_says_so(ask):
    assert picked(ask(crash, "timeline"), "when", "thing", "relation", "what", "status", "saidBy") == [
        ("2024-05-03", "Attack, Corby, 2024-05-03", "date", "attack", "", "Police"),
        ("2024-05-04", "Otto Reyes", "holds role", "mayor", "current", "Police"),
    ]


def test_what_one_article_asserts_needs_nobody_to_say_it(tmp_path):
    report, own = Maker(CRASH, "crash", published="2024-05-04"), Maker("Mayor Otto Reyes of Arden left.", "own")
    reyes, mayor, arden = (
        own.mention("Otto Reyes", "Person"),
        own.mention("Mayor", "Role"),
        own.mention("Arden", "Place"),
    )
    office = own.fact("holdsRole", reyes, mayor, own.article.text, scope=arden)
    readings = {"crash": crash(report), "own": own.reading([office])}

    class Two:
        signature = "by hand"

        def __call__(self, articles):
            return (readings[article.id] for article in articles)

    with Store(tmp_path / "store") as store:
        build(store, [report.article, own.article], Two())
        rows = query(store, "roles")
    assert picked(rows, "person", "body", "saidBy", "articles", "words", "article") == [
        ("Otto Reyes", "Arden", "", "2", own.article.text, "own")
    ]


def test_the_card_of_who_denied_something_says_so(tmp_path):
    make = Maker("Ona Finn denied to the Echo in Corby that patrols had been cut.", "denial")
    finn, echo, corby = (
        make.mention("Ona Finn", "Person"),
        make.mention("the Echo", "Organization"),
        make.mention("Corby", "Place"),
    )
    words = (span(make.article.text, "that patrols had been cut"),)
    told, cue = make.evidence(make.article.text), span(make.article.text, "denied")
    quote = Quote(words, "indirect", told, cue, finn.span, (finn,), addressee=echo, place=corby)
    with Store(tmp_path / "store") as store:
        build(store, [make.article], One(make.reading(quotes=[quote])))
        cards = {name: dict(card(store.db, *entities(store.db, name)).sections) for name in ("Ona Finn", "the Echo")}
    assert [(line.text, line.words) for line in cards["Ona Finn"]["quotes"]] == [
        ("denied (indirect, to the Echo, at Corby)", "that patrols had been cut")
    ]
    assert [line.text for line in cards["the Echo"]["events"]] == [
        "statement (denied) “that patrols had been cut”: addressee"
    ]


def test_the_card_says_who_tells_of_a_role(tmp_path):
    make = Maker(CRASH, "crash")
    with Store(tmp_path / "store") as store:
        build(store, [make.article], One(crash(make)))
        roles = dict(card(store.db, *entities(store.db, "Otto Reyes")).sections)["roles"]
    assert [line.text for line in roles] == ["mayor, Arden (reported by Police)"]


WIRE = (
    "A ferry sank off Hull late on Monday. Police said Otto Reyes was born in Arden. All of the crew were saved by a "
    "passing boat. The owner said that it had been checked in May."
)


def test_what_a_copy_claims_again_is_told_once(tmp_path):
    with Store(tmp_path / "store") as store:
        build(store, [Article(name, WIRE, published=f"2020-05-0{day}") for day, name in enumerate("cab", 1)])
        told = [row["subject"] for row in query(store, "claims") if row["object"] == "Arden"]
        assert len([*query(store, "copies")]) == 2
    assert told == ["Otto Reyes"]
