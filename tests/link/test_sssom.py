"""Links as SSSOM: a reader of others takes it, and what was written comes back."""

import io

import pytest

from kg.errors import DataError
from kg.link import sssom
from kg.link.kept import Kept
from kg.link.replay import DECISION, GAZETTEER
from kg.resolve.decisions import DIFFERENT, SAME, Decision
from kg.vocabulary import BASE, PREFIXES

WD = PREFIXES["wd"]
ROWS = [
    Kept("person/ann-lee", f"{WD}Q1", 0.93, 'the only one labelled "Ann\tLee"', "dump.json", "2026-01-02"),
    Kept("person/jo-roe", f"{WD}Q2", 1.0, "I know him", DECISION, "2026-01-03", "ann"),
    Kept("person/jo-roe-2", "https://base.example/item/7", 0.5, "so called", "service", rank=2, accepted=False),
    Kept("place/germany", f"{WD}Q183", 0.9, "the item of its name", GAZETTEER),
]
REJECTED = Decision("person/ann-lee", "Q9", DIFFERENT, "ann", "2026-01-04", "another")


def table() -> str:
    rows = [sssom.said(row, "a name", "newskg 1") for row in ROWS]
    return "".join(sssom.lines(BASE, [*rows, sssom.rejected(REJECTED, "Ann Lee")]))


def read(text: str, name: str = "links.tsv") -> tuple[list[Decision], list[str]]:
    problems: list[DataError] = []
    found = list(sssom.decisions(io.StringIO(text, newline=""), name, BASE, problems.append))
    return found, [str(problem) for problem in problems]


def test_what_was_written_comes_back():
    found, problems = read(table())
    assert problems == []
    assert [(each.left, each.right, each.judgement, each.who, each.when) for each in found] == [
        ("person/ann-lee", "Q1", SAME, "links.tsv", "2026-01-02"),
        ("person/jo-roe", "Q2", SAME, "ann", "2026-01-03"),
        ("place/germany", "Q183", SAME, "links.tsv", ""),
        ("person/ann-lee", "Q9", DIFFERENT, "ann", "2026-01-04"),
    ]
    assert found[0].why == 'the only one labelled "Ann\tLee"'


def test_a_table_may_have_a_name_that_is_not_utf_8():
    found, problems = read(table(), "caf\udce9.tsv")
    assert problems == []
    assert found[0].who == r"caf\udce9.tsv"


def test_a_reader_of_others_takes_it(tmp_path):
    package = pytest.importorskip("sssom_pydantic", reason="sssom-pydantic is not installed")
    path = tmp_path / "links.sssom.tsv"
    path.write_text(table())
    found = package.read(path)
    mappings = next(part for part in found if isinstance(part, list))
    assert [mapping.object.curie for mapping in mappings][:2] == ["wd:Q1", "wd:Q2"]
    assert mappings[0].justification.curie == "semapv:LexicalMatching"
    assert [mapping.confidence for mapping in mappings][:3] == [0.93, 1.0, 0.5]


HEAD = "subject_id\tpredicate_id\tobject_id\tpredicate_modifier\tmapping_date\n"
THING = f"{BASE}person/ann-lee"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x:y\tskos:exactMatch\twd:Q1\t", "links.tsv:2: 'x:y' has a prefix that the table does not explain"),
        ("wd:Q2\tskos:exactMatch\twd:Q1\t", "subject_id 'wd:Q2' is none of this store"),
        (f"{THING}\tskos:exactMatch\twd:P1 1\t", "is no item"),
        (f"{THING}\tskos:exactMatch\twd:Q1\tPerhaps", "there is only Not"),
        (f"{THING}\tskos:exactMatch\thttp://x.example/<a>\t", "links.tsv:2: 'http://x.example/<a>' is no IRI"),
        (f"{THING}\tskos:exactMatch\twd:Q1\t\ttomorrow", "links.tsv:2: 'tomorrow' is no day"),
    ],
)
def test_a_wrong_line_is_told_and_the_rest_is_taken(line, message):
    found, problems = read(f"{HEAD}{line}\n{THING}\tskos:exactMatch\twd:Q1\t\n{THING}\tskos:closeMatch\twd:Q3\t\n")
    assert [each.right for each in found] == ["Q1"]
    assert len(problems) == 1
    assert message in problems[0]


def test_what_is_no_table():
    with pytest.raises(DataError, match="no column predicate_id, object_id"):
        read("#comment: x\nsubject_id\tx\n")
