"""Who is cleared of a deed is not told as who did it, whoever put it to him before: exact tables."""

import pytest

from tests.extract.incidents.test_events import reading

KILLED = "Ann Lee was stabbed to death in Leeds on 3 May 2015."


def authors(text: str) -> list[tuple[str, str]]:
    """Return (words, modality) of those who are said to have done it, in the order of the text."""
    found = [a for e in reading(text).events for a in e.arguments if a.role == "perpetrator"]
    return [(a.mention.text, a.evidence.modality) for a in sorted(found, key=lambda a: a.mention.span.start)]


@pytest.mark.parametrize(
    "text",
    [
        "Police had arrested Ken Moss over the killing but released him without charge.",
        "Ken Moss was arrested over the killing but was freed without charge.",
        "Police arrested Ken Moss over the killing. He was released without charge.",
        "Ken Moss was convicted of the killing. The court of appeal quashed his conviction in 2020.",
        "Ken Moss was convicted of the killing, but his conviction was overturned in 2020.",
        "Ken Moss was convicted of the killing. The conviction of Ken Moss was quashed in 2020.",
        "Prosecutors said Ken Moss carried out the killing. Ken Moss was acquitted of the killing.",
        "Ken Moss was charged with the killing. A court cleared him in 2016.",
    ],
)
def test_who_is_cleared_is_denied_to_have_done_it(text: str) -> None:
    found = authors(f"{KILLED} {text}")
    assert found
    assert set(found) == {("Ken Moss", "denied")}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ken Moss was arrested over the killing and was released on bail.", "reported"),
        ("Ken Moss was charged with the killing. He was acquitted of perjury in 2012.", "reported"),
        ("Ken Moss was jailed for the killing. His conviction was not quashed.", "asserted"),
        ("Ken Moss was jailed for the killing. The court of appeal quashed the conviction of Dan Fox.", "asserted"),
        ("Ken Moss was jailed for the killing. His lawyers want his conviction to be quashed.", "asserted"),
    ],
)
def test_who_is_not_cleared_of_it_is_held_as_before(text: str, held: str) -> None:
    assert set(authors(f"{KILLED} {text}")) == {("Ken Moss", held)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ken Moss was convicted of killing Ann Lee in Leeds in 1988.", set()),
        ("Ken Moss was jailed for stabbing Ann Lee to death in Leeds in 1988.", set()),
        ("Ken Moss was convicted of killing Ann Lee in Leeds on 3 May 1986.", {"1986-05-03"}),
        ("In 1988 Ken Moss was convicted of killing Ann Lee in Leeds in 1986.", {"1986"}),
        ("Ken Moss killed Ann Lee in Leeds in 1986.", {"1986"}),
    ],
)
def test_the_year_of_a_verdict_is_not_that_of_the_deed(text: str, days: set[str]) -> None:
    assert {a.value for e in reading(text).events for a in e.arguments if a.role == "date"} == days


MEN = "Two men were arrested over the killing of Ann Lee in Leeds on Friday."


@pytest.mark.parametrize(
    "text",
    [
        f"{MEN} The two men were released without charge on Sunday.",
        f"{MEN} Both men were later freed without charge.",
        f"{MEN} They were later released without charge.",
        f"{MEN} Detectives freed the pair without charge.",
        "Two men were arrested over the killing of Ann Lee in Leeds on Friday but were released without charge.",
        "A man was arrested over the killing of Ann Lee in Leeds. The man was released without charge.",
        "Ken Moss and Dan Fox were arrested over the killing of Ann Lee in Leeds. Both were released without charge.",
        "Ken Moss and Dan Fox were arrested over the killing of Ann Lee. The two men were released without charge.",
    ],
)
def test_suspects_without_names_are_cleared_by_number_and_noun(text: str) -> None:
    assert {how for _, how in authors(text)} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MEN} The two men were released on bail.",
        f"{MEN} Two of them were released without charge.",
        f"{MEN} Police released two women without charge.",
        f"{MEN} A third man was released without charge.",
        f"{MEN.replace('Two', 'Three')} Two men were released without charge.",
        f"{MEN} In Hull a court cleared a road of snow.",
        f"{MEN} Dan Fox was held over a theft in Hull. He was released without charge.",
    ],
)
def test_others_and_some_of_them_are_not(text: str) -> None:
    assert {how for _, how in authors(text)} == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped two nuns in Kogi on Friday. They were freed without charge.",
        "Two rebels abducted two priests in Kogi on Friday. The two were released without charge.",
        "Gunmen kidnapped two nuns in Kogi on Friday. The nuns were freed on Sunday.",
    ],
)
def test_kidnappers_are_not_cleared_where_their_victims_go_free(text: str) -> None:
    assert {how for _, how in authors(text)} == {"asserted"}


def test_what_is_put_to_somebody_anew_is_held_as_it_is_told() -> None:
    freed = f"{KILLED} Police arrested Ken Moss over the killing. He was released without charge."
    assert authors(f"{freed} In 2017 Ken Moss was charged with the killing.")[-1] == ("Ken Moss", "reported")
    assert authors(f"{freed} In 2017 Ken Moss was convicted of the killing.")[-1] == ("Ken Moss", "asserted")


def test_who_did_it_with_him_is_not_cleared_with_him() -> None:
    text = (
        "Dario Conti and Ugo Neri bombed a bank in Turin in 1990, killing two people, prosecutors said. "
        "Dario Conti was acquitted of the bombing."
    )
    assert authors(text) == [("Dario Conti", "denied"), ("Ugo Neri", "reported")]
