"""Whatever articles come, change and go, what is inferred is what a fresh build infers."""

import tempfile
from contextlib import nullcontext
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.graph.merge import ADDED, at, reasoned
from kg.graph.store import Store
from kg.graph.terms import news
from kg.reason import update
from kg.reason.terms import SAME, TYPE, Atom
from kg.reason.update import by_rules
from kg.vocabulary import BASE, INFERRED, NEWS

from .graphs import DECLARED, EQUATING, calm_ontologies, facts, ontologies, program, read

ARTICLES = [NamedNode(f"{BASE}article/{name}") for name in "abc"]
#: What an ontology says of individuals follows in every store in which something is stated.
ALWAYS = NamedNode(f"{BASE}article/always")
STATED = st.lists(facts, max_size=5).map("\n".join)


def canonical(store: Store) -> bytes:
    return b"".join(sorted(serialize(store.db, format=RdfFormat.N_QUADS).splitlines(keepends=True)))


class Articles(RuleBasedStateMachine):
    """Articles that state made facts under a made ontology."""

    @initialize(ontology=st.one_of(calm_ontologies, ontologies))
    def start(self, ontology):
        self.calm = not any(word in ontology for word in EQUATING)
        self.program = program(ontology)
        self.stated = {ALWAYS: ":u a :A ."}
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(f"{self.folder.name}/kept")
        self.state(self.store, ALWAYS)
        self.conclude(self.store, few=True)

    @rule(article=st.sampled_from(ARTICLES), graph=STATED, few=st.booleans())
    def put(self, article, graph, few):
        self.stated[article] = graph
        self.state(self.store, article)
        self.conclude(self.store, few=few)

    @rule(changes=st.lists(st.tuples(st.sampled_from(ARTICLES), STATED), min_size=2, max_size=4))
    def put_several(self, changes):
        for article, graph in changes:
            self.stated[article] = graph
            self.state(self.store, article)
        self.conclude(self.store, few=True)

    @rule(article=st.sampled_from(ARTICLES), few=st.booleans())
    def forget(self, article, few):
        self.stated.pop(article, None)
        self.state(self.store, article)
        self.conclude(self.store, few=few)

    def state(self, store, article):
        store.replace(
            article,
            {Quad(*atom, article) for atom in read(self.stated.get(article, "")) if not self.calm or atom.p != SAME},
        )

    def conclude(self, store, *, few):
        """Update by the change alone, or as the size of the change suggests."""
        sizes = patch.multiple("kg.reason.growing", FEW=2, SMALL=0, READ=0) if few else nullcontext()
        with patch("kg.reason.update.keep", lambda _: self.program), sizes:
            if few:
                with patch("kg.reason.update._is_few", lambda *_: True):
                    update(store)
            else:
                update(store)

    def teardown(self):
        if not hasattr(self, "store"):
            return
        with Store(f"{self.folder.name}/fresh") as fresh:
            for article in self.stated:
                self.state(fresh, article)
            self.conclude(fresh, few=False)
            kept, built = canonical(self.store), canonical(fresh)
            inferred = {quad.triple for quad in fresh.db.quads_for_pattern(None, None, None, fresh.graph(INFERRED))}
            # At once, with all that is joined and all that is not in one.
            follows = by_rules(self.program, (Atom.of(triple) for triple in fresh.stated() if reasoned(triple)))
            wanted = {atom.triple() for atom in follows}
        self.store.close()
        self.folder.cleanup()
        assert kept == built
        assert inferred == wanted


Articles.TestCase.settings = settings(
    max_examples=25, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestArticles = Articles.TestCase


@pytest.mark.parametrize(("before", "after"), [("owlrl", "rules"), ("rules", "owlrl")])
@pytest.mark.parametrize("more", [False, True])
def test_what_another_engine_inferred_is_inferred_anew(tmp_path, before, after, more):
    """Also where nothing is stated beside."""

    def state(store, *articles):
        for number, article in enumerate(articles):
            store.replace(article, {Quad(*atom, article) for atom in read(f":u{number} :p :v . :v a :A .")})

    last = ARTICLES if more else ARTICLES[:2]
    with Store(tmp_path / "store") as store, Store(tmp_path / "fresh") as fresh:
        state(store, *ARTICLES[:2])
        update(store, engine=before)
        state(store, *last)
        update(store, engine=after)
        state(fresh, *last)
        update(fresh, engine=after)
        assert store.is_current()
        assert canonical(store) == canonical(fresh)
        other = canonical(store)
        update(store, engine=before)
        assert canonical(store) != other


def test_every_article_of_a_store_may_be_forgotten(tmp_path):
    with Store(tmp_path / "store") as store:
        store.replace(ARTICLES[0], {Quad(*atom, ARTICLES[0]) for atom in read(":u a :A .")})
        update(store)
        store.replace(ARTICLES[0], ())
        update(store)
        assert not any(store.db.quads_for_pattern(None, None, None, NamedNode(BASE + INFERRED)))


def test_a_query_finds_what_is_said_of_any_name_by_one_step(tmp_path):
    graph = "urn:t:v urn:t:q urn:t:x", "urn:t:u urn:t:p urn:t:y"
    stated = [[NamedNode(part) for part in line.split()] for line in graph]
    same = [NamedNode("urn:t:u"), SAME, NamedNode("urn:t:v")]
    with Store(tmp_path / "store") as store:
        store.replace(ARTICLES[0], {Quad(*triple, ARTICLES[0]) for triple in [*stated, same]})
        update(store)
        for name in ("u", "v"):
            rows = store.db.query(f"SELECT DISTINCT ?p ?o {{ <urn:t:{name}> {SAME}? ?thing . ?thing ?p ?o }}")
            assert {(row["p"].value, row["o"].value) for row in rows} >= {
                ("urn:t:q", "urn:t:x"),
                ("urn:t:p", "urn:t:y"),
            }


def of(name: str, kind: str) -> set[Quad]:
    return {Quad(NamedNode(f"urn:t:{name}"), TYPE, NamedNode(NEWS + kind), ARTICLES[0])}


def broken_off(store: Store, at: int) -> bool:
    """Bring a store up to date, broken off at one of its writes; tell whether it was."""
    whole, left = Store._write, iter(range(at))

    def write(*given, **options):
        if next(left, None) is None:
            raise InterruptedError
        whole(*given, **options)

    with patch.object(Store, "_write", write), patch("kg.graph.store.PORTION", 2):
        try:
            update(store)
        except InterruptedError:
            return True
    return False


@pytest.mark.parametrize("then", [of("x", "Person"), of("x", "Place") | of("y", "Person"), of("y", "Place")])
def test_a_store_whose_first_closure_was_broken_off_ends_as_a_fresh_one(tmp_path, then):
    is_broken, at = True, 0
    while is_broken:
        with Store(tmp_path / f"broken{at}") as store, Store(tmp_path / f"fresh{at}") as fresh:
            store.replace(ARTICLES[0], of("x", "Person"))
            is_broken = broken_off(store, at)
            for each in (store, fresh):
                each.replace(ARTICLES[0], then)
                update(each)
            assert canonical(store) == canonical(fresh), at
        at += 1
    assert at > 3


@pytest.mark.parametrize("then", [set(), of("z", "Person"), of("x", "Person") | of("z", "Place")])
@pytest.mark.parametrize("before", [{"x"}, set("abcdefghijklmnopqrst")])
def test_what_is_withdrawn_after_its_closure_was_broken_off_leaves_nothing(tmp_path, before, then):
    seen = set().union(*(of(name, "Person") for name in before))
    is_broken, at = True, 0
    while is_broken:
        with Store(tmp_path / f"broken{at}") as store, Store(tmp_path / f"fresh{at}") as fresh:
            store.replace(ARTICLES[1], placed(seen))
            update(store)
            store.replace(ARTICLES[0], of("x", "Person") | of("y", "Place") | of("z", "Organization"))
            with patch.multiple("kg.reason.growing", FEW=1, BEHIND=0):
                is_broken = broken_off(store, at)
            for each in (store, fresh):
                each.replace(ARTICLES[0], then)
                each.replace(ARTICLES[1], placed(seen))
                update(each)
            assert canonical(store) == canonical(fresh), at
        at += 1
    assert at > 3


def placed(quads: set[Quad]) -> set[Quad]:
    return {at(quad.triple, ARTICLES[1]) for quad in quads}


def test_what_is_said_of_one_name_is_said_of_the_other_also_where_they_were_one_before(tmp_path):
    made = program(DECLARED + ":q rdfs:domain :B . :p a owl:TransitiveProperty .")
    with Store(tmp_path / "store") as store, Store(tmp_path / "fresh") as fresh:
        with patch("kg.reason.update.keep", lambda _: made):
            for article, graph in zip(ARTICLES, (":u owl:sameAs :v . :x :p :y .", ":v :q :x ."), strict=False):
                for each in (store, fresh):
                    each.replace(article, {Quad(*atom, article) for atom in read(graph)})
                update(store)
            update(fresh)
        assert canonical(store) == canonical(fresh)
        assert [*store.db.quads_for_pattern(NamedNode("urn:t:u"), TYPE, NamedNode("urn:t:B"), store.graph(INFERRED))]


def test_the_journal_of_a_store_never_reasoned_over_is_one_mark(tmp_path):
    with Store(tmp_path / "store") as store:
        store.replace(ARTICLES[0], of("x", "Person") | of("y", "Place"))
        journal = list(store.db.quads_for_pattern(None, None, None, store.graph(ADDED)))
        assert (len(journal), len(list(store.pending()[0])), store.is_current()) == (1, 2, False)
        update(store)
        assert (store.is_unseen(), store.is_current()) == (False, True)


def test_what_was_noted_before_all_is_new_and_then_withdrawn_is_not_pending(tmp_path):
    with Store(tmp_path / "store") as store:
        here, gone = (Triple(NamedNode(f"{BASE}person/{name}"), TYPE, news("Person")) for name in ("a", "b"))
        articles = [store.graph(f"article/{name}") for name in ("a", "b")]
        store.replace(articles[0], [at(here, articles[0])])
        update(store)
        store.replace(articles[1], [at(gone, articles[1])])
        assert [*store.pending()[0]] == [gone]
        # Another ontology: all is new.
        store.unsee()
        store.replace(articles[1], [])
        assert [*store.pending()[0]] == [here]
        update(store)
        assert not [quad for quad in store.db if quad.subject == gone.subject]


def test_of_many_what_was_inferred_and_is_now_stated_is_no_longer_inferred(tmp_path):
    """Also where nothing follows from it."""
    rules = program(DECLARED + ":p rdfs:subPropertyOf :q .")
    with Store(tmp_path / "store") as store, patch("kg.reason.update.keep", lambda _: rules):
        for article, graph, few in zip(
            ARTICLES, (":u :p :v .", ":u :q :v . :w :q :x . :w :r :x ."), (5, 1), strict=False
        ):
            store.replace(article, {Quad(*atom, article) for atom in read(graph)})
            with patch("kg.reason.growing.FEW", few):
                update(store)
            held = [*store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))]
            assert len(held) == (few > 1)
