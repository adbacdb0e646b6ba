"""Parts of a graph: newer, surer, about something, without texts, without words."""

from io import BytesIO

import pytest
from pyoxigraph import RdfFormat, parse

from kg.api import Format, Store, build, export
from kg.errors import UsageError
from kg.vocabulary import NEWS, OA
from tests.query.test_queries import Hand, fete, trial

BASE = "https://w3id.org/newskg/id/"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("part") / "store") as store:
        build(store, [fete().article, trial().article], Hand())
        yield store


def triples(store, **options):
    out = BytesIO()
    export(store, out, "nt", **options)
    return {quad.triple for quad in parse(out.getvalue(), RdfFormat.N_TRIPLES)}


def spoken(found):
    return {(t.subject.value.removeprefix(BASE), t.object.value.removeprefix(BASE)) for t in found
            if t.predicate.value == f"{NEWS}spokeAt"}  # fmt: skip


def words(found):
    return {t.object.value for t in found if t.predicate.value == f"{OA}exact"}


def subjects(found):
    return {t.subject.value.removeprefix(BASE) for t in found}


def test_nothing_chosen_is_all(store):
    assert triples(store) == triples(store, depth=3)


def test_without_whole_texts(store):
    texts = {fete().article.text, trial().article.text}
    assert texts <= words(triples(store))
    left = triples(store, texts=False)
    assert not texts & words(left)
    assert "John Roe bombed Northam." in words(left)
    assert left < triples(store)


def test_only_facts(store):
    left = triples(store, evidence=False)
    assert not words(left)
    assert not {name for name in subjects(left) if "#" in name}
    assert spoken(left) == spoken(triples(store))


def test_since_a_day(store):
    left = triples(store, since="2020-05-05")
    assert "person/john-roe" not in subjects(left)
    assert ("person/ann-lee", "place/northam") in spoken(left)
    assert not spoken(triples(store, since="2021"))
    assert spoken(triples(store, since="2020")) == spoken(left)
    with pytest.raises(UsageError, match="--since is a date"):
        export(store, BytesIO(), since="soon")


def test_only_what_is_sure(store):
    sure = triples(store, min_confidence=0.5)
    assert ("person/ann-lee", "place/northam") in spoken(sure)
    assert sure < triples(store, inferred=False)
    assert not spoken(triples(store, min_confidence=1.0))
    assert not [t for t in triples(store, min_confidence=1.0) if t.predicate.value == f"{NEWS}confidence"]


def test_about_somebody(store):
    alone = triples(store, about="John Roe", depth=0)
    assert {name for name in subjects(alone) if name.startswith(("person/", "place/"))} == {"person/john-roe"}
    near = triples(store, about="John Roe")
    assert {"person/john-roe", "place/northam"} <= subjects(near)
    assert "person/ann-lee" not in subjects(near)
    assert "John Roe bombed Northam." in words(near)
    assert near <= triples(store)
    assert "person/ann-lee" in subjects(triples(store, about="John Roe", depth=2))
    with pytest.raises(UsageError, match="nothing is named 'Jon Roe'; did you mean 'John Roe'"):
        export(store, BytesIO(), about="Jon Roe")


def test_the_ontology_leaves_with_the_facts(store):
    left = triples(store, ontology=True) - triples(store)
    assert f"{NEWS}Person" in {t.subject.value for t in left if hasattr(t.subject, "value")}


def test_the_same_part_is_the_same_bytes(store):
    for form in set(Format) - {Format.NIF}:
        first, second = BytesIO(), BytesIO()
        export(store, first, form, about="Ann Lee")
        export(store, second, form, about="Ann Lee")
        assert first.getvalue() == second.getvalue() != b""


def test_a_part_without_texts_is_no_nif(store):
    with pytest.raises(UsageError, match="NIF is of whole texts"):
        export(store, BytesIO(), Format.NIF, about="Ann Lee")
