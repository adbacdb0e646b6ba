"""What is said within what is said belongs to its speaker, not to the article."""

import pytest

from tests.extract.test_quotes import reading, words


def cues(text: str) -> list[str]:
    return [words(text, quote.cue) or "" for quote in reading(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Lee said that Tom Bell had denied the claims.", ["said"], id="in a clause"),
        pytest.param("According to Anna Lee, Tom Bell said that it was late.", ["According"], id="in a source's words"),
        pytest.param("Anna Lee promised to tell voters that taxes will rise.", ["promised"], id="in a promise"),
        pytest.param("Anna Lee rejected Tom Bell's claim that crime fell.", ["rejected", "claim"], id="in passing"),
        pytest.param('He called it "a lie," and Lee said that she knew.', ["called", "said"], id="beside"),
        pytest.param("Anna Lee refused to say that taxes would rise.", ["say"], id="what is not said"),
        pytest.param("Anna Lee said it was late. Tom Bell denied it.", ["said", "denied"], id="in another sentence"),
    ],
)
def test_only_what_the_article_tells(text: str, expected: list[str]) -> None:
    assert cues(text) == expected
