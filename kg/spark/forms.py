"""The rules of an ontology as rows of two tables, which joins apply: what one fact leads to, and two that follow on."""

from dataclasses import dataclass, fields

from pyoxigraph import Variable

from kg.errors import DataError
from kg.reason.closure import Program
from kg.reason.loops import is_reckoned
from kg.reason.rules import Rule
from kg.reason.terms import SAME

#: What stands in a rule for a term of the fact that it starts from, or of the second.
SUBJECT, OBJECT = "?s", "?o"
_FORMS = "it leads from one fact, or from two that share their middle"


@dataclass(frozen=True, slots=True)
class One:
    """If a fact has predicate p, and subject s and object o where they are given, there is the head."""

    p: str
    s: str | None
    o: str | None
    loops: str | None
    head_s: str
    head_p: str
    head_o: str


@dataclass(frozen=True, slots=True)
class Two:
    """If x p y and y q z, then x r z."""

    p: str
    q: str
    r: str


ONE = [each.name for each in fields(One)]


def forms(program: Program) -> tuple[list[One], list[Two]]:
    """Return the rules of a program as rows.

    Raises:
        DataError: one is of another form.

    """
    # Values that are equal are one already, and of things that are equal there are none: `closed` looks.
    rules = [rule for rule in program.rules if rule.head and rule.body and rule.head.p != SAME]
    return [_one(rule) for rule in rules if len(rule.body) == 1], [_two(rule) for rule in rules if len(rule.body) > 1]


def _one(rule: Rule) -> One:
    [body], head = rule.body, rule.head
    if head is None or is_reckoned(body):
        raise _other(rule)
    place = {body.o: OBJECT, body.s: SUBJECT}
    ends = [place.get(node) if isinstance(node, Variable) else str(node) for node in (head.s, head.o)]
    if None in ends:
        raise _other(rule)
    s, o = (None if isinstance(node, Variable) else str(node) for node in (body.s, body.o))
    loops = "loops" if body.s == body.o else None
    return One(str(body.p), s, o, loops, str(ends[0]), str(head.p), str(ends[1]))


def _two(rule: Rule) -> Two:
    head, body = rule.head, sorted(rule.body, key=lambda atom: bool(rule.head and atom.s != rule.head.s))
    if head is None or len(body) != 2 or any(map(is_reckoned, body)):  # noqa: PLR2004 (the form)
        raise _other(rule)
    first, second = body
    nodes = {first.s, first.o, second.o}
    is_chain = (head.s, first.o, head.o) == (first.s, second.s, second.o) and len(nodes) == len(body) + 1
    if not (is_chain and all(isinstance(node, Variable) for node in nodes)):
        raise _other(rule)
    return Two(str(first.p), str(second.p), str(head.p))


def _other(rule: Rule) -> DataError:
    return DataError(f"the rule {rule} is none that Spark applies ({_FORMS}): kg load without kg spark close does")
