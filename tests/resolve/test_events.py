"""One incident in several articles has one IRI: what joins two tellings, what keeps them apart, in any order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.build import build
from kg.conclude import decide
from kg.extraction import Extraction
from kg.forget import forget
from kg.graph.store import Store
from kg.graph.terms import REPLACED, TYPE, news
from kg.query.identity import compared, joined
from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.resolve.events.agreement import ENOUGH, link
from kg.resolve.events.called import Called, known_as
from kg.resolve.events.doubts import doubts
from kg.resolve.events.meeting import happenings
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.events.occurrences import occurrences
from kg.resolve.readings import resolved
from kg.review.queue import answered, questions, settle
from kg.vocabulary import IDENTITY
from tests.resolve.test_store import Read, image

#: A story in eight short articles of three papers: an attack, an arrest, a copycat, an anniversary, corrections.
STORY = {
    "post-1": (
        "2021-03-09",
        (
            "Three dead in shooting at Corby market\n\nA gunman shot and killed three people at a market in Corby on "
            "Tuesday, police said. Ann Lee, 34, who sold flowers there, was among the dead."
        ),
    ),
    "herald-1": (
        "2021-03-10",
        (
            "Gunman kills three at market in Corby\n\nA gunman opened fire at a market in Corby on Tuesday and killed "
            "three people. The dead include Ann Lee, a florist of 34."
        ),
    ),
    "post-2": (
        "2021-03-11",
        (
            "Corby market shooting: death toll rises to four\n\nFour people were killed in the shooting at a market in "
            "Corby on Tuesday, police said. A boy of 12 died of his wounds. Ann Lee was buried on Thursday."
        ),
    ),
    "times-1": (
        "2021-03-12",
        (
            "Man arrested over Corby shooting\n\nPolice in Corby arrested Omar Reyes, 29, on Friday over the shooting "
            "in which four people were killed at a market on Tuesday. Ann Lee was among the dead."
        ),
    ),
    "herald-2": (
        "2021-03-12",
        (
            "Man stabs two at market in Ashford\n\nA man stabbed two people at a market in Ashford on Thursday. Police "
            "said that he had read of Corby."
        ),
    ),
    "post-3": (
        "2021-03-13",
        (
            "Suspect in court\n\nOmar Reyes, 29, was arrested over the shooting at a market in Corby on Tuesday. An "
            "earlier article gave another name."
        ),
    ),
    "times-2": (
        "2022-03-09",
        (
            "Corby remembers\n\nA year after a gunman killed four people at a market in Corby, Ann Lee's sister lit a "
            "candle there on Wednesday."
        ),
    ),
    "herald-3": (
        "2021-03-10",
        (
            "Bomb kills three at market in Lagos\n\nA bomb killed three people at a market in Lagos on Tuesday, police "
            "said."
        ),
    ),
}


@pytest.fixture(scope="module")
def readings():
    """What the articles state, read once."""
    articles = [Article(i, text, published=day) for i, (day, text) in STORY.items()]
    return {reading.article.id: reading for reading in Extraction()(articles)}


def shared(found) -> dict[str, set[str]]:
    """The articles of each happening that several tell, by its path."""
    of: dict[str, set[str]] = {}
    for reading in found:
        for event in reading.events:
            of.setdefault(event.key, set()).add(reading.article.id)
    return {key: articles for key, articles in of.items() if len(articles) > 1}


CORBY = {"post-1", "herald-1", "post-2", "times-1", "post-3"}


def test_what_several_articles_tell_of_one_incident_has_one_iri(readings):
    ((key, articles),) = shared(resolved(readings.values())).items()
    assert articles == CORBY
    assert key.startswith("event/shooting-corby-2021-03-09-")


def test_the_reasons_say_what_joins_and_what_keeps_apart(readings):
    first, again, copied, elsewhere = (
        occurrences(readings[name])[0] for name in ("post-1", "herald-1", "herald-2", "herald-3")
    )
    joined = {reason.text: reason.weight for reason in link(first, again).reasons}
    assert joined["both name ann lee"] == 9
    assert joined["happened on the same day"] == 8
    assert joined["published 1 day apart"] == 5
    assert sum(joined.values()) == link(first, again).score >= ENOUGH
    kinds = {reason.text for reason in link(again, copied).reasons if reason.weight < 0}
    assert "a Shooting, a Stabbing" in kinds
    assert link(first, elsewhere).score < ENOUGH


@settings(max_examples=10, deadline=None)
@given(st.permutations(sorted(STORY)))
def test_the_order_of_articles_does_not_matter(readings, names):
    one = {reading.article.id: reading for reading in resolved(readings[name] for name in names)}
    other = {reading.article.id: reading for reading in resolved(readings.values())}
    assert one == other


def test_the_dead_of_different_names_are_two_incidents():
    texts = {
        name: f"Police said {who}, 34, was shot dead in Corby on Tuesday. She was found at a market."
        for name, who in (("a", "Ann Lee"), ("b", "Maria Brandt"), ("c", "Ann Lee"))
    }
    found = Extraction()(Article(i, text, published="2021-03-10") for i, text in texts.items())
    assert list(shared(resolved(found)).values()) == [{"a", "c"}]


def built(folder, readings, *batches) -> Store:
    store = Store(folder)
    for names in batches:
        build(store, [readings[name].article for name in names], Read(readings))
    return store


@settings(max_examples=8, deadline=None)
@given(st.permutations(sorted(STORY)), st.integers(0, 7), st.sets(st.sampled_from(sorted(STORY)), max_size=4))
def test_a_store_is_a_function_of_its_articles(readings, tmp_path_factory, names, cut, gone):
    kept = sorted(STORY.keys() - gone)
    with built(tmp_path_factory.mktemp("a"), readings, names[:cut], names[cut:]) as store:
        for name in sorted(gone):
            forget(store, name)
        changed = image(store)
    with built(tmp_path_factory.mktemp("b"), readings, kept) as store:
        assert image(store) == changed


def told(store: Store) -> dict[str, set[str]]:
    return shared(Told(store, name) for name in STORY)


class Told:
    """The events of an article as its graph tells them."""

    def __init__(self, store: Store, name: str) -> None:
        self.article = Article(name, "")
        graph = store.graph(f"article/{name}")
        found = store.db.quads_for_pattern(None, TYPE, news("Shooting"), graph)
        self.events = [Key(quad.subject.value.removeprefix(store.base)) for quad in found]


class Key:
    def __init__(self, key: str) -> None:
        self.key = key


def test_the_iri_of_one_article_leads_to_the_shared_one_and_a_decision_overrules(readings, tmp_path):
    with built(tmp_path / "s", readings, STORY) as store:
        before = image(store)
        ((key, articles),) = told(store).items()
        assert articles == CORBY
        own = occurrences(readings["post-1"])[0].key
        (redirect,) = store.db.quads_for_pattern(store.graph(own), REPLACED, None, store.graph(IDENTITY))
        assert redirect.object == store.graph(key)
        others = [occurrences(readings[name])[0].key for name in sorted(CORBY - {"post-1"})]
        decide(store, [Decision(own, other, DIFFERENT) for other in others])
        assert list(told(store).values()) == [CORBY - {"post-1"}]
        decide(store, [])
        assert image(store) == before


def test_a_decision_joins_what_the_words_do_not(readings, tmp_path):
    one, other = (occurrences(readings[name])[0].key for name in ("herald-2", "herald-3"))
    with built(tmp_path / "s", readings, ["herald-2", "herald-3"]) as store:
        decide(store, [Decision(one, other, SAME)])
        found = {
            q.object.value
            for k in (one, other)
            for q in store.db.quads_for_pattern(store.graph(k), REPLACED, None, None)
        }
        assert len(found) == 1


def test_what_stood_with_what_is_gone_is_asked_anew(readings, tmp_path):
    one, other = (occurrences(readings[name])[0].key for name in ("herald-2", "herald-3"))
    tied = [Decision(one, other, SAME)]
    with built(tmp_path / "lived", readings, ["herald-2", "herald-3", "post-1"]) as store:
        decide(store, tied)
        forget(store, "herald-2")
        with built(tmp_path / "fresh", readings, ["herald-3", "post-1"]) as fresh:
            decide(fresh, tied)
            assert image(store) == image(fresh)


def test_an_article_that_tells_of_it_no_more_leaves_the_others_as_they_would_be(readings, tmp_path):
    day, text = STORY["times-1"]
    (other,) = Extraction()([Article("times-1", text.split("\n")[0], published=day)])
    changed = {**readings, "times-1": other}
    # Only by way of the second are the first and the third one.
    names = ["post-3", "times-1", "herald-1"]
    with built(tmp_path / "lived", readings, names) as store:
        build(store, [other.article], Read(changed))
        with built(tmp_path / "fresh", changed, names) as fresh:
            assert image(store) == image(fresh)


def tellings(**told) -> list[Occurrence]:
    """Two tellings, of two articles, of a shooting in Corby on one day."""
    of = {"kinds": ("Shooting",), "days": ("2021-03-09",), "published": "2021-03-10", "places": ("corby",), **told}
    return [Occurrence(name, f"article/{name}/event/1", **of) for name in "ab"]


def asked(found, decided=()) -> list[tuple[str, str, bool]]:
    return [(each.left.article, each.right.article, one) for each, one in doubts(found, decided)]


@pytest.mark.parametrize(
    ("told", "score", "question"),
    [
        ({"published": None}, 8, None),
        ({}, 13, ("a", "b", False)),
        ({"killed": 3}, 15, ("a", "b", True)),
        ({"killed": 3, "words": ("flower", "gunman", "market")}, 24, None),
    ],
)
def test_what_too_little_tells_of_is_asked_and_what_is_hardly_joined(told, score, question):
    found = tellings(**told)
    assert link(*found).score == score
    assert asked(found) == ([question] if question else [])
    if question:
        keys = [each.key for each in found]
        assert asked(found, [Decision(*keys, DIFFERENT)]) == asked(found, [Decision(*keys, SAME)]) == []
        # One article tells of two.
        assert asked([found[0], replace(found[1], article="a")]) == []


def test_why_two_tellings_are_one_and_what_forbids_it(readings, tmp_path):
    own = {name: occurrences(readings[name])[0].key for name in STORY}
    with built(tmp_path / "s", readings, STORY) as store:
        found = compared(store, own["herald-1"], own["post-3"])
        assert (found.one, found.left, found.needed) == (True, found.right, ENOUGH)
        assert all(step.score >= ENOUGH for step in found.steps)
        ends = [side[0].article for step in found.steps for side in (step.left, step.right)]
        assert (ends[0], ends[-1], ends[1:-1:2]) == ("herald-1", "post-3", ends[2:-1:2])
        shared_label = store.value(store.graph(found.left), "killedCount")
        assert shared_label
        steps, needed = joined(store, store.graph(found.left))
        assert (len(steps), needed) == (len(CORBY) - 1, ENOUGH)
        two = compared(store, own["herald-2"], own["post-2"])
        assert (two.one, two.left != two.right, len(two.steps)) == (False, True, 1)
        decide(store, [Decision(own["herald-1"], own["post-1"], DIFFERENT, "ann")])
        (step,) = compared(store, own["herald-1"], own["post-1"]).steps
        assert [reason.text for reason in step.reasons] == ["decided by ann"]


def test_doubtful_incidents_are_asked_with_the_words_of_both(tmp_path):
    texts = {
        ("a", "2021-03-10"): "A man was shot dead near the station in Corby on Tuesday.",
        ("b", "2021-03-15"): "Police are looking for witnesses after a woman was killed in a shooting in Corby.",
    }
    with Store(tmp_path / "store") as store:
        build(store, [Article(name, text, published=day) for (name, day), text in texts.items()])
        (question,) = questions(store, ["incident"])
        assert (question.kind, question.joined, question.score.split()[1:]) == ("incident", False, ["of", "14", "bits"])
        assert [side.told for side in (question.left, question.right)] == [
            (f"“{text}” {name}, {day}",) for (name, day), text in texts.items()
        ]
        settle(store, [answered(question, "positive", "ann", "2026-11-26")], pytest.fail)
        assert not [*questions(store, ["incident"])]
        assert compared(store, question.left.path, question.right.path).one


@pytest.mark.parametrize(
    ("published", "days", "whole"),
    [
        ("2017-03-22", (), True),
        ("2017-03-22T10:00Z", (), True),
        ("2017-03-22T10:00:00+01:00", (), True),
        ("2017", (), False),
        ("2017-03", ("2017-03-22",), False),
        ("2017-13-41", (), False),
        (None, ("2017", "2017-03-22"), True),
        (None, ("2017-03",), False),
        (None, (), False),
    ],
)
def test_a_happening_is_of_a_day_only_where_the_day_is_whole(published, days, whole):
    one = Occurrence("a", "a/event/1", ("Attack",), days, published)
    assert one.when == (date(2017, 3, 22).toordinal() if whole else None)


def test_a_label_has_the_capitals_of_names():
    one = Occurrence("a", "a/event/1", ("Shooting",), ("2021-03-09",), sites=("corby", "port of spain", "la paz"))
    assert one.label == "Shooting, Corby and Port of Spain and La Paz, 2021-03-09"


def test_a_year_of_publication_keeps_no_article_from_the_store(tmp_path):
    text = "Four people were killed on Monday in a bomb attack in Leeds, police said."
    with Store(tmp_path / "store") as store:
        built = build(store, [Article(name, text, published=name) for name in ("2017", "2017-03", "2017-03-22")])
        assert (built.new, built.failed) == (3, [])


@pytest.mark.parametrize(
    ("told", "path", "places", "label"),
    [
        (
            Called("VehicleAttack", "stoke on trent", "2021-03-09", "718eb7"),
            "event/vehicleattack-stoke-on-trent-2021-03-09-718eb7",
            ["Stoke-on-Trent"],
            "Vehicle attack, Stoke-on-Trent, 2021-03-09",
        ),
        (Called("Arson", "", "", "0123ab"), "event/arson-0123ab", [], "Arson"),
        (Called("Bombing", "al quds", "", "0123ab"), "event/bombing-al-quds-0123ab", ["Al-Quds"], "Bombing, Al-Quds"),
        (Called("Bombing", "", "2021-03-09", "0123ab"), "event/bombing-2021-03-09-0123ab", [], "Bombing, 2021-03-09"),
        (Called("Attack", "corby", "", "0123ab"), "event/attack-corby-0123ab", ["Leeds"], None),
    ],
)
def test_a_happening_is_called_by_kind_place_and_day(told, path, places, label):
    assert told.path == path
    found = Called.of(path)
    assert found is not None
    assert found.label({known_as(place): place for place in places}) == label


@pytest.mark.parametrize("path", ["event/blast", "place/corby-0123ab", "article/a/event/attack-12"])
def test_other_paths_call_no_happening(path):
    assert Called.of(path) is None


FOILED = {
    "post": (
        "Navy foils pirate attack\n\nThe Lanto Navy foiled an attack by pirates on merchant vessels in the Bay of "
        "Orsa on Tuesday. The patrol ship Meridian challenged five skiffs and seized weapons."
    ),
    "times": (
        "Pirate attack foiled\n\nThe patrol ship Meridian of the Lanto Navy thwarted an attack on merchant vessels in "
        "the Bay of Orsa on Tuesday. Five skiffs were challenged and weapons were seized."
    ),
    "herald": (
        "Pirates attacked merchant vessels in the Bay of Orsa on Tuesday. The patrol ship Meridian of the Lanto Navy "
        "challenged five skiffs and seized weapons, but one sailor was shot dead."
    ),
}


def test_a_foiled_attack_is_one_in_several_articles_and_none_that_happened():
    articles = [Article(i, text, published="2021-03-10") for i, text in FOILED.items()]
    found = {reading.article.id: occurrences(reading)[0] for reading in Extraction()(articles)}
    assert {name: one.foiled for name, one in found.items()} == {"post": True, "times": True, "herald": False}
    post, times, herald = found.values()
    assert link(post, times).score >= ENOUGH
    assert "only one of the two happened" in against(post, herald) | against(times, herald)
    assert max(link(post, herald).score, link(times, herald).score) < 0


#: Two killings of one night, each told by papers.
NIGHT = {
    "post": "A 19-year-old student was shot dead in Armley, Leeds, on Friday evening, police said.",
    "times": "The student, 19, was shot dead in Armley, Leeds, on Friday evening.",
    "herald": "A 52-year-old baker was shot dead in Bramley, Leeds, on Friday night, police said.",
}


@pytest.fixture(scope="module")
def night():
    """What each paper tells of the night."""
    articles = [Article(i, text, published="2021-03-13") for i, text in NIGHT.items()]
    return {reading.article.id: occurrences(reading)[0] for reading in Extraction()(articles)}


def against(one: Occurrence, other: Occurrence) -> set[str]:
    """What tells most against their being one."""
    return {reason.text for reason in link(one, other).reasons if reason.weight < -ENOUGH}


def test_one_dead_of_another_age_in_another_part_of_town_is_another(night):
    post, times, herald = (night[name] for name in ("post", "times", "herald"))
    assert link(post, times).score >= ENOUGH
    assert link(post, herald).score < 0
    assert against(post, herald) == {"the dead are of 52, 19", "in leeds, but at: bramley; armley"}


def test_ages_that_differ_are_named(night):
    assert "ages: 52, 19" in {reason.text for reason in link(night["post"], night["herald"]).reasons}


ONE_DEAD = Occurrence(
    "post",
    "a",
    ("Shooting",),
    killed=1,
    sites=("orsa", "millbank"),
    places=("orsa", "millbank"),
    ages=("19",),
    aged=("19",),
)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"aged": ("20",), "ages": ("20",)}, set()),  # a birthday
        ({"aged": ("52",), "ages": ("19", "52")}, set()),  # both are spoken of
        ({"aged": ("52",), "ages": ("52",), "killed": 2}, set()),
        ({"aged": (), "ages": ("52",)}, set()),  # the suspect's
        ({"aged": ("52",), "ages": ("52",)}, {"the dead are of 19, 52"}),
        ({"sites": ("orsa", "harrow end"), "places": ("orsa", "harrow end", "millbank")}, set()),  # both are spoken of
        ({"sites": ("orsa", "millbank road"), "places": ("orsa", "millbank road")}, set()),
        ({"sites": ("orsa",), "places": ("orsa",)}, set()),
        (
            {"sites": ("orsa", "harrow end"), "places": ("orsa", "harrow end")},
            {"in orsa, but at: millbank; harrow end"},
        ),
    ],
)
def test_what_sets_two_apart_is_told_by_both(other, told):
    assert against(ONE_DEAD, replace(ONE_DEAD, article="times", **other)) == told


BOMB = Occurrence(
    "post",
    "a",
    ("Bombing",),
    days=("2021-05-24",),
    published="2021-05-24",
    sites=("orsa",),
    places=("orsa",),
    words=tuple("abcdefghijklmnopqrst"),
)
ELSEWHERE = {"sites": ("mora",), "places": ("mora",)}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({}, ELSEWHERE, {"in other towns: orsa; mora"}),
        ({"bodies": ("ann wood",)}, {**ELSEWHERE, "bodies": ("ann wood",)}, {"in other towns: orsa; mora"}),
        ({}, {**ELSEWHERE, "places": ("mora", "orsa")}, set()),  # told to be near it
        ({"places": ("orsa", "lund")}, {**ELSEWHERE, "places": ("mora", "lund")}, set()),  # two villages by one town
        ({}, {"sites": ("new orsa",), "places": ("new orsa",)}, set()),
        ({}, {"sites": ("sweden",), "places": (), "wide": ("sweden",)}, set()),  # in which it may lie
        ({}, {"sites": (), "places": ("mora",)}, set()),  # named, nobody says for what
        (
            {"sites": ("orsa", "congo republic"), "wide": ("pakistan",), "places": ()},
            {"sites": ("sweden",), "wide": ("sweden",), "places": ()},
            set(),
        ),
        (
            {"sites": ("pakistan",), "wide": ("pakistan",), "places": ()},
            {"sites": ("sweden",), "wide": ("sweden",), "places": ()},
            {"in other countries: pk; se"},
        ),
        (
            {"sites": ("pakistan",), "wide": ("pakistan",), "places": ()},
            {"sites": ("sweden",), "wide": ("sweden", "pakistan"), "places": ()},
            set(),
        ),
        (
            {"sites": ("texas",), "wide": ("texas",), "places": ()},
            {"sites": ("united states",), "wide": ("united states",), "places": ()},
            set(),
        ),
    ],
)
def test_two_towns_or_countries_are_two_incidents(one, other, told):
    one, other = replace(BOMB, **one), replace(BOMB, article="times", **other)
    assert against(one, other) == told
    if told:
        assert link(one, other).score < ENOUGH


def test_a_third_article_that_names_no_town_joins_no_two_towns():
    bombs = (
        BOMB,
        replace(BOMB, article="times", key="b", **ELSEWHERE),
        replace(BOMB, article="herald", key="c", sites=()),
    )
    ours, theirs, neither = bombs
    third = replace(neither, places=("orsa", "mora"))
    assert link(ours, third).score >= ENOUGH
    assert link(theirs, third).score >= ENOUGH
    assert sorted(map(len, happenings([ours, theirs, third]))) == [1, 2]
    one = Decision(ours.key, theirs.key, SAME)
    assert [len(group) for group in happenings([ours, theirs, third], [one])] == [3]


MOURNED = "A bomb killed {} people in {} on Monday. {} condemned the bombing."


@pytest.mark.parametrize(
    ("who", "bodies"),
    [
        ("Prime Minister Imran Khan", ()),
        ("Army spokesman Jean Kato", ()),
        ("Mayor Jean Kato", ("jean kato",)),  # speaks of what befalls his town
    ],
)
def test_who_speaks_of_all_attacks_tells_nothing_of_one(who, bodies):
    (reading,) = Extraction()([Article("a", MOURNED.format("nine", "Lahore", who), published="2021-05-24")])
    (found,) = occurrences(reading)
    assert found.bodies == bodies


def test_two_bombings_that_one_prime_minister_condemned_are_two():
    told = [("nine", "Lahore"), ("three", "Multan"), ("nine", "Lahore")]
    texts = [MOURNED.format(*each, "Prime Minister Imran Khan") for each in told]
    found = Extraction()([Article(f"a{n}", text, published="2021-05-24") for n, text in enumerate(texts)])
    assert list(shared(resolved(found)).values()) == [{"a0", "a2"}]


@pytest.mark.parametrize(("words", "bits"), [(30, 9.0), (15, 9.0), (14, 5.0)])
def test_few_words_tell_less(words, bits):
    one = replace(BOMB, words=tuple(map(str, range(words))))
    (found,) = (r for r in link(one, replace(one, article="times")).reasons if r.text.endswith("words near by"))
    assert found.weight == bits
