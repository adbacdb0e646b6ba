"""Incidents and gatherings: what an article says of them, and what it does not say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.extract.extract import read
from kg.facts import Event, Reading
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load

VIOLENCE = " Police said that the gunmen, who carried bombs and other weapons, had injured others in a similar attack."


def reading(text: str) -> Reading:
    """Return what the text states."""
    return next(read(article, doc) for article, doc in parses([Article("a", text)], load()))


def events(text: str) -> list[Event]:
    """Return the events of an article whose first sentence is the text."""
    return [e for e in reading(text + VIOLENCE).events if e.trigger.start < len(text)]


def told(text: str) -> set[tuple[str, str, str]]:
    """Return (type, role, words) for every argument."""
    return {(e.type, a.role, a.mention.text) for e in events(text) for a in e.arguments}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three gunmen attacked a police station in Mogadishu on Monday.",
            {
                ("Attack", "perpetrator", "Three gunmen"),
                ("Attack", "target", "a police station"),
                ("Attack", "place", "Mogadishu"),
                ("Attack", "date", "Monday"),
            },
        ),
        (
            "Two soldiers were kidnapped by rebels near Goma.",
            {
                ("Kidnapping", "victim", "Two soldiers"),
                ("Kidnapping", "perpetrator", "rebels"),
                ("Kidnapping", "place", "Goma"),
            },
        ),
        (
            "A man stabbed a teacher to death with a kitchen knife in Oslo.",
            {
                ("Stabbing", "perpetrator", "A man"),
                ("Stabbing", "killed", "a teacher"),
                ("Stabbing", "weapon", "a kitchen knife"),
                ("Stabbing", "place", "Oslo"),
            },
        ),
        (
            "The murder of a journalist by two gunmen in Karachi shocked the country.",
            {
                ("Attack", "killed", "a journalist"),
                ("Attack", "perpetrator", "two gunmen"),
                ("Attack", "place", "Karachi"),
            },
        ),
        (
            "Militants carried out an attack on a convoy in Kabul.",
            {("Attack", "perpetrator", "Militants"), ("Attack", "target", "a convoy"), ("Attack", "place", "Kabul")},
        ),
        (
            "A car bomb exploded outside a bank in Athens.",
            {("Bombing", "weapon", "A car bomb"), ("Bombing", "target", "a bank"), ("Bombing", "place", "Athens")},
        ),
        (
            "At least 12 people were killed in an attack in Nairobi.",
            {("Attack", "killed", "At least 12 people"), ("Attack", "place", "Nairobi")},
        ),
        (
            "Twelve people were killed in an attack in Kindu.",
            {("Attack", "killed", "Twelve people"), ("Attack", "place", "Kindu")},
        ),
        (
            "A man drove a van into a group of pedestrians in Berlin.",
            {("VehicleAttack", "perpetrator", "A man"), ("VehicleAttack", "place", "Berlin")},
        ),
        (
            "Protesters set fire to a police car in Paris.",
            {("Arson", "perpetrator", "Protesters"), ("Arson", "target", "a police car"), ("Arson", "place", "Paris")},
        ),
    ],
)
def test_arguments(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= told(text)
    assert {role for _, role, _ in told(text)} <= {role for _, role, _ in expected} | {"date", "victim", "weapon"}


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack in Boston.",
        "The senator's attack ad ran on television.",
        "She shot a film in Berlin last year.",
        "The company fired 300 workers in Detroit.",
        "The plan blew up in his face.",
        "The march of time goes on.",
        "Sales exploded? No: profits took off.",
        "Two people were killed in a car crash near Lyon.",
    ],
)
def test_no_incident(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police foiled an attack on the airport.", "planned"),
        ("The group threatened to attack the embassy.", "planned"),
        ("The rebels did not attack the village.", "denied"),
        ("Witnesses said gunmen attacked the hotel.", "reported"),
        ("Gunmen attacked the hotel.", "asserted"),
    ],
)
def test_how_it_is_held(text: str, expected: str) -> None:
    assert {e.evidence.modality for e in events(text)} == {expected}
    assert {a.evidence.modality for e in events(text) for a in e.arguments} <= {expected}


def test_mentions_of_one_incident_share_their_key() -> None:
    text = (
        "Gunmen attacked a hotel in Kabul on Sunday. The attack lasted two hours. Ten people were killed in the attack."
    )
    found = events(text)
    assert len(found) == 3
    assert len({e.key for e in found}) == 1
    assert [(a.role, a.value) for a in found[2].arguments] == [("killed", "10")]


def test_incidents_of_other_years_or_set_apart_are_others() -> None:
    text = (
        "Gunmen attacked a hotel in Kabul on 3 May 2019. An attack on a hotel in Kabul in 2011 killed ten people."
        " Another attack was made on a hotel in Kabul."
    )
    found = events(text)
    assert len({e.key for e in found}) == 3
    assert [a.value for e in found for a in e.arguments if a.role == "date"] == ["2019-05-03", "2011"]


def test_unnamed_participants_told_again_are_one() -> None:
    text = "Three gunmen attacked a hotel in Kabul on Sunday. The gunmen shot two guards dead in the attack."
    authors = [a.mention for e in events(text) for a in e.arguments if a.role == "perpetrator"]
    assert {m.text for m in authors} == {"Three gunmen", "The gunmen"}
    assert len({m.entity for m in authors}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Donald Smith attacked Hillary Jones for her support of the war in Iraq.",
        "He shot himself in the foot with that speech.",
        "Costs exploded in the city of Berlin.",
        "The striker hit the post twice and his shot was saved in Madrid.",
    ],
)
def test_words_are_no_weapons(text: str) -> None:
    assert not reading(text).events


def test_an_attacker_who_is_shot_is_another_incident() -> None:
    text = "Ali Reza attacked a hotel in Kabul on Sunday. Ali Reza was then shot dead by police officers."
    attack, shooting = events(text)
    assert attack.key != shooting.key
    assert shooting.type == "Shooting"


def test_claim_of_responsibility() -> None:
    text = "Gunmen attacked a hotel in Kabul on Sunday. The Taliban claimed responsibility for the attack."
    assert ("Attack", "claimedBy", "Taliban") in told(text)


def test_who_attacked_where_is_a_fact() -> None:
    facts = reading("Ali Reza attacked a hotel in Kabul on Sunday." + VIOLENCE).facts
    assert {(f.subject.text, f.object.text) for f in facts if f.relation == "attackedAt"} == {("Ali Reza", "Kabul")}


def test_who_claims_it_is_not_said_to_have_done_it() -> None:
    text = "A bomb exploded at a market in Kabul on Sunday. The Taliban claimed responsibility for the attack."
    assert "perpetrator" not in {role for _, role, _ in told(text)}


def test_participles_that_look_like_past_tenses() -> None:
    text = "He is one of at least 70 people shot and killed by police so far this year in Denver."
    assert {("perpetrator", "police")} == {(role, words) for _, role, words in told(text) if role == "perpetrator"}


def test_shouting_headline() -> None:
    assert {role for _, role, _ in told("THE ATTACK ON THE MARKET IN KABUL KILLED TEN.")} <= {
        "place",
        "target",
        "killed",
    }


def test_gathering_with_its_speakers() -> None:
    text = "Thousands came to a vigil. John Smith and Jane Brown spoke in Trafalgar Square on Sunday."
    assert told(text) >= {("Gathering", "place", "Trafalgar Square"), ("Gathering", "speaker", "John Smith")}


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.sampled_from("attack bomb killed by in the and  .,\"'“”\n\u200b\ufeff5é中")
        | st.characters(exclude_categories=["Cs"]),
        max_size=200,
    )
)
def test_any_text_is_read(text: str) -> None:
    for event in reading(text + VIOLENCE).events:
        assert 0 <= event.trigger.start < event.trigger.end <= len(text + VIOLENCE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two bombs set off by FARC guerrillas destroyed a section of the pipeline near Cali.",
            {
                ("Bombing", "weapon", "Two bombs"),
                ("Bombing", "target", "a section of the pipeline"),
                ("Bombing", "perpetrator", "FARC guerrillas"),
                ("Bombing", "perpetratorOrganization", "FARC"),
                ("Bombing", "place", "Cali"),
            },
        ),
        (
            "Members of Hamas attacked a bakery in Haifa.",
            {
                ("Attack", "perpetrator", "Members of Hamas"),
                ("Attack", "perpetratorOrganization", "Hamas"),
                ("Attack", "target", "a bakery"),
                ("Attack", "place", "Haifa"),
            },
        ),
        (
            "The bombing, which was blamed on Hezbollah, killed two guards.",
            {("Bombing", "killed", "two guards"), ("Bombing", "perpetrator", "Hezbollah")},
        ),
        (
            "Three people were killed and four were wounded in an attack on a school in Leeds.",
            {
                ("Attack", "killed", "Three people"),
                ("Attack", "injured", "four"),
                ("Attack", "target", "a school"),
                ("Attack", "place", "Leeds"),
            },
        ),
        (
            "Police hunt a man who left a bag with a device that exploded on Friday, wounding two people in Lyon.",
            {
                ("Bombing", "weapon", "a device"),
                ("Bombing", "injured", "two people"),
                ("Bombing", "place", "Lyon"),
                ("Bombing", "date", "Friday"),
            },
        ),
        (
            "Three gunmen forced Ann Cole and Peter Moss out of their offices and shot them to death.",
            {
                ("Shooting", "killed", "Ann Cole"),
                ("Shooting", "killed", "Peter Moss"),
                ("Shooting", "perpetrator", "Three gunmen"),
            },
        ),
        (
            "Three bombs destroyed a checkpoint that was being built in Santa Fe.",
            {
                ("Bombing", "weapon", "Three bombs"),
                ("Bombing", "target", "a checkpoint"),
                ("Bombing", "place", "Santa Fe"),
            },
        ),
        ("He was seen three days after the bombing.", set()),
    ],
)
def test_whose_people_on_whom_and_where(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_whom_somebody_blames_is_only_reported() -> None:
    (event,) = events("The bombing, which was blamed on Hezbollah, killed two guards.")
    held = {a.role: a.evidence.modality for a in event.arguments}
    assert (event.evidence.modality, held) == ("asserted", {"killed": "asserted", "perpetrator": "reported"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Islamic State claimed responsibility for the bombing, which appeared to be aimed at shoppers.",
            {
                ("Bombing", "claimedBy", "Islamic State"),
                ("Bombing", "victim", "shoppers"),
            },
        ),
        (
            "They carried two bombs to the station before detonating them. They exploded at noon.",
            {("Bombing", "weapon", "two bombs")},
        ),
        ("For any person to attack innocent people with a knife is outrageous.", set()),
        ("Anyone who attacks a school with a bomb is a coward.", set()),
    ],
)
def test_claims_pronouns_of_bombs_and_nobody_in_particular(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_gathering_is_mentioned_again_only_where_more_is_said_of_it() -> None:
    text = "Thousands came to a vigil in Leeds. Ann Cole spoke at the vigil. Many cried after the vigil."
    assert [e.trigger.start for e in reading(text).events if e.type == "Gathering"] == [text.index("vigil")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least five people were killed and dozens injured when a bomb exploded in Kabul.",
            {("killed", "At least five people"), ("injured", "dozens"), ("weapon", "a bomb"), ("place", "Kabul")},
        ),
        (
            "The attack left 12 people dead and 30 wounded.",
            {("killed", "12 people"), ("injured", "30")},
        ),
        (
            "An attack on a church in Manila that left 20 dead was condemned.",
            {("killed", "20"), ("target", "a church"), ("place", "Manila")},
        ),
        (
            "A gunman shot dead six people at a school in Oslo before killing himself.",
            {("perpetrator", "A gunman"), ("killed", "six people"), ("target", "a school"), ("place", "Oslo")},
        ),
        (
            "Two nurses were stabbed by a man wielding a machete at a station in Hamburg.",
            {("victim", "Two nurses"), ("perpetrator", "a man"), ("weapon", "a machete"), ("place", "Hamburg")},
        ),
        (
            "Gunmen abducted a journalist, his wife and their driver.",
            {("perpetrator", "Gunmen"), ("victim", "a journalist"), ("victim", "his wife"), ("victim", "their driver")},
        ),
        (
            "Three men armed with rifles attacked a bank in Cali.",
            {("perpetrator", "Three men"), ("weapon", "rifles"), ("target", "a bank"), ("place", "Cali")},
        ),
    ],
)
def test_casualties_weapons_and_lists(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, words) for _, role, words in told(text)} == expected


def test_a_suspect_is_only_reported_to_have_done_it() -> None:
    (event,) = events("A man was arrested on suspicion of murdering Ann Cole in Leeds.")
    held = {(a.role, a.mention.text, a.evidence.modality) for a in event.arguments}
    assert held == {
        ("perpetrator", "A man", "reported"),
        ("killed", "Ann Cole", "reported"),
        ("place", "Leeds", "reported"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A drone strike killed the leader of the group in Kunar province.",
            {("killed", "the leader of the group"), ("weapon", "drone"), ("place", "Kunar province")},
        ),
        (
            "The president survived an assassination attempt in Caracas.",
            {("victim", "The president"), ("place", "Caracas")},
        ),
        (
            "Three people were hacked to death with machetes near Beni.",
            {("killed", "Three people"), ("weapon", "machetes"), ("place", "Beni")},
        ),
        (
            "Rockets hit a house in Ashkelon, wounding two.",
            {("weapon", "Rockets"), ("target", "a house"), ("place", "Ashkelon"), ("injured", "two")},
        ),
        (
            "Nine men were convicted of the murder of a nurse in Athens.",
            {("perpetrator", "Nine men"), ("killed", "a nurse"), ("place", "Athens")},
        ),
        ("Workers began a strike in Leeds.", set()),
        ("The storm hit the coast near Leeds.", set()),
    ],
)
def test_strikes_attempts_and_verdicts(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, words) for _, role, words in told(text)} == expected
