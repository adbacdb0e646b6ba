"""Ids of the gazetteer stand only where the article does not speak against them."""

import pytest

from kg.background.proposed import borne_out
from kg.export.readings import to_json
from kg.facts import Entity, Mention, Reading, Span
from tests.graph.readings import Maker


def reading(text: str, *names: str, form="name") -> Reading:
    make = Maker(text)
    mentions = [make.mention(name, "Place", form=form) for name in names]
    entities = tuple(Entity(m.entity, "Place", m.text, qid="Q1") for m in mentions)
    return Reading(make.article, tuple(mentions), entities)


@pytest.mark.parametrize(
    ("text", "names", "kept"),
    [
        ("A storm hit Birmingham, Alabama, on Monday.", ("Birmingham", "Alabama"), ["Alabama"]),
        ("A storm hit Birmingham, England, on Monday.", ("Birmingham", "England"), ["Birmingham", "England"]),
        ("A storm hit Birmingham. Alabama was spared.", ("Birmingham", "Alabama"), ["Birmingham", "Alabama"]),
        ("Alabama lost its quarterback to Birmingham.", ("Birmingham", "Alabama"), []),
        ("Alabama's coach said that the league title and the playoff in Alabama matter.", ("Alabama",), []),
        ("The league met in Alabama, and the title went to the champions.", ("Alabama",), ["Alabama"]),
        ("Boston manager Jo Poe slept.", ("Boston",), []),
        ("A Boston manager slept.", ("Boston",), ["Boston"]),
        ("A storm hit Portland.", ("Portland",), []),
        ("A storm hit Portland, Oregon.", ("Portland", "Oregon"), ["Portland", "Oregon"]),
        ("A storm hit London.", ("London",), ["London"]),
        ("The final in Birmingham was watched by Alabama.", ("Birmingham", "Alabama"), ["Birmingham"]),
    ],
)
def test_what_stands_behind_a_place_says_which(text, names, kept):
    assert [entity.label for entity in borne_out(reading(text, *names)).entities if entity.qid] == kept


@pytest.mark.parametrize(
    ("text", "name", "is_there"),
    [
        ("Rome said that the talks had failed.", "Rome", False),
        ("Rome has repeatedly rejected the plan.", "Rome", False),
        ("The dispute with Rome went on.", "Rome", False),
        ("The treaty between Berlin and Rome ended.", "Rome", False),
        ("He accused Rome of a breach.", "Rome", False),
        ("Rome was hit by a storm.", "Rome", True),
        ("In Rome said prayers were heard.", "Rome", False),
        ("He met her in Rome.", "Rome", True),
        ("Leeds said that the talks had failed.", "Leeds", True),
        ("Kent, Orange and San Marco Counties were flooded.", "Kent", False),
        ("Kent and Surrey were flooded.", "Kent", True),
        ("Kansas defeated Ohio a year later.", "Kansas", False),
        ("Kansas defeated Ohio a year later.", "Ohio", False),
        ("Ohio voters defeated the plan.", "Ohio", True),
        ("She pitched Ohio's first perfect game.", "Ohio", False),
        ("She pitched a tent in Ohio's first park.", "Ohio", True),
        ("She runs Kansas Citizenship and Immigration Services.", "Kansas", False),
        ("She met Kansas Senator Ann Lee.", "Kansas", True),
    ],
)
def test_a_place_that_stands_for_more_has_no_id(text, name, is_there):
    (mention,) = to_json(reading(text, name))["mentions"]
    assert (mention["qid"] is not None) == is_there


def test_ids_are_printed_on_names_only():
    text = "Germany fell silent at the Tour de Germany. The country mourned, and German towns with it."
    made = reading(text, "Germany")
    start = text.index("Germany. The")
    tour = Mention(Span(start, start + len("Germany")), "Germany", "Place", "place/germany")
    country = Mention(made.mentions[0].span, "The country", "Place", "place/germany", form="nominal")
    german = Mention(made.mentions[0].span, "German", "Place", "place/germany")
    printed = to_json(Reading(made.article, (*made.mentions, tour, country, german), made.entities))["mentions"]
    assert [mention["qid"] for mention in printed] == ["Q1", None, None, None]
