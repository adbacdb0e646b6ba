"""What literals stand for: enough of XML Schema to tell two values apart, and whether one belongs to a datatype."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class Value(NamedTuple):
    """A point of a value space; points of two spaces are never equal."""

    space: str
    point: Any


class _Datatype(NamedTuple):
    space: str
    lexical: str
    read: Callable[[str], Any]
    holds: Callable[[Any], object] = lambda _: True


def _between(low: int | None, high: int | None) -> Callable[[Any], bool]:
    return lambda point: point == int(point) and (low is None or point >= low) and (high is None or point <= high)


def _double(text: str) -> float:
    return float(text.replace("INF", "inf").replace("NaN", "nan"))


_FLOAT_MAX = 3.5e38
_DATE, _TIME, _ZONE = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d:\d\d(\.\d+)?", r"(Z|[+-]\d\d:\d\d)"
_FLOAT = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN"
_INTEGERS = {
    "integer": (None, None), "nonNegativeInteger": (0, None), "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0), "negativeInteger": (None, -1), "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1), "short": (-(2**15), 2**15 - 1), "byte": (-128, 127),
    "unsignedLong": (0, 2**64 - 1), "unsignedInt": (0, 2**32 - 1), "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}  # fmt: skip
_STRINGS = {
    "string": r"[\s\S]*", "normalizedString": r"[^\t\n\r]*", "token": r"(\S+( \S+)*)?",
    "language": r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", "Name": r"[^\W\d][\w.:-]*|[_:][\w.:-]*",
    "NCName": r"[^\W\d][\w.-]*|_[\w.-]*", "NMTOKEN": r"[\w.:-]+",
}  # fmt: skip
_DATATYPES = {
    **{_XSD + name: _Datatype("number", r"[+-]?\d+", Decimal, _between(*ends)) for name, ends in _INTEGERS.items()},
    **{_XSD + name: _Datatype("string", form, str, re.compile(form).fullmatch) for name, form in _STRINGS.items()},
    _XSD + "decimal": _Datatype("number", r"[+-]?(\d+(\.\d*)?|\.\d+)", Decimal),
    _XSD + "double": _Datatype("double", _FLOAT, _double),
    _XSD + "float": _Datatype("float", _FLOAT, _double, lambda point: not _FLOAT_MAX < abs(point) < math.inf),
    _XSD + "boolean": _Datatype("boolean", "true|false|1|0", lambda text: text in ("true", "1")),
    _XSD + "date": _Datatype("date", f"{_DATE}{_ZONE}?", lambda text: (date.fromisoformat(text[:10]), text[10:])),
    _XSD + "dateTime": _Datatype("time", f"{_DATE}T{_TIME}{_ZONE}?", datetime.fromisoformat),
    _XSD + "dateTimeStamp": _Datatype("time", f"{_DATE}T{_TIME}{_ZONE}", datetime.fromisoformat, lambda t: t.tzinfo),
    _XSD + "anyURI": _Datatype("uri", r"[^\s<>{}|\\^`\"]*", str),
    _XSD + "hexBinary": _Datatype("hex", "([0-9a-fA-F]{2})*", str.upper),
    _XSD + "base64Binary": _Datatype("base64", r"[A-Za-z0-9+/=\s]*", lambda text: re.sub(r"\s", "", text)),
}  # fmt: skip


@lru_cache(maxsize=65536)
def value(literal: Literal) -> Value | None:
    """Return what a literal stands for, None where its words are not of its datatype."""
    if literal.language:
        return Value("text", (literal.value, literal.language.lower()))
    datatype = _DATATYPES.get(literal.datatype.value)
    if datatype is None:
        return Value(literal.datatype.value, literal.value)
    if not re.fullmatch(datatype.lexical, literal.value):
        return None
    try:
        point = datatype.read(literal.value)
    except ValueError:  # the 31st of June: the form of a date that does not exist
        return None
    return Value(datatype.space, point) if datatype.holds(point) else None


def unequal(one: object, other: object) -> bool:
    """Tell whether two nodes are literals that stand for two values."""
    if not (isinstance(one, Literal) and isinstance(other, Literal)) or one == other:
        return False
    first, second = value(one), value(other)
    return first != second or first is None


def is_of(node: object, datatype: NamedNode) -> bool:
    """Tell whether a node is a literal whose value belongs to the datatype."""
    if not isinstance(node, Literal) or (found := value(node)) is None:
        return False
    if datatype.value.endswith("#Literal"):
        return True
    wanted = _DATATYPES.get(datatype.value)
    if wanted is None:
        return node.datatype == datatype or (bool(node.language) and datatype.value == _RDF + "PlainLiteral")
    return found.space == wanted.space and bool(wanted.holds(found.point))
