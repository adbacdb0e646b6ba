"""Interviews and transcripts have speakers; what they say is theirs, not the article's."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings

INTRO = "Ilse Brandt on housing\n\nThe mayor of Hartwick, Ilse Brandt, spoke to the Gazette.\n\n"
ANSWER = "We start in May. I was born in Hartwick and I know the need."
ABOUT = "No. Okoro worked for Kestrel Air for ten years."


def told(text: str):
    (reading,) = readings([Article("a", text)])
    label = {entity.key: entity.label for entity in reading.entities}
    quotes = [
        (" ".join(label[s.entity] for s in quote.speakers), " / ".join(text[a:b] for a, b in quote.fragments))
        for quote in reading.quotes
    ]
    facts = {(label[f.subject.entity], f.relation, f.object.text, f.evidence.modality) for f in reading.facts}
    return quotes, facts


TALKS = {
    "letters": ("Q", "A"),
    "names": ("Gazette", "Ilse Brandt"),
    "capitals": ("GAZETTE", "BRANDT"),
    "surnames": ("Interviewer", "Brandt"),
    "words": ("Question", "Answer"),
}


@pytest.mark.parametrize(("asks", "answers"), TALKS.values(), ids=TALKS)
def test_an_answer_is_said_by_who_is_asked(asks, answers):
    questions = [f"{asks}: When will you build?", f"{asks}: Is Tomas Okoro right?"]
    text = f"{INTRO}{questions[0]}\n\n{answers}: {ANSWER}\n\n{questions[1]}\n\n{answers}: {ABOUT}\n"
    quotes, facts = told(text)
    assert [said for said in quotes if said[0] == "Ilse Brandt"] == [("Ilse Brandt", ANSWER), ("Ilse Brandt", ABOUT)]
    assert ("Ilse Brandt", "bornIn", "Hartwick", "reported") in facts
    assert ("Tomas Okoro", "worksFor", "Kestrel Air", "reported") in facts
    assert not {fact for fact in facts if fact[1] in {"foundedOn", "bornIn", "worksFor"} and fact[3] == "asserted"}


def test_a_label_may_say_who_somebody_is():
    text = (
        "Transcript\n\nANN LEE, HOST: Welcome. Bo Day was born in Hull.\n\nBO DAY, MAYOR OF LEEDS: Thank you. "
        "Tomas Okoro works for Kestrel Air.\n\n(LAUGHTER)\n\nLEE: Is that so?\n\nDAY: It is.\n"
    )
    quotes, facts = told(text)
    assert [words for who, words in quotes if who == "Bo Day"] == [
        "Thank you. Tomas Okoro works for Kestrel Air.",
        "It is.",
    ]
    assert ("Tomas Okoro", "worksFor", "Kestrel Air", "reported") in facts


def test_a_paragraph_without_a_label_goes_on_with_the_answer():
    text = (
        f"{INTRO}Q: When?\n\nA: {ANSWER}\n\nIt is a good town.\n\nQ: Why?\n\nA: {ABOUT}\n\nThe council votes in May.\n"
    )
    quotes, _ = told(text)
    assert ("Ilse Brandt", f"{ANSWER} / It is a good town.") in quotes
    assert not [said for _, said in quotes if "votes" in said]


@pytest.mark.parametrize(
    "text",
    [
        "Results\n\nLeeds: Ann Lee won with 40 percent.\n\nHull: Bo Day won with 50 percent.\n",
        "Note: the council votes in May.\n\nAnn Lee spoke in Leeds.\n",
        "A: the first letter.\n\nAnn Lee spoke in Leeds.\n",
    ],
)
def test_other_colons_make_no_talk(text):
    quotes, _ = told(text)
    assert not quotes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The men are members of the Harrier Gang, according to the prosecutor, Mary-Anne Foss.",
            "The men are members of the Harrier Gang",
        ),
        (
            "The bridge will open in May: Ann Lee\n\nAnn Lee said that the bridge was safe.",
            "The bridge will open in May",
        ),
    ],
)
def test_who_is_named_is_no_part_of_what_is_said(text, said):
    quotes, _ = told(text)
    assert said in [words for _, words in quotes]


TALK = """Ilse Brandt on housing

The mayor of Hartwick, Ilse Brandt, spoke to the Gazette.

What will you build first?

I want flats near the river.

Is that dear?

It is. But we have the money.

Do you like the plan of Tomas Okoro?

My answer is no.

"""
ADVICE = [
    "Why now?",
    "The council has money.",
    "What will you pay?",
    "The rate is 2 per cent.",
    "Can you appeal?",
    "Yes.",
]


def test_questions_in_paragraphs_of_their_own_are_answered_by_who_is_told_of_before():
    quotes, _ = told(f"{TALK}Brandt is 52.\n")
    answers = ["I want flats near the river.", "It is. But we have the money.", "My answer is no."]
    assert quotes == [("Ilse Brandt", answer) for answer in answers]


def test_an_answer_ends_where_the_paper_goes_on_in_its_own_words():
    text = TALK.replace("Is that dear?", "Brandt points at a map. She was born in Hull.\n\nIs that dear?")
    quotes, facts = told(text)
    assert quotes[0] == ("Ilse Brandt", "I want flats near the river.")
    assert ("Ilse Brandt", "bornIn", "Hull", "asserted") in facts


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(ADVICE),
        "Ann Lee on art\n\nWhat do you see?\n\nI see red.\n",
    ],
    ids=["advice to readers", "one question"],
)
def test_other_questions_make_no_talk(text):
    quotes, _ = told(text)
    assert not quotes
