"""A noun beside a name stands for whom the name names."""

from kg.articles.article import Article
from kg.extract.extract import readings
from kg.facts import Reading


def read(text: str) -> tuple[Reading, dict[str, str]]:
    (reading,) = readings([Article("a", text)])
    return reading, {entity.key: entity.label for entity in reading.entities}


def test_who_speaks_is_the_name_beside_the_noun():
    reading, labels = read("“We go on,” said the union's spokesman, Tom Fox, on Monday.")
    assert [labels[speaker.entity] for quote in reading.quotes for speaker in quote.speakers] == ["Tom Fox"]


def test_who_is_killed_is_the_name_beside_the_noun():
    reading, labels = read("Its leader, Tom Fox, was shot dead in Leeds.")
    killed = [labels[a.mention.entity] for event in reading.events for a in event.arguments if a.role == "killed"]
    assert killed == ["Tom Fox"]


def test_a_noun_beside_a_name_of_another_kind_is_not_it():
    reading, labels = read("“We go on,” said the union's spokesman, Unilever.")
    assert "Unilever" not in [labels[speaker.entity] for quote in reading.quotes for speaker in quote.speakers]
