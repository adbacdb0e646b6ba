"""Saved queries: plain SPARQL files that say in grlc's `#+ key: value` header what they answer.

They stand in kg's own folder and in folders of the user's, whose queries come before kg's of the same name.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.report import Report, refuse
from kg.errors import DataError, UsageError
from kg.query.header import header
from kg.query.parameters import Parameter, parameters
from kg.resources import folder
from kg.suggest import suggest

#: What Windows editors write before UTF-8.
BYTE_ORDER_MARK = "\ufeff"
#: Names the folders of the user's own queries, and where they are looked for if it does not.
VARIABLE, HERE = "KG_QUERIES", Path("queries")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with its name, what its header says, and where it is from; `told` is what cannot be read there."""

    name: str
    text: str
    summary: str = ""
    inference: bool = False
    path: Path | None = None
    description: str = ""
    defaults: Mapping[str, str] = field(default_factory=dict, hash=False)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    told: tuple[str, ...] = ()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, in the order of the text."""
        return parameters(self.text, self.defaults, self.choices)


def folders(given: Path | None = None) -> list[Path]:
    """Return the folders of the user's own queries: one that is given, those of KG_QUERIES, or ./queries.

    Raises:
        UsageError: a folder that is named is none.

    """
    named = [given] if given else [Path(each) for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each]
    for each in named:
        if not each.is_dir():
            raise UsageError(f"{each}: no such folder of queries")
    return named or [HERE]


def files(among: Sequence[Path] = ()) -> dict[str, Path]:
    """Return the files of queries by name: kg's own, and before them those of other folders."""
    own = folder("queries")
    places = [*(each for each in among if each.resolve() != own.resolve()), own]
    found: dict[str, Path] = {}
    for place in places:
        for path in sorted(place.glob("*.rq")):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def saved(among: Sequence[Path] = (), report: Report = refuse) -> dict[str, SavedQuery]:
    """Return the saved queries by name; one that cannot be read is reported and hides no other."""
    return {query.name: query for query in _read_all(files(among).values(), report)}


def _read_all(paths: Iterable[Path], report: Report) -> Iterator[SavedQuery]:
    for path in paths:
        try:
            yield read(path)
        except (DataError, UsageError) as error:
            report(error)


def find(name: str, among: Sequence[Path] = ()) -> SavedQuery:
    """Return a saved query; UsageError suggests names near an unknown one."""
    paths = files(among)
    if name not in paths:
        raise UsageError(f"no query {name!r}{suggest(name, paths)}; `kg queries` lists them all")
    return read(paths[name])


def read(path: Path) -> SavedQuery:
    """Return the query in a file; DataError if it is not text."""
    try:
        return parse(path.read_text("utf-8"), path.stem, path)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def parse(text: str, name: str, path: Path | None = None) -> SavedQuery:
    """Return a query with its header read."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    said = header(text, str(path or name))
    return SavedQuery(
        name, text, said.summary, said.inference, path, said.description, said.defaults, said.choices, said.told
    )
