"""Names that NER gives to another thing than the one that the words name."""

import pytest

from kg.articles.article import Article
from kg.extract.extract import readings


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Acme, based in Redmond, Washington, closed.", "Washington", "place/washington-state"),
        ("Acme, based in Washington, closed.", "Washington", "place/washington-d-c"),
        ("Clara Hill was born in Rochester, New York, in 1950.", "New York", "place/new-york-state"),
        ("They met in Paris, New York and Rome.", "New York", "place/new-york-city"),
        ("Acme has offices in London, New York, Paris and Tokyo.", "New York", "place/new-york-city"),
        ("Acme has offices in Moscow, Washington, and Beijing.", "Washington", "place/washington-d-c"),
        ("Clara Hill lives in Atlanta, Georgia.", "Georgia", "place/georgia-usa"),
        ("Clara Hill lives in Tbilisi, Georgia.", "Georgia", "place/georgia"),
        ("Tom Fox, a member of the Social Democrats, spoke.", "Social Democrats", "organization/social-democrats"),
        ("Tom Fox joined the Liberal Democrats.", "Liberal Democrats", "organization/liberal-democrats"),
        ("The Democrats lost in Iowa.", "Democrats", "organization/democratic-party"),
    ],
)
def test_a_name_means(text: str, words: str, entity: str):
    (reading,) = readings([Article("a", text)])
    assert [m.entity for m in reading.mentions if m.text == words] == [entity]
