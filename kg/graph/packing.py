"""Readings and named things as texts that a store keeps, so that an article can be written anew when joins change."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import UnionType
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.facts import Span

T = TypeVar("T")
#: Makes one form of a value into another.
Turn: TypeAlias = Callable[[Any], Any]
#: A fast level: the last tenth of the size costs as much time as all before it.
LEVEL = 3


def packed(thing: object) -> str:
    """Return a frozen dataclass as a short text."""
    kind: Any = type(thing)
    turn = _packer(kind)
    plain = json.dumps(turn(thing) if turn else thing, ensure_ascii=False, separators=(",", ":"))
    form = _form(kind)
    return form + b64encode(zlib.compress(plain.encode("utf-8", "surrogatepass"), LEVEL)).decode()


def unpacked(kind: type[T], text: str) -> T:
    """Return the dataclass of that kind that a text holds.

    Raises:
        ValueError: it was written by a kg whose dataclasses have other fields.

    """
    form = _form(kind)  # type: ignore[arg-type]
    if not text.startswith(form):
        raise ValueError(f"no {kind.__name__} of this kg")
    plain = zlib.decompress(b64decode(text.removeprefix(form))).decode("utf-8", "surrogatepass")
    make = _maker(kind)  # type: ignore[arg-type]
    found: T = make(json.loads(plain)) if make else json.loads(plain)
    return found


def _whole(kind: Any) -> Any:
    """Return a kind without the None that may stand in its place."""
    if get_origin(kind) in {UnionType, Union}:
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


@cache
def _packer(kind: Any) -> Turn | None:
    """Return what makes values of a kind lists, a dataclass the list of its fields; None where JSON takes them."""
    kind = _whole(kind)
    if is_dataclass(kind):
        parts = [(attrgetter(name), _packer(part)) for name, part in _types(kind).items()]  # type: ignore[arg-type]
        return lambda value: value and [turn(get(value)) if turn else get(value) for get, turn in parts]
    turn = _packer(get_args(kind)[0]) if get_origin(kind) is tuple else None
    return (lambda value: value and list(map(turn, value))) if turn else None


@cache
def _maker(kind: Any) -> Turn | None:
    """Return what makes of lists values of a kind; None where JSON gives them."""
    kind = _whole(kind)
    if kind is Span:
        return lambda value: value and Span(*value)
    if is_dataclass(kind):
        parts, make = [_maker(part) for part in _types(kind).values()], _call(kind)  # type: ignore[arg-type]
        return lambda value: (
            value and make(*[turn(each) if turn else each for turn, each in zip(parts, value, strict=True)])
        )
    if get_origin(kind) is not tuple:
        return None
    turn = _maker(get_args(kind)[0])
    return (lambda value: tuple(map(turn, value))) if turn else tuple


def _call(kind: Any) -> Callable[..., Any]:
    found: Callable[..., Any] = kind
    return found


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
