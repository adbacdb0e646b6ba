"""All that the graph knows of one thing, each with the words that prove it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution, Store

from kg.errors import UsageError
from kg.export.network import HOLDS_ROLE, between_things
from kg.query.bind import filled
from kg.query.changes import changes
from kg.query.names import ALIAS, LABEL, Term, label, names, said
from kg.query.run import select
from kg.query.saved import find
from kg.vocabulary import NEWS, RDF, vocabulary

TYPE = f"{RDF}type"
SPEAKER = f"{NEWS}speaker"
CUE = NamedNode(f"{NEWS}cue")
#: What a quotation tells beside its words.
CIRCUMSTANCES = (("addressee", "to"), ("place", "at"))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing known; `words` of `article` state it, unless it follows from others."""

    text: str
    words: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing with its kinds, names and counterparts elsewhere, and titled lists of what is known of it."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]

    def _repr_html_(self) -> str:
        """Return what a notebook shows: each thing known with the words that state it."""
        shown = [f"<h3>{escape(self.label)}: {escape(', '.join(self.kinds))}</h3>"]
        for title, lines in self.sections:
            items = (f"<li>{escape(line.text)}{_quoted(line)}</li>" for line in lines)
            shown.append(f"<h4>{escape(title)}</h4><ul>{''.join(items)}</ul>")
        return "\n".join(shown)


def _quoted(line: Line) -> str:
    return f"<blockquote>{escape(line.words)} <cite>{escape(line.article)}</cite></blockquote>" if line.words else ""


def card(store: Store, node: NamedNode) -> Card:
    """Return what the graph knows of a thing; UsageError if that is nothing."""
    if not (any(store.quads_for_pattern(node, None, None)) or any(store.quads_for_pattern(None, None, node))):
        raise UsageError(f"nothing is known of {node.value}")
    claims = list(ask(store, "evidence", "_entity_iri", node))
    sections = {
        "numbers": map(Line, changes(store, (row for row in claims if row["subject"] == node))),
        "roles": roles(store, node),
        "facts": facts(store, node, claims),
        "follows": follows(store, node, claims),
        "events": events(store, node, claims),
        "quotes": quotes(store, node),
        "articles": articles(store, node),
    }
    return Card(
        iri=node.value,
        label=said(store, node),
        kinds=kinds(store, node),
        aliases=tuple(sorted(text for _, text in names(store, ALIAS, node))),
        links=tuple(links(store, node)),
        sections=tuple((title, found) for title, lines in sections.items() if (found := tuple(dict.fromkeys(lines)))),
    )


def links(store: Store, node: NamedNode) -> Iterator[str]:
    """Yield the thing's counterparts elsewhere, with how sure and why, where that is known."""
    for row in ask(store, "links", "__entity_iri", node):
        why = f" ({row['confidence'].value}: {row['reason'].value}{by(row)})" if row["reason"] else ""
        yield f"{row['item'].value}{why}"


def by(row: QuerySolution) -> str:
    """Say who decided on a link, or whence it is."""
    if row["decidedBy"]:
        return f"; decided by {row['decidedBy'].value}" + (f", {row['date'].value}" if row["date"] else "")
    return f"; {row['source'].value}" if row["source"] else ""


def roles(store: Store, node: NamedNode) -> Iterator[Line]:
    """Yield the roles that somebody holds, held or will hold."""
    for row in ask(store, "roles", "__person_iri", node):
        role = ", ".join(said(store, part) for part in (row["role"], row["body"]) if part)
        status, sources = row["status"].value, row["saidBy"].value
        how = [status] if status != "current" else []
        how += [f"reported by {sources}"] if sources else []
        yield proof(store, row, f"{role} ({', '.join(how)})" if how else role)


def facts(store: Store, node: NamedNode, claims: list[QuerySolution]) -> Iterator[Line]:
    """Yield what articles state of the thing itself and of others with it; roles have a list of their own.

    A marriage, which an article states of both, is a fact of the thing itself.
    """
    own = {_mirrored(row) for row in claims if row["subject"] == node}
    for row in claims:
        relation, others = row["relation"].value, row["subject"] != node
        if others and (row["subject"], row["relation"], row["object"], row["words"]) in own:
            continue
        if relation not in {HOLDS_ROLE, TYPE} and (not others or between_things(relation)):
            subject = f"{said(store, row['subject'])} " if others else ""
            yield claim(store, row, f"{subject}{term(relation, store)} {said(store, row['object'])}")


def _mirrored(row: QuerySolution) -> tuple[Term | None, ...]:
    """Return the same claim from the other's side."""
    return row["object"], row["relation"], row["subject"], row["words"]


def follows(store: Store, node: NamedNode, claims: list[QuerySolution]) -> Iterator[Line]:
    """Yield the relations that no article states and that are inferred."""
    stated = {(row["relation"], row["object"]) for row in claims}
    for quad in sorted(store.quads_for_pattern(node, None, None, DefaultGraph()), key=str):
        if (quad.predicate, quad.object) not in stated and between_things(quad.predicate.value):
            yield Line(f"{term(quad.predicate.value, store)} {said(store, quad.object)}")


def events(store: Store, node: NamedNode, claims: list[QuerySolution]) -> Iterator[Line]:
    """Yield the events that the thing has a part in; what it says has a list of its own."""
    for row in claims:
        event, part = row["subject"], row["relation"].value
        if row["object"] == node and part != SPEAKER and not between_things(part):
            cue = next((q.object for q in store.quads_for_pattern(event, CUE, None, DefaultGraph())), None)
            told = said(store, event)
            if cue:
                told = f"{' '.join(kinds(store, event))} ({said(store, cue)}) “{told}”"
            yield claim(store, row, f"{told}: {term(part)}")


def quotes(store: Store, node: NamedNode) -> Iterator[Line]:
    """Yield what somebody said, by which word: who denied something did not say it."""
    for row in ask(store, "quotes", "__speaker_iri", node):
        how = [row["speech"].value]
        how += [f"{word} {said(store, row[part])}" for part, word in CIRCUMSTANCES if row[part]]
        cue = f"{row['cue'].value} ({', '.join(how)})" if row["cue"] else ", ".join(how)
        yield Line(cue, row["quote"].value, told_in(store, row["article"]))


def articles(store: Store, node: NamedNode) -> Iterator[Line]:
    """Yield the articles that mention the thing, with how often they do."""
    for row in ask(store, "articles-mentioning", "_entity_iri", node):
        published = f"{row['published'].value}: " if row["published"] else ""
        article = told_in(store, row["article"])
        yield Line(f"{published}{article} ({row['mentions'].value})", article=article)


def claim(store: Store, row: QuerySolution, text: str) -> Line:
    """Return a claim as a line; what its article does not assert, or what is not so now, says so."""
    by = f" by {said(store, row['saidBy'])}" if row["saidBy"] else ""
    how = [row["status"].value] if row["status"] and row["status"].value != "current" else []
    how += [f"{row['modality'].value}{by}"] if row["modality"].value != "asserted" else []
    return proof(store, row, f"{text} ({', '.join(how)})" if how else text)


def proof(store: Store, row: QuerySolution, text: str) -> Line:
    """Return a line with the words that state it."""
    return Line(text, row["words"].value, told_in(store, row["article"]))


def told_in(store: Store, article: Term | None) -> str:
    """Return the name of an article, with its id where another has the same headline."""
    name = said(store, article)
    alike = {quad.subject for quad in store.quads_for_pattern(None, LABEL, Literal(name), DefaultGraph())}
    return f"{name} ({said(store, article, names=False).rpartition('/')[2]})" if len(alike) > 1 else name


def ask(store: Store, query: str, variable: str, node: NamedNode) -> Iterator[QuerySolution]:
    """Yield the rows of a saved query about the thing."""
    yield from select(store, filled(query, find(query).text, {variable: [node]}))


def kinds(store: Store, node: NamedNode) -> tuple[str, ...]:
    """Return what the thing is, by the ontology's classes; a stabbing need not be called an event, too."""
    return narrowest(tuple(values(store, node, TYPE)))


@lru_cache(maxsize=1024)
def narrowest(classes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels of classes that are above none of the others."""
    found = vocabulary().narrowest(kind.removeprefix(NEWS) for kind in classes)
    return tuple(sorted(term(NEWS + name) for name in found))


def values(store: Store, node: NamedNode, relation: str) -> Iterator[str]:
    """Yield what the thing is related to, as IRIs."""
    for quad in store.quads_for_pattern(node, NamedNode(relation), None, DefaultGraph()):
        if isinstance(quad.object, NamedNode):
            yield quad.object.value


def term(iri: str, store: Store | None = None) -> str:
    """Return the label of a term of the ontology, or that a store has of another, or else the last part of its IRI."""
    known = vocabulary().labels.get(iri.removeprefix(NEWS)) or (label(store, NamedNode(iri)) if store else None)
    return known or iri.rpartition("#")[2].rpartition("/")[2]
