"""Words in capitals are read as they are written elsewhere; what is in capitals elsewhere stays."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.language.pipeline import load
from kg.language.truecase import is_title, recased, shouts


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("GUERRILLAS ATTACKED A FARM IN GUATEMALA YESTERDAY.", "Guerrillas attacked a farm in Guatemala yesterday."),
        (
            "THE MINISTER SAID IN LONDON THAT NATO WAS READY.",
            "The minister said in London that NATO was ready.",
        ),
        ("A farm was attacked.", "A farm was attacked."),
        ("BBC", "BBC"),
        ("İSTANBUL POLİCE SAİD SO", "İstanbul polİce saİd so"),
    ],
)
def test_capitals(text, seen):
    assert len(recased(text, load())) == len(text)
    if "İ" not in text:
        assert recased(text, load()) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("GUNMEN KILLED SIX people in Leeds.", "Gunmen killed six people in Leeds."),
        ("A GUNMAN SHOT dead three people.", "A gunman shot dead three people."),
        ("TOMAS RELL, THE minister, left.", "Tomas Rell, the minister, left."),
        ("MAYOR GRETA Holm spoke.", "Mayor Greta Holm spoke."),
        ("SAN DIEGO police said so.", "San Diego police said so."),
    ],
)
def test_the_first_words_of_a_paragraph_in_capitals(text, seen):
    assert recased(text, load()) == seen
    assert recased(f"Ann Lee left.\n\n{text}", load()) == f"Ann Lee left.\n\n{seen}"


@pytest.mark.parametrize(
    "text",
    [
        "IBM CEO Ann Lee spoke.",
        "UK PM Bo Fisk said no.",
        "FIFA and UEFA met.",
        "NEW YORK (AP) — A man left.",
        "BBC NEWS: it rained.",
        "KANSAS CITY, Mo. -- A man left.",
        "LOS ANGELES, Sept. 28 (UPI) - A man left.",
        "I AM here.",
    ],
)
def test_acronyms_and_datelines_at_the_start_of_a_paragraph_stay(text):
    assert recased(text, load()) == text


def test_the_rest_of_the_text_tells_how_a_word_is_written():
    text = "BROOK WINS VOTE IN MARL\n\nThe brook lies in a field of marl, and a brook it is."
    assert recased(text, load()).split("\n")[0].lower() == "brook wins vote in marl"
    assert "marl" in recased(text, load()).split("\n")[0]
    named = "BROOK WINS VOTE IN MARL\n\nAnn Brook of Marl won. In Marl they cheered for Ann Brook."
    assert "Marl" in recased(named, load()).split("\n")[0]


def test_a_headline_in_title_case_is_read_as_a_sentence():
    headline = "Eight Police Officials Killed and Others Wounded in Attack in Kashmir"
    assert is_title(headline)
    seen = recased(headline, load())
    assert seen.startswith("Eight")
    assert seen.endswith("attack in Kashmir")


@pytest.mark.parametrize(
    "line", ["Ann Lee met Bo Day.", "NATO said so", "I", "The UN and EU agreed with NASA on aid to people"]
)
def test_running_text_is_neither(line):
    assert not shouts(line)
    assert not is_title(line)


def test_a_text_in_capitals_states_what_it_states_in_small_letters():
    text = (
        "A gunman shot dead three people in Leeds on Sunday, police said.\n\n"
        "Ann Lee, the mayor of Leeds, condemned the attack.\n"
    )

    def told(words: str) -> set[tuple[str, str]]:
        (reading,) = readings([Article("a", words)])
        arguments = {(a.role, a.mention.text.lower()) for e in reading.events for a in e.arguments}
        return arguments | {(f.relation, f.object.text.lower()) for f in reading.facts}

    assert told(text.upper()) == told(text)
