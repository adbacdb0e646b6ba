"""Readings and named things as texts that a store keeps, so that an article can be written anew when joins change."""

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.facts import Span

T = TypeVar("T")
#: A fast level: the last tenth of the size costs as much time as all before it.
LEVEL = 3


def packed(thing: object) -> str:
    """Return a frozen dataclass as a short text."""
    plain = json.dumps(_plain(thing), ensure_ascii=False, separators=(",", ":"))
    form = _form(type(thing))  # type: ignore[arg-type]
    return form + b64encode(zlib.compress(plain.encode("utf-8", "surrogatepass"), LEVEL)).decode()


def unpacked(kind: type[T], text: str) -> T:
    """Return the dataclass of that kind that a text holds.

    Raises:
        ValueError: it was written by a kg whose dataclasses have other fields.

    """
    form = _form(kind)  # type: ignore[arg-type]
    if not text.startswith(form):
        raise ValueError(f"no {kind.__name__} of this kg")
    found: T = _made(
        kind, json.loads(zlib.decompress(b64decode(text.removeprefix(form))).decode("utf-8", "surrogatepass"))
    )
    return found


def _plain(value: object) -> object:
    """Return a value as lists: a dataclass is the list of its fields."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _types(type(value))]  # type: ignore[arg-type]
    return value


def _made(kind: Any, value: Any) -> Any:
    """Return lists as what a type says that they are."""
    if value is None or not isinstance(value, list):
        return value
    if get_origin(kind) in {UnionType, Union}:
        kind = next(each for each in get_args(kind) if each is not type(None))
    if kind is Span:
        return Span(*value)
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], each) for each in value)
    return kind(*(_made(each, part) for each, part in zip(_types(kind).values(), value, strict=True)))


@cache
def _types(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass with their types, in order."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


@cache
def _form(kind: Any) -> str:
    """Return a digest of the fields of a dataclass and of those that it holds."""
    seen: dict[Any, list[str]] = {}

    def look(each: Any) -> None:
        if is_dataclass(each) and each not in seen:
            types: dict[str, Any] = _types(each)  # type: ignore[arg-type]
            seen[each] = [f"{name}: {part}" for name, part in types.items()]
            for part in types.values():
                look(part)
        for part in get_args(each):
            look(part)

    look(kind)
    return sha256(repr(sorted(map(str, seen.values()))).encode()).hexdigest()[:8] + ":"
