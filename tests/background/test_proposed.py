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
        ("The final in Birmingham was watched by Alabama.", ("Birmingham", "Alabama"), ["Birmingham"]),
    ],
)
def test_what_stands_behind_a_place_says_which(text, names, kept):
    assert [entity.label for entity in borne_out(reading(text, *names)).entities if entity.qid] == kept


def test_ids_are_printed_on_names_only():
    text = "Germany fell silent at the Tour de Germany. The country mourned, and German towns with it."
    made = reading(text, "Germany")
    start = text.index("Germany. The")
    tour = Mention(Span(start, start + len("Germany")), "Germany", "Place", "place/germany")
    country = Mention(made.mentions[0].span, "The country", "Place", "place/germany", form="nominal")
    german = Mention(made.mentions[0].span, "German", "Place", "place/germany")
    printed = to_json(Reading(made.article, (*made.mentions, tour, country, german), made.entities))["mentions"]
    assert [mention["qid"] for mention in printed] == ["Q1", None, None, None]
