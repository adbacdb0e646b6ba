"""NIF 2.1, as GERBIL and other judges of entity linking read it: each text with the names that stand for things."""

from collections.abc import Iterator
from typing import IO

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, serialize

from kg.errors import UsageError
from kg.graph.article import articles
from kg.graph.terms import SAME, TYPE, WIKIDATA, news, oa
from kg.vocabulary import ITSRDF, NEWS, PREFIXES, XSD, vocabulary

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"


def nif(db: Store, out: IO[bytes]) -> None:
    """Write the articles whose texts are in a store, with what they name, as Turtle.

    Raises:
        UsageError: there are articles, and the text of none.

    """
    told = sorted(articles(db), key=str)
    if told and not any(_wholes(db, article) for article in told):
        raise UsageError("NIF is of whole texts, and what is to leave has none: export all of the graph, with texts")
    quads = (quad for article in told for quad in _article(db, article))
    serialize(quads, out, RdfFormat.TURTLE, prefixes={**PREFIXES, "nif": NIF})


def _article(db: Store, article: NamedNode) -> Iterator[Quad]:
    for whole in _wholes(db, article):
        text = _value(db, whole, oa("exact"), article)
        context = NamedNode(f"{article.value}#char=0,{len(text)}")
        yield from _passage(context, 0, len(text), "Context")
        yield Quad(context, NamedNode(f"{NIF}isString"), Literal(text))
        for mention, thing in _mentions(db, article):
            if _value(db, mention, news("form"), article) == "name":
                yield from _mention(db, mention, thing, context, text)


def _mentions(db: Store, article: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
    """Return what is named or described, with what it is, in the order of the text's IRIs."""
    quads = db.quads_for_pattern(None, news("mentionOf"), None, article)
    found = [
        (quad.subject, quad.object)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    ]
    return sorted(found, key=str)


def _wholes(db: Store, article: NamedNode) -> list[NamedNode]:
    """Return the passage that is the whole article, if its text is in the store."""
    found = db.quads_for_pattern(None, news("wholeOf"), article, article)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]


def _mention(db: Store, mention: NamedNode, thing: NamedNode, context: NamedNode, text: str) -> Iterator[Quad]:
    start, end = map(int, mention.value.rpartition("#char=")[2].split(","))
    yield from _passage(mention, start, end, "Phrase")
    yield Quad(mention, NamedNode(f"{NIF}anchorOf"), Literal(text[start:end]))
    yield Quad(mention, NamedNode(f"{NIF}referenceContext"), context)
    for item in (thing, *_items(db, thing)):
        yield Quad(mention, NamedNode(f"{ITSRDF}taIdentRef"), item)
    for kind in _kinds(db, thing):
        yield Quad(mention, NamedNode(f"{ITSRDF}taClassRef"), kind)


def _passage(node: NamedNode, start: int, end: int, kind: str) -> Iterator[Quad]:
    number = NamedNode(f"{XSD}nonNegativeInteger")
    for name in (kind, "RFC5147String"):
        yield Quad(node, TYPE, NamedNode(NIF + name))
    for name, place in (("beginIndex", start), ("endIndex", end)):
        yield Quad(node, NamedNode(NIF + name), Literal(str(place), datatype=number))


def _items(db: Store, thing: NamedNode) -> list[NamedNode]:
    """Return the items of Wikidata that a thing is."""
    found = {quad.object for quad in db.quads_for_pattern(thing, SAME, None, None)}
    return sorted((item for item in found if isinstance(item, NamedNode) and item.value.startswith(WIKIDATA)), key=str)


def _kinds(db: Store, thing: NamedNode) -> list[NamedNode]:
    found = {quad.object for quad in db.quads_for_pattern(thing, TYPE, None, DefaultGraph())}
    known = vocabulary().above
    return sorted(
        (kind for kind in found if isinstance(kind, NamedNode) and kind.value.removeprefix(NEWS) in known), key=str
    )


def _value(db: Store, node: NamedNode, name: NamedNode, graph: NamedNode) -> str:
    found = (quad.object for quad in db.quads_for_pattern(node, name, None, graph))
    return next((each.value for each in found if isinstance(each, Literal)), "")
