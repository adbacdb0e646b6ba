"""Several speakers of one quotation."""

import pytest

from tests.extract.test_quotes import only


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Paul Bell and Ann Low said that the plan had failed.", ["Paul Bell", "Ann Low"]),
        ("Paul Bell, Ann Low and Joe Webb said that it was late.", ["Paul Bell", "Ann Low", "Joe Webb"]),
        ('"We will go on," said Paul Bell, Ann Low and Joe Webb.', ["Paul Bell", "Ann Low", "Joe Webb"]),
        ("Both Paul Bell and Ann Low said it was late.", ["Paul Bell", "Ann Low"]),
        ("Paul Bell, a lawyer, and Ann Low, a doctor, said it was false.", ["Paul Bell", "Ann Low"]),
        ("The lawyers, Ann Lee and Bob Ray, said it was false.", ["Ann Lee", "Bob Ray"]),
        ("Webb's mother, Tanya Webb, and his father, Joe Webb, said it was late.", ["Tanya Webb", "Joe Webb"]),
        ("Tom Bell and his wife said it was false.", ["Tom Bell", "his wife"]),
        ("According to Tom Bell and Ann Low, it was false.", ["Tom Bell", "Ann Low"]),
        ("Tom Bell and Ann Low's claim that it works is false.", ["Tom Bell", "Ann Low"]),
    ],
)
def test_all_who_speak(text: str, names: list[str]) -> None:
    assert [mention.text for mention in only(text).speakers] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Singer and poet Ann Low said it was false.", "Ann Low", id="two descriptions of one"),
        pytest.param("The singer and poet said it was false.", "The singer", id="two descriptions, no name"),
        pytest.param("Ann Low, a lawyer and a mother, said it was false.", "Ann Low", id="two appositions"),
        pytest.param("Johnson & Johnson said it was false.", "Johnson & Johnson", id="one name"),
        pytest.param("Ann Low or Paul Bell said it was late.", "Ann Low", id="one of the two"),
        pytest.param("Ann Low, whose brother and sister left, said it was late.", "Ann Low", id="in a clause"),
        pytest.param("Ann Low said Paul Bell and Joe Webb were late.", "Ann Low", id="spoken of"),
    ],
)
def test_one_who_speaks(text: str, name: str) -> None:
    assert [mention.text for mention in only(text).speakers] == [name]
