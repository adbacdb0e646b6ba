"""The graph of what is known beside the articles: of its own, the same in any order, and gone with what named it."""

import pytest
from pyoxigraph import NamedNode, Quad

from kg.api import export, query
from kg.background import geonames
from kg.build import put
from kg.conclude import conclude
from kg.errors import UsageError
from kg.facts import Argument, Event
from kg.forget import forget
from kg.graph import background, opened
from kg.graph.store import Store
from kg.graph.terms import Names, news
from kg.query.parts import asserted, without_background
from kg.vocabulary import BACKGROUND, BASE
from tests.graph.readings import Maker, find

LOCATED = news("locatedIn")


def article(name: str, *places: str):
    text = f"{', '.join(places)}."
    make = Maker(text, name)
    for place in places:
        make.mention(place, "Place")
    return make.reading()


ARTICLES = [
    article("a", "Zamfara", "Nigeria"),
    article("b", "Birmingham", "United Kingdom"),
    article("c", "Birmingham", "United Kingdom", "Zamfara"),
    article("d", "Birmingham", "Alabama"),
]


def test_of_a_large_store_the_table_of_cities_is_held_only_while_it_is_asked(tmp_path, monkeypatch):
    def told(store: Store) -> set[str]:
        return {str(quad) for quad in store.db.quads_for_pattern(None, None, None, store.graph(BACKGROUND))}

    with store_of(tmp_path / "small", ARTICLES) as store:
        assert geonames._rows.cache_info().currsize == 1
        wanted = told(store)
    monkeypatch.setattr(opened, "BURDEN", -1)
    monkeypatch.setattr(opened, "UNRELIEVED", -1)
    with store_of(tmp_path / "large", ARTICLES) as store:
        assert geonames._rows.cache_info().currsize == 0
        assert told(store) == wanted


def test_what_is_looked_up_comes_with_all_articles_that_name_it_and_nothing_else(tmp_path):
    make = Maker("Ann Lee of Acme Bank, Zamfara.", "f")
    for name, kind in (("Ann Lee", "Person"), ("Acme Bank", "Organization"), ("Zamfara", "Place")):
        make.mention(name, kind)
    with Store(tmp_path / "store") as store:
        for portion in (ARTICLES, [make.reading()]):
            put(store, portion, "test")
            conclude(store, background=False)
        every = [(thing.value.removeprefix(BASE), [*articles]) for thing, articles in background._every(store)]
        found = {path: {article.value.removeprefix(f"{BASE}article/") for article in told} for path, told in every}
        assert found == {
            "place/zamfara": {"a", "c", "f"},
            "place/nigeria": {"a"},
            "place/birmingham": {"b", "c", "d"},
            "place/united-kingdom": {"b", "c"},
            "place/alabama": {"d"},
            "organization/acme-bank": {"f"},
        }
        assert len(every) == len(found)
        assert all(len({*told}) == len(told) for _, told in every)


def store_of(path, articles, *, background=True) -> Store:
    store = Store(path)
    put(store, articles[:-1], "test")
    conclude(store, background=background)
    put(store, articles[-1:], "test")
    conclude(store, background=background)
    return store


def iri(place: str) -> NamedNode:
    return NamedNode(f"{BASE}place/{place}")


def located(store: Store, place: str, db=None) -> set[str]:
    found = (db or store.db).query(f"SELECT ?in {{ {iri(place)} {LOCATED} ?in }}")
    return {row["in"].value.removeprefix(f"{BASE}place/") for row in found}


def test_antarctica_lies_in_nothing_and_is_told_once(tmp_path):
    with store_of(tmp_path, [article("a", "Antarctica"), article("b", "Bouvet Island", "Norway")]) as store:
        assert located(store, "antarctica") == set()
        assert located(store, "bouvet-island") == {"antarctica"}


def quads(store: Store) -> set[Quad]:
    return set(store.db)


def test_attacks_in_nigeria_find_zamfara(tmp_path):
    text = "Gunmen attacked Zamfara, Nigeria said in Paris."
    make = Maker(text, "gunmen")
    place, *_ = [make.mention(name, "Place") for name in ("Zamfara", "Nigeria", "Paris")]
    proof = make.evidence(text)
    attack = Event("article/gunmen/attack", "Attack", find(text, "attacked"), (Argument("place", place, proof),), proof)
    with store_of(tmp_path / "store", [make.reading(events=[attack])]) as store:
        assert located(store, "zamfara") == {"nigeria", "africa"}
        assert [row["place"] for row in query(store, "attacks", place="Nigeria")] == ["Zamfara"]
        assert query(store, "attacks", place="Paris") == []


def test_most_articles_decide_and_where_they_do_not_none(tmp_path):
    with store_of(tmp_path / "store", ARTICLES) as store:
        assert located(store, "birmingham") == {"england", "united-kingdom", "europe"}
        forget(store, "b")
        assert located(store, "birmingham") == set()
        forget(store, "c")
        assert located(store, "birmingham") == {"alabama", "united-states", "north-america"}


def test_any_order_gives_the_same_store(tmp_path):
    stores = []
    for number, order in enumerate([ARTICLES[:3], ARTICLES[2::-1], [*ARTICLES[1:3], ARTICLES[0]]]):
        with store_of(tmp_path / str(number), order) as store:
            stores.append(quads(store))
    assert all(found == stores[0] for found in stores)


def test_forgetting_leaves_what_a_build_without_gives(tmp_path):
    with store_of(tmp_path / "all", ARTICLES) as store, store_of(tmp_path / "fewer", ARTICLES[1:3]) as fewer:
        for name in ("a", "d"):
            forget(store, name)
        assert quads(store) == quads(fewer)


def test_what_an_article_states_never_contains_it(tmp_path):
    with store_of(tmp_path / "with", ARTICLES) as known, store_of(tmp_path / "no", ARTICLES, background=False) as plain:
        for reading in ARTICLES:
            graph = Names(reading.article.id).article
            own = [set(store.db.quads_for_pattern(None, None, None, graph)) for store in (known, plain)]
            assert own[0] == own[1]
        assert not any(plain.db.quads_for_pattern(None, None, None, plain.graph(BACKGROUND)))


@pytest.mark.parametrize("part", [without_background, lambda store: asserted(store, background=False)])
def test_it_can_be_left_out_with_what_follows_from_it(tmp_path, part):
    with store_of(tmp_path / "with", ARTICLES) as known:
        db = part(known)
        assert located(known, "zamfara", db) == set()
        assert [
            row["n"].value
            for row in db.query(
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), 'background')) }"
            )
        ] == ["0"]


def test_left_out_is_what_a_build_without_it_has(tmp_path):
    with store_of(tmp_path / "with", ARTICLES) as known, store_of(tmp_path / "no", ARTICLES, background=False) as plain:
        merged = [set(db.quads_for_pattern(None, None, None, None)) for db in (without_background(known), plain.db)]
        default = [
            {quad.triple for quad in quads if "DEFAULT" in str(quad.graph_name).upper() or str(quad.graph_name) == ""}
            for quads in merged
        ]
        assert default[0] == default[1]


@pytest.mark.parametrize("form", ["nq", "ttl"])
def test_what_leaves_without_it_is_what_a_build_without_it_writes(tmp_path, form):
    with store_of(tmp_path / "with", ARTICLES) as known, store_of(tmp_path / "no", ARTICLES, background=False) as plain:
        export(known, tmp_path / f"known.{form}", background=False)
        export(plain, tmp_path / f"plain.{form}")
        assert (tmp_path / f"known.{form}").read_bytes() == (tmp_path / f"plain.{form}").read_bytes()
        export(known, tmp_path / f"all.{form}")
        assert b"background" in (tmp_path / f"all.{form}").read_bytes() or form == "ttl"
        with pytest.raises(UsageError, match="no graph 'background'"):
            export(known, tmp_path / "b.nt", graph="background", background=False)


def test_a_speaker_is_shown_in_the_innermost_place_and_found_by_those_around(tmp_path):
    text = "Ann Lee spoke in Gusau, Zamfara, Nigeria."
    make = Maker(text, "talk")
    lee, place, *_ = (
        make.mention("Ann Lee", "Person"),
        *(make.mention(n, "Place") for n in ("Gusau", "Zamfara", "Nigeria")),
    )
    with store_of(tmp_path / "store", [make.reading([make.fact("spokeAt", lee, place, text)])]) as store:
        assert [(row["place"], row["words"]) for row in query(store, "spoke-where")] == [("Gusau", text)]
        for around in ("Gusau", "Nigeria", "Africa"):
            assert [row["place"] for row in query(store, "spoke-where", place=around)] == ["Gusau"], around
        assert {row["place"] for row in query(store, "SELECT ?place { ?who news:spokeAt ?place }")} >= {
            "Gusau",
            "Nigeria",
        }


def test_a_store_without_it_gets_it_when_asked(tmp_path):
    with store_of(tmp_path / "no", ARTICLES, background=False) as plain, store_of(tmp_path / "with", ARTICLES) as known:
        conclude(plain)
        assert located(plain, "zamfara") == set()
        conclude(plain, background=True)
        assert quads(plain) == quads(known)
        conclude(plain, background=False)
        assert located(plain, "zamfara") == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Bath",), ("BATH",)),  # by a name that no table has
        (("Birmingham", "Alabama"), ("Birmingham",)),  # no longer beside what told which is meant
        (("Birmingham",), ("Birmingham", "Alabama")),
    ],
)
def test_what_a_name_means_follows_the_name_and_what_stands_beside_it(tmp_path, before, after):
    def reading(places):
        make = Maker(" ".join(places), "a")
        for place in places:
            make.mention(place, "Place", f"place/{place.lower()}")
        return make.reading()

    with store_of(tmp_path / "lived", [reading(before)]) as store:
        put(store, [reading(after)], "test")
        conclude(store, background=True)
        lived = quads(store)
    with store_of(tmp_path / "fresh", [reading(after)]) as store:
        assert lived == quads(store)
