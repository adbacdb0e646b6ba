"""Write a store, or one graph of it, in any format; the same bytes for the same graph."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, cast

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize
from pyoxigraph import Store as Oxigraph

from kg.articles.report import Report, refuse
from kg.errors import Notice
from kg.export.drawing import NOT_XML
from kg.export.formats import Format
from kg.export.network import whole
from kg.export.networks import WRITERS
from kg.export.nif import nif
from kg.export.ordered import ordered
from kg.export.schema import schema
from kg.export.select import NamedLines, Source, graphs, merged, one
from kg.export.turtle import trig, turtle
from kg.graph.store import Store
from kg.vocabulary import BASE, PREFIXES

#: What takes texts and names out of a store, and no triples.
WHOLE: Mapping[Format, Callable[[Oxigraph, IO[bytes]], None]] = {Format.NIF: nif, Format.SCHEMA: schema}

#: Lines that are joined at once.
AT_ONCE = 64


def export(  # noqa: PLR0913 (all but the first two are options)
    store: Store,
    out: IO[bytes],
    form: Format = Format.TURTLE,
    *,
    graph: str | None = None,
    inferred: bool = True,
    part: Oxigraph | None = None,
    ontology: bool = False,
    report: Report = refuse,
) -> None:
    """Write what the store holds; `graph` names one graph, without `inferred` only what articles state leaves.

    `part` is a copy of the store without some of it, which leaves instead. With `ontology` its terms leave, too, with
    formats that know no graphs. What RDF/XML cannot say is replaced and reported.

    Formats that know graphs (N-Quads, TriG, JSON-LD) keep them; the others get the merged facts and their evidence.
    """
    source = Source(store.db if part is None else part, store.base, store.path)
    if form in WHOLE:
        WHOLE[form](source.db, out)
    elif form in WRITERS:
        WRITERS[form](whole(source.db), out)
    elif form in {Format.NQUADS, Format.TRIG, Format.JSONLD}:
        datasets(out, form, [one(source, graph)] if graph else graphs(source, inferred=inferred), store.base)
    else:
        lines = ordered(one(source, graph)[1]) if graph else merged(source, inferred=inferred, ontology=ontology)
        triples(out, form, lines, store.base, report)


def triples(out: IO[bytes], form: Format, lines: Iterable[str], base: str = BASE, report: Report = refuse) -> None:
    """Write sorted triples of one graph."""
    if form is Format.TURTLE:
        out.writelines(map(str.encode, turtle(lines, PREFIXES, base)))
    elif form is Format.NT:
        out.writelines(f"{line}\n".encode() for line in lines)
    elif form is Format.JSONLD:
        serialize(parsed(lines), out, RdfFormat.JSON_LD)
    else:
        xml(out, parsed(lines), report)


def xml(out: IO[bytes], quads: Iterable[Quad], report: Report) -> None:
    """Write RDF/XML; what it cannot hold is replaced, and reported once."""
    replaced: list[str] = []
    returns = cast("IO[bytes]", Returns(out))
    serialize((for_xml(quad, replaced) for quad in quads), returns, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    if replaced:
        values = f"{len(replaced):,} value{'s' * (len(replaced) > 1)}"
        report(Notice(f"RDF/XML cannot hold {replaced[0]}: U+FFFD stands for what it cannot hold, in {values}"))


def datasets(out: IO[bytes], form: Format, named: Iterable[NamedLines], base: str) -> None:
    """Write graphs with their names as TriG, N-Quads or JSON-LD."""
    if form is Format.TRIG:
        out.writelines(map(str.encode, trig(((name, ordered(lines)) for name, lines in named), PREFIXES, base)))
        return
    quads = ordered(f"{line[:-1]}{name} ." if name else line for name, lines in named for line in lines)
    if form is Format.NQUADS:
        out.writelines(f"{quad}\n".encode() for quad in quads)
    else:
        serialize(parsed(quads), out, RdfFormat.JSON_LD)


def parsed(lines: Iterable[str]) -> Iterator[Quad]:
    """Return lines of N-Quads as quads, which are read as they are asked for."""
    return parse(cast("IO[bytes]", Lines(lines)), RdfFormat.N_QUADS)


class Lines:
    """Lines as a file to read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines, self._rest = iter(lines), b""

    def read(self, number: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        while len(self._rest) < number and (some := list(islice(self._lines, AT_ONCE))):
            self._rest += "".join(f"{line}\n" for line in some).encode()
        found, self._rest = self._rest[:number], self._rest[number:]
        return found


class Returns:
    """A stream of XML whose carriage returns are written by number: a parser reads others as line feeds."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, piece: bytes) -> int:
        """Write a piece; serializers end their own lines with line feeds alone."""
        self._out.write(piece.replace(b"\r", b"&#13;"))
        return len(piece)

    def flush(self) -> None:
        """Let all be written."""
        self._out.flush()


def for_xml(quad: Quad, replaced: list[str]) -> Triple:
    """Return the triple of a quad, with U+FFFD for what XML has no way to write; what that was is added to a list."""
    value = quad.object
    if not isinstance(value, Literal) or not (found := NOT_XML.search(value.value)):
        return quad.triple
    replaced.append(f"the character U+{ord(found[0]):04X} of {quad.subject}")
    text = NOT_XML.sub("\ufffd", value.value)
    clean = Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
    return Triple(quad.subject, quad.predicate, clean)
