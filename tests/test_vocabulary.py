"""The ontology is documented, consistent, and read as it stands."""

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.errors import UsageError
from kg.resources import folder
from kg.vocabulary import NEWS, vocabulary

ONTOLOGY = rdflib.Graph().parse(folder("ontology") / "news.ttl")
TERMS = sorted({term for term in ONTOLOGY.subjects() if str(term).startswith(NEWS)})
PROPERTIES = [t for t in TERMS if {OWL.ObjectProperty, OWL.DatatypeProperty} & set(ONTOLOGY.objects(t, RDF.type))]
ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(NEWS))
def test_every_term_is_documented(term):
    wanted = [RDFS.label, SKOS.definition, SKOS.example]
    assert [len(list(ONTOLOGY.objects(term, p))) for p in wanted] == [1, 1, 1]


@pytest.mark.parametrize("term", PROPERTIES, ids=lambda term: term.removeprefix(NEWS))
def test_every_property_has_a_domain_and_a_range(term):
    assert [len(list(ONTOLOGY.objects(term, p))) for p in (RDFS.domain, RDFS.range)] == [1, 1]


def test_it_says_its_version_and_its_licence():
    head = ONTOLOGY.value(predicate=RDF.type, object=OWL.Ontology)
    assert ONTOLOGY.value(head, OWL.versionIRI) is not None
    assert ONTOLOGY.value(head, rdflib.DCTERMS.license) is not None


def closure(*facts: str) -> rdflib.Graph:
    graph = ONTOLOGY + rdflib.Graph().parse(data=f"@prefix : <{NEWS}> . {' '.join(facts)}", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: rdflib.Graph) -> list[str]:
    return [str(message) for message in graph.objects(None, ERROR)]


# Everything that news may state about one attack and one mayor, once; each inference and each clash is looked up in it.
NEWS_DAY = """
:khan a :Person ; :leads :london ; :bornOn "1970-10-08" .
:london a :Place . :square a :Place ; :locatedIn :westminster . :westminster a :Place ; :locatedIn :london .
:speech a :Statement ; :speaker :khan ; :place :square .
:attack a :Stabbing ; :perpetrator :masood ; :killed :officer ; :place :westminster ; :killedCount 1 .
:seat a :RoleHolding ; :incumbent :khan ; :role :mayor ; :heldIn :london .
:past a :RoleHolding ; :holder :blair ; :role :premier .
:ann :spouseOf :ben ; :childOf :cid ; :chiefExecutiveOf :shell . :shell a :Organization .
"""


def test_what_follows_from_the_parts():
    graph = closure(NEWS_DAY)
    news = rdflib.Namespace(NEWS)
    assert errors(graph) == []
    for fact in [
        (news.khan, news.memberOf, news.london),
        (news.khan, news.spokeAt, news.square),
        (news.khan, news.spokeAt, news.london),
        (news.masood, news.attackedAt, news.westminster),
        (news.masood, news.attackedAt, news.london),
        (news.attack, news.place, news.london),
        (news.attack, news.victim, news.officer),
        (news.khan, news.holdsRole, news.mayor),
        (news.ben, news.spouseOf, news.ann),
        (news.cid, news.parentOf, news.ann),
        (news.ann, news.leads, news.shell),
        (news.ann, news.memberOf, news.shell),
    ]:
        assert fact in graph, fact


def test_what_does_not_follow():
    graph = closure(NEWS_DAY)
    news = rdflib.Namespace(NEWS)
    for fact in [
        (news.blair, news.holdsRole, news.premier),
        (news.london, RDF.type, news.Organization),
        (news.khan, news.memberOfParty, news.london),
        (news.khan, RDF.type, news.Organization),
    ]:
        assert fact not in graph, fact


@pytest.mark.parametrize(
    "clash",
    [":x a :Person , :Place .", ":x a :Organization ; :bornIn :y .", ":x :bornIn :y . :y :spouseOf :z ."],
    ids=["two kinds", "a company that was born", "a place that is married"],
)
def test_a_contradiction_is_found(clash):
    assert errors(closure(clash))


def test_domains_and_ranges_decide_what_a_relation_allows():
    allows = vocabulary().allows
    assert allows("leads", "Person", "Place")
    assert allows("memberOfParty", "Person", "PoliticalParty")
    assert allows("bornOn", "Person", "Date")
    assert allows("killedCount", "Bombing", "Number")
    assert allows("target", "Attack", "Thing")
    assert not allows("leads", "Organization", "Place")
    assert not allows("bornIn", "Person", "Organization")
    assert not allows("bornOn", "Person", "Text")
    assert not allows("spouseOf", "Person", "Group")


@pytest.mark.parametrize(
    ("kinds", "narrowest"),
    [
        ({"Stabbing", "Attack", "Event"}, ["Stabbing"]),
        ({"Place", "Agent", "Body"}, ["Place"]),
        ({"Agent"}, ["Agent"]),
        ({"Person", "Place", "Unheard"}, ["Person", "Place"]),
        (set(), []),
    ],
    ids=["below others", "a state that acts", "who acts", "two", "none"],
)
def test_what_is_narrowest_is_told_of_a_thing(kinds, narrowest):
    assert vocabulary().narrowest(kinds) == narrowest


def test_an_unknown_relation_is_named_with_those_that_are_known():
    with pytest.raises(UsageError, match=r"no relation 'acquired'; it has .*bornIn"):
        vocabulary().property("acquired")
