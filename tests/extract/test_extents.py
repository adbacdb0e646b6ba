"""How far names reach, which words name nothing, and who is whose namesake, in sentences of our own."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings


def named(text: str) -> dict[str, tuple[str, str]]:
    [reading] = readings([Article("a", text)])
    return {m.text: (m.kind, m.entity.rsplit("/", 1)[-1]) for m in reading.mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He appeared at Norwick Magistrates' Court on Monday.", "Norwick Magistrates' Court"),
        ("The Department for Transport and Skills said the plan was brave.", "Department for Transport and Skills"),
        ("Ann Lee told supporters in Milan's Piazza del Duomo that she had won.", "Piazza del Duomo"),
        ("Rebels attacked a village in northern Burkina Faso on Monday.", "Burkina Faso"),
        ("Ann Lee spoke in the Plaza de Armas in Lima.", "Plaza de Armas"),
        ("A gunman shot a clerk in Champigny-sur-Marne, southeast of Paris.", "Champigny-sur-Marne"),
        ("He left the University of Alabama at Birmingham.", "University of Alabama at Birmingham"),
        (
            "He left the University of Alabama at Birmingham School of Nursing.",
            "University of Alabama at Birmingham",
        ),
        ("The University of California, Los Angeles, said so.", "University of California, Los Angeles"),
        ("Mark Low works for Acme Foods, Inc. in Leeds.", "Acme Foods, Inc."),
        ("Ann Lee sued Tyne Holdings, LLC on Monday.", "Tyne Holdings, LLC"),
        ("She was helped by the militant group Jaish-e-Karam in the north.", "Jaish-e-Karam"),
    ],
)
def test_a_body_is_named_whole(text: str, name: str):
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The Head of State left on Monday. Ann Lee spoke.", "State"),
        ("Ann Lee met the US Secretary of State Mary Quill in Oslo.", "State"),
        ("Police have the CCTV of the train, Ann Lee said.", "CCTV"),
        ("He spoke at the University of Oslo, Bergen and Leeds.", "University of Oslo, Bergen"),
        ("The firm ordered the A350 for its fleet, Ann Lee said.", "A350"),
        ("The Prime Minister told the audience that Ann Lee had won.", "Prime Minister"),
        ("Norwick Police Department Capt. Jim Dole spoke.", "Norwick Police Department Capt"),
        ("Mark Low works for Acme Foods, Inc.", "Inc."),
        ("The Ltd was sold, Ann Lee said.", "Ltd"),
        ("Deputy Chief Const. Alan Pryce said the attack was random.", "Const"),
    ],
)
def test_what_names_nothing(text: str, none: str):
    assert none not in named(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Marko Tobias Maier is a professor at Utrecht University.", {"Marko Tobias Maier"}),
        ("Deputy Minister Datuk Seri Panglima Karim Maier agreed.", {"Karim Maier"}),
        ("Substitute Karl Maier scored twice for Leeds on Sunday.", {"Karl Maier"}),
        ("Driver Karl Maier said he was sorry.", {"Karl Maier"}),
        ("Marine Le Pen said she was sorry.", {"Marine Le Pen"}),
        ("ODM leader Raila Owino dismissed him.", {"Raila Owino"}),
        ("Energy PS Joseph Njeru will come.", {"Joseph Njeru"}),
        ("Bank director Amarjit Singh Sidhu was there.", {"Amarjit Singh Sidhu"}),
        ("Her Petroleum Principal Secretary, Andrew Njoroge, was there.", {"Andrew Njoroge"}),
        ("Sens. Tom Lane and Ann Lee were there.", {"Tom Lane", "Ann Lee"}),
        ("The Department of Health said Karl Maier was ill.", {"Karl Maier"}),
    ],
)
def test_a_person_is_named_without_what_he_is(text: str, people: set[str]):
    assert {name for name, (kind, _) in named(text).items() if kind == "Person"} == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Luis Quiroga Suárez resigned. Quiroga said he was sorry.", {"Luis Quiroga Suárez", "Quiroga"}),
        ("Luis Quiroga Suárez resigned. Suárez said he was sorry.", {"Luis Quiroga Suárez", "Suárez"}),
        (
            "Luis Quiroga Suárez met Jorge Quiroga. Quiroga said he was sorry.",
            {"Jorge Quiroga", "Quiroga"},
        ),
    ],
)
def test_who_has_two_surnames_is_called_by_the_first(text: str, names: set[str]):
    told = named(text)
    last = told[text.rpartition(". ")[2].split()[0]][1]
    assert {name for name, (_, entity) in told.items() if entity == last} == names


@pytest.mark.parametrize(
    ("text", "short", "same"),
    [
        ("The Legal Advocacy Centre (CISLAC) met. CISLAC was late.", "CISLAC", True),
        ("The Open Flemish Party (VLD) met. The VLD was late.", "VLD", True),
        ("The Harbour Council (Leeds) met. Leeds was late.", "Leeds", False),
        ("Ann Lee (APC) met the Harbour Council. The APC was late.", "APC", False),
    ],
)
def test_a_short_form_in_brackets_is_that_of_the_body_before(text: str, short: str, same: bool):
    told = named(text)
    bodies = {entity for name, (_, entity) in told.items() if " " in name and name != "Ann Lee"}
    assert ({told[short][1]} == bodies) is same


def test_a_town_of_a_dateline_is_not_short_for_a_body():
    told = named("The Union of Dutch Bakers (UDB) was founded in Leeds in 1877. UDB has shops.")
    assert told["UDB"][0] == "Organization"
    told = named("DAYTON, Ohio - He founded the Dayton Legal Aid Society. Dayton Mayor Ann Lee said so.")
    assert told["Dayton Legal Aid Society"][1] != told["Dayton"][1]


def test_a_headline_in_capitalised_words_is_read_by_the_article_below():
    told = named(
        "Harmon Defends NSA Files, Says Congress Knew Of Snooping\n\n"
        "President Carl Harmon on Friday stood by the files. Harmon said the NSA had asked."
    )
    assert "Harmon Defends NSA Files" not in told
    assert told["Harmon"] == ("Person", "carl-harmon")


def test_titles_of_honour_are_none_of_the_name():
    told = named("Datuk Seri Farid Rahman spoke in Oslo. Later Farid Rahman left.")
    assert told["Farid Rahman"] == ("Person", "farid-rahman")
    assert not any("Seri" in name for name in told)


def test_a_double_surname_is_that_of_the_whole_name():
    told = named("Charles Bennet Holm runs the gallery. Mr Bennet Holm was born in Oslo.")
    assert told["Charles Bennet Holm"] == told["Mr Bennet Holm"]


def test_father_and_son_stay_two():
    told = named("Peter Quill Jr. left on Monday. He wrote a book with his father, Peter Quill.")
    assert told["Peter Quill Jr."] != told["Peter Quill"]


def test_without_a_father_a_jr_is_the_same_man():
    told = named("Peter Quill Jr. left on Monday. Peter Quill wrote a book on Friday.")
    assert told["Peter Quill Jr."] == told["Peter Quill"]


def test_the_house_is_not_the_white_house():
    told = named("He left the White House on Monday. The House voted on Friday.")
    assert told.get("House", ("", ""))[1] != "white-house"


def test_two_letters_after_a_town_are_its_state():
    assert named("Ann Lee lives in Dallas, TX, with a dog.")["TX"] == ("Place", "texas")
