"""Each number of an incident is told by who tells it, each name stands where who bears it stands: exact tables."""

import pytest

from tests.extract.incidents.test_events import reading

Row = tuple[str, str, str | None, str]


def numbers(text: str) -> set[Row]:
    """Return (role, words, number, who says so) of all whom incidents hit."""
    return {
        (a.role, a.mention.text, a.value, " and ".join(m.text for m in a.evidence.sources))
        for e in reading(text).events
        for a in e.arguments
        if a.role in {"killed", "injured"}
    }


def who(text: str) -> set[tuple[str, str, str]]:
    """Return (type, role, words) of all persons of incidents."""
    persons = {"perpetrator", "killed", "injured", "victim"}
    return {(e.type, a.role, a.mention.text) for e in reading(text).events for a in e.arguments if a.role in persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police said a bomb killed five people in Manila. Rebels said ten died.",
            {("killed", "five people", "5", "Police"), ("killed", "ten", "10", "Rebels")},
        ),
        (
            "Two police officers died when a grenade was thrown at their station in Orsa, minister Omar Haddad said.",
            {("killed", "Two police officers", "2", "Omar Haddad")},
        ),
        (
            "A bombing in Quetta killed ten people, the rebels said, but the army said only three died.",
            {("killed", "ten people", "10", "the rebels"), ("killed", "only three", "3", "the army")},
        ),
        (
            "Ten people died in a bombing in Quetta, according to the rebels, but the army said three were killed.",
            {("killed", "Ten people", "10", "the rebels"), ("killed", "three", "3", "the army")},
        ),
        (
            "Ten soldiers died in an attack near Quetta according to the rebels, while the army said three had died.",
            {("killed", "Ten soldiers", "10", "the rebels"), ("killed", "three", "3", "the army")},
        ),
        (
            "Police said five people died in a bombing in Quetta. A doctor said 12 had been killed and 30 wounded.",
            {
                ("killed", "five people", "5", "Police"),
                ("killed", "12", "12", "A doctor"),
                ("injured", "30", "30", "A doctor"),
            },
        ),
        (
            # What a sentence of its own tells is told by the article, whoever told of the incident.
            "Police said gunmen killed five villagers near Kano. Two more were wounded.",
            {("killed", "five villagers", "5", "Police"), ("injured", "Two more", "2", "")},
        ),
        (
            "A gunman opened fire in a bar in Passau, police said. Three people were killed and six were wounded.",
            {("killed", "Three people", "3", ""), ("injured", "six", "6", "")},
        ),
        (
            "Police said a bomb exploded at a market in Ulm. Ministers said fifteen people were injured.",
            {("injured", "fifteen people", "15", "Ministers")},
        ),
        (
            "Police said a bomb at a market in Ulm injured fifteen people.",
            {("injured", "fifteen people", "15", "Police")},
        ),
        (
            "A bomb exploded at a market in Leeds. Five people died. Residents said 20 people were killed.",
            {("killed", "Five people", "5", ""), ("killed", "20 people", "20", "Residents")},
        ),
        (
            "Police said five people died in an attack on a bus near Kano. The army put the dead at nine.",
            {("killed", "five people", "5", "Police"), ("killed", "nine", "9", "The army")},
        ),
    ],
)
def test_a_number_is_told_by_who_tells_it(text: str, expected: set[Row]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded at a market in Leeds. The death toll has risen to eight.", {("killed", "eight", "8", "")}),
        (
            "A bomb exploded at a market in Leeds. Five people died. The death toll rose to 17 on Friday.",
            {("killed", "Five people", "5", ""), ("killed", "17", "17", "")},
        ),
        (
            "A suicide bomber hit a mosque in Kabul. The number of wounded rose to 40, bringing the toll to 52.",
            {("injured", "40", "40", ""), ("killed", "52", "52", "")},
        ),
        (
            "A bomb exploded in Kabul on Monday. On Friday a third victim died, bringing the death toll to ten.",
            {("killed", "a third victim", "1-", ""), ("killed", "ten", "10", "")},
        ),
        (
            "A bomb exploded in Kabul. Five people died at once. Two more died on Friday. Nine others were wounded.",
            {
                ("killed", "Five people", "5", ""),
                ("killed", "Two more", "2-", ""),
                ("injured", "Nine others", "9", ""),
            },
        ),
        (
            "Leeds market shooting: death toll rises to four\n\nThe gunman fled after the shooting.",
            {("killed", "four", "4", "")},
        ),
        (
            "A gunman wounded five people in Leeds. Two of the wounded had died by Friday, a doctor said.",
            {("injured", "five people", "5", ""), ("killed", "Two of the wounded", "2-", "a doctor")},
        ),
        (
            "A gunman wounded five people in Leeds.\n\nOne of them, Louise Hart, 27, died on Tuesday.",
            {
                ("injured", "five people", "5", ""),
                ("killed", "One of them", "1-", ""),
                ("killed", "Louise Hart", "1", ""),
            },
        ),
    ],
)
def test_the_toll_rises_and_some_of_the_wounded_die(text: str, expected: set[Row]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead included six children.", {("killed", "six children", "6-", "")}),
        (
            "The injured included three guards and a nurse.",
            {("injured", "three guards", "3-", ""), ("injured", "a nurse", "1-", "")},
        ),
        ("Among the dead were two nurses.", {("killed", "two nurses", "2-", "")}),
        # A name stands for one.
        ("The dead included Ann Lee.", {("killed", "Ann Lee", "1", "")}),
    ],
)
def test_what_the_dead_include_is_a_part_of_them(text: str, expected: set[Row]) -> None:
    bomb = {("killed", "14 people", "14", "")}
    assert numbers(f"A bomb exploded in Leeds on Monday and killed 14 people. {text}") == bomb | expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops killed at least 30 people in Homs, rebels said, while the government put the death toll at six.",
            {("killed", "at least 30 people", "30-", "rebels"), ("killed", "six", "6", "the government")},
        ),
        (
            "A bomb exploded in Homs. The ministry put the toll at nine.",
            {("killed", "nine", "9", "The ministry")},
        ),
        ("A bomb exploded in Homs. Tehran put the death toll at nine.", {("killed", "nine", "9", "Tehran")}),
        # A blast tells nothing.
        ("A bomb exploded in Homs. A second blast put the death toll at nine.", {("killed", "nine", "9", "")}),
    ],
)
def test_who_puts_the_toll_at_its_number_tells_it(text: str, expected: set[Row]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded at a market in Leeds. The road toll rose to 300 this year.",
        "A bomb exploded at a market in Leeds. The death toll from the earthquake has risen to 800.",
        "A bomb exploded at a market in Leeds. The number of shops rose to 40.",
        "A bomb exploded at a market in Leeds. The toll took him by surprise.",
    ],
)
def test_what_else_has_a_toll(text: str) -> None:
    assert numbers(text) == set()


def test_a_toll_is_of_the_place_that_it_names() -> None:
    both = "A bomb killed three people in Ulm on Monday. A gunman shot dead two people in Passau on Monday. "
    for place, expected in (("Ulm", {"Bombing": ["3", "5"], "Shooting": ["2"]}), ("Hof", None)):
        dead: dict[str, list[str]] = {}
        for event in reading(f"{both}The death toll in {place} rose to five.").events:
            dead.setdefault(event.type, []).extend(a.value for a in event.arguments if a.role == "killed")
        assert dead == (expected or {"Bombing": ["3"], "Shooting": ["2"]})
    berlin = reading("A bomb killed three people in Ulm. Police in Berlin said that the death toll had risen to five.")
    assert [a.value for e in berlin.events for a in e.arguments if a.role == "killed"] == ["3", "5"]


def test_a_toll_that_may_come_is_none() -> None:
    found = reading("A bomb exploded at a market in Leeds. The death toll could rise to 30.").events
    assert {(a.value, a.evidence.modality) for e in found for a in e.arguments if a.role == "killed"} == {
        ("30", "planned")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A gunman killed three people in Leeds. The gunman was identified as Peter Sorel.",
            {
                ("Attack", "perpetrator", "A gunman"),
                ("Attack", "perpetrator", "Peter Sorel"),
                ("Attack", "killed", "three people"),
            },
        ),
        (
            "A gunman killed four people at a bank in Leeds before killing himself. He was identified as Peter Sorel.",
            {
                ("Attack", "perpetrator", "A gunman"),
                ("Attack", "perpetrator", "Peter Sorel"),
                ("Attack", "killed", "four people"),
            },
        ),
        (
            "A gunman shot three people in Leeds. The gunman died at the scene. He was identified as Peter Sorel.",
            {
                ("Shooting", "perpetrator", "A gunman"),
                ("Shooting", "perpetrator", "Peter Sorel"),
                ("Shooting", "victim", "three people"),
            },
        ),
        (
            "A gunman was shot dead by police in Leeds. The gunman was identified as Peter Sorel.",
            {
                ("Shooting", "perpetrator", "police"),
                ("Shooting", "killed", "A gunman"),
                ("Shooting", "killed", "Peter Sorel"),
            },
        ),
        (
            "A gunman killed four people in Leeds. Police shot the gunman dead. The gunman was named as Peter Sorel.",
            {
                ("Attack", "perpetrator", "A gunman"),
                ("Attack", "perpetrator", "Peter Sorel"),
                ("Attack", "killed", "four people"),
                ("Shooting", "perpetrator", "Police"),
                ("Shooting", "killed", "the gunman"),
            },
        ),
        (
            "A man stabbed three people in Leeds. The attacker was named as Peter Sorel. He was shot dead by officers.",
            {
                ("Stabbing", "perpetrator", "A man"),
                ("Stabbing", "perpetrator", "Peter Sorel"),
                ("Stabbing", "victim", "three people"),
                ("Shooting", "perpetrator", "officers"),
                ("Shooting", "killed", "He"),
            },
        ),
        (
            "A man was shot and killed in Leeds. He was identified as Peter Sorel.",
            {("Shooting", "killed", "A man"), ("Shooting", "killed", "Peter Sorel")},
        ),
        (
            "A gunman killed a man in Leeds. The man was identified as Peter Sorel.",
            {("Attack", "perpetrator", "A gunman"), ("Attack", "killed", "a man"), ("Attack", "killed", "Peter Sorel")},
        ),
        (
            "Three people died in a shooting at a mall in Leeds. The gunman, Peter Sorel, was killed as well.",
            {("Shooting", "perpetrator", "Peter Sorel"), ("Shooting", "killed", "Three people")},
        ),
        (
            "A man was stabbed to death in Leeds. The dead man was named as Peter Sorel. The attacker was Jo Poe.",
            {
                ("Stabbing", "killed", "A man"),
                ("Stabbing", "killed", "Peter Sorel"),
                ("Stabbing", "perpetrator", "Jo Poe"),
            },
        ),
    ],
)
def test_who_is_identified_stands_where_he_stood_unnamed(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in a shooting in Ulm on Monday. On Wednesday an attack in Passau wounded five.",
        "Two people died in a bombing in Ulm. Five people were wounded in a bombing in Passau.",
        "A bomb killed two people on Monday. The bomb that exploded on Thursday killed two people.",
        "Gunmen killed two people in Kano on Tuesday. Gunmen killed two people in Jos on Friday.",
    ],
)
def test_other_towns_and_other_days_are_other_incidents(text: str) -> None:
    assert len({e.key for e in reading(text).events}) == len(reading(text).events) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Two people died in a bombing in Karrada, a district of Baghdad. The bombing in Baghdad hurt two people.",
        "Two people were killed in a bombing in Ulm. The bombing in Germany wounded five people.",
        "Two people were killed in a bombing on Monday. The bombing wounded five on Monday night.",
    ],
)
def test_a_town_and_what_it_lies_in_are_one_place(text: str) -> None:
    assert len({e.key for e in reading(text).events}) == 1


def test_each_of_two_incidents_of_one_phrase_has_its_own_place_day_and_casualties() -> None:
    text = (
        "Germany was shaken by a shooting in Ulm on Monday and a bombing in Passau on Wednesday. "
        "Two people died in Ulm and five were wounded in Passau."
    )
    told = {
        (e.type, a.role, a.mention.text)
        for e in reading(text).events
        for a in e.arguments
        if a.role in {"place", "killed", "injured"}
    }
    assert told == {
        ("Shooting", "place", "Ulm"),
        ("Shooting", "killed", "Two people"),
        ("Bombing", "place", "Passau"),
        ("Bombing", "injured", "five"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A gunman shot dead three people at a bar in Passau. A fourth person has died, officials said on Tuesday.",
            {("three people", "3"), ("A fourth person", "4")},
        ),
        (
            "A bomb killed at least four people in Ulm on Monday. A fifth victim, a nurse, died of her wounds.",
            {("at least four people", "4-"), ("A fifth victim", "5")},
        ),
        (
            "Ann Lee and Bo Dan were shot dead at a bar in Ulm. A third person has died, police said.",
            {("Ann Lee", "1"), ("Bo Dan", "1"), ("A third person", "3")},
        ),
        # Who is third among the hit is not the third who died.
        (
            "A bomb wounded two nurses in Ulm on Monday. A third victim died of her wounds.",
            {("A third victim", "1-")},
        ),
        ("A knife attack in Leeds left two people dead. A third person was injured.", {("two people", "2")}),
    ],
)
def test_the_next_to_die_makes_the_toll(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(words, number) for role, words, number, _ in numbers(text) if role == "killed"} == expected


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("An off-duty officer was shot dead in Ulm on Sunday. The man was shot in front of his house.", 1),
        ("Gunmen killed a retired teacher in Lanto on Sunday. The woman was shot twice in the head.", 1),
        ("Jo Poe was stabbed in Ulm on Sunday. The man was stabbed five times.", 1),
        ("A woman was shot dead in Ulm on Sunday. The man was shot in his car.", 2),
        ("A nurse and a cook were stabbed in Ulm on Sunday. The woman was stabbed five times.", 3),
        ("An off-duty officer was shot dead in Ulm on Sunday. Rebels shot a man in the same street.", 2),
    ],
)
def test_anybody_is_the_one_who_was_hit(text: str, persons: int) -> None:
    hit = {a.mention.entity for e in reading(text).events for a in e.arguments if a.role in {"killed", "victim"}}
    assert len(hit) == persons


@pytest.mark.parametrize(
    ("text", "suspects"),
    [
        ("Three men were arrested in Leeds in connection with the attack on a senator. Gunmen shot him.", "Three men"),
        ("Jo Poe was arrested following the armed attack on a police post in Orsa that killed nine.", "Jo Poe"),
        ("Jo Poe was detained over the bombing of a bank in Orsa that killed two.", "Jo Poe"),
        ("Jo Poe was arrested after years in hiding. A bombing in Orsa killed two.", None),
        ("Jo Poe was elected following the bombing of a bank in Orsa that killed two.", None),
    ],
)
def test_for_what_somebody_is_arrested_he_is_suspected_of(text: str, suspects: str | None) -> None:
    found = {
        (a.mention.text, a.evidence.modality)
        for e in reading(text).events
        for a in e.arguments
        if a.role == "perpetrator" and a.mention.text != "Gunmen"
    }
    assert found == ({(suspects, "reported")} if suspects else set())


def test_who_was_kidnapped_and_freed_kidnapped_nobody() -> None:
    text = "The banker Ann Lee and her driver Jo Poe, kidnapped 11 days ago in Orsa, were rescued by armed police."
    assert {(role, words) for _, role, words in who(text)} == {("victim", "Ann Lee"), ("victim", "Jo Poe")}
