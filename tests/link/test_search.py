"""Names are looked for as they stand, in other forms, and as a part of others, one after the other."""

import pytest

from kg.link.choose import About, ranked
from kg.link.forms import forms
from kg.link.index import Index
from kg.link.item import Item
from kg.link.offline import IndexNames
from kg.link.search import Wanted, search

CLASSES = {"Person": "Q5", "Organization": "Q43229", "Place": "Q618123"}
ITEMS = [
    ("Q1", "Ann Merkdal", "Person", 90),
    ("Q2", "Bo Merkdal", "Person", 2),
    ("Q3", "Cathy L. Poe", "Person", 9),
    ("Q4", "Northam Airport", "Place", 30),
    ("Q5", "Lonacme", "Organization", 9),
    ("Q6", "Marks and Poe", "Organization", 9),
    ("Q7", "Louisiana Department of Fishing", "Organization", 9),
    ("Q8", "Food Office", "Organization", 9),
    ("Q9", "Rail Union of Germany", "Organization", 9),
    ("Q10", "Unisono", "Organization", 9),
    ("Q11", "Stefan Füle", "Person", 9),
    ("Q12", "Dora", "Person", 3),
    ("Q13", "Madora", "Person", 200),
    ("Q14", "Springfield", "Place", 9),
    ("Q15", "General Motor Works", "Organization", 90),
]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    with Index(tmp_path_factory.mktemp("index") / "index.sqlite", create=True) as index:
        for name, label, kind, wikis in ITEMS:
            index.add(Item(name, label, claims={"P31": (CLASSES[kind],)}, sitelinks=wikis))
        index.finish(CLASSES)
        yield IndexNames(index)


@pytest.mark.parametrize(
    ("wanted", "item", "how"),
    [
        (Wanted("k", "Person", ("Ann Merkdal",)), "Q1", "label"),
        (Wanted("k", "Organization", ("Guild of Millers and Weavers", "GMW")), None, None),
        (Wanted("k", "Organization", ("Guild of Millers and Weavers", "GMW"), is_short=True), "Q15", "acronym"),
        (Wanted("k", "Person", ("Merkdal",), is_local=True), "Q1", "part"),
        (Wanted("k", "Person", ("Nobody Merkdal",)), None, None),
        (Wanted("k", "Person", ("Dora",), is_local=True), None, None),
        (Wanted("k", "Person", ("Madora",), is_local=True), "Q13", "part"),
        (Wanted("k", "Person", ("Cathy Poe",)), "Q3", "part"),
        (Wanted("k", "Person", ("Stefan Fuele",)), "Q11", "label"),
        (Wanted("k", "Person", ("Unisono",)), "Q10", "kind"),
        (Wanted("k", "Person", ("Unisono",), is_local=True), None, None),
        (Wanted("k", "Place", ("Northam",)), "Q4", "part"),
        (Wanted("k", "Place", ("Unisono",)), None, None),
        (Wanted("k", "Organization", ("Springfield",)), None, None),
        (Wanted("k", "Organization", ("Lonacme PLC",)), "Q5", "form"),
        (Wanted("k", "Organization", ("The Lonacme",)), "Q5", "form"),
        (Wanted("k", "Organization", ("Marks & Poe",)), "Q6", "form"),
        (Wanted("k", "Organization", ("La. Department of Fishing",)), "Q7", "form"),
        (Wanted("k", "Organization", ("U.S. Food Office",)), "Q8", "form"),
        (Wanted("k", "Organization", ("German Rail Union",)), "Q9", "form"),
        (Wanted("k", "Organization", ("GMW",)), "Q15", "acronym"),
        (Wanted("k", "Organization", ("Gmw",)), None, None),
        (Wanted("k", "Organization", ("Nothing", "Lonacme")), "Q5", "label"),
        (Wanted("k", "Role", ("Dora",)), None, None),
    ],
    ids=lambda value: value.names[0] if isinstance(value, Wanted) else str(value),
)
def test_search(source, wanted, item, how):
    found = search(source, [wanted])
    best = ranked(found["k"], About()) if "k" in found else None
    chosen = best if best and best.confidence >= 0.85 else None
    assert (chosen and chosen.candidate.iri.rpartition("/")[2], chosen and chosen.candidate.how) == (item, how)


@pytest.mark.parametrize(
    ("kind", "name", "some"),
    [
        ("Organization", "Acme PLC", {"Acme", "The Acme PLC"}),
        ("Organization", "United Mine Workers of America", {"United Mine Workers"}),
        ("Organization", "Bank of England", {"The Bank of England"}),
        ("Organization", "U.S. Army", {"The U.S. Army", "United States Army"}),
        ("Person", "Sam J. Poe Jr.", {"Sam Poe"}),
        ("Person", "Poe", set()),
        ("Place", "Leeds", {"The Leeds"}),
        ("Event", "Cup", set()),
    ],
)
def test_forms(kind, name, some):
    found = list(forms(kind, name))
    assert set(found) >= some
    assert len(found) == len(set(found))
    assert name not in found
    if not some:
        assert found == []


def test_what_is_asked_is_asked_once(source):
    asked = []

    class Counting:
        name = "counting"

        def candidates(self, kind, names):
            asked.append((kind, list(names)))
            return source.candidates(kind, names)

    search(Counting(), [Wanted(str(n), "Person", (f"Ann Number{n}",)) for n in range(300)])
    assert [kind for kind, _ in asked] == ["Person", "Organization", "Person"]
