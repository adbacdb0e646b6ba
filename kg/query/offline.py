"""A query answers from its store alone: the parser that runs it decides whether it would ask another endpoint."""

import re

from pyoxigraph import DefaultGraph, Store

SERVICE = re.compile("(s)e(rvice)", re.IGNORECASE)
#: No keyword of SPARQL, and else as good a part of a name, a string, an IRI or a comment.
OTHER = r"\1q\2"


def refuse_service(query: str, base: str | None = None) -> None:
    """Raise the parser's SyntaxError if the query, its prefixes declared, has the keyword SERVICE.

    With the word spelt otherwise the text parses if, and only if, it is nowhere the keyword. No tokens of our own are
    asked: where they ended a comment or an IRI elsewhere than the parser does, the query would leave for the network.
    """
    respelt = SERVICE.sub(OTHER, query)
    if respelt != query:
        parse(respelt, base)


def parse(query: str, base: str | None = None) -> None:
    """Raise the parser's SyntaxError if it is no query; nothing of it is evaluated, however long that would take."""
    try:
        # Graphs that exclude each other are refused after the query is parsed, and before it is planned.
        Store().query(query, base_iri=base, use_default_graph_as_union=True, default_graph=[DefaultGraph()])
    except ValueError:
        return
    raise AssertionError("this version of Oxigraph evaluates what was only to be parsed")
