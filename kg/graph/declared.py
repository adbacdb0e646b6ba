"""Relations that a user's ontology declares, for rules of his own to read; and terms of kg's that are none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.errors import DataError, UsageError
from kg.suggest import suggest
from kg.vocabulary import NEWS, OWL, PREFIXES, RDF, RDFS, XSD, Property, vocabulary

#: Kinds of relations, and whether their objects are values.
KINDS = {f"{OWL}ObjectProperty": False, f"{OWL}DatatypeProperty": True}
#: Values that rules find in texts.
DATES = {f"{XSD}{name}" for name in ("date", "dateTime", "gYear", "gYearMonth")}
#: Classes of what articles name.
FOUND = "news:Person, news:Organization, news:Group, news:Place, news:Agent (who acts), news:Body (what has members)"


@dataclass(frozen=True)
class Declared:
    """What a user's ontology says of its terms."""

    triples: tuple[Triple, ...] = ()

    @cached_property
    def _said(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The named objects of each subject, by predicate."""
        found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for triple in self.triples:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                values = found[triple.subject.value]
                name = triple.predicate.value
                values[name] = (*values.get(name, ()), triple.object.value)
        return found

    @property
    def relations(self) -> list[str]:
        """The IRIs of the relations that are declared here, and not by kg."""
        kgs = {NEWS + name for name in vocabulary().properties}
        return sorted(iri for iri in self._said if KINDS.keys() & self._of(iri, f"{RDF}type") and iri not in kgs)

    def relation(self, word: str) -> Property:
        """Return the relation that a rule names: by its name alone, as prefix:name, or by its IRI.

        Raises:
            UsageError: there is none, there are two, or its domain or range is not what rules find in texts.

        """
        prefix, _, local = word.partition(":")
        whole = word.strip("<>") if "://" in word else PREFIXES[prefix] + local if prefix in PREFIXES and local else ""
        known = {iri: _name(iri) for iri in (*self.relations, *(NEWS + name for name in vocabulary().properties))}
        found = [iri for iri, name in known.items() if iri == whole or (not whole and name == word)]
        if not found:
            here = suggest(word, known.values()) or f"; yours are {', '.join(map(_name, self.relations)) or 'none'}"
            raise UsageError(f"neither kg's ontology nor yours has a relation {word!r}{here}")
        if len(found) > 1:
            raise UsageError(f"{word!r} is more than one relation: write {' or '.join(f'{iri!r}' for iri in found)}")
        return self._own(found[0]) if found[0] in self.relations else vocabulary().property(found[0].removeprefix(NEWS))

    def _own(self, iri: str) -> Property:
        name = iri.removeprefix(NEWS)
        literal = KINDS.get(next(iter(KINDS.keys() & self._of(iri, f"{RDF}type")), ""), False)
        return Property(name, _name(iri), self._kind(iri, "domain"), self._kind(iri, "range"), literal)

    def _kind(self, iri: str, end: str) -> str:
        """Return the class of kg's that a domain or range is, or is nearest below."""
        given = self._of(iri, RDFS + end)
        if end == "range" and (DATES.intersection(given) or f"{NEWS}when" in self._of(iri, f"{RDFS}subPropertyOf")):
            return "Date"
        for each in given:
            if found := self._above(each):
                return found
        which = f"has no rdfs:{end}" if not given else f"has the rdfs:{end} {_name(given[0])}, which no text gives"
        raise UsageError(f"{iri} {which}; it may be one of {FOUND}, or a class declared below one of them")

    def _above(self, iri: str) -> str | None:
        """Return the nearest class of kg's, the class itself or one above it, going up one step at a time."""
        step, met = [iri], set[str]()
        while step:
            kgs = sorted(name for each in step if (name := each.removeprefix(NEWS)) in vocabulary().above)
            if kgs:
                return kgs[0]
            met |= {*step}
            step = [up for each in step for up in self._of(each, f"{RDFS}subClassOf") if up not in met]
        return None

    def _of(self, iri: str, predicate: str) -> tuple[str, ...]:
        return self._said.get(iri, {}).get(predicate, ())

    def check(self, path: Path) -> None:
        """Raise DataError where the ontology speaks of a term that kg's has not, or gives one another meaning."""
        for iri, what in sorted(self._wrong()):
            lines = path.read_text(encoding="utf-8").splitlines()
            at = next((n for n, line in enumerate(lines, 1) if re.search(rf"\b{re.escape(_name(iri))}\b", line)), 0)
            raise DataError(f"{path}{f':{at}' if at else ''}: {what}")

    def _wrong(self) -> Iterator[tuple[str, str]]:
        known, mine = vocabulary().labels, self._said
        used = {*mine, *(iri for said in mine.values() for iris in ((*said,), *said.values()) for iri in iris)}
        for iri in sorted(used):
            name = iri.removeprefix(NEWS)
            if name != iri and name not in known and f"{RDF}type" not in mine.get(iri, {}):
                yield iri, f"kg's ontology has no news:{name}{suggest(name, known)}"
        for name, relation in vocabulary().properties.items():
            for end, has in (("domain", relation.domain), ("range", relation.range)):
                for given in self._of(NEWS + name, RDFS + end):
                    if has and given.removeprefix(NEWS) != has and given not in DATES:
                        here = f"news:{name} has the {end} news:{has}, and {_name(given)} here"
                        yield NEWS + name, f"{here}; declare one of your own, rdfs:subPropertyOf news:{name}"


def _name(iri: str) -> str:
    """Return the last part of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def declared(triples: Iterable[Triple]) -> Declared:
    """Return what an ontology declares."""
    return Declared(tuple(triples))
