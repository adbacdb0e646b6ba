"""What the rules and the model must not say, and what they must say in several ways."""

import pytest

from kg.articles.article import Article
from kg.extract.coref.mentions import mentions
from kg.extract.extract import readings
from kg.extract.relations.model import classifier as learned
from kg.extract.relations.model import features
from kg.extract.syntax.context import Context
from kg.language.parsed.off_spacy import off_spacy
from kg.language.pipeline import load
from tests.extract.articles import stated


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Brazil, Russia, India and China agreed.", id="a list of countries"),
        pytest.param("Syria expert Anna Keller spoke.", id="an expert on a country is no citizen of it"),
        pytest.param("Anna Keller told Reuters that it rained.", id="the addressee is no employer"),
        pytest.param("Anna Keller criticised the Harbour Council.", id="an opponent is no member"),
        pytest.param("Anna Keller flew to Rome and back.", id="a traveller is no resident"),
        pytest.param("The Muslim Council of Britain met.", id="named for a country is not seated in it"),
        pytest.param("The Israeli-controlled Harbour Bank closed.", id="who controls a bank is not its seat"),
        pytest.param("They met the Iranian-backed Harbour Front.", id="who backs a group is not its seat"),
        pytest.param("They broke the Swiss-EU treaty.", id="a treaty between two seats neither in the other"),
        pytest.param("MANCHESTER, N.H. (AP) — It rained.", id="who wrote from there has no seat there"),
        pytest.param("Anna Keller, a Leeds lawyer, left.", id="a town employs nobody who works in it"),
        pytest.param("Texas Senator Anna Keller left.", id="a state has no citizens"),
        pytest.param("The Florida Republican left.", id="a party is not seated where its member is from"),
        pytest.param("Tom Reed won the Ohio Republican primary.", id="a party is not seated where it votes"),
    ],
)
def test_states_nothing(text: str):
    assert {row for row in stated(text) if row[1] not in {"holdsRole", "locatedIn"}} == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Prime Minister Paul Weber of Kenya left.", ("Paul Weber", "leads", "Kenya", "")),
        ("The head of the Harbour Council, Anna Keller, left.", ("Anna Keller", "leads", "Harbour Council", "")),
        ("Anna Keller (SPD) left.", ("Anna Keller", "memberOfParty", "Social Democratic Party of Germany", "")),
        ("Anna Keller of the Harbour Council left.", ("Anna Keller", "memberOf", "Harbour Council", "")),
        ("Anna Keller read history at Balliol College.", ("Anna Keller", "educatedAt", "Balliol College", "")),
        ("US Secretary of State Anna Keller left.", ("Anna Keller", "citizenOf", "United States", "")),
        ("Former Northgate Bank chairman Paul Weber left.", ("Paul Weber", "leads", "Northgate Bank", "former")),
        ("Interim Northgate Bank chairman Paul Weber left.", ("Paul Weber", "leads", "Northgate Bank", "acting")),
        ("Anna Keller (1929–2014) was a baker.", ("Anna Keller", "bornOn", "1929", "")),
        ("Anna Keller (1929–2014) was a baker.", ("Anna Keller", "diedOn", "2014", "")),
        ("The Harbour Institute in Leeds closed.", ("Harbour Institute", "headquarteredIn", "Leeds", "")),
    ],
)
def test_states(text: str, row: tuple[str, ...]):
    assert row in stated(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("An angry President Anna Keller left.", "President"),
        ("The club's 78-year-old president Paul Weber left.", "president"),
        ("The vice President Anna Keller left.", "vice President"),
        ("What would a President Anna Keller do?", "President"),
    ],
)
def test_a_title_has_no_words_of_praise_or_age(text: str, role: str):
    assert [row[2] for row in stated(text) if row[1] == "holdsRole"] == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("President-elect Anna Keller left.", "President-elect"),
        ("Kenya's president-elect, Anna Keller, left.", "president-elect"),
        ("Prime Minister-designate Anna Keller left.", "Prime Minister-designate"),
        ("Anna Keller, the chairman-designate of Acme Corp., left.", "chairman-designate of Acme Corp."),
    ],
)
def test_who_is_elected_holds_no_office_yet(text: str, role: str):
    roles = {row for row in stated(text) if row[1] in {"holdsRole", "leads"}}
    assert ("Anna Keller", "holdsRole", role, "designate") in roles
    assert {row[3] for row in roles} == {"designate"}


def test_whoever_might_be_president_is_not():
    found = {row[3] for row in stated("The prospects of a President Anna Keller are poor.") if row[1] == "holdsRole"}
    assert found == {"planned"}


def test_a_title_for_a_part_of_a_body_does_not_lead_it():
    found = {row[1] for row in stated("Paul Weber, the United Nations High Commissioner for Refugees, left.")}
    assert "leads" not in found


def test_every_name_of_a_sentence_gets_what_is_said_of_one():
    found = stated("Mayor Anna Keller, actor Paul Weber and poet Clara Hill spoke in Victoria Park.")
    assert {who for who, relation, *_ in found if relation == "spokeAt"} == {"Anna Keller", "Paul Weber", "Clara Hill"}


def test_features_hold_no_names():
    article = Article("a", "Zebediah Quillfeather was born in Oxbourne and works for Brightwater Group since 1987.")
    doc = off_spacy(load()(article.text))
    context = Context(article, doc, mentions(article, doc))
    (sentence,) = context.sentences
    pairs = list(learned.pairs(context, sentence))
    seen = " ".join(feature for pair in pairs for feature in pair.features).casefold()
    assert pairs
    assert not [name for name in ("quillfeather", "oxbourne", "brightwater", "1987") if name in seen]


def test_two_words_meet_in_what_governs_both():
    doc = off_spacy(load()("Anna Keller works for Northgate Bank."))
    assert features.meeting(doc[1], doc[5]).text == "works"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vera Blom criticised Dirk Moll for joining the Patriots Party.", {("Dirk Moll", "memberOf", "asserted")}),
        ("Greta Lohm urged Finn Dahl to join the Green Party.", {("Finn Dahl", "memberOf", "planned")}),
        ("Sam Groot accused Lotte Kuyper of leading the Harbour Syndicate.", {("Lotte Kuyper", "leads", "reported")}),
        ("Carla Munk left the room after joining the Green Party.", {("Carla Munk", "memberOf", "asserted")}),
        ("Carla Munk joined the firm in 2015 from Birch Bank, where she was a vice president.", set()),
        ("Polish opposition leader Sam Groot spoke in Leeds.", set()),
        ("Senate minority leader Sam Groot spoke in Leeds.", set()),
        ("Amnesty International's West Africa director, Sam Groot, spoke in Leeds.", set()),
        ("Amnesty International's director, Sam Groot, spoke in Leeds.", {("Sam Groot", "leads", "asserted")}),
        ("Kenyan rebel leader Sam Groot spoke in Leeds.", set()),
        ("Iranian supreme leader Sam Groot spoke in Leeds.", {("Sam Groot", "leads", "asserted")}),
        ("French far-right leader Sam Groot spoke in Leeds.", set()),
        ("Indian nationalist leader Sam Groot spoke in Leeds.", set()),
        ("Spain's socialist leader, Sam Groot, spoke in Leeds.", set()),
        ("French leader Sam Groot spoke in Leeds.", {("Sam Groot", "leads", "asserted")}),
    ],
)
def test_a_deed_is_that_of_the_object_that_is_told_to_do_it(text, expected):
    [found] = readings([Article("a", text)])
    told = {
        (f.subject.text, f.relation, f.evidence.modality) for f in found.facts if f.relation in {"memberOf", "leads"}
    }
    assert told == expected
