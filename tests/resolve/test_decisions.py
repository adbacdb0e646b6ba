"""Decisions are checked before they are written, and what was written is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import DataError, UsageError
from kg.resolve.decisions import COLUMNS, DIFFERENT, SAME, Decision, checked, read, replaced, write
from kg.vocabulary import BASE

GOOD = Decision("person/ann-lee", "person/ann-roe", SAME, "ann", "2026-01-02", 'one, "two"\nthree')


def problems(file) -> tuple[list[Decision], list[str]]:
    told: list[DataError] = []
    found = read(file, told.append)
    return found, [str(each).replace(f"{file}:", "") for each in told]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Decision("a", "a", SAME), "two different things"),
        (Decision("", "a", SAME), "two different things"),
        (Decision("a", "b", "maybe"), "give positive or negative"),
        (Decision("a", "b", SAME, "", "tomorrow"), "'tomorrow' is no day"),
        (Decision("a", "b", SAME, "", "20260102"), "'20260102' is no day"),
        (Decision("a", "http://x.example/<a>", SAME), "'http://x.example/<a>' is no IRI"),
        (Decision("person/a b", "b", SAME), "'person/a b' is no IRI"),
        (Decision("a", "b", SAME, "", "", "\udce9"), "written in UTF-8"),
        (Decision("a", "b", SAME, "", "", "x" * 140_000), "written in UTF-8"),
    ],
)
def test_what_is_no_decision_is_not_written(tmp_path, wrong, message):
    file = tmp_path / "decisions.csv"
    write(file, [GOOD])
    before = file.read_bytes()
    with pytest.raises(UsageError, match=message):
        write(file, [GOOD, wrong])
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


@given(why=st.text())
def test_what_is_written_is_read_as_it_was(tmp_path_factory, why):
    file, wanted = tmp_path_factory.mktemp("held") / "decisions.csv", Decision("a", "b", DIFFERENT, why=why)
    try:
        checked(wanted)
    except UsageError:
        assert "\r" in why
        return
    write(file, [wanted, GOOD])
    assert problems(file) == ([wanted, GOOD], [])


@given(
    st.text(alphabet=st.characters() | st.sampled_from("/:?#%[]@ab0"), min_size=1),
    st.sampled_from(["", "http://x.example"]),
)
def test_what_is_taken_for_an_iri_is_one(text, start):
    path = start + text
    try:
        checked(Decision(path, "person/ann-lee", SAME))
    except UsageError:
        return
    NamedNode(path if "://" in path else BASE + path)


@pytest.mark.parametrize("path", ["person/françois-meyer", "Q42", "https://x.example:80/a%20b?q=1#c", "person/李明--2"])
def test_what_is_an_iri_or_a_path_is_taken(path):
    assert checked(Decision(path, "person/ann-lee", SAME))


def test_a_line_that_cannot_be_read_is_told_and_the_others_stand(tmp_path):
    file = tmp_path / "decisions.csv"
    lines = [",".join(COLUMNS), "a,b,positive,José", f"a,c,positive,{'x' * 140_000}", "a,d,negative"]
    file.write_bytes("\r\n".join(lines).encode("cp1252"))
    found, told = problems(file)
    assert found == [Decision("a", "d", DIFFERENT)]
    assert [each[:2] for each in told] == ["2:", "3:"]
    before = file.read_bytes()
    with pytest.raises(DataError, match="stays as it is"):
        write(file, found)
    assert file.read_bytes() == before
    file.write_text("\ufeff" + "\n".join([lines[0], lines[3]]), "utf-8")
    assert problems(file) == ([Decision("a", "d", DIFFERENT)], [])


@pytest.mark.parametrize("before", [None, [GOOD]])
def test_what_fails_afterwards_leaves_the_file_as_it_was(tmp_path, before):
    file = tmp_path / "decisions.csv"
    if before:
        write(file, before)
    with pytest.raises(KeyboardInterrupt), replaced(file, [Decision("a", "b", SAME)]):
        raise KeyboardInterrupt
    assert (problems(file), file.exists()) == ((before or [], []), before is not None)
