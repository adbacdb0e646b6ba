"""Items of a dump in RDF, full or truthy: the triples of an item stand together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import DataError
from kg.link.item import ALIASES, KEPT, LABELS, Item, best, ids
from kg.vocabulary import OWL, PREFIXES, RDFS, SKOS

Report = Callable[[DataError], None]
FORMATS = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE}
WIKIDATA_ITEMS = PREFIXES["wd"]
DIRECT = "http://www.wikidata.org/prop/direct/"
LABEL, ALIAS, DESCRIPTION = f"{RDFS}label", f"{SKOS}altLabel", "http://schema.org/description"
SITELINKS, SAME = "http://wikiba.se/ontology#sitelinks", f"{OWL}sameAs"
_ENTITY = re.compile(r"(?:/entity/|Special:EntityData/)(Q[1-9]\d*)$")


@dataclass(slots=True)
class Gathered:
    """What was read of an item so far, and the number of the triple that it began with."""

    id: str
    began: int
    labels: dict[str, str] = field(default_factory=dict)
    description: str = ""
    aliases: list[str] = field(default_factory=list)
    claims: dict[str, list[str]] = field(default_factory=dict)
    sitelinks: int | None = None
    statements: int = 0
    redirect: str | None = None

    def add(self, predicate: str, value: object) -> None:
        """Add a triple of the item or of its data node."""
        if isinstance(value, Literal):
            self._literal(predicate, value)
        elif isinstance(value, NamedNode):
            self._node(predicate, value.value)
        self.statements += predicate.startswith(DIRECT)

    def _literal(self, predicate: str, value: Literal) -> None:
        if predicate == LABEL and value.language in LABELS:
            self.labels[value.language or ""] = value.value
        elif predicate == ALIAS and value.language in ALIASES:
            self.aliases.append(value.value)
        elif predicate == DESCRIPTION and value.language == "en":
            self.description = value.value
        elif predicate == SITELINKS and value.value.isdecimal():
            self.sitelinks = int(value.value)

    def _node(self, predicate: str, value: str) -> None:
        if not value.startswith(WIKIDATA_ITEMS):
            return
        item = value.removeprefix(WIKIDATA_ITEMS)
        if predicate == SAME:
            self.redirect = item
        elif predicate.removeprefix(DIRECT) in KEPT:
            self.claims.setdefault(predicate.removeprefix(DIRECT), []).append(item)

    def item(self) -> Item:
        """Return the item."""
        return Item(
            id=self.id,
            label=best(self.labels),
            description=self.description,
            aliases=ids(self.aliases),
            claims={name: ids(values) for name, values in sorted(self.claims.items())},
            sitelinks=self.sitelinks,
            statements=self.statements,
            redirect=self.redirect,
        )


def items(stream: IO[bytes], name: str, form: str, *, after: int = 0, report: Report) -> Iterator[tuple[int, Item]]:
    """Yield each item with the number of triples before the next; those before `after` are passed by."""
    current: Gathered | None = None
    for number, (subject, predicate, value) in triples(stream, name, form, report):
        if number <= after or not (found := _ENTITY.search(subject)):
            continue
        if current is None or current.id != found[1]:
            if current is not None:
                yield number - 1, current.item()
            current = Gathered(found[1], number)
        current.add(predicate, value)
    if current is not None:
        yield current.began, current.item()


def triples(stream: IO[bytes], name: str, form: str, report: Report) -> Iterator[tuple[int, tuple[str, str, object]]]:
    """Yield the triples of named things, numbered; what is broken is reported, and the parser goes on behind it."""
    quads = parse(stream, format=FORMATS[form])
    number = 0
    while True:
        number += 1
        try:
            quad = next(quads)
        except StopIteration:
            return
        except SyntaxError as error:
            report(DataError(f"{name}: passed by: {error}"))
            continue
        if isinstance(quad.subject, NamedNode):
            yield number, (quad.subject.value, quad.predicate.value, quad.object)
