"""What a source has for things: under their names, else under other forms of these, or as a part of a longer name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol, runtime_checkable

from kg.link.candidates import KINDS, Candidate, How
from kg.link.forms import forms

#: What a thing may be elsewhere where nothing of its own kind bears its name. A club is called by its town, and a town
#: by no club.
ELSE = {"Person": ("Organization",)}


@runtime_checkable
class Source(Protocol):
    """Where candidates are from."""

    @property
    def name(self) -> str:
        """What it is called where a link says where it is from."""

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what bears one of the names and is of the kind."""


@runtime_checkable
class Searching(Source, Protocol):
    """A source that can look for a name as a part of others."""

    def parts(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what has one of the names as a part of its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that is looked for by its kind and names, the best first; `is_local` where only one article knows it.

    `is_short` is what its article calls by letters alone: these may be another's, too.
    """

    key: str
    kind: str
    names: tuple[str, ...]
    is_local: bool = False
    is_short: bool = False

    @property
    def full(self) -> bool:
        """Tell whether it has a name that is looked for in other forms: a bare surname has none."""
        return not self.is_local or len(self.names[0].split()) > 1


Found = dict[str, list[Candidate]]


def search(source: Source, wanted: Iterable[Wanted]) -> Found:
    """Return the candidates of things by their keys, in few requests: each way is gone by those that have none yet."""
    things = [each for each in wanted if each.kind in KINDS and each.names]
    found: Found = {}
    for way in (_named, _formed, _otherwise, _partly):
        rest = [each for each in things if each.key not in found]
        found |= way(source, rest) if rest else {}
    return found


def _named(source: Source, wanted: Sequence[Wanted]) -> Found:
    """Return what bears the first of a thing's names that something bears."""
    full = [each for each in wanted if each.full]
    found = _asked(source, ((each, each.kind, name) for each in full for name in each.names if _is_name(each, name)))
    # Of what its letters stand for, a body that is named in full says something else.
    whole = {each.key for each in full if not each.is_short and any(" " in name for name in each.names)}
    fit = {key: [one for one in some if one.how != "acronym" or key not in whole] for key, some in found.items()}
    return {key: some for key, some in fit.items() if some}


def _is_name(each: Wanted, name: str) -> bool:
    return each.kind != "Person" or " " in name or name == each.names[0]


def _formed(source: Source, wanted: Sequence[Wanted]) -> Found:
    asked = ((each, each.kind, form) for each in wanted if each.full for form in forms(each.kind, each.names[0]))
    return _as(_asked(source, asked), "form")


def _otherwise(source: Source, wanted: Sequence[Wanted]) -> Found:
    full = [each for each in wanted if each.full and not each.is_local]
    asked = ((each, kind, each.names[0]) for each in full for kind in ELSE.get(each.kind, ()))
    return _as(_asked(source, asked), "kind")


def _partly(source: Source, wanted: Sequence[Wanted]) -> Found:
    """Return what has a thing's name as a part of its own; a bare surname is always one, whatever bears it alone."""
    short = [(each, each.kind, each.names[0]) for each in wanted if not each.is_local or each.kind == "Person"]
    found: Found = {}
    for kind, things in _by_kind(short).items():
        parts = source.parts(kind, _names(things)) if isinstance(source, Searching) else ()
        bare = source.candidates(kind, _names([pair for pair in things if not pair[0].full]))
        by_name = _by_name(chain(parts, bare))
        found |= {each.key: by_name[name] for each, name in things if name in by_name}
    return _as(found, "part")


def _names(things: Iterable[tuple[Wanted, str]]) -> list[str]:
    return sorted({name for _, name in things})


def _asked(source: Source, asked: Iterable[tuple[Wanted, str, str]]) -> Found:
    """Return what a source has under the first of a thing's names that it has something under."""
    found: Found = {}
    for kind, things in _by_kind(asked).items():
        by_name = _by_name(source.candidates(kind, _names(things)))
        for each, name in things:
            if name in by_name:
                found.setdefault(each.key, by_name[name])
    return found


def _by_kind(asked: Iterable[tuple[Wanted, str, str]]) -> Mapping[str, list[tuple[Wanted, str]]]:
    kinds: defaultdict[str, list[tuple[Wanted, str]]] = defaultdict(list)
    for each, kind, name in asked:
        kinds[kind].append((each, name))
    return dict(sorted(kinds.items()))


def _by_name(candidates: Iterable[Candidate]) -> Mapping[str, list[Candidate]]:
    names: defaultdict[str, list[Candidate]] = defaultdict(list)
    for each in candidates:
        names[each.name].append(each)
    return names


def _as(found: Found, how: How) -> Found:
    return {key: [replace(each, how=how) for each in some] for key, some in found.items()}
