"""Parameters of a query, which its variables declare, as grlc has it.

`?_name` must be given, `?__name` may be. What a value is, the end of the name says (`_iri`, `_integer`, `_date`, `_en`,
`_xsd_boolean`), or else what it is compared with and where it stands: a number, a date, a text, a thing by its name, a
relation or a class.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.query.compared import kind
from kg.query.places import own
from kg.query.scan import variables
from kg.vocabulary import XSD

#: Ends of names, by what they say; XML Schema's other types are called by themselves.
ENDS = {"iri": "thing", "literal": "text", "string": "text", "number": "number", "boolean": "boolean", "date": "date"}
TYPES = {
    *("integer", "decimal", "float", "double", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
    *("dateTime", "time", "gYear", "gYearMonth", "gMonthDay", "gDay", "gMonth", "duration", "anyURI", "token"),
}
#: Codes that are no English word, which might end a name.
LANGUAGES = {
    *("en", "de", "fr", "es", "nl", "pt", "sv", "da", "fi", "pl", "ru", "zh", "ja", "ar", "cs", "el", "hu", "ko"),
    *("tr", "uk", "ro", "bg", "hr", "ca"),
}
TYPED = re.compile(r"(?P<name>.*[^_])_xsd_(?P<type>[A-Za-z]+)")
PLAIN = re.compile(r"(?P<name>.*[^_])_(?P<end>[A-Za-z]+)")
#: How help says what a value is.
SAID = {
    "thing": "a name or alias, or an IRI",
    "relation": "a relation of the ontology, or an IRI",
    "class": "a class of the ontology, or an IRI",
    "number": "a number",
    "date": "a date: 2019, 2019-03 or 2019-03-01",
    "boolean": "a flag",
    "": "a text",
    "text": "a text",
    "ordered": "a number, a date or a text",
}


class Parameter(NamedTuple):
    """A variable that is given from outside; `name` is what the user writes, `kind` what the value means."""

    variable: str
    name: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def entity(self) -> bool:
        """Whether a thing is meant, by its name."""
        return self.kind == "thing"

    @property
    def flag(self) -> bool:
        """Whether it needs no value where it is given."""
        return self.kind == "boolean"

    @property
    def option(self) -> str:
        """How the command line writes it."""
        return f"--{self.name}" if self.required else f"[--{self.name}]"

    @property
    def meaning(self) -> str:
        """What a value of it is, in words."""
        if self.choices:
            return " or ".join(self.choices)
        if self.kind.startswith("@"):
            return f"a text in the language {self.kind[1:]}"
        return SAID.get(self.kind) or f"of type xsd:{self.kind.removeprefix(XSD)}"


@lru_cache(maxsize=64)
def declared(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return the variable, name and kind of each parameter of a query, in the order of the text."""
    given = own(text)
    return tuple(_named(text, name) for name in variables(text) if is_parameter(name) and name not in given)


def is_parameter(variable: str) -> bool:
    """Whether a variable is given from outside; one that is all underscores has no name to give it by."""
    return variable.startswith("_") and bool(variable.strip("_"))


def parameters(text: str, defaults: Mapping[str, str], choices: Mapping[str, tuple[str, ...]]) -> tuple[Parameter, ...]:
    """Return the parameters of a query, with what its header says of them."""
    return tuple(
        Parameter(
            variable,
            name,
            kind,
            not variable.startswith("__") and name not in defaults,
            choices.get(name, ()),
            defaults.get(name),
        )
        for variable, name, kind in declared(text)
    )


def name_of(variable: str) -> str:
    """Return what people write for a variable, with or without its mark and underscores."""
    bare = variable.lstrip("?_")
    end = _typed(bare)
    return (bare.removesuffix(f"_{end[0]}") if end else bare).replace("_", "-")


def _named(text: str, variable: str) -> tuple[str, str, str]:
    bare = variable.lstrip("_")
    end = _typed(bare)
    what = end[1] if end else kind(text, variable)
    if what == "thing" and end and (placed := kind(text, variable)) in {"relation", "class"}:
        what = placed
    return variable, name_of(variable), what


def _typed(name: str) -> tuple[str, str] | None:
    """Return the end of a name that says what the value is, and what it says."""
    if (found := TYPED.fullmatch(name)) and found["type"] in {*TYPES, *ENDS}:
        return f"xsd_{found['type']}", ENDS.get(found["type"], f"{XSD}{found['type']}")
    if not (found := PLAIN.fullmatch(name)):
        return None
    end = found["end"]
    if end in ENDS or end in TYPES:
        return end, ENDS.get(end, f"{XSD}{end}")
    return (end, f"@{end}") if end in LANGUAGES else None
