"""The header of a saved query: grlc's lines `#+ key: value`, of which kg reads some and passes by the others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.query.parameters import name_of
from kg.suggest import suggest

#: What kg reads, and what only grlc's servers do.
READ = ("summary", "inference", "description", "defaults", "enumerate")
PASSED_BY = (
    *("auth", "contact", "endpoint", "endpoint-method", "endpoint_in_url", "licence", "license", "method", "mime"),
    *("pagination", "proxy", "tags", "title", "transform"),
)
KEY = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `told` is what in it cannot be read."""

    summary: str = ""
    description: str = ""
    inference: bool = False
    defaults: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()


def header(text: str, where: str) -> Header:
    """Return the header of a query; `where` names the query in what is told."""
    values: dict[str, str] = {}
    told = []
    for number, key, lines in _entries(text):
        if key in READ:
            values[key] = lines
        elif key not in PASSED_BY:
            told.append(f"{where}:{number}: no key {key!r}{suggest(key, READ)}; it is ignored")
    try:
        read = {key: _value(value) for key, value in values.items()}
    except ValueError as error:
        return Header(values.get("summary", ""), told=(*told, f"{where}: its header is ignored: {error}"))
    return Header(
        _line(read.get("summary")),
        _line(read.get("description")),
        inference=read.get("inference") == "required",
        defaults={name: str(value) for name, value in _pairs(read.get("defaults")) if not isinstance(value, list)},
        choices={name: tuple(map(str, value)) for name, value in _pairs(read.get("enumerate")) if _is_list(value)},
        told=tuple(told),
    )


def written(text: str, key: str) -> str | None:
    """Return the value of a key as it is written, with the lines that belong to it."""
    return next((value for _, found, value in _entries(text) if found == key), None)


def _entries(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each key with its line and its value, of which the lines behind it may be a part."""
    key, at, value = "", 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            continue
        content = line[2:].removeprefix(" ")
        if found := KEY.fullmatch(content.rstrip()):
            if key:
                yield at, key, value
            at, key, value = number, found[1], found[2]
        elif key:
            value += f"\n{content}"
        elif content.strip():
            yield number, content.strip(), ""
    if key:
        yield at, key, value


def _value(written: str) -> Any:
    """Return a value of one line as it is, but for quotation marks, and others as YAML has them."""
    if "\n" not in written and not written.startswith(("'", '"', "[", "{")):
        return written
    from yaml import YAMLError, safe_load

    try:
        return safe_load(written)
    except YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error


def _line(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def _pairs(value: Any) -> Iterable[tuple[str, Any]]:
    """Return names with values, which grlc writes as a list of one each."""
    items = value if isinstance(value, list) else [value]
    return [(name_of(str(name)), part) for item in items if isinstance(item, dict) for name, part in item.items()]


def _is_list(value: Any) -> bool:
    return isinstance(value, list)
